namespace Supervision.Faults.Rig;

/// <summary>What must be true after any fault.</summary>
internal static class Proofs
{
    /// <summary>Every visit that was sent and settled is one fact with one receipt, and there is no other visit.</summary>
    public static async Task EveryVisitExistsOnce(JournalReader journal, VisitLoad load)
    {
        load.Strange.Select(answer => answer.ToString()).Should().BeEmpty("a fault is answered with a retryable 503 and nothing else");
        load.Sent.Where(visit => visit.Settled is null).Should().BeEmpty("everything was repeated until it was answered");
        var visits = (await journal.Events())
            .Where(row => row.Kind is "visit-accepted" or "visit-held" or "visit-flagged")
            .Select(row => (row.Stream, row.OpId!.Value))
            .ToList();
        var expected = load.Sent.Select(visit => (visit.Unit, visit.Key)).ToHashSet();
        visits.Should().OnlyHaveUniqueItems("no visit is recorded twice");
        visits.Where(visit => !expected.Contains(visit)).Should().BeEmpty("nobody else recorded visits");
        visits.Should().HaveCount(expected.Count, "no acknowledged visit is lost");
        var receipts = (await journal.Receipts()).Where(expected.Contains).ToList();
        receipts.Should().OnlyHaveUniqueItems().And.HaveCount(expected.Count, "each has one receipt");
    }

    /// <summary>Every visit that was answered is on record as accepted once, however often it was sent; and the store walks whole.</summary>
    public static async Task EveryAnswerIsOnRecord(Installation installation, VisitLoad load)
    {
        var expected = load.Sent.Select(visit => (visit.Unit, visit.Key)).ToHashSet();
        (await installation.Journal.Accepted())
            .Where(expected.Contains)
            .Should()
            .OnlyHaveUniqueItems("a repeat is on record as one")
            .And.HaveCount(expected.Count, "nothing is answered before it is on record");
        var walk = await installation.Verify();
        walk.ExitCode.Should().Be(0, string.Join('\n', walk.Lines));
    }

    /// <summary>Versions without gaps, heads at the newest one, and no stream's clock ran back.</summary>
    public static async Task StreamsAreWhole(JournalReader journal)
    {
        var heads = (await journal.Heads()).ToDictionary(head => head.Stream, head => head.Version);
        var streams = (await journal.Events()).GroupBy(row => row.Stream).ToList();
        streams.Select(stream => stream.Key).Should().BeEquivalentTo(heads.Keys);
        foreach (var stream in streams)
        {
            stream
                .Select(row => row.Version)
                .SequenceEqual(Enumerable.Range(1, stream.Count()).Select(version => (long)version))
                .Should()
                .BeTrue($"{stream.Key} has no gap");
            heads[stream.Key].Should().Be(stream.Count(), stream.Key);
            stream.Select(row => row.RecordedAt).Should().BeInAscendingOrder($"the clock never runs back ({stream.Key})");
        }
    }

    /// <summary>The board comes to show exactly what the journal's heads say, and its counters are the sums of its rows.</summary>
    public static Task BoardIsTheJournal(JournalReader journal, Api api, string county, TimeSpan? within = null) =>
        Eventually.Holds(
            $"the board of {county} is what the journal says",
            async () =>
            {
                var heads = await journal.Board(county);
                var board = await api.Read($"/api/v1/counties/{county}/board");
                var rows = board.GetProperty("units").EnumerateArray().ToDictionary(row => row.GetProperty("unit").GetString()!);
                rows.Keys.Should().BeEquivalentTo(heads.Keys);
                foreach (var (unit, head) in heads)
                foreach (var member in new[] { "version", "state", "colour", "done" })
                    rows[unit].GetProperty(member).ToString().Should().Be(head.GetProperty(member).ToString(), $"{member} of {unit}");
                var tally = board.GetProperty("tally");
                foreach (var colour in new[] { "Green", "Amber", "Red", "Grey", "White" })
                    tally
                        .GetProperty(JsonNamingPolicy.CamelCase.ConvertName(colour))
                        .GetInt32()
                        .Should()
                        .Be(rows.Values.Count(row => row.GetProperty("colour").GetString() == colour), colour);
            },
            within
        );

    /// <summary>A watcher that was left alone comes to hold the journal's rows.</summary>
    public static Task WatcherIsTheJournal(JournalReader journal, Watcher watcher, string county, TimeSpan? within = null) =>
        Eventually.Holds(
            $"the watcher of {county} holds what the journal says",
            async () =>
                watcher
                    .Rows()
                    .Should()
                    .BeEquivalentTo(
                        (await journal.Board(county)).ToDictionary(head => head.Key, head => head.Value.GetProperty("version").GetInt64())
                    ),
            within
        );
}
