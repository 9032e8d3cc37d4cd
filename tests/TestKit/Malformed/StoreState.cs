using Microsoft.Data.Sqlite;

namespace Supervision.TestKit.Malformed;

/// <summary>What an embedded installation holds, in numbers that can't stay the same when it changed.</summary>
/// <param name="Versions">Of all heads together: an append raises one of them.</param>
public sealed record StoreState(
    long Events,
    long Heads,
    long Versions,
    long Documents,
    long Issues,
    long Evidence,
    long Facts,
    long Accounts
);

/// <summary>Reads it beside the running program.</summary>
public sealed class StoreWatch : IDisposable
{
    private const string Numbers = """
        select (select count(*) from journal_events), (select count(*) from journal_heads), (select coalesce(sum(version), 0) from journal_heads),
               (select count(*) from journal_documents), (select count(*) from journal_issues), (select count(*) from journal_evidence), (select count(*) from journal_facts)
        """;

    private readonly SqliteConnection _journal;
    private readonly SqliteConnection _accounts;

    /// <param name="folder">The installation's data folder.</param>
    public StoreWatch(string folder)
    {
        _journal = Open(Path.Combine(folder, "supervision.db"));
        _accounts = Open(Path.Combine(folder, "accounts.db"));
    }

    public StoreState Read()
    {
        using var command = new SqliteCommand(Numbers, _journal);
        using var row = command.ExecuteReader();
        row.Read();
        using var accounts = new SqliteCommand("select count(*) from \"AspNetUsers\"", _accounts);
        return new(
            row.GetInt64(0),
            row.GetInt64(1),
            row.GetInt64(2),
            row.GetInt64(3),
            row.GetInt64(4),
            row.GetInt64(5),
            row.GetInt64(6),
            (long)accounts.ExecuteScalar()!
        );
    }

    /// <summary>Once nothing moves any more: what a success sets off (reports, alerts) arrives a little later.</summary>
    public async Task<StoreState> Settled()
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(60));
        var last = Read();
        for (var still = 0; still < 3; )
        {
            await beat.WaitForNextTickAsync();
            var now = Read();
            still = now == last ? still + 1 : 0;
            last = now;
        }

        return last;
    }

    public void Dispose()
    {
        _journal.Dispose();
        _accounts.Dispose();
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ConnectionString
        );
        connection.Open();
        return connection;
    }
}
