namespace Supervision.Rules.Units.Ladder;

/// <summary>Refusals about measures in words; one method a code.</summary>
public static class MeasureRefusals
{
    public static Refusal MeasureUnknown(int no) =>
        new(RefusalCode.MeasureUnknown, "measure", new($"没有未了结的措施 {no}", $"no open measure {no}"), null);

    public static Refusal MeasureState(Measure measure, params ReadOnlySpan<MeasureState> accepted)
    {
        var (zh, en) = CaseRefusals.Join(accepted, state => CaseWords.Of(state));
        return new(
            RefusalCode.MeasureStateConflict,
            "measure",
            new($"措施 {measure.No} 当前为“{CaseWords.Of(measure.State).Zh}”", $"measure {measure.No} is {CaseWords.Of(measure.State).En}"),
            new(zh, en)
        );
    }

    public static Refusal WrongRung(Measure measure, Rung wanted) =>
        new(
            RefusalCode.MeasureStateConflict,
            "measure",
            new($"措施 {measure.No} 是“{CaseWords.Of(measure.Rung).Zh}”", $"measure {measure.No} is {CaseWords.Of(measure.Rung).En}"),
            CaseWords.Of(wanted)
        );

    public static Refusal DeciderTooLow(Rung rung) =>
        new(
            RefusalCode.DeciderTooLow,
            null,
            new(
                $"“{CaseWords.Of(rung).Zh}”由{RoleWords.Of(Permission.DeciderOf(rung)).Zh}决定",
                $"{CaseWords.Of(rung).En} is decided by the {RoleWords.Of(Permission.DeciderOf(rung)).En}"
            ),
            RoleWords.Of(Permission.DeciderOf(rung))
        );

    public static Refusal DeciderIsProposer() =>
        new(
            RefusalCode.DeciderIsProposer,
            null,
            new("提出建议的人不能决定", "whoever proposed it can't decide it"),
            new("由其他有权人员决定", "somebody else of that rank")
        );

    public static Refusal FormInvalid(Rung rung) =>
        new(
            RefusalCode.FormInvalid,
            "form",
            new($"“{CaseWords.Of(rung).Zh}”没有这种形式", $"{CaseWords.Of(rung).En} has no such form"),
            rung switch
            {
                Rung.Circular => new("Written（书面） | Oral（口头）", "Written | Oral"),
                Rung.KeySupervision => new("Plaque（挂牌督办） | SupervisionOrder（督办单）", "Plaque | SupervisionOrder"),
                _ => new("不填形式", "no form"),
            }
        );

    public static Refusal RungNotAllowed(string rule) =>
        new(
            RefusalCode.RungNotAllowed,
            "rule",
            new($"本县政策未启用 {rule}", $"{rule} is not switched on in this county"),
            new(
                "先在政策中启用“公开曝光也适用于学校”",
                "switch on in the policy that publication applies to schools (ladder.r4.schoolsAllowed)"
            )
        );

    public static Refusal ProposalOpen(Measure open) =>
        new(
            RefusalCode.ProposalOpen,
            "rung",
            new(
                $"已有待决定的“{CaseWords.Of(open.Rung).Zh}”（措施 {open.No}）",
                $"{CaseWords.Of(open.Rung).En} is proposed already, measure {open.No}"
            ),
            null
        );

    public static Refusal RungReached(Rung rung) =>
        new(
            RefusalCode.RungReached,
            "rung",
            new($"当前层级已是“{CaseWords.Of(rung).Zh}”", $"the unit is at {CaseWords.Of(rung).En} already"),
            rung < Rung.Accountability ? CaseWords.Of(rung + 1) : null
        );

    public static Refusal InterviewNotHeld() =>
        new(RefusalCode.InterviewNotHeld, "measure", new("尚未记录约谈", "the interview is not recorded yet"), null);

    public static Refusal CommitmentDateInvalid(DateOnly first, DateOnly last) =>
        new(
            RefusalCode.CommitmentDateInvalid,
            "committed",
            new("承诺日期超出范围", "the committed date is out of range"),
            Between(first, last)
        );

    public static Refusal HeldOnInvalid(DateOnly first, DateOnly last) =>
        new(RefusalCode.HeldOnInvalid, "heldOn", new("约谈日期超出范围", "the day of the interview is out of range"), Between(first, last));

    public static Refusal SetUpOnInvalid(DateOnly first, DateOnly last) =>
        new(
            RefusalCode.HeldOnInvalid,
            "setUpOn",
            new("成立日期须在建议问责之日与今天之间", "the group is set up between the day accountability was proposed and today"),
            Between(first, last)
        );

    public static Refusal MembersInvalid() =>
        new(
            RefusalCode.FieldInvalid,
            "members",
            new("事实认定小组的成员人数不符，或有重复", "the fact-finding group has too few or too many members, or one of them twice"),
            new(
                $"{FactFinding.FewestMembers}–{FactFinding.MostMembers} 人，写职务或督学证号，每人一次",
                $"{FactFinding.FewestMembers}–{FactFinding.MostMembers} posts or inspectors' codes, each once"
            )
        );

    public static Refusal PeriodExtensionUsed() =>
        new(RefusalCode.PeriodExtensionUsed, "measure", new("督办期限只能延长一次", "the period is extended once only"), null);

    public static Refusal PeriodOver() =>
        new(RefusalCode.PeriodOver, "measure", new("督办期限已满，不能再延长", "the period is over and can't be extended"), null);

    public static Refusal DelistingNotReady() =>
        new(
            RefusalCode.DelistingNotReady,
            "measure",
            new("所涉问题尚未全部核查通过，不能申请销号", "not everything it is about is verified"),
            new("全部问题核查通过后", "when every issue is verified")
        );

    public static Refusal DelistingNotAsked() =>
        new(RefusalCode.DelistingNotAsked, "measure", new("没有待答复的销号申请", "no application for delisting waits"), null);

    public static Refusal NotPublished() =>
        new(RefusalCode.NotPublished, "measure", new("尚未记录发布情况", "the publication is not on record yet"), null);

    public static Refusal RemedyStepInvalid(Measure measure) =>
        new(
            RefusalCode.RemedyStepInvalid,
            "step",
            new(
                $"救济程序当前为“{CaseWords.Of(measure.Remedy).Zh}”，不能进行这一步",
                $"the remedies are at this stage: {CaseWords.Of(measure.Remedy).En}"
            ),
            Next(measure)
        );

    public static Refusal RemedyTooLate(AppealStep step, DateOnly last) =>
        new(
            RefusalCode.RemedyTooLate,
            "step",
            new(
                $"{(step == AppealStep.Appealed ? "申诉" : "复核申请")}已超过期限，最后一天是 {last:yyyy-MM-dd}",
                $"the time for {(step == AppealStep.Appealed ? "an appeal" : "a review")} is over, the last day was {last:yyyy-MM-dd}"
            ),
            new($"{last:yyyy-MM-dd} 及以前", $"{last:yyyy-MM-dd} at the latest")
        );

    private static Text? Next(Measure measure)
    {
        var steps = Enum.GetValues<AppealStep>().Where(step => step != AppealStep.None && Remedies.Fits(step, measure.Remedy)).ToList();
        return steps.Count == 0
            ? new("没有可以进行的步骤", "no step is left")
            : new(
                string.Join("、", steps.Select(step => CaseWords.Of(step).Zh)),
                string.Join(", ", steps.Select(step => CaseWords.Of(step).En))
            );
    }

    public static Refusal RuleNotByHand(string? rule) =>
        new(
            RefusalCode.RuleNotByHand,
            "rule",
            new($"{rule} 不能人工提出", $"{rule} is not proposed by hand"),
            new("LR-14，或不写规则", "LR-14 or manual")
        );

    public static Refusal AlreadyRecorded(string field) =>
        new(RefusalCode.AlreadyRecorded, field, new("已经记录过", "on record already"), null);

    public static Refusal RoundInvalid() =>
        new(
            RefusalCode.RoundInvalid,
            "round",
            new(
                "轮次须写作 年Q季，且开始日在该季度之内、今天之后的 180 天内",
                "a round is written yyyyQn and its window opens in that quarter, after today, within 180 days"
            ),
            new("如 2026Q2", "e.g. 2026Q2")
        );

    public static Refusal SelfCheckNotAsked(string? round) =>
        new(
            RefusalCode.SelfCheckNotAsked,
            "round",
            new($"没有待报送的自查{(round is null ? "" : $" {round}")}", $"no self-check {round} was asked for"),
            null
        );

    public static Refusal ComplaintInvalid(string field) =>
        new(RefusalCode.ComplaintInvalid, field, new("举报计数信息不完整", "the complaint's mark is incomplete"), null);

    private static Text Between(DateOnly first, DateOnly last) =>
        new($"{first:yyyy-MM-dd} 至 {last:yyyy-MM-dd}", $"{first:yyyy-MM-dd} to {last:yyyy-MM-dd}");
}
