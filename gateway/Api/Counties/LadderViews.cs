namespace Supervision.Gateway.Api.Counties;

/// <param name="Unit">Actor key.</param>
/// <param name="At">The period's end.</param>
public sealed record MissedDutyView(
    string Unit,
    string UnitName,
    Period Period,
    DateTimeOffset At,
    DutyState State,
    Text StateText,
    bool Counts
);

/// <param name="Due">Last day to decide or to acknowledge, inclusive; null when nothing is awaited.</param>
/// <param name="Overdue">The due day has passed.</param>
/// <param name="Duties">The missed duties it rests on.</param>
public sealed record InspectorStepView(
    int No,
    InspectorRung Rung,
    Text RungText,
    StepState State,
    Text StateText,
    DateTimeOffset Since,
    DateOnly? Due,
    bool Overdue,
    IReadOnlyList<DutyRef> Duties,
    string ProposedBy,
    string? Reason,
    string? DecidedBy,
    string? Document,
    int PolicyVersion
)
{
    public static InspectorStepView Of(InspectorStep step, DateOnly today) =>
        new(
            step.No,
            step.Rung,
            StepWords.Of(step.Rung),
            step.State,
            StepWords.Of(step.State),
            step.Since,
            step.Due,
            step.Due < today,
            [.. step.Duties],
            step.ProposedBy,
            step.Reason,
            step.DecidedBy,
            step.Document,
            step.PolicyVersion
        );
}

/// <param name="Months">Months with missed duties that count today, oldest first.</param>
/// <param name="RevokedOn">Last day of the appointment when the qualification is revoked.</param>
/// <param name="History">Newest first, at most 100.</param>
public sealed record InspectorLadderView(
    InspectorProfile Profile,
    IReadOnlyList<Period> Months,
    IReadOnlyList<MissedDutyView> Missed,
    IReadOnlyList<InspectorStepView> Steps,
    DateOnly? RevokedOn,
    IReadOnlyList<LadderEntry> History
)
{
    public static InspectorLadderView Of(InspectorLadder ladder) =>
        new(
            ladder.Profile,
            [.. ladder.Months],
            [
                .. ladder.Missed.Select(duty => new MissedDutyView(
                    duty.Unit,
                    duty.UnitName,
                    duty.Period,
                    duty.At,
                    duty.State,
                    Words.Of(duty.State),
                    duty.Stands && ladder.Months.Contains(duty.Ref.Month)
                )),
            ],
            [.. ladder.Steps.Select(step => InspectorStepView.Of(step, ladder.Today))],
            ladder.RevokedOn,
            [.. ladder.History]
        );
}

/// <param name="Months">The months below the floor it rests on; empty when proposed by hand.</param>
public sealed record CountyStepView(
    int No,
    CountyRung Rung,
    Text RungText,
    StepState State,
    Text StateText,
    DateTimeOffset Since,
    IReadOnlyList<Period> Months,
    string ProposedBy,
    string? Reason,
    string? DecidedBy,
    string? Document
)
{
    public static CountyStepView Of(CountyStep step) =>
        new(
            step.No,
            step.Rung,
            StepWords.Of(step.Rung),
            step.State,
            StepWords.Of(step.State),
            step.Since,
            [.. step.Months],
            step.ProposedBy,
            step.Reason,
            step.DecidedBy,
            step.Document
        );
}

/// <param name="Shortfalls">Closed months whose coverage of schools was below the floor.</param>
/// <param name="History">Newest first, at most 100.</param>
public sealed record CountyLadderView(
    CountyProfile Profile,
    IReadOnlyList<CoverageShortfall> Shortfalls,
    IReadOnlyList<CountyStepView> Steps,
    IReadOnlyList<LadderEntry> History
)
{
    public static CountyLadderView Of(CountyLadder ladder) =>
        new(ladder.Profile, [.. ladder.Shortfalls], [.. ladder.Steps.Select(CountyStepView.Of)], [.. ladder.History]);
}
