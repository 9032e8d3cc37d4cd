using System.Net;
using Supervision.Faults.Rig;

namespace Supervision.Faults;

/// <summary>Programs started as an operator or a service manager starts them: from anywhere, and with a mistake.</summary>
public sealed class StartTests : FaultTest
{
    [Fact]
    public async Task Gateway_StartedFromAnotherDirectory_ServesItsPagesAndReadsItsSettings()
    {
        var elsewhere = Directory.CreateTempSubdirectory("supervision-elsewhere-").FullName;
        var installation = OnSqlite();
        installation.StartedFrom = elsewhere;
        var gateway = await installation.StartSandbox();

        foreach (var page in new[] { "/", "/m/", "/county/330521" })
        {
            var answer = await installation.Api.Get(page);
            answer.Status.Should().Be(HttpStatusCode.OK, page);
            answer.Body.Should().Contain("<script", page);
        }

        gateway
            .Lines.Should()
            .NotContain(
                line => line.Contains("Now listening on", StringComparison.Ordinal),
                "the log rules of the program's own settings hold it back"
            );
        Directory.EnumerateFileSystemEntries(elsewhere).Should().BeEmpty();
    }

    [Fact]
    public async Task Silo_UnderAnotherSecret_EndsAndSaysSo_AndTheStoreIsIntact()
    {
        var installation = OnPostgres();
        installation.StartedFrom = Path.GetTempPath();
        var first = installation.StartSilo("silo");
        await Eventually.True(
            "the silo serves",
            () => Task.FromResult(first.Lines.Any(line => line.Contains("Application started", StringComparison.Ordinal)))
        ); // its own settings let this through
        await first.Terminate();

        var secret = installation.ForgetSecret();
        var refused = installation.StartSilo("silo");
        await Eventually.True("the silo ended", () => Task.FromResult(refused.HasEnded));
        refused.ExitCode.Should().NotBe(0);
        refused.Lines.Should().Contain(line => line.Contains("sealed under another secret", StringComparison.Ordinal));
        var wrong = await installation.Verify();
        wrong.ExitCode.Should().Be(2);
        installation.Secret = secret;
        (await installation.Verify()).ExitCode.Should().Be(0);
    }
}
