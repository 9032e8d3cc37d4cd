using static Supervision.Rules.Units.Issues.IssueDecisions;

namespace Supervision.Rules.Units.Ladder;

/// <summary>
/// The group that finds the facts of an accountability case. By statute it is set up within 60 days after the supervision work ends (2.3),
/// which here is the day accountability is proposed. No county sets the term. The clock outlives the decision: only the group ends it.
/// </summary>
internal static class FactFinding
{
    /// <summary>D(n) after accountability was proposed.</summary>
    public const int Days = 60;

    /// <summary>Days before the last one on which whoever sets the group up is reminded.</summary>
    public const int ReminderDays = 10;

    public const int FewestMembers = 2;
    public const int MostMembers = 20;

    public static ImmutableArray<Deadline> From(DateOnly day, WorkCalendar work) =>
        [
            new(DeadlineKind.FactFinding, day.AddDays(Days)),
            new(DeadlineKind.FactFindingNear, work.LastWorkingDayOnOrBefore(day.AddDays(Days - ReminderDays))),
        ];

    public static Decision<UnitEvent> SetUp(UnitState state, SetUpFactFinding command, DecisionContext context)
    {
        if (state.Ladder.Find(command.Measure) is not { } measure)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.MeasureUnknown(command.Measure));
        if (measure.Rung != Rung.Accountability)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.WrongRung(measure, Rung.Accountability));
        if (measure.FactFinding is not null)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.AlreadyRecorded("measure"));
        var first = CivilTime.DateOf(measure.ProposedAt);
        if (command.SetUpOn < first || command.SetUpOn > context.Today)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.SetUpOnInvalid(first, context.Today));
        if (MembersProblem(command.Members) is { } members)
            return Decision<UnitEvent>.Refuse(members);
        return Problem(("document", command.Document, 200))
            ?? FilesProblem(command.Evidence)
            ?? One(
                new FactFindingSetUp(
                    measure.No,
                    context.Actor.Name,
                    command.SetUpOn,
                    [.. command.Members.Select(member => member.Trim())],
                    command.Document,
                    Files(command.Evidence)
                ),
                context
            );
    }

    private static Refusal? MembersProblem(ImmutableArray<string> members)
    {
        if (members.IsDefault || members.Length is < FewestMembers or > MostMembers)
            return MeasureRefusals.MembersInvalid();
        foreach (var member in members)
            if (Refusals.TextProblem("members", member, 60) is { } problem)
                return problem;
        return members.Select(member => member.Trim()).Distinct().Count() == members.Length ? null : MeasureRefusals.MembersInvalid();
    }
}
