namespace Supervision.Rules.Units.Texts;

/// <summary>A unit's events in words, for its timeline.</summary>
public static class EventTexts
{
    public static Text Say(UnitEvent happened) =>
        happened switch
        {
            FactsAnnulled e => new(
                $"因时钟错误，撤销 {e.Versions.Length} 条事实（{e.Document}）：{e.Reason}",
                $"{e.Versions.Length} facts annulled, a wrong clock brought them about ({e.Document}): {e.Reason}"
            ),
            UnitRegistered e => new($"登记：{e.Profile.Name}", $"registered: {e.Profile.Name}"),
            ProfileChanged e => new($"名册信息变更：{e.Profile.Name}", $"profile changed: {e.Profile.Name}"),
            InspectorAssigned e => new(
                $"安排责任督学 {e.Assignment.Inspector}，自 {e.Assignment.From:yyyy-MM-dd}",
                $"inspector {e.Assignment.Inspector} assigned from {e.Assignment.From:yyyy-MM-dd}"
            ),
            DeputyDelegated e => new(
                $"委托 {e.Delegation.Inspector} 代理，{e.Delegation.From:yyyy-MM-dd} 至 {e.Delegation.To:yyyy-MM-dd}",
                $"{e.Delegation.Inspector} deputises {e.Delegation.From:yyyy-MM-dd} to {e.Delegation.To:yyyy-MM-dd}"
            ),
            InspectorRecused { Since: { } since } e => new(
                $"督学 {e.Inspector} 回避该单位（{e.Document}），利害关系始于 {since:yyyy-MM-dd}：{e.Reason}",
                $"inspector {e.Inspector} is recused from the unit ({e.Document}), the interest exists since {since:yyyy-MM-dd}: {e.Reason}"
            ),
            InspectorRecused e => new(
                $"督学 {e.Inspector} 回避该单位（{e.Document}）：{e.Reason}",
                $"inspector {e.Inspector} is recused from the unit ({e.Document}): {e.Reason}"
            ),
            RecusalLifted e => new(
                $"督学 {e.Inspector} 不再回避（{e.Document}）：{e.Reason}",
                $"the recusal of {e.Inspector} is lifted ({e.Document}): {e.Reason}"
            ),
            ResponsibleChanged { To: null } => new("没有责任督学，由县级负责", "no responsible inspector; the county answers"),
            ResponsibleChanged e => new($"责任督学为 {e.To}", $"{e.To} is responsible"),
            PeriodOpened e => new(
                $"{Words.Of(e.Period).Zh}开始，应督导 {e.Required} 次",
                $"{Words.Of(e.Period).En} opened, {e.Required} owed"
            ),
            PeriodDueSoon e => new(
                $"{Words.Of(e.Period).Zh}还有 {e.DaysLeft} 天，尚未完成",
                $"{Words.Of(e.Period).En}: {e.DaysLeft} days left"
            ),
            VisitAccepted { Counts: { } period } e => new(
                $"督学 {e.Visit.Inspector} 到访，计入{Words.Of(period).Zh}",
                $"{e.Visit.Inspector} visited; counts for {Words.Of(period).En}"
            ),
            VisitAccepted e => new(
                $"督学 {e.Visit.Inspector} 到访，不计入周期：{Words.Of(e.NotCounted!.Value).Zh}",
                $"{e.Visit.Inspector} visited; does not count: {Words.Of(e.NotCounted!.Value).En}"
            ),
            VisitHeld e => new(
                $"督学 {e.Visit.Inspector} 的到访超过宽限期上传，等待审批",
                $"the visit of {e.Visit.Inspector} arrived after the grace and waits for approval"
            ),
            LateVisitApproved e => new($"迟报的到访获批：{e.Reason}", $"late visit approved: {e.Reason}"),
            PeriodSatisfied { Late: true } e => new(
                $"{Words.Of(e.Period).Zh}更正为迟报完成",
                $"{Words.Of(e.Period).En} restated: satisfied late"
            ),
            PeriodSatisfied e => new($"{Words.Of(e.Period).Zh}按时完成", $"{Words.Of(e.Period).En} satisfied"),
            PeriodMissed e => new(
                $"{Words.Of(e.Period).Zh}漏访，由{e.ChargedTo ?? "县级"}承担",
                $"{Words.Of(e.Period).En} missed, charged to {e.ChargedTo ?? "the county"}"
            ),
            PeriodExempted e => new(
                $"{Words.Of(e.Period).Zh}免访：{Words.Of(e.Basis).Zh}",
                $"{Words.Of(e.Period).En} exempt: {Words.Of(e.Basis).En}"
            ),
            PeriodExcused e => new(
                $"{Words.Of(e.Period).Zh}准予说明（{e.Document}）：{e.Reason}",
                $"{Words.Of(e.Period).En} excused ({e.Document}): {e.Reason}"
            ),
            VisitFlagged e => Flagged(e),
            VisitQuestioned e => DoubtTexts.Say(e),
            PeriodRestated { State: DutyState.Missed } e => new(
                $"{Words.Of(e.Period).Zh}更正为漏访，由{e.ChargedTo ?? "县级"}承担",
                $"{Words.Of(e.Period).En} restated: missed, charged to {e.ChargedTo ?? "the county"}"
            ),
            PeriodRestated e => new($"{Words.Of(e.Period).Zh}更正为尚未完成", $"{Words.Of(e.Period).En} restated: not completed yet"),
            VisitRecounted e => new(
                $"{Words.Of(e.Period).Zh}改以另一次督导计入",
                $"another visit counts for {Words.Of(e.Period).En} instead"
            ),
            FlaggedVisitConfirmed e => new($"{e.By}确认存疑的到访属实：{e.Reason}", $"{e.By} confirmed the flagged visit: {e.Reason}"),
            VisitVoided e => new($"{e.By}作废一次到访：{e.Reason}", $"{e.By} voided a visit: {e.Reason}"),
            VisitPlanned { Plan.Unannounced: true } e => new(
                $"安排督学 {e.Plan.Inspector} 不打招呼的{Words.Of(e.Plan.Kind).Zh}",
                $"{e.Plan.Inspector} planned an unannounced visit: {Words.Of(e.Plan.Kind).En}"
            ),
            VisitPlanned e => new(
                $"安排督学 {e.Plan.Inspector} 于 {e.Plan.Day:yyyy-MM-dd}（{Words.Of(e.Plan.Slot).Zh}）{Words.Of(e.Plan.Kind).Zh}",
                $"{e.Plan.Inspector} planned for {e.Plan.Day:yyyy-MM-dd}, {Words.Of(e.Plan.Slot).En}: {Words.Of(e.Plan.Kind).En}"
            ),
            VisitPlanDropped { Reason: null } => new("督导计划已执行", "planned visit carried out"),
            VisitPlanDropped e => new($"督导计划取消：{e.Reason}", $"planned visit dropped: {e.Reason}"),
            VisitBurdenExceeded e => new(
                $"{e.Monday:yyyy-MM-dd} 起一周接受督导 {e.Visits} 次，超过每周 {e.Limit} 次",
                $"visited {e.Visits} times in the week of {e.Monday:yyyy-MM-dd}, more than {e.Limit}"
            ),
            TermMinimumMissed e => new(
                $"{e.First:yyyy-MM-dd} 至 {e.Last:yyyy-MM-dd} 学期督导 {e.Visits} 次，少于法定 {e.Required} 次",
                $"term {e.First:yyyy-MM-dd} to {e.Last:yyyy-MM-dd}: {e.Visits} visits, {e.Required} owed by statute"
            ),
            _ => IssueTexts.Say(happened)
                ?? MeasureTexts.Say(happened)
                ?? throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "An event without words."),
        };

    private static Text Flagged(VisitFlagged e)
    {
        var why = DoubtTexts.Reasons(e.Visit.StartedAt, e.Visit.EndedAt, e.Flags, e.Conflicts.IsDefault ? [] : e.Conflicts);
        var (zh, en) = e.Conflicts.IsDefaultOrEmpty ? ("、", ", ") : ("；", "; ");
        return new(
            $"督学 {e.Visit.Inspector} 的到访存疑，等待确认：{string.Join(zh, why.Select(reason => reason.Zh))}",
            $"the visit of {e.Visit.Inspector} waits for confirmation: {string.Join(en, why.Select(reason => reason.En))}"
        );
    }
}
