using static Supervision.Rules.Units.Issues.IssueDecisions;

namespace Supervision.Rules.Units.Ladder;

/// <summary>
/// Review, appeal and correction of an accountability decision, by statute (2.3): one review and one appeal at most. The time
/// limits are the regulation's, so no county sets them. Nothing here suspends the decision.
/// </summary>
internal static class Remedies
{
    /// <summary>复核申请: D(30) after receipt.</summary>
    public const int ReviewRequestDays = 30;

    /// <summary>复核决定: D(30) after the request.</summary>
    public const int ReviewDecisionDays = 30;

    /// <summary>申诉: D(15) after the review decision, or directly after the decision itself.</summary>
    public const int AppealDays = 15;

    /// <summary>申诉决定: D(60) after the appeal.</summary>
    public const int AppealDecisionDays = 60;

    /// <summary>更正: D(15) after it was found wrong.</summary>
    public const int CorrectionDays = 15;

    public static ImmutableArray<Deadline> AtService(DateOnly day) =>
        [new(DeadlineKind.ReviewRequest, day.AddDays(ReviewRequestDays)), new(DeadlineKind.Appeal, day.AddDays(AppealDays))];

    /// <summary>The remedies are open from service on.</summary>
    public static RemedyStepped Opened(int measure, DecisionContext context) =>
        new(measure, AppealStep.None, context.Actor.Name, "", RemedyState.Open, AtService(context.Today));

    public static Decision<UnitEvent> Step(Measure measure, RecordAppealStep command, DecisionContext context)
    {
        if (Problem(("document", command.Document, 200)) is { } problem)
            return problem;
        if (LateDay(measure, command.Step) is { } last)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.RemedyTooLate(command.Step, last));
        var day = context.Today;
        (RemedyState To, ImmutableArray<Deadline> Deadlines)? step = (command.Step, measure.Remedy) switch
        {
            (AppealStep.ReviewRequested, RemedyState.Open) => (
                RemedyState.UnderReview,
                [new(DeadlineKind.ReviewDecision, day.AddDays(ReviewDecisionDays))]
            ),
            (AppealStep.ReviewUpheld, RemedyState.UnderReview) => (
                RemedyState.ReviewUpheld,
                [new(DeadlineKind.Appeal, day.AddDays(AppealDays))]
            ),
            (AppealStep.ReviewFoundWrong, RemedyState.UnderReview) => (
                RemedyState.FoundWrong,
                [new(DeadlineKind.Correction, day.AddDays(CorrectionDays))]
            ),
            (AppealStep.Appealed, RemedyState.Open or RemedyState.ReviewUpheld) => (
                RemedyState.UnderAppeal,
                [new(DeadlineKind.AppealDecision, day.AddDays(AppealDecisionDays))]
            ),
            (AppealStep.AppealUpheld, RemedyState.UnderAppeal) => (RemedyState.Exhausted, []),
            (AppealStep.AppealFoundWrong, RemedyState.UnderAppeal) => (
                RemedyState.FoundWrong,
                [new(DeadlineKind.Correction, day.AddDays(CorrectionDays))]
            ),
            (AppealStep.Corrected, RemedyState.FoundWrong) => (RemedyState.FoundWrong, []),
            _ => null,
        };
        if (step is not { } taken)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.RemedyStepInvalid(measure));
        var stepped = new RemedyStepped(measure.No, command.Step, context.Actor.Name, command.Document, taken.To, taken.Deadlines);
        return command.Step == AppealStep.Corrected
            ? Many(context, stepped, new MeasureRevoked(measure.No, context.Actor.Name, command.Document))
            : One(stepped, context);
    }

    /// <summary>Whether a step may follow on a state of the remedies, time limits aside.</summary>
    internal static bool Fits(AppealStep step, RemedyState at) =>
        (step, at)
            is
                (AppealStep.ReviewRequested or AppealStep.Appealed, RemedyState.Open)
                or
                (AppealStep.Appealed, RemedyState.ReviewUpheld)
                or
                (AppealStep.ReviewUpheld or AppealStep.ReviewFoundWrong, RemedyState.UnderReview)
                or
                (AppealStep.AppealUpheld or AppealStep.AppealFoundWrong, RemedyState.UnderAppeal)
                or
                (AppealStep.Corrected, RemedyState.FoundWrong);

    /// <summary>The last day of a request that comes too late, also once nothing is left of the remedies because nobody asked in time; null for one that does not.</summary>
    private static DateOnly? LateDay(Measure measure, AppealStep step)
    {
        DeadlineKind? within = step switch
        {
            AppealStep.ReviewRequested => DeadlineKind.ReviewRequest,
            AppealStep.Appealed => DeadlineKind.Appeal,
            _ => null,
        };
        if (within is null || !(Fits(step, measure.Remedy) || measure.Remedy == RemedyState.Exhausted))
            return null;
        return measure.Deadlines.Of(within.Value) is { Passed: true } late ? late.Due : null;
    }

    /// <summary>The remedies are exhausted when the last day to use the next one has passed.</summary>
    public static RemedyStepped? Exhausted(Measure measure)
    {
        var over = measure.Remedy switch
        {
            RemedyState.Open => measure.Deadlines.HasPassed(DeadlineKind.ReviewRequest) && measure.Deadlines.HasPassed(DeadlineKind.Appeal),
            RemedyState.ReviewUpheld => measure.Deadlines.HasPassed(DeadlineKind.Appeal),
            _ => false,
        };
        return over ? new(measure.No, AppealStep.None, Actor.System.Name, "", RemedyState.Exhausted, []) : null;
    }
}
