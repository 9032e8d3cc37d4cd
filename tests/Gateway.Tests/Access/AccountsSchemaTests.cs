using Microsoft.EntityFrameworkCore;

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
        if (provider == "postgres")
            options.UseNpgsql("Host=nowhere");
        else
            options.UseSqlite("Data Source=:memory:");
        using var accounts = new AccountsDb(options.Options);
        var assembly = typeof(AccountsDb).Assembly;
        var scripts = assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith($"Access/Database/{provider}/", StringComparison.Ordinal))
            .Order();
        var written = string.Concat(scripts.Select(name => new StreamReader(assembly.GetManifestResourceStream(name)!).ReadToEnd()));

        var (scripted, expected) = (Parts(written).ToList(), Parts(accounts.Database.GenerateCreateScript()).ToList());
        expected.Except(scripted).Should().BeEmpty("the scripts make all the model expects");
        scripted.Should().HaveCount(expected.Count).And.OnlyHaveUniqueItems("and nothing else");
    }

    /// <summary>Each statement as the set of its parts, a column added later beside those of its table: where it stands is no matter.</summary>
    private static IEnumerable<string> Parts(string script)
    {
        foreach (var statement in Statements(script))
        {
            var (table, columns) =
                statement.Split(" ADD COLUMN ") is [var altered, var added] ? (altered["ALTER TABLE ".Length..], added)
                : statement.StartsWith("CREATE TABLE ", StringComparison.Ordinal)
                && statement.IndexOf(" (", StringComparison.Ordinal) is > 0 and var open
                    ? (statement["CREATE TABLE ".Length..open], statement[(open + 2)..^1])
                : (statement, "");
            foreach (var column in columns.Split(", "))
                yield return $"{table}: {column.Trim()}";
        }
    }

    private static IEnumerable<string> Statements(string script) =>
        script
            .Split(';')
            .Select(statement => string.Join(' ', statement.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(statement => statement.Length > 0);
}
