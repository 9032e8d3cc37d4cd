using System.Net;
using Npgsql;
using Supervision.Faults.Rig;

namespace Supervision.Faults;

/// <summary>
/// The process killed between any two steps of one visit's way: received, sent to the store, committed, answered. A lock held
/// on the unit's head row from outside stops the way inside the commit; a frozen process never learns of its own commit.
/// </summary>
public sealed class AppendPathTests : FaultTest
{
    private const string County = "330521";
    private static readonly DateTimeOffset MidMarch = new(2026, 3, 20, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Visit_ProcessKilledAnywhereOnItsWay_ARepeatGivesTheReceiptOrDoesItOnce()
    {
        var installation = OnPostgres();
        var (running, load) = await Start(installation);

        // Received by the machine, seen by nobody.
        var visit = load.Next();
        running.Freeze();
        var sending = load.Send(visit);
        await running.Kill();
        (await sending).Should().BeFalse();
        running = await installation.StartSandbox();
        (await Known(installation, visit)).Should().BeFalse("nobody saw it");
        await load.RepeatUnanswered();
        (await Known(installation, visit)).Should().BeTrue();

        // Inside the commit, which never ends: the store forgets it.
        visit = load.Next();
        await using (var held = await Hold(installation, visit))
        {
            sending = load.Send(visit);
            await held.SomebodyWaits();
            await running.Kill();
            await held.EndWhoWaits();
        }

        (await sending).Should().BeFalse();
        running = await installation.StartSandbox();
        (await Known(installation, visit)).Should().BeFalse("the commit was undone");
        await load.RepeatUnanswered();
        (await Known(installation, visit)).Should().BeTrue();

        // Inside the commit, which ends after the process did: the work of a dead process stands.
        visit = load.Next();
        await using (var held = await Hold(installation, visit))
        {
            sending = load.Send(visit);
            await held.SomebodyWaits();
            await running.Kill();
        }

        (await sending).Should().BeFalse();
        await Eventually.True("the commit ended", () => Known(installation, visit));
        running = await installation.StartSandbox();
        await load.RepeatUnanswered();

        // Committed, not answered, nobody above told: frozen while it waits, killed when the store is done.
        visit = load.Next();
        await using (var held = await Hold(installation, visit))
        {
            sending = load.Send(visit);
            await held.SomebodyWaits();
            running.Freeze();
        }

        await Eventually.True("the commit ended", () => Known(installation, visit));
        await running.Kill();
        (await sending).Should().BeFalse();
        await installation.StartSandbox();
        await Proofs.BoardIsTheJournal(installation.Journal, installation.Api, County);
        await load.RepeatUnanswered();

        await load.RepeatAnswered(load.Sent);
        await Proofs.EveryVisitExistsOnce(installation.Journal, load);
        await Proofs.StreamsAreWhole(installation.Journal);
        await Proofs.EveryAnswerIsOnRecord(installation, load);
    }

    [Fact]
    public async Task Visit_SentThreeTimesAtOnce_WhileTheProcessIsKilled_IsOneVisitWithOneAnswer()
    {
        var installation = OnPostgres();
        var (running, load) = await Start(installation);
        var visit = load.Next();
        await using (var held = await Hold(installation, visit))
        {
            var three = Enumerable.Range(0, 3).Select(_ => load.Send(visit)).ToList();
            await held.SomebodyWaits();
            await running.Kill();
            (await Task.WhenAll(three)).Should().AllBeEquivalentTo(false);
        }

        await installation.StartSandbox();
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => installation.Api.Post(visit.Path, visit.Body, visit.Key)));
        answers.Should().OnlyContain(answer => answer.Status == HttpStatusCode.OK);
        answers.Distinct().Should().ContainSingle();
        visit.Settled = answers[0];
        await Proofs.EveryVisitExistsOnce(installation.Journal, load);
    }

    private static async Task<(Running, VisitLoad)> Start(Installation installation)
    {
        var api = installation.Api;
        var running = await installation.StartSandbox();
        await api.SignIn("province");
        await api.ImportRoster();
        await api.AdvanceClock(MidMarch);
        await api.SignIn($"county-{County}");
        return (running, await VisitLoad.On(api, MidMarch, County));
    }

    private static async Task<bool> Known(Installation installation, SentVisit visit) =>
        (await installation.Journal.Receipts()).Contains((visit.Unit, visit.Key));

    private static async Task<HeldHead> Hold(Installation installation, SentVisit visit)
    {
        var connection = new NpgsqlConnection(installation.Postgres + ";Pooling=false");
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("select from journal_heads where stream = $1 for update", connection)
        {
            Parameters = { new() { Value = visit.Unit } },
        };
        await command.ExecuteNonQueryAsync();
        // The lists of sessions stand still inside a transaction: they are read from outside it.
        var watching = new NpgsqlConnection(installation.Postgres + ";Pooling=false");
        await watching.OpenAsync();
        return new(connection, transaction, watching);
    }

    /// <summary>A unit's head row, locked; let go when disposed.</summary>
    private sealed class HeldHead(NpgsqlConnection connection, NpgsqlTransaction transaction, NpgsqlConnection watching) : IAsyncDisposable
    {
        private const string Waiting = "datname = current_database() and pid <> pg_backend_pid() and wait_event_type = 'Lock'";

        public Task SomebodyWaits() =>
            Eventually.True(
                "the commit waits for the lock",
                async () => await Count($"select count(*)::int from pg_stat_activity where {Waiting}") > 0
            );

        /// <summary>What a store does with a session whose machine is gone.</summary>
        public async Task EndWhoWaits()
        {
            (await Count($"select count(pg_terminate_backend(pid))::int from pg_stat_activity where {Waiting}")).Should().BePositive();
            await Eventually.True(
                "nobody waits",
                async () => await Count($"select count(*)::int from pg_stat_activity where {Waiting}") == 0
            );
        }

        public async ValueTask DisposeAsync()
        {
            await transaction.RollbackAsync();
            await connection.DisposeAsync();
            await watching.DisposeAsync();
        }

        private async Task<int> Count(string query)
        {
#pragma warning disable CA2100 // Constants of this class.
            await using var command = new NpgsqlCommand(query, watching);
#pragma warning restore CA2100
            return (int)(await command.ExecuteScalarAsync())!;
        }
    }
}
