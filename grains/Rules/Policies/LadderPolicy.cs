using System.Text.Json.Serialization;

namespace Supervision.Rules.Policies;

/// <summary>The escalation ladder's thresholds (5.5, D-07, D-08, D-09, D-15, D-16).</summary>
/// <param name="AutomaticRules">ladder.r1.autoRules: which of LR-01, LR-02, LR-03 issue their notice themselves; no other rule may. Default all three (D-07).</param>
/// <param name="DecideDays">ladder.proposal.decideW: W(n) for a decision, 1–20. Default 5.</param>
/// <param name="UnacknowledgedDays">ladder.r1.unacknowledgedW: W(n) from a notice after which LR-03 applies, 1–20. Default 5.</param>
/// <param name="FixDays">ladder.r1.fixD: D(n) from service, 1–60. Default 15.</param>
/// <param name="HoldDays">ladder.r2.holdW: W(n) from the decision in which the interview is held, 1–20. Default 5.</param>
/// <param name="MinutesDays">ladder.r2.minutesW: W(n) from the interview for minutes and commitment, 1–20. Default 5.</param>
/// <param name="PeriodDays">ladder.r3.periodD: D(n) from service, 7–180. Default 30.</param>
/// <param name="PeriodExtendedDays">ladder.r3.extD: D(n) from service after the one extension, not below the period, at most 365. Default 60.</param>
/// <param name="ProgressEveryDays">ladder.r3.progressEveryD: D(n) between progress reports, 1–30. Default 7.</param>
/// <param name="AcceptDays">ladder.r3.acceptW: W(n) from the application for delisting, 1–20. Default 5.</param>
/// <param name="SchoolsExposed">ladder.r4.schoolsAllowed: public exposure of schools too (LR-14). Default false (D-15); true where Plan 6 applies (L79).</param>
/// <param name="PublishDays">ladder.r4.publishW: W(n) from service, 1–20. Default 5.</param>
/// <param name="DirectRules">ladder.r5.directRules: rules that reach accountability without the rungs below, of LR-16, LR-17 and LR-19. Default LR-17; LR-16 and LR-19 where Plan 5 applies (L54).</param>
/// <param name="RepeatNotices">ladder.repeat.r1In365: notices within a year after which LR-05 applies, 2–10. Default 2 (D-09).</param>
/// <param name="PersistNotices">ladder.persist R1: notices within a year LR-15 has to prove, 1–10. Default 2.</param>
/// <param name="PersistInterviews">ladder.persist R2: 0–10. Default 1.</param>
/// <param name="PersistKeySupervisions">ladder.persist R3: 0–10. Default 1.</param>
/// <param name="MemoryDays">ladder.memoryD: D(n) after the return to R0, 0–730. Default 180 (D-16).</param>
/// <param name="OutcryPersons">complaint.outcry persons: distinct complainants for LR-09, 2–50. Default 3 (D-08).</param>
/// <param name="OutcryDays">complaint.outcry days: 1–365. Default 30.</param>
/// <param name="ManyComplaints">complaint.many count, for LR-08: 2–100. Default 5.</param>
/// <param name="ManyDays">complaint.many days: 1–365. Default 90.</param>
/// <param name="ImpactOrders">ladder.r3.impactOrders: LR-18, key supervision where bad public impact is marked. Default false; true where Plan 6 applies (L79). Left out of JSON while false: versions from before it read and write as they were.</param>
[GenerateSerializer, Immutable, Alias("ladder-policy")]
public sealed record LadderPolicy(
    ImmutableArray<string> AutomaticRules,
    int DecideDays,
    int UnacknowledgedDays,
    int FixDays,
    int HoldDays,
    int MinutesDays,
    int PeriodDays,
    int PeriodExtendedDays,
    int ProgressEveryDays,
    int AcceptDays,
    bool SchoolsExposed,
    int PublishDays,
    ImmutableArray<string> DirectRules,
    int RepeatNotices,
    int PersistNotices,
    int PersistInterviews,
    int PersistKeySupervisions,
    int MemoryDays,
    int OutcryPersons,
    int OutcryDays,
    int ManyComplaints,
    int ManyDays,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool ImpactOrders = false
)
{
    public static readonly LadderPolicy Default = new(
        ["LR-01", "LR-02", "LR-03"],
        5,
        5,
        15,
        5,
        5,
        30,
        60,
        7,
        5,
        false,
        5,
        ["LR-17"],
        2,
        2,
        1,
        1,
        180,
        3,
        30,
        5,
        90
    );
}
