namespace Supervision.Rules.Counties;

/// <summary>What happened to a county, in a sentence each.</summary>
public static class CountyTexts
{
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
                $"{AreaWords.Of(e.Assignment.Area).Zh}由督学 {e.Assignment.Inspector} 负责，自 {e.Assignment.From:yyyy-MM-dd}",
                $"{e.Assignment.Inspector} is responsible for {AreaWords.Of(e.Assignment.Area).En} from {e.Assignment.From:yyyy-MM-dd}"
            ),
            AreaReleased e => new(
                $"{AreaWords.Of(e.Area).Zh}不再由一名督学整体负责",
                $"nobody is responsible for {AreaWords.Of(e.Area).En} as a whole"
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
            CountyStepProposed e => new(
                $"建议{StepWords.Of(e.Rung).Zh}（第 {e.No} 项）",
                $"{StepWords.Of(e.Rung).En} proposed, measure {e.No}"
            ),
            CountyStepDecided e => new(
                $"第 {e.No} 项由 {e.By} 决定（{e.Document}）：{e.Reason}",
                $"measure {e.No} decided by {e.By} ({e.Document}): {e.Reason}"
            ),
            CountyStepRejected e => new($"第 {e.No} 项未采纳：{e.Reason}", $"measure {e.No} rejected: {e.Reason}"),
            CountyStepLapsed e => new($"第 {e.No} 项失效", $"measure {e.No} lapsed"),
            ApprovalAsked e => new(
                $"{e.By} 申请{ApprovalWords.Of(e.Kind).Zh}（审批 {e.No}）",
                $"{e.By} asks for {ApprovalWords.Of(e.Kind).En}, approval {e.No}"
            ),
            ApprovalGiven e => new($"审批 {e.No} 由 {e.By} 同意", $"approval {e.No} given by {e.By}"),
            ApprovalRefused e => new($"审批 {e.No} 由 {e.By} 不同意：{e.Reason}", $"approval {e.No} refused by {e.By}: {e.Reason}"),
            ApprovalUsed e => new($"审批 {e.No} 已使用", $"approval {e.No} used"),
            AuditRootSealed e => new($"封存 {e.Day:yyyy-MM-dd} 审计根值", $"audit root of {e.Day:yyyy-MM-dd} sealed"),
            CountyStepDischarged e => new($"第 {e.No} 项解除：{e.Reason}", $"measure {e.No} discharged: {e.Reason}"),
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "An event without words."),
        };
}
