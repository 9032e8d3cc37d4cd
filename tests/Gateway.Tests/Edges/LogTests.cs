using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Edges;

/// <summary>Nothing that anybody wrote, and nobody's name, is found in a log, however much is logged.</summary>
public sealed class LogTests
{
    /// <summary>In everything the flows below say.</summary>
    private const string Mark = "私密標記";

    [Fact]
    public async Task Flows_LoggedInFull_LeaveNoTraceOfPeopleOrOfWhatTheyWrote()
    {
        await using var gateway = await TestGateway.Start(
            StoreUnderTest.Sqlite,
            Mode.Sandbox,
            "--Logging:LogLevel:Default",
            "Debug",
            "--Logging:LogLevel:Supervision",
            "Debug",
            "--Logging:LogLevel:Orleans",
            "Debug",
            "--Logging:LogLevel:Microsoft",
            "Debug",
            "--Logging:LogLevel:Microsoft.AspNetCore.DataProtection",
            "Debug",
            "--Logging:Console:LogLevel:Default",
            "None"
        );
        using var log = new Captured();
        gateway.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        string[] names = ["county-330502", "inspector-330502-01", $"nobody-{Mark}"];

        using var city = await Person.ByCookie(gateway, "city");
        await city.Import(Upload.Huzhou);
        await city.AdvanceTo("2026-04-10 10:00");
        using var county = await Person.ByCookie(gateway, names[0]);
        using var inspector = await Person.ByToken(gateway, names[1]);
        using var nobody = Person.Nobody(gateway);
        await nobody.Post("/api/v1/session", new { userName = names[2], password = Mark });
        await nobody.Post("/api/v1/session/token", new { userName = names[0], password = Mark });

        const string School = "/api/v1/units/school/2133901746";
        (
            await inspector.Command(
                $"{School}/visits",
                new
                {
                    kind = "Regular",
                    startedAt = Moments.At("2026-04-09 09:00"),
                    endedAt = Moments.At("2026-04-09 10:00"),
                    methods = new[] { new { method = "SiteInspection", count = 1 } },
                    note = Mark,
                    companions = new[] { Mark },
                    slot = "Morning",
                    highlights = Mark,
                    advice = Mark,
                }
            )
        ).Status.Should().BeOneOf(200, 422);
        (
            await county.Command(
                $"{School}/issues",
                new
                {
                    origin = "Complaint",
                    category = "S-HW-04",
                    description = Mark,
                    document = Mark,
                }
            )
        ).Status.Should().Be(200);
        (await county.Command($"{School}/issues/1/withdrawal", new { reason = Mark, document = Mark })).Status.Should().BeInRange(200, 499);
        (await county.Command($"{School}/months/2026-03/excuse", new { reason = Mark, document = Mark })).Status.Should().Be(200);
        (await county.Command($"{School}/inspector", new { inspector = "督学-330502-99", from = "2026-04-10" }))
            .Status.Should()
            .BeInRange(400, 499);
        (await county.Command($"{School}/opinion-flag", new { on = true, source = Mark })).Status.Should().BeInRange(200, 499);
        (
            await county.Raw(
                $"{School}/opinion-flag",
                Encoding.UTF8.GetBytes($$"""{"on":"{{Mark}}","source":7}"""),
                Guid.NewGuid().ToString()
            )
        )
            .Status.Should()
            .Be(400);
        (await county.Raw($"{School}/opinion-flag", Encoding.UTF8.GetBytes($$"""{"{{Mark}}":"""), Guid.NewGuid().ToString()))
            .Status.Should()
            .Be(400);
        await county.Post("/api/v1/sandbox/clock", new { advanceTo = Mark });
        await county.Get($"/api/v1/counties/330502/issues?category={Uri.EscapeDataString(Mark)}&inspector={Uri.EscapeDataString(Mark)}");
        await county.Get($"/api/v1/counties/330502/issues.xlsx?category={Uri.EscapeDataString(Mark)}");
        await county.Get(School);
        await county.Get($"{School}/history");
        var photo = new HttpRequestMessage(HttpMethod.Post, $"{School}/evidence")
        {
            Content = new ByteArrayContent([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1]),
        };
        photo.Headers.TryAddWithoutValidation("X-File-Name", Uri.EscapeDataString(Mark + ".png"));
        (await county.Send(photo)).Status.Should().Be(201);
        await using (var watcher = await Watcher.Connect(county))
        {
            var board = await watcher.Watch("county/330502");
            await Eventually.Holds(() => Task.FromResult(board.Version > 0), "the board arrives");
        }

        await county.Delete("/api/v1/session");

        log.Lines.Should().HaveCountGreaterThan(500, "everything is logged");
        string[] secrets = [Mark, Uri.EscapeDataString(Mark), .. names, inspector.Token!];
        var found = log
            .Lines.Where(line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)))
            .Select(line => line.Length > 600 ? line[..600] : line)
            .Distinct();
        string.Join("\n", found.Take(20)).Should().BeEmpty();
    }

    /// <summary>Somebody who goes away in the middle of a request is no defect an operator should be told of.</summary>
    [Fact]
    public async Task RequestCutShort_IsNoErrorOfTheProgram()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite, Mode.Sandbox);
        using var log = new Captured();
        gateway.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        foreach (
            var rest in new[]
            {
                "Content-Length: 100\r\n\r\n{\"userName\":\"x",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}",
                "Content-Length: 100\r\n\r\n",
            }
        )
        foreach (var path in new[] { "/api/v1/session", "/api/v1/session/token", "/api/v1/rosters/import" })
            await SendAndGoAway(
                gateway.Address,
                $"POST {path} HTTP/1.1\r\nHost: {gateway.Address.Authority}\r\nContent-Type: application/json\r\n{rest}"
            );

        log.Lines.Should()
            .Contain(line => line.Contains("RequestPath=/api/v1/session/token", StringComparison.Ordinal), "the program saw the request");
        log.Errors.Should().BeEmpty();
    }

    /// <summary>Says no more after the text given, and waits until the server has closed its side too: what became of the request is then known.</summary>
    private static async Task SendAndGoAway(Uri address, string text)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
        client.Client.Shutdown(SocketShutdown.Send);
        try
        {
            await stream.CopyToAsync(Stream.Null);
        }
        catch (IOException)
        {
            // A server that resets the line has closed it as well.
        }
    }

    private sealed class Captured : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ConcurrentQueue<string> Errors { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue($"scope {state}{Members(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var line = $"{eventId} {formatter(state, exception)} {exception}{Members(state)}";
            Lines.Enqueue(line);
            if (logLevel >= LogLevel.Error)
                Errors.Enqueue(line);
        }

        public void Dispose() { }

        /// <summary>What a structured log would keep.</summary>
        private static string Members(object? state) =>
            state is IEnumerable<KeyValuePair<string, object?>> members
                ? " | " + string.Join("; ", members.Select(member => $"{member.Key}={member.Value}"))
                : "";
    }
}
