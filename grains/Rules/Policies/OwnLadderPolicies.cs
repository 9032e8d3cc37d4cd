namespace Supervision.Rules.Policies;

/// <summary>When an inspector's own ladder proposes what (5.5, 2.3). Months are those with a missed duty charged to the inspector, within 365 days.</summary>
/// <param name="CriticismMonths">inspector.ladder.criticismMonths: months from which 批评教育 is proposed, 1–12. Default 2.</param>
/// <param name="SelfExaminationMonths">inspector.ladder.selfExaminationMonths: 责令检查, not below the former, at most 12. Default 3.</param>
/// <param name="CircularMonths">inspector.ladder.circularMonths: 通报批评, not below the former, at most 12. Default 4.</param>
/// <param name="DecideDays">inspector.ladder.decideW: W(n) for a decision, 1–20. Default 5.</param>
/// <param name="AcknowledgeDays">inspector.ladder.acknowledgeW: W(n) for the inspector to acknowledge, 1–20. Default 3.</param>
[GenerateSerializer, Immutable, Alias("inspector-policy")]
public sealed record InspectorPolicy(
    int CriticismMonths,
    int SelfExaminationMonths,
    int CircularMonths,
    int DecideDays,
    int AcknowledgeDays
)
{
    public static readonly InspectorPolicy Default = new(2, 3, 4, 5, 3);

    /// <summary>The highest measure that so many months call for; the reminder is owed for each month by itself.</summary>
    public InspectorRung RungAt(int months) =>
        months >= CircularMonths ? InspectorRung.CircularCriticism
        : months >= SelfExaminationMonths ? InspectorRung.SelfExamination
        : months >= CriticismMonths ? InspectorRung.Criticism
        : InspectorRung.None;

    /// <summary>Months a rule's measure has to prove; 1 for the reminder.</summary>
    public int MonthsOf(InspectorRung rung) =>
        rung switch
        {
            InspectorRung.Criticism => CriticismMonths,
            InspectorRung.SelfExamination => SelfExaminationMonths,
            InspectorRung.CircularCriticism => CircularMonths,
            _ => 1,
        };
}

/// <summary>What a county is held to by its province (5.5).</summary>
/// <param name="CoverageFloorPercent">county.coverageFloorPercent: coverage of a closed month of schools below which 专项通报 is proposed, percent, 0–100; 0 never proposes. Default 90.</param>
[GenerateSerializer, Immutable, Alias("county-policy")]
public sealed record CountyPolicy(int CoverageFloorPercent)
{
    public static readonly CountyPolicy Default = new(90);
}
