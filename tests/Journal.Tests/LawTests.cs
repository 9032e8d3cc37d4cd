using CsCheck;

namespace Supervision.Journal.Tests;

/// <summary>What holds however appends interleave.</summary>
public abstract class LawTests(StoreUnderTest kind) : JournalSuite(kind)
{
    private const int Streams = 40;
    private const int Appends = 500;

    [Fact]
    public void ConcurrentAppends_WithRandomConflicts_LeaveVersionsGaplessAndHeadsAtTheirMaximum()
    {
        var round = 0;
        // A failing case prints its seed; give it to Sample to see it again.
        Gen.Select(Gen.Int[0, Streams - 1], Gen.Int[1, 3], Gen.Int[0, 3])
            .Array[Appends]
            .Sample(steps => Run(round++, steps).GetAwaiter().GetResult(), iter: 3, threads: 1);
    }

    private async Task<bool> Run(int round, (int Stream, int Events, int Behind)[] steps)
    {
        var known = new long[Streams];
        var committed = new long[Streams];
        await Task.WhenAll(
            steps.Select(async step =>
            {
                var stream = $"school{round}/{step.Stream}";
                // Every fourth is decided on a version that may have moved on, as a second activation would.
                var expected = Math.Max(0, Volatile.Read(ref known[step.Stream]) - (step.Behind == 0 ? 1 : 0));
                var result = await Append(
                    stream,
                    expected,
                    Some.Receipt(),
                    events: [.. Enumerable.Range(0, step.Events).Select(_ => Some.Event())]
                );
                if (result is not AppendResult.Committed)
                    return;
                Interlocked.Add(ref committed[step.Stream], step.Events);
                Volatile.Write(ref known[step.Stream], expected + step.Events);
            })
        );

        for (var i = 0; i < Streams; i++)
        {
            var tail = await Journal.Read($"school{round}/{i}", 0);
            if (tail is null && committed[i] == 0)
                continue;
            tail!.Head.Version.Should().Be(committed[i]);
            tail.Events.Select(e => e.Version).Should().Equal(Enumerable.Range(1, (int)committed[i]).Select(v => (long)v));
        }

        return true;
    }

    public sealed class OnSqlite() : LawTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : LawTests(StoreUnderTest.Postgres);
}
