using Microsoft.EntityFrameworkCore;
using Supervision.Gateway.Access;

namespace Supervision.Gateway.Tests.Access;

/// <summary>The numbered scripts make the tables that EF expects; EF itself never makes any.</summary>
public sealed class AccountsSchemaTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void Scripts_AreWhatTheModelExpects(string provider)
    {
        var options = new DbContextOptionsBuilder<AccountsDb>();
        if (provider == "postgres") options.UseNpgsql("Host=nowhere");
        else options.UseSqlite("Data Source=:memory:");
        using var accounts = new AccountsDb(options.Options);
        var assembly = typeof(AccountsDb).Assembly;
        var scripts = assembly.GetManifestResourceNames().Where(name => name.StartsWith($"Access/Database/{provider}/", StringComparison.Ordinal)).Order();
        var written = string.Concat(scripts.Select(name => new StreamReader(assembly.GetManifestResourceStream(name)!).ReadToEnd()));

        Statements(written).Should().BeEquivalentTo(Statements(accounts.Database.GenerateCreateScript()));
    }

    private static IEnumerable<string> Statements(string script) =>
        script.Split(';').Select(statement => string.Join(' ', statement.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(statement => statement.Length > 0);
}
