namespace Supervision.Rules.Steps;

/// <summary>The words of the ladders of inspectors and counties; one English word for each Chinese term.</summary>
public static class StepWords
{
    public static Text Of(StepState state) =>
        state switch
        {
            StepState.Proposed => new("建议待决定", "proposed"),
            StepState.Decided => new("已决定", "decided"),
            StepState.Acknowledged => new("已签收", "acknowledged"),
            StepState.Rejected => new("未采纳", "rejected"),
            StepState.Lapsed => new("已失效", "lapsed"),
            StepState.Discharged => new("已解除", "discharged"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    public static Text Of(InspectorRung rung) =>
        rung switch
        {
            InspectorRung.Reminder => new("提醒", "reminder"),
            InspectorRung.Criticism => new("批评教育", "criticism and education"),
            InspectorRung.SelfExamination => new("责令检查", "ordered self-examination"),
            InspectorRung.CircularCriticism => new("通报批评", "circular criticism"),
            InspectorRung.Revocation => new("取消督学资格", "revocation of the qualification"),
            _ => throw new ArgumentOutOfRangeException(nameof(rung), rung, null),
        };

    public static Text Of(CountyRung rung) =>
        rung switch
        {
            CountyRung.SpecialCircular => new("专项通报", "special circular"),
            CountyRung.Interview => new("约谈", "interview"),
            CountyRung.Exposure => new("公开曝光", "public exposure"),
            CountyRung.KeySupervision => new("挂牌督办", "key supervision"),
            _ => throw new ArgumentOutOfRangeException(nameof(rung), rung, null),
        };

    /// <summary>Nothing follows by itself from a step that nobody decides or acknowledges in time.</summary>
    public static readonly Text WhenPassed = new(
        "列为逾期，仍需处理（不会自动决定）",
        "it is shown as overdue and still has to be done (nothing is decided by itself)"
    );
}
