namespace Supervision.Gateway.Views;

/// <summary>A unit's row as people see it: the summary, with its reasons in words.</summary>
/// <param name="Version">Grows with every change the reader may see.</param>
/// <param name="Reasons">The first gives the colour.</param>
/// <param name="Central">Code of the central school that answers for this one; null for any other unit.</param>
public sealed record RowView(
    string Unit,
    long Version,
    UnitKind Kind,
    string Code,
    string Name,
    string County,
    string? Town,
    string? TownName,
    string Category,
    UnitStatus Status,
    int? Students,
    string? Inspector,
    Colour Colour,
    Period Period,
    DutyState State,
    int Required,
    int Done,
    ImmutableArray<DutyMark> Recent,
    DateTimeOffset? LastVisitAt,
    int AwaitingApproval,
    ImmutableArray<ReasonView> Reasons,
    DateTimeOffset? NextDueAt,
    CaseRow Cases,
    string? Central
)
{
    /// <summary>Degrees east by the roster; null when unknown.</summary>
    public double? Longitude { get; init; }

    /// <summary>Degrees north by the roster.</summary>
    public double? Latitude { get; init; }

    public static RowView Of(UnitSummary row) =>
        new(
            row.Unit,
            row.Version,
            row.Kind,
            row.Code,
            row.Name,
            row.County,
            row.Town,
            row.TownName,
            row.Category,
            row.Status,
            row.Students,
            row.Inspector,
            row.Colour,
            row.Period,
            row.State,
            row.Required,
            row.Done,
            row.Recent,
            row.LastVisitAt,
            row.AwaitingApproval,
            [.. row.Reasons.Select(ReasonTexts.Render)],
            row.NextDueAt,
            CaseRow.Of(row.CasesOrClear),
            row.Central
        )
        {
            Longitude = row.Longitude,
            Latitude = row.Latitude,
        };
}

/// <summary>The compliance axis in a row.</summary>
/// <param name="Reasons">The most pressing five.</param>
/// <param name="Rung">The highest measure in force; <c>None</c> is regular supervision (R0).</param>
public sealed record CaseRow(
    Colour Colour,
    ImmutableArray<ReasonView> Reasons,
    int OpenIssues,
    int OverdueIssues,
    Rung Rung,
    ImmutableArray<WaitingDecision> Waiting
)
{
    public static CaseRow Of(CaseSummary cases) =>
        new(cases.Colour, [.. cases.Reasons.Select(ReasonTexts.Render)], cases.OpenIssues, cases.OverdueIssues, cases.Rung, cases.Waiting);
}

/// <summary>One unit in full.</summary>
/// <param name="Duties">Oldest first, at most 14 periods.</param>
/// <param name="Held">Late visits waiting for the county's approval.</param>
/// <param name="Recusals">Inspectors who are kept away from the unit (回避), with the reason; empty for whoever may not know.</param>
/// <param name="Term">Where a school stands in its term, against the statutory minimum; null for an institution, and where no minimum is set.</param>
/// <param name="Week">Visits to a school in its week; to the school itself only those made. Null for an institution.</param>
/// <param name="Now">The server's present when it was read, simulated in a sandbox; also for the past.</param>
public sealed record UnitDetail(
    DateTimeOffset Now,
    RowView Row,
    ImmutableArray<Duty> Duties,
    ImmutableArray<Assignment> Assignments,
    ImmutableArray<Assignment> Deputies,
    ImmutableArray<Recusal> Recusals,
    ImmutableArray<HeldView> Held,
    CaseDetail Cases,
    TermProgress? Term,
    WeekBurden? Week
)
{
    /// <param name="reader">The unit itself never learns of visits to come or of the day drawn for a look-back (L77).</param>
    public static UnitDetail Of(UnitView unit, Actor reader, DateTimeOffset now)
    {
        var ownEyes = reader.Role == ActorRole.UnitUser;
        var row = RowView.Of(unit.Summary);
        return new(
            now,
            ownEyes ? row with { Version = unit.Summary.SeenVersion, NextDueAt = null, Cases = row.Cases with { Waiting = [] } } : row,
            unit.Duties,
            unit.Assignments,
            unit.Deputies,
            May.ReadRecusals.Has(reader.Role) ? unit.Recusals : [],
            [.. unit.Held.Select(HeldView.Of)],
            CaseDetail.Of(unit.Cases!, unit.Doubts, ownEyes, May.ReadComplaints.Has(reader.Role), May.ReadRecusals.Has(reader.Role)),
            unit.Term,
            ownEyes && unit.Week is not null ? unit.Week with { Planned = 0 } : unit.Week
        );
    }
}

/// <summary>A late visit that waits for the county.</summary>
public sealed record HeldView(Guid Id, string Inspector, DateTimeOffset StartedAt, DateTimeOffset EndedAt, bool AwaitsApproval)
{
    public static HeldView Of(VisitMark mark) => new(mark.Id, mark.Inspector, mark.StartedAt, mark.EndedAt, mark.AwaitsApproval);
}

/// <summary>A board at one version.</summary>
/// <param name="Scope"><c>county/330521</c> or <c>region/3305</c>.</param>
/// <param name="AsOf">Until when it is known to be true; for a region the oldest child's (数据截至).</param>
/// <param name="Now">The server's present, simulated in a sandbox.</param>
/// <param name="Campaign">The county's campaign of the year (专项督导), and whether it is running; null for a region.</param>
public sealed record BoardView(
    string Scope,
    string Name,
    long Version,
    DateTimeOffset AsOf,
    DateTimeOffset Now,
    bool Demonstration,
    bool Sandbox,
    bool CalendarProvisional,
    BoardTally Tally,
    IReadOnlyList<BoardRow> Units,
    BoardWords Words,
    ImmutableArray<ChildSummary> Children,
    ImmutableArray<AlertView> Alerts,
    Campaign? Campaign
);

/// <summary>What leads from version <paramref name="From"/> to <paramref name="To"/>: rows as they are now, rows that left, totals.</summary>
/// <param name="Alerts">The open alerts, when they may have changed; null otherwise.</param>
public sealed record DeltaView(
    string Scope,
    long From,
    long To,
    DateTimeOffset AsOf,
    DateTimeOffset Now,
    bool CalendarProvisional,
    BoardTally Tally,
    IReadOnlyList<BoardRow> Units,
    BoardWords Words,
    IReadOnlyList<ChildSummary> Children,
    IReadOnlyList<string> Removed,
    ImmutableArray<AlertView>? Alerts,
    Campaign? Campaign
);

/// <summary>A unit changed, or another day began for it; what it is now is asked for.</summary>
/// <param name="Version">Null when it is out of the watcher's scope from now on.</param>
/// <param name="Now">The server's present, simulated in a sandbox.</param>
public sealed record UnitHint(string Unit, long? Version, DateTimeOffset Now);

/// <summary>What the server calls on a board's watcher; the whole interface of the hub towards clients.</summary>
public interface IBoardClient
{
    Task Snapshot(BoardView board);

    Task Delta(DeltaView delta);

    Task Unit(UnitHint hint);
}
