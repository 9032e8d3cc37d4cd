using Npgsql;

namespace Supervision.Journal.Tests;

public sealed class ConnectionLossTests() : JournalSuite(StoreUnderTest.Postgres)
{
    [Fact]
    public async Task Append_ConnectionKilledInTheMiddle_IsUnavailable_AndRepeatingCommitsOnce()
    {
        await Commit(School);
        await using var other = new NpgsqlConnection(Under.Store.ConnectionString);
        await other.OpenAsync();
        await using var blocking = await other.BeginTransactionAsync();
        // Holds the head's row, so that the writer's statement is under way when it is killed.
        await Execute(other, $"select from journal_heads where stream = '{School}' for update");
        var receipt = Some.Receipt();

        var append = Append(School, expected: 1, receipt: receipt);
        await KillTheWaitingWriter();
        await append.Awaiting(it => it).Should().ThrowAsync<JournalUnavailableException>();
        await blocking.RollbackAsync();

        await Commit(School, expected: 1, receipt: receipt);
        (await Append(School, expected: 2, receipt: receipt)).Should().BeOfType<AppendResult.Duplicate>();
        (await Journal.Read(School, 0))!.Head.Version.Should().Be(2);
    }

    [Fact]
    public async Task Documents_ConnectionKilledWhileTakingANumber_LeaveNoGap()
    {
        await Commit(Some.Append("school/1") with { Documents = [Some.Notice(1)] });
        await using var other = new NpgsqlConnection(Under.Store.ConnectionString);
        await other.OpenAsync();
        await using var blocking = await other.BeginTransactionAsync();
        // Holds the counter, so that the writer has taken the head and not yet the number when it is killed.
        await Execute(other, "select from journal_numbers for update");
        var append = Some.Append("school/2", receipt: Some.Receipt()) with { Documents = [Some.Notice(1), Some.Notice(2)] };

        var killed = Journal.Append(append);
        await KillTheWaitingWriter();
        await killed.Awaiting(it => it).Should().ThrowAsync<JournalUnavailableException>();
        await blocking.RollbackAsync();
        await Commit(Some.Append("school/3") with { Documents = [Some.Notice(1)] });
        await Commit(append);

        (await Journal.DocumentsOf(new("330106")))
            .Select(document => (document.Number, document.Stream))
            .Should()
            .Equal((1, "school/1"), (2, "school/3"), (3, "school/2"), (4, "school/2"));
    }

    [Fact]
    public async Task Append_WritersKilledOverAndOver_EveryOperationIsCommittedOnce_AndNumbersHaveNoGaps()
    {
        const int streams = 20;
        const int operations = 30;
        using var done = new CancellationTokenSource();
        var killing = KillWritersUntil(done.Token);

        await Task.WhenAll(
            Enumerable
                .Range(0, streams)
                .Select(async stream =>
                {
                    for (var version = 0; version < operations; version++)
                    {
                        var receipt = Some.Receipt(Guid.NewGuid());
                        while (!await TryOnce($"school/{stream}", version, receipt)) { }
                    }
                })
        );

        await done.CancelAsync();
        (await killing).Should().BePositive();
        foreach (var (stream, version) in await Journal.HeadVersions(new HeadQuery(["school"])))
        {
            version.Should().Be(operations, stream);
            (await Journal.Read(stream, 0))!.Events.Should().HaveCount(operations);
        }

        (await Journal.DocumentsOf(new("330106", Take: 1000)))
            .Select(document => document.Number)
            .Should()
            .Equal(Enumerable.Range(1, streams * operations));
    }

    private async Task<bool> TryOnce(string stream, long version, Receipt receipt)
    {
        try
        {
            var append = Some.Append(stream, version, receipt) with { Documents = [Some.Notice((int)version)] };
            (await Journal.Append(append)).Should().NotBeOfType<AppendResult.Conflict>();
            return true;
        }
        catch (JournalUnavailableException)
        {
            return false;
        }
    }

    private async Task<int> KillWritersUntil(CancellationToken done)
    {
        await using var other = new NpgsqlConnection(Under.Store.ConnectionString);
        await other.OpenAsync(CancellationToken.None);
        var killed = 0;
        do
        {
            killed += await Kill(other, "query like 'with input%'");
            // A new session needs longer for its first statement than for the next; pauses of all lengths let some of them through.
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 150)), TimeProvider.System, CancellationToken.None);
        } while (!done.IsCancellationRequested);
        return killed;
    }

    private async Task KillTheWaitingWriter()
    {
        // The list of sessions stands still inside a transaction: it is read from outside the one that blocks.
        await using var other = new NpgsqlConnection(Under.Store.ConnectionString);
        await other.OpenAsync();
        while (await Kill(other, "wait_event_type = 'Lock'") == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
    }

    private static async Task<int> Kill(NpgsqlConnection other, string which)
    {
        await using var command = new NpgsqlCommand(
            $"select pg_terminate_backend(pid)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and {which}",
            other
        );
        await using var reader = await command.ExecuteReaderAsync();
        var killed = 0;
        while (await reader.ReadAsync())
            killed += reader.GetInt32(0);
        return killed;
    }

    private static async Task Execute(NpgsqlConnection connection, string text)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }
}
