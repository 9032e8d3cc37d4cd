using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Supervision.Contracts;

/// <summary>A supervised unit: it tracks its own cadence, issues and ladder.</summary>
public interface IUnitGrain : IGrainWithStringKey
{
    /// <summary>Answers after the commit. A refusal changes nothing.</summary>
    /// <exception cref="RetryableFaultException">Outcome unknown; repeat with the same operation id.</exception>
    [Alias("Execute")]
    Task<Outcome> Execute(Submission<UnitCommand> submission);

    /// <summary>The edge found that the command can't be done: that is kept as the answer, unless one was given before, which then stands.</summary>
    [Alias("Refuse")]
    Task<Outcome> Refuse(Submission<UnitCommand> submission, Refusal refusal);

    /// <summary>Records everything due by now and gives the row that follows; null when the unit is not registered. Asking again changes nothing.</summary>
    [Alias("Advance")]
    Task<UnitSummary?> Advance();

    /// <summary>The unit as it stands now; null when it is not registered.</summary>
    [Alias("Read")]
    Task<UnitView?> Read();

    /// <summary>The county it is of now; null when it is not registered. For the edge's own question whose the unit is.</summary>
    [Alias("County"), AlwaysInterleave]
    Task<string?> County();

    /// <summary>Annuls what a wrong clock brought about, and what followed from it. Asking again changes nothing. The system's own.</summary>
    [Alias("Annul")]
    Task<AnnulmentReport> Annul(AnnulFacts command);

    /// <summary>The county it is of now, and whether an inspector is kept away from it. For the edge, before anything of the unit is shown.</summary>
    /// <param name="inspector">Certificate code; null for who is no inspector.</param>
    [Alias("Standing"), AlwaysInterleave]
    Task<UnitStanding> Standing(string? inspector);

    /// <summary>What would follow from a command; nothing is recorded, and no operation id is used up.</summary>
    [Alias("Preview")]
    Task<Preview> Preview(Submission<UnitCommand> submission);

    /// <summary>The unit as it was at an instant, as far as it was known at another; null when it was not registered or known then.</summary>
    /// <param name="asOf">Not after <paramref name="known"/>.</param>
    [Alias("Past")]
    [AlwaysInterleave]
    Task<UnitView?> Past(DateTimeOffset asOf, DateTimeOffset known);

    /// <summary>Whether the unit would fare otherwise under one more version of its county's policy; false when it is not registered.</summary>
    /// <param name="asked">Under the number it would get, with the day it would take effect.</param>
    [Alias("WouldChange"), AlwaysInterleave]
    Task<bool> WouldChange(Policy asked);

    /// <summary>What the screen at its gate shows now; null when it is not registered.</summary>
    [Alias("GateCode"), AlwaysInterleave]
    Task<GateCode?> GateCode();

    /// <summary>Its events, newest first, at most 200.</summary>
    [Alias("History")]
    [AlwaysInterleave]
    Task<ImmutableArray<HistoryEntry>> History(long beforeVersion, int take);

    /// <summary>Its events as its own account may read them, newest first, at most 200: without what it is not told of, and by the versions it is given.</summary>
    /// <param name="beforeVersion">One of those.</param>
    [Alias("HistoryAsSeen")]
    [AlwaysInterleave]
    Task<ImmutableArray<HistoryEntry>> HistoryAsSeen(long beforeVersion, int take);

    /// <summary>Its alerts in the county it is of now, newest first, also those that ended.</summary>
    /// <param name="take">1–500.</param>
    /// <param name="recipient">Only alerts addressed to this actor key; null for all.</param>
    [Alias("Alerts")]
    [AlwaysInterleave]
    Task<ImmutableArray<AlertView>> Alerts(long beforeSequence, int take, string? recipient);

    /// <summary>Ids of the alerts its state calls for now, without the marks of a second raising. For its county, which closes what stands no longer.</summary>
    [Alias("StandingAlerts")]
    Task<ImmutableArray<string>> StandingAlerts();
}

public interface ISchoolGrain : IUnitGrain;

public interface IInstitutionGrain : IUnitGrain;

/// <param name="Duties">Oldest first, at most 14.</param>
/// <param name="Assignments">In force or still to come.</param>
/// <param name="Held">Late visits waiting for approval.</param>
[GenerateSerializer, Immutable, Alias("unit-view")]
public sealed record UnitView(
    UnitSummary Summary,
    ImmutableArray<Duty> Duties,
    ImmutableArray<Assignment> Assignments,
    ImmutableArray<Assignment> Deputies,
    ImmutableArray<VisitMark> Held,
    CaseFile? Cases = null
)
{
    /// <summary>Inspectors kept away from the unit.</summary>
    [Id(0)]
    public ImmutableArray<Recusal> Recusals { get; init; } = [];

    /// <summary>Where a school stands in the term; null for an institution, and where no minimum is set.</summary>
    [Id(4)]
    public TermProgress? Term { get; init; }

    /// <summary>The school's week; null for an institution.</summary>
    [Id(5)]
    public WeekBurden? Week { get; init; }

    /// <summary>Why visits wait for the county.</summary>
    [Id(1)]
    public ImmutableArray<VisitDoubt> Doubts { get; init; } = [];
}

/// <param name="County">Null when it is not registered.</param>
/// <param name="IsBarred">The inspector asked about is recused from the unit.</param>
[GenerateSerializer, Immutable, Alias("unit-standing")]
public sealed record UnitStanding(string? County, bool IsBarred);

/// <param name="Body">The event as UTF-8 JSON.</param>
/// <param name="OpId">The command that caused it; null for what a deadline caused.</param>
[GenerateSerializer, Immutable, Alias("history-entry")]
public sealed record HistoryEntry(
    long Version,
    string Kind,
    DateTimeOffset EffectiveAt,
    DateTimeOffset RecordedAt,
    string Actor,
    Guid? OpId,
    ReadOnlyMemory<byte> Body
);

/// <summary>What a unit tells the actors above it after a commit. Losing one is harmless: they reconcile with the journal.</summary>
/// <param name="AlertsChanged">Alerts were raised or resolved with it.</param>
[GenerateSerializer, Immutable, Alias("unit-report")]
public sealed record UnitReport(UnitSummary Summary, bool AlertsChanged)
{
    /// <summary>To the inspector whose visits they are: visits that arrived, and what became of visits.</summary>
    [Id(0)]
    public ImmutableArray<VisitNews> Visits { get; init; } = [];
}

/// <summary>A visit that arrived, or is void.</summary>
/// <param name="Version">The unit's when it was recorded; what an older one says is stale.</param>
/// <param name="RecordedAt">When the journal took it.</param>
/// <param name="IsVoid">It is to be weighed against no other any more.</param>
[GenerateSerializer, Immutable, Alias("visit-news")]
public sealed record VisitNews(Attendance Visit, long Version, DateTimeOffset RecordedAt, bool IsVoid);
