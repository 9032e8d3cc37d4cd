using System.Diagnostics.Metrics;

namespace Supervision.Journal.Records;

/// <summary>How the journal's writers fare: commits, and how much each took along.</summary>
internal static class JournalMeter
{
    private static readonly Meter Meter = new("Supervision.Journal");
    private static readonly Counter<long> Appends = Meter.CreateCounter<long>(
        "supervision.journal.appends",
        "{append}",
        "Writes handed to the store, committed or not."
    );
    private static readonly Histogram<int> Batches = Meter.CreateHistogram(
        "supervision.journal.batch",
        "{append}",
        "Writes in one commit.",
        advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] }
    );

    public static void Batch(int size)
    {
        Appends.Add(size);
        Batches.Record(size);
    }
}
