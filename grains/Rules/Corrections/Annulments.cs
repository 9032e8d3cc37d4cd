namespace Supervision.Rules.Corrections;

/// <summary>Names facts of its own stream that never were, because a wrong clock brought them about. Whoever folds the stream leaves them out; the record keeps them.</summary>
public interface IAnnulment
{
    /// <summary>Versions of the stream, ascending.</summary>
    ImmutableArray<long> Versions { get; }
}

/// <summary>A fact with its place in its stream.</summary>
public sealed record Recorded<TEvent>(long Version, Fact<TEvent> Fact);

/// <summary>What an annulment brings an inspector or a county.</summary>
/// <param name="After">The state as it is folded from what stands and these facts.</param>
/// <param name="Resolved">Ids of alerts that end.</param>
public sealed record AnnulmentPlan<TState, TEvent>(
    ImmutableArray<Fact<TEvent>> Facts,
    TState After,
    ImmutableArray<string> Resolved,
    AnnulmentReport Report
);

/// <summary>Annuls what a wrong clock brought about; asking for what is done already changes nothing. An operator's act at the server.</summary>
/// <param name="From">First instant, by the wrong clock, at which it recorded; inclusive.</param>
/// <param name="To">Last such instant, inclusive.</param>
/// <param name="Reason">1–500 characters.</param>
/// <param name="Document">1–200 characters.</param>
/// <param name="DryRun">Only shows what would be annulled.</param>
[GenerateSerializer, Immutable, Alias("annul-facts")]
public sealed record AnnulFacts(DateTimeOffset From, DateTimeOffset To, string Reason, string Document, string By, bool DryRun)
{
    /// <summary>For inspectors: periods whose miss the units have annulled, or would.</summary>
    [Id(0)]
    public ImmutableArray<DutyRef> Undone { get; init; } = [];

    public bool Covers(DateTimeOffset recordedAt) => recordedAt >= From && recordedAt <= To;
}

public static class Annulments
{
    /// <summary>Whether an event of this kind annuls others: each aggregate's own ends so.</summary>
    public static bool Is(string kind) => kind.EndsWith("facts-annulled", StringComparison.Ordinal);

    /// <summary>Versions that the annulments among the facts name.</summary>
    public static HashSet<long> Of<TEvent>(IEnumerable<Recorded<TEvent>> history) =>
        [.. history.Select(recorded => recorded.Fact.Event).OfType<IAnnulment>().SelectMany(annulment => annulment.Versions)];

    /// <summary>What falls due is effective at a civil midnight and noticed later; what people do is effective when they do it.</summary>
    internal static bool FellDue<TEvent>(Fact<TEvent> fact) =>
        fact.EffectiveAt < fact.RecordedAt && CivilTime.StartOf(CivilTime.DateOf(fact.EffectiveAt)) == fact.EffectiveAt;
}

/// <summary>What an annulment did, or would do.</summary>
/// <param name="Kinds">Kinds of the annulled facts, one entry each.</param>
/// <param name="Papers">Numbered papers that are void with them; their numbers stay used.</param>
/// <param name="AlertsClosed">Alerts that end with them.</param>
/// <param name="Restated">Visits that were judged anew.</param>
[GenerateSerializer, Immutable, Alias("annulment-report")]
public sealed record AnnulmentReport(ImmutableArray<string> Kinds, ImmutableArray<string> Papers, int AlertsClosed, int Restated)
{
    /// <summary>Of a unit: periods that are not missed without the annulled facts.</summary>
    [Id(0)]
    public ImmutableArray<DutyRef> Undone { get; init; } = [];

    public static readonly AnnulmentReport Nothing = new([], [], 0, 0);
}
