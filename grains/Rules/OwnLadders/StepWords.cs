namespace Supervision.Rules;

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

    public static Text Of(ApprovalKind kind) =>
        kind switch
        {
            ApprovalKind.BulkExport => new("批量导出", "a bulk export"),
            ApprovalKind.SealedIdentity => new("拆封举报人身份", "opening a sealed identity"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static Text Of(ApprovalState state) =>
        state switch
        {
            ApprovalState.Asked => new("待审批", "waits for approval"),
            ApprovalState.Given => new("已同意", "approved"),
            ApprovalState.Refused => new("不同意", "refused"),
            ApprovalState.Used => new("已使用", "used"),
            ApprovalState.Expired => new("已过期", "expired"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    /// <summary>An area in words: <c>zone/03</c> is zone 03, <c>town/330521100</c> the town.</summary>
    public static Text AreaOf(string area) =>
        area.StartsWith(Zones.ZonePrefix, StringComparison.Ordinal)
            ? new($"责任区 {area[Zones.ZonePrefix.Length..]}", $"zone {area[Zones.ZonePrefix.Length..]}")
            : new($"乡镇（街道）{area[Zones.TownPrefix.Length..]}", $"town {area[Zones.TownPrefix.Length..]}");

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
            StepProposed e => new($"建议{Of(e.Rung).Zh}（第 {e.No} 项）", $"{Of(e.Rung).En} proposed, measure {e.No}"),
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

    public static Text Say(CountyEvent happened) =>
        happened switch
        {
            CountyFactsAnnulled e => new(
                $"因时钟错误，撤销 {e.Versions.Length} 条事实（{e.Document}）：{e.Reason}",
                $"{e.Versions.Length} facts annulled, a wrong clock brought them about ({e.Document}): {e.Reason}"
            ),
            CountyRegistered e => new($"登记：{e.Profile.Name}", $"registered: {e.Profile.Name}"),
            CountyChanged e => new($"登记信息变更：{e.Profile.Name}", $"registration changed: {e.Profile.Name}"),
            TermsReset => new("恢复使用省级（或默认）学期", "the province's terms, or the assumed ones, hold again"),
            TermsSet e => new(
                $"设定学期：{string.Join("、", e.Terms.Taught.Select(span => $"{span.First:yyyy-MM-dd} 至 {span.Last:yyyy-MM-dd}"))}",
                $"terms set: {string.Join(", ", e.Terms.Taught.Select(span => $"{span.First:yyyy-MM-dd} to {span.Last:yyyy-MM-dd}"))}"
            ),
            ZoneSet e => new($"设定责任区“{e.Zone.Name}”（{e.Zone.Code}）", $"zone {e.Zone.Name} ({e.Zone.Code}) set"),
            ZoneRemoved e => new($"撤销责任区 {e.Code}", $"zone {e.Code} removed"),
            AreaAssigned e => new(
                $"{AreaOf(e.Assignment.Area).Zh}由督学 {e.Assignment.Inspector} 负责，自 {e.Assignment.From:yyyy-MM-dd}",
                $"{e.Assignment.Inspector} is responsible for {AreaOf(e.Assignment.Area).En} from {e.Assignment.From:yyyy-MM-dd}"
            ),
            AreaReleased e => new(
                $"{AreaOf(e.Area).Zh}不再由一名督学整体负责",
                $"nobody is responsible for {AreaOf(e.Area).En} as a whole"
            ),
            ZoneOutgrown e => new(
                $"责任区 {e.Code} 有 {e.Schools} 所学校，超过上限 {e.Limit} 所",
                $"zone {e.Code} has {e.Schools} schools, more than {e.Limit}"
            ),
            ZoneFits e => new(
                $"责任区 {e.Code} 有 {e.Schools} 所学校，不再超过上限",
                $"zone {e.Code} has {e.Schools} schools, within the limit again"
            ),
            DepartmentsSet e => new(
                $"设定联合惩戒部门：{string.Join("、", e.Entries.Select(each => each.Name))}",
                $"departments of joint handling set: {string.Join(", ", e.Entries.Select(each => each.Name))}"
            ),
            YearPlanSet e => new($"{e.Plan.Year} 年度督导方案归档：{e.Plan.Title}", $"plan of {e.Plan.Year} filed: {e.Plan.Title}"),
            PolicyActivated e => new($"启用政策第 {e.Policy.Version} 版", $"policy version {e.Policy.Version} activated"),
            CoverageBelow e => new(
                $"{Words.Of(e.Month).Zh}到校督导覆盖 {e.Visited}/{e.Expected}，低于 {e.FloorPercent}%",
                $"{Words.Of(e.Month).En}: {e.Visited} of {e.Expected} schools visited, below {e.FloorPercent}%"
            ),
            CoverageRestated e => new(
                $"{Words.Of(e.Month).Zh}到校督导覆盖更正为 {e.Visited}/{e.Expected}，不再低于要求",
                $"{Words.Of(e.Month).En} restated: {e.Visited} of {e.Expected} schools visited, no longer below"
            ),
            CountyStepProposed e => new($"建议{Of(e.Rung).Zh}（第 {e.No} 项）", $"{Of(e.Rung).En} proposed, measure {e.No}"),
            CountyStepDecided e => new(
                $"第 {e.No} 项由 {e.By} 决定（{e.Document}）：{e.Reason}",
                $"measure {e.No} decided by {e.By} ({e.Document}): {e.Reason}"
            ),
            CountyStepRejected e => new($"第 {e.No} 项未采纳：{e.Reason}", $"measure {e.No} rejected: {e.Reason}"),
            CountyStepLapsed e => new($"第 {e.No} 项失效", $"measure {e.No} lapsed"),
            ApprovalAsked e => new($"{e.By} 申请{Of(e.Kind).Zh}（审批 {e.No}）", $"{e.By} asks for {Of(e.Kind).En}, approval {e.No}"),
            ApprovalGiven e => new($"审批 {e.No} 由 {e.By} 同意", $"approval {e.No} given by {e.By}"),
            ApprovalRefused e => new($"审批 {e.No} 由 {e.By} 不同意：{e.Reason}", $"approval {e.No} refused by {e.By}: {e.Reason}"),
            ApprovalUsed e => new($"审批 {e.No} 已使用", $"approval {e.No} used"),
            AuditRootSealed e => new($"封存 {e.Day:yyyy-MM-dd} 审计根值", $"audit root of {e.Day:yyyy-MM-dd} sealed"),
            CountyStepDischarged e => new($"第 {e.No} 项解除：{e.Reason}", $"measure {e.No} discharged: {e.Reason}"),
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "An event without words."),
        };
}
