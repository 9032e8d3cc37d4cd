using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Supervision.Contracts;

/// <summary>Receives a board's changes. Never awaited by the sender: a slow receiver finds a gap and asks again.</summary>
public interface IBoardObserver : IGrainObserver
{
    [Alias("Changed"), OneWay]
    Task Changed(BoardDelta delta);
}

/// <summary>Something with a live board: a county, or a region above it.</summary>
public interface IBoardGrain : IGrainWithStringKey
{
    /// <summary>Starts or renews a lease of 100 seconds and gives the board it starts from; renew every 30 seconds.</summary>
    [Alias("Subscribe"), AlwaysInterleave]
    Task<BoardSnapshot?> Subscribe(IBoardObserver observer);

    [Alias("Unsubscribe"), AlwaysInterleave]
    Task Unsubscribe(IBoardObserver observer);

    /// <summary>Extends the lease and gives the board's version; null when the lease is unknown and must be taken anew.</summary>
    [Alias("Renew"), AlwaysInterleave]
    Task<long?> Renew(IBoardObserver observer);

    /// <summary>Null when there is no such county or region.</summary>
    [Alias("Board"), AlwaysInterleave]
    Task<BoardSnapshot?> Board();

    /// <summary>The board as a row of the one above; null when there is no such county or region.</summary>
    [Alias("Summary"), AlwaysInterleave]
    Task<ChildSummary?> Summary();

    /// <summary>Coverage month by month; null when there is no such county or region.</summary>
    /// <param name="months">1–12, the current one included.</param>
    [Alias("Series"), AlwaysInterleave]
    Task<CoverageSeries?> Series(int months);
}

public interface ICountyGrain : IBoardGrain
{
    /// <exception cref="RetryableFaultException">Outcome unknown; repeat with the same operation id.</exception>
    [Alias("Execute")]
    Task<Outcome> Execute(Submission<CountyCommand> submission);

    /// <summary>Annuls shortfalls a wrong clock noticed, and what rested on them; for after the units have annulled. Asking again changes nothing. The system's own.</summary>
    [Alias("Annul")]
    Task<AnnulmentReport> Annul(AnnulFacts command);

    /// <summary>Units tell of changes; one that is of another county now leaves the board.</summary>
    [Alias("Report"), AlwaysInterleave]
    Task Report(ImmutableArray<UnitReport> reports);

    /// <summary>
    /// Decides everything due in the county by now and returns the version of a board that shows it. Idempotent; called by the
    /// hourly reminder, on activation, by the minute's reconciliation and by a sandbox's clock.
    /// </summary>
    [Alias("Wake"), ResponseTimeout("00:02:00")]
    Task<long> Wake();

    /// <param name="take">1–500.</param>
    [Alias("Alerts"), AlwaysInterleave]
    Task<ImmutableArray<AlertView>> Alerts(long beforeSequence, int take, bool openOnly);

    /// <summary>
    /// Somebody of the county has seen an alert. The first one stands; a repeat answers what stands, so no operation id is
    /// needed. It ends an alert that asks to be seen only; one that asks for more stays open until that is done.
    /// </summary>
    /// <exception cref="RetryableFaultException">Outcome unknown; repeating is safe.</exception>
    [Alias("AcknowledgeAlert"), AlwaysInterleave]
    Task<AlertOutcome> AcknowledgeAlert(string alert, Actor actor);

    /// <summary>Every version of the county's policy, read from its journal; null when there is no such county.</summary>
    [Alias("Policies"), AlwaysInterleave]
    Task<CountyPolicies?> Policies();

    /// <summary>What the command would do now, without doing it; null when there is no such county.</summary>
    [Alias("Preview"), AlwaysInterleave]
    Task<PolicyPreview?> Preview(ActivatePolicy command);

    /// <summary>What would follow from a command; nothing is recorded, and no operation id is used up.</summary>
    [Alias("PreviewCommand")]
    Task<Preview> PreviewCommand(Submission<CountyCommand> submission);

    /// <summary>The county's own ladder, kept by its province; null when there is no such county.</summary>
    [Alias("Ladder"), AlwaysInterleave]
    Task<CountyLadder?> Ladder();

    /// <summary>What waits for, or was given, a second person's consent, newest first; null when there is no such county.</summary>
    [Alias("Approvals"), AlwaysInterleave]
    Task<ImmutableArray<Approval>?> Approvals();

    /// <summary>How the county has set itself up; null when there is no such county.</summary>
    [Alias("Office"), AlwaysInterleave]
    Task<CountyOffice?> Office();

    /// <summary>The county's plans of the year and the departments it works with; null when there is no such county.</summary>
    [Alias("Books"), AlwaysInterleave]
    Task<CountyBooks?> Books();

    /// <summary>An inspector of the county raised or resolved alerts: the board asks for them anew. Losing it is harmless.</summary>
    [Alias("AlertsChanged"), AlwaysInterleave]
    Task AlertsChanged();
}

public interface IRegionGrain : IBoardGrain
{
    /// <summary>A child tells of its new totals.</summary>
    [Alias("Report"), OneWay, AlwaysInterleave]
    Task Report(ChildSummary child);

    /// <summary>Asks every child anew and returns the version of a board that shows their answers.</summary>
    [Alias("Refresh"), ResponseTimeout("00:01:00")]
    Task<long> Refresh();
}

/// <summary>Finds what exists, by reading the journal. Holds nothing.</summary>
public interface IDirectoryGrain : IGrainWithIntegerKey
{
    /// <param name="prefix">Leading digits; empty for all. Ordered by code.</param>
    [Alias("Counties")]
    Task<ImmutableArray<CountyProfile>> Counties(string prefix);

    /// <summary>Which of these inspectors are appointed.</summary>
    [Alias("Inspectors")]
    Task<ImmutableArray<InspectorProfile>> Inspectors(string countyPrefix);

    /// <summary>Which units are registered, as rows; ordered by key.</summary>
    [Alias("Units")]
    Task<ImmutableArray<UnitSummary>> Units(string countyPrefix);

    /// <summary>Issues of an area, newest first.</summary>
    [Alias("Issues")]
    Task<IssuePage> Issues(IssueFilter filter);

    /// <summary>The numbered papers of a county, by year, kind and number.</summary>
    [Alias("Documents")]
    Task<DocumentPage> Documents(DocumentFilter filter);

    /// <summary>
    /// A county's board as it was at an instant, as far as it was known at another: units that are the county's now. Version 0;
    /// no alerts; coverage of every month there was. Null when there was no such county.
    /// </summary>
    [Alias("PastBoard"), ResponseTimeout("00:01:00")]
    Task<BoardSnapshot?> PastBoard(string county, DateTimeOffset asOf, DateTimeOffset known);

    /// <summary><see cref="PastBoard"/> of every county of a region, added up. Null when no county of it was registered.</summary>
    /// <param name="region"><c>3305</c>, <c>33</c> or <c>CN</c>.</param>
    [Alias("PastRegion"), ResponseTimeout("00:02:00")]
    Task<BoardSnapshot?> PastRegion(string region, DateTimeOffset asOf, DateTimeOffset known);

    /// <summary>Coverage by month up to an instant, as far as it was known at another. Null when there was no such county or region.</summary>
    /// <param name="scope"><c>county/330521</c> or <c>region/3305</c>.</param>
    /// <param name="months">1–12, the one of <paramref name="asOf"/> included.</param>
    [Alias("PastSeries"), ResponseTimeout("00:02:00")]
    Task<CoverageSeries?> PastSeries(string scope, DateTimeOffset asOf, DateTimeOffset known, int months);

    /// <summary>A fact of the store, such as <c>mode</c>; null when never set.</summary>
    [Alias("Fact")]
    Task<string?> Fact(string name);

    /// <summary>Sets a fact of the store if it was not set; returns what stands.</summary>
    [Alias("SetFactOnce")]
    Task<string> SetFactOnce(string name, string value);

    /// <summary>What was answered to an operation that is not one actor's, such as an import; null when it was not answered yet.</summary>
    /// <param name="scope">Whose operation it is, e.g. <c>import/county-330521</c>.</param>
    [Alias("Answer")]
    Task<StoredAnswer?> Answer(string scope, Guid opId);

    /// <summary>Keeps an answer; the first one stands and is returned.</summary>
    [Alias("KeepAnswer")]
    Task<StoredAnswer> KeepAnswer(string scope, Guid opId, StoredAnswer answer);
}

/// <param name="Fingerprint">Hash of the request's content, at most 32 bytes.</param>
/// <param name="Body">The answer as UTF-8 JSON.</param>
[GenerateSerializer, Immutable, Alias("stored-answer")]
public sealed record StoredAnswer(ReadOnlyMemory<byte> Fingerprint, ReadOnlyMemory<byte> Body);

/// <param name="Name">As it stands on the county's papers.</param>
/// <param name="OwnDepartments">The county set its list; false while the built-in one applies.</param>
/// <param name="Plans">By year.</param>
[GenerateSerializer, Immutable, Alias("county-books")]
public sealed record CountyBooks(string Name, DepartmentList Departments, bool OwnDepartments, ImmutableArray<YearPlan> Plans);
