using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Supervision.Bench;

/// <summary>What one change consists of: an event of 2 KB, a head with its board row, a receipt.</summary>
internal static class Change
{
    /// <summary>Streams a caller goes round; enough that pages are not always the same ones.</summary>
    public const int StreamsPerCaller = 50;

    public static readonly byte[] Payload = Filled(2048);
    public static readonly byte[] Summary = Filled(250);
    public static readonly byte[] Answer = Filled(120);
    public static readonly byte[] Fingerprint = Filled(32);
    public static readonly DateTimeOffset At = new(2026, 4, 15, 4, 0, 0, TimeSpan.Zero);

    public static string Stream(string contender, int run, int caller, long number) =>
        $"{contender}{run}/{caller}-{number % StreamsPerCaller}";

    /// <summary>The version a stream has before this change.</summary>
    public static long Before(long number) => number / StreamsPerCaller;

    private static byte[] Filled(int length)
    {
        // Incompressible, so that TOAST compression flatters nobody.
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}

internal sealed class JournalContender(JournalOptions options, int run) : Contender("journal")
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(JournalBench.Secret)
        .AddJournal(options)
        .BuildServiceProvider();
    private IJournal? _journal;

    public override async Task Change(int caller, long number)
    {
        _journal ??= _services.GetRequiredService<IJournal>();
        var stream = Bench.Change.Stream("journal", run, caller, number);
        var before = Bench.Change.Before(number);
        var result = await _journal.Append(
            new Append(
                before,
                [new NewEvent("visit-accepted", Bench.Change.At, Bench.Change.At, "li", Bench.Change.Payload)],
                new Head(stream, before + 1, "330106", "ins-1", Bench.Change.At, Bench.Change.Summary),
                new Receipt(Guid.CreateVersion7(), Bench.Change.Fingerprint, Bench.Change.At, Bench.Change.Answer),
                [],
                []
            )
        );
        if (result is not AppendResult.Committed)
            throw new InvalidOperationException($"{stream}: {result}");
    }

    public override async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await base.DisposeAsync();
    }
}

/// <summary>A transaction per change, the way it is usually written: begin, three statements, commit.</summary>
internal sealed class TransactionContender(NpgsqlDataSource source, int run) : Contender("transaction")
{
    public override async Task Change(int caller, long number)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var (text, parameters) in RawStatements.Of(Bench.Change.Stream("tx", run, caller, number), Bench.Change.Before(number)))
        {
            await using var command = new NpgsqlCommand(text, connection, transaction);
            command.Parameters.AddRange(parameters);
            if (await command.ExecuteNonQueryAsync() != 1)
                throw new InvalidOperationException("A statement changed nothing.");
        }

        await transaction.CommitAsync();
    }
}

/// <summary>The same transaction sent in one round trip: the best one can do per call.</summary>
internal sealed class OneTripContender(NpgsqlDataSource source, int run) : Contender("one trip")
{
    public override async Task Change(int caller, long number)
    {
        await using var batch = source.CreateBatch();
        foreach (var (text, parameters) in RawStatements.Of(Bench.Change.Stream("trip", run, caller, number), Bench.Change.Before(number)))
        {
            var command = new NpgsqlBatchCommand(text);
            command.Parameters.AddRange(parameters);
            batch.BatchCommands.Add(command);
        }

        if (await batch.ExecuteNonQueryAsync() != 3)
            throw new InvalidOperationException("A statement changed nothing.");
    }
}

/// <summary>One 2 KB row rewritten per change, without event, receipt or version: what a plain state store would do.</summary>
internal sealed class UpsertContender(NpgsqlDataSource source, int run) : Contender("upsert")
{
    public override async Task Change(int caller, long number)
    {
        await using var command = source.CreateCommand(
            "insert into plain_states (id, version, payload) values ($1, 1, $2) on conflict (id) do update set version = plain_states.version + 1, payload = excluded.payload"
        );
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Bench.Change.Stream("upsert", run, caller, number) });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = Bench.Change.Payload });
        await command.ExecuteNonQueryAsync();
    }
}
