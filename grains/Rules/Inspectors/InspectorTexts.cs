namespace Supervision.Rules.Inspectors;

/// <summary>What happened to an inspector, in a sentence each.</summary>
public static class InspectorTexts
{
    public static Text Say(InspectorEvent happened) =>
        happened switch
        {
            InspectorFactsAnnulled e => new(
                $"因时钟错误，撤销 {e.Versions.Length} 条事实（{e.Document}）：{e.Reason}",
                $"{e.Versions.Length} facts annulled, a wrong clock brought them about ({e.Document}): {e.Reason}"
            ),
            InspectorAppointed e => new($"聘任督学 {e.Profile.Code}", $"{e.Profile.Code} appointed"),
            AppointmentChanged e => new($"聘任信息变更：{e.Profile.Code}", $"appointment of {e.Profile.Code} changed"),
            DutyMissed e => new(
                $"{e.UnitName}{Words.Of(e.Period).Zh}漏访，由本人承担",
                $"{e.UnitName}: {Words.Of(e.Period).En} missed, charged to the inspector"
            ),
            DutyRestated e => new(
                $"{Words.Of(e.Period).Zh}的漏访更正为“{Words.Of(e.State).Zh}”（{e.Unit}）",
                $"{e.Unit}: {Words.Of(e.Period).En} restated, {Words.Of(e.State).En}"
            ),
            ReminderIssued e => new(
                $"系统提醒：{Words.Of(e.Month).Zh}有漏访",
                $"reminder by the system: visits missed in {Words.Of(e.Month).En}"
            ),
            ReminderAcknowledged e => new($"第 {e.No} 项已签收", $"measure {e.No} acknowledged"),
            StepProposed e => new($"建议{StepWords.Of(e.Rung).Zh}（第 {e.No} 项）", $"{StepWords.Of(e.Rung).En} proposed, measure {e.No}"),
            StepDecided e => new($"第 {e.No} 项由 {e.By} 决定：{e.Reason}", $"measure {e.No} decided by {e.By}: {e.Reason}"),
            StepRejected e => new($"第 {e.No} 项未采纳：{e.Reason}", $"measure {e.No} rejected: {e.Reason}"),
            StepLapsed e => new($"第 {e.No} 项失效", $"measure {e.No} lapsed"),
            InspectorOverloaded { Above: true } e => new(
                $"负责 {e.Schools} 所学校，超过上限 {e.HardMax} 所",
                $"responsible for {e.Schools} schools, more than {e.HardMax}"
            ),
            InspectorOverloaded e => new(
                $"负责 {e.Schools} 所学校，超过建议的 {e.SoftMax} 所",
                $"responsible for {e.Schools} schools, more than the {e.SoftMax} wanted"
            ),
            InspectorRelieved e => new(
                $"负责 {e.Schools} 所学校，不再超过要求",
                $"responsible for {e.Schools} schools, within what is wanted again"
            ),
            QualificationRevoked e => new(
                $"取消督学资格，聘任至 {e.LastDay:yyyy-MM-dd} 止",
                $"qualification revoked, the appointment ends on {e.LastDay:yyyy-MM-dd}"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "An event without words."),
        };
}
