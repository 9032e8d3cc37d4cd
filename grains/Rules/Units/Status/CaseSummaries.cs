using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.Status;

/// <summary>What waits for somebody of the county to decide.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaitingKind>))]
public enum WaitingKind
{
    None = 0,

    /// <summary>确认严重问题.</summary>
    ConfirmSerious = 1,

    /// <summary>决定措施建议.</summary>
    DecideMeasure = 2,

    /// <summary>送达已决定的措施.</summary>
    ServeMeasure = 3,

    /// <summary>审批延期申请.</summary>
    ExtendDue = 4,

    /// <summary>答复销号申请.</summary>
    DecideDelisting = 5,

    /// <summary>确认存疑督导.</summary>
    ConfirmFlagged = 6,

    /// <summary>审批迟报督导.</summary>
    ApproveLateVisit = 7,

    /// <summary>审核手工登记: says nothing of what was entered, for not everybody may know of complaints.</summary>
    DecideEntry = 40,
}

/// <summary>One entry of a county's decision queue.</summary>
/// <param name="Subject"><c>issue/3</c>, <c>measure/1</c>, <c>entry/2</c> or <c>visit/…</c>.</param>
/// <param name="Owner">The lowest role that decides it; after its due day the next authority was told.</param>
/// <param name="DueOn">Last day, inclusive; null when no rule sets one.</param>
/// <param name="Rung">Of a measure; else None.</param>
/// <param name="Rule">Of a proposal: the rule that asks for it.</param>
[GenerateSerializer, Immutable, Alias("waiting-decision")]
public sealed record WaitingDecision(
    WaitingKind Kind,
    string Subject,
    DateTimeOffset Since,
    DateOnly? DueOn,
    bool Overdue,
    ActorRole Owner,
    Rung Rung,
    string? Rule
);

/// <summary>The compliance axis of a unit as its row shows it (5.10).</summary>
/// <param name="Reasons">The most pressing five.</param>
/// <param name="Rung">Highest measure in force.</param>
[GenerateSerializer, Immutable, Alias("case-summary")]
public sealed record CaseSummary(
    Colour Colour,
    ImmutableArray<Reason> Reasons,
    int OpenIssues,
    int OverdueIssues,
    Rung Rung,
    ImmutableArray<WaitingDecision> Waiting
)
{
    /// <summary>Of a unit about which nothing is known.</summary>
    public static readonly CaseSummary Clear = new(Colour.Green, [], 0, 0, Rung.None, []);
}

/// <summary>Totals of the compliance axis; additive like everything on a board (5.10).</summary>
[GenerateSerializer, Immutable, Alias("case-tally")]
public sealed record CaseTally(
    int Green,
    int Amber,
    int Red,
    int Grey,
    int OpenIssues,
    int OverdueIssues,
    int Waiting,
    int Circulars,
    int Interviews,
    int KeySupervisions,
    int Exposures,
    int Accountabilities
)
{
    public static readonly CaseTally Empty = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public CaseTally Plus(CaseTally other) =>
        new(
            Green + other.Green,
            Amber + other.Amber,
            Red + other.Red,
            Grey + other.Grey,
            OpenIssues + other.OpenIssues,
            OverdueIssues + other.OverdueIssues,
            Waiting + other.Waiting,
            Circulars + other.Circulars,
            Interviews + other.Interviews,
            KeySupervisions + other.KeySupervisions,
            Exposures + other.Exposures,
            Accountabilities + other.Accountabilities
        );
}

/// <summary>A unit's cases as its row and its page show them.</summary>
public static class CaseSummaries
{
    private const int ShownReasons = 5;

    public static CaseSummary Summarise(UnitState state, Rulebook rules)
    {
        var compliance = ComplianceRule.Of(state, rules);
        return new(
            compliance.Colour,
            compliance.Reasons.Length > ShownReasons ? compliance.Reasons[..ShownReasons] : compliance.Reasons,
            state.Issues.Length,
            state.Issues.Count(issue => issue.IsOverdue),
            state.Ladder.Rung,
            [.. Waiting(state)]
        );
    }

    /// <summary>What the county has to decide about the unit, longest waiting first.</summary>
    public static IEnumerable<WaitingDecision> Waiting(UnitState state)
    {
        var waiting = new List<WaitingDecision>();
        foreach (var issue in state.Issues)
        {
            if (issue.State == IssueState.Found)
                waiting.Add(
                    new(WaitingKind.ConfirmSerious, $"issue/{issue.No}", issue.Since, null, false, ActorRole.CountyOffice, Rung.None, null)
                );
            if (issue.AskedDays is not null)
                waiting.Add(
                    new(
                        WaitingKind.ExtendDue,
                        $"issue/{issue.No}",
                        issue.Since,
                        issue.Deadlines.Of(DeadlineKind.Rectify)?.Due,
                        issue.IsOverdue,
                        ActorRole.CountyOffice,
                        Rung.None,
                        null
                    )
                );
        }

        foreach (var measure in state.Ladder.Measures)
        {
            if (measure.State == MeasureState.Proposed)
                waiting.Add(OfMeasure(WaitingKind.DecideMeasure, measure, DeadlineKind.Decide, Permission.DeciderOf(measure.Rung)));
            if (measure.State == MeasureState.Decided)
                waiting.Add(OfMeasure(WaitingKind.ServeMeasure, measure, DeadlineKind.Hold, ActorRole.CountyOffice));
            if (measure.IsInForce && measure.Deadlines.Of(DeadlineKind.Accept) is not null)
                waiting.Add(OfMeasure(WaitingKind.DecideDelisting, measure, DeadlineKind.Accept, Permission.DeciderOf(measure.Rung)));
        }

        foreach (var entry in state.Entries)
            waiting.Add(
                new(
                    WaitingKind.DecideEntry,
                    $"entry/{entry.No}",
                    entry.Since,
                    entry.Deadlines.Of(DeadlineKind.Decide)?.Due,
                    entry.Deadlines.HasPassed(DeadlineKind.Decide),
                    ActorRole.CountyDirector,
                    Rung.None,
                    null
                )
            );
        foreach (var visit in state.Flagged)
            waiting.Add(
                new(WaitingKind.ConfirmFlagged, $"visit/{visit.Id}", visit.EndedAt, null, false, ActorRole.CountyOffice, Rung.None, null)
            );
        foreach (var doubt in state.Doubts)
            if (doubt.Taken is not null)
                waiting.Add(
                    new(WaitingKind.ConfirmFlagged, $"visit/{doubt.Id}", doubt.Since, null, false, ActorRole.CountyOffice, Rung.None, null)
                );
        foreach (var mark in state.Visits)
            if (mark.AwaitsApproval)
                waiting.Add(
                    new(
                        WaitingKind.ApproveLateVisit,
                        $"visit/{mark.Id}",
                        mark.EndedAt,
                        null,
                        false,
                        ActorRole.CountyOffice,
                        Rung.None,
                        null
                    )
                );
        return waiting.OrderBy(each => each.Since);
    }

    public static CaseTally Tally(IEnumerable<UnitSummary> rows)
    {
        var colours = new int[6];
        var rungs = new int[6];
        int open = 0,
            overdue = 0,
            waiting = 0;
        foreach (var row in rows)
        {
            var cases = row.CasesOrClear;
            colours[(int)cases.Colour]++;
            rungs[(int)cases.Rung]++;
            open += cases.OpenIssues;
            overdue += cases.OverdueIssues;
            waiting += cases.Waiting.Length;
        }

        return new(
            colours[(int)Colour.Green],
            colours[(int)Colour.Amber],
            colours[(int)Colour.Red],
            colours[(int)Colour.Grey],
            open,
            overdue,
            waiting,
            rungs[(int)Rung.Circular],
            rungs[(int)Rung.Interview],
            rungs[(int)Rung.KeySupervision],
            rungs[(int)Rung.Exposure],
            rungs[(int)Rung.Accountability]
        );
    }

    private static WaitingDecision OfMeasure(WaitingKind kind, Measure measure, DeadlineKind clock, ActorRole owner) =>
        new(
            kind,
            $"measure/{measure.No}",
            measure.Since,
            measure.Deadlines.Of(clock)?.Due,
            measure.Deadlines.HasPassed(clock),
            owner,
            measure.Rung,
            measure.Rule
        );
}
