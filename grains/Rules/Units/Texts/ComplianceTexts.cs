namespace Supervision.Rules.Units.Texts;

/// <summary>The compliance reasons in words: what, by which clause, what clears it, what comes next.</summary>
public static class ComplianceTexts
{
    private static readonly Text Rectification = new(
        "《教育督导条例》关于督导整改的规定；政策 issue.rectifyD（D-05）",
        "Education Supervision Regulations on rectification; policy issue.rectifyD (D-05)"
    );
    private static readonly Text Containment = new(
        "政策 issue.containD：严重问题须在规定天数内报告控制措施",
        "policy issue.containD: a serious issue is contained and reported within its days"
    );
    private static readonly Text LookBack = new("方案六“以问题清单和回头看为抓手”（L77）", "Plan 6 (L77): issue lists and look-backs");
    private static readonly Text ClosedLoop = new("方案一“严格落实整改”（L17）", "Plan 1 (L17): issues are rectified without exception");
    private static readonly Text SelfCheck = new(
        "方案一（L19）、方案六（L77）：按时报送自查",
        "Plan 1 (L19), Plan 6 (L77): self-checks in time"
    );
    private static readonly Text Persistence = new(
        "方案一“多次通报、重点约谈、挂牌督办仍整改不力的启动问责程序”（L18），政策 ladder.persist（D-09）",
        "Plan 1 (L18): accountability after repeated circulars, interview and key supervision; policy ladder.persist (D-09)"
    );
    private static readonly Text Roster = new("名册", "the roster");

    public static (Text Text, Text Clause, Text? Clears, Text? Next) Words(Reason reason) =>
        reason.Code switch
        {
            "CMP-CLEAR" => (new("没有未办结的问题，也没有正在执行的措施", "no open issue, no measure in force"), ClosedLoop, null, null),
            "CMP-OVERDUE" => (
                new(
                    $"{Issue(reason).Zh}应于 {At(reason, 4)} 前（含当日）整改到位，已逾期",
                    $"{Issue(reason).En} was due {At(reason, 4)} inclusive and is overdue"
                ),
                Rectification,
                new("单位提交整改报告，并由他人核查通过", "the unit's report, verified by somebody else"),
                Next(reason, 5)
            ),
            "CMP-CONTAINMENT" => (
                new(
                    $"{Issue(reason).Zh}的控制措施中期报告应于 {At(reason, 4)} 前（含当日）提交，尚未提交",
                    $"the interim report on {Issue(reason).En} was due {At(reason, 4)} inclusive"
                ),
                Containment,
                new("单位提交控制措施中期报告", "the unit's interim report"),
                Next(reason, 5)
            ),
            "CMP-RELAPSE" => (
                new(
                    $"{Issue(reason).Zh}回头看反弹，正在第 {At(reason, 6)} 轮整改",
                    $"{Issue(reason).En} relapsed and is in cycle {At(reason, 6)}"
                ),
                LookBack,
                new("重新整改并核查通过", "rectified again and verified"),
                Next(reason, 5)
            ),
            "CMP-OPEN" => (
                new($"{Issue(reason).Zh}{State(reason).Zh}", $"{Issue(reason).En}: {State(reason).En}"),
                ClosedLoop,
                Clears(reason),
                Next(reason, 5)
            ),
            "CMP-MEASURE" => (
                new($"“{RungOf(reason).Zh}”执行中（{Rule(reason).Zh}）", $"{RungOf(reason).En} is in force ({Rule(reason).En})"),
                Clause(reason),
                Discharge(reason),
                Next(reason, 3)
            ),
            "CMP-PROPOSED" => (
                new(
                    $"建议“{RungOf(reason).Zh}”，待决定（{Rule(reason).Zh}）",
                    $"{RungOf(reason).En} is proposed and waits for a decision ({Rule(reason).En})"
                ),
                Clause(reason),
                new("有权人员决定或不予采纳；或事由消除", "a decision or rejection by who may; or its cause goes away"),
                Next(reason, 3)
            ),
            "CMP-DECIDED" => (
                new($"“{RungOf(reason).Zh}”已决定，待送达", $"{RungOf(reason).En} is decided and not served yet"),
                Clause(reason),
                new("送达单位", "service to the unit"),
                Next(reason, 3)
            ),
            "CMP-PERSIST-SHORT" => (
                new(
                    $"督办期满仍未整改到位；一年内通报 {At(reason, 1)}、约谈 {At(reason, 2)}、挂牌督办 {At(reason, 3)}，尚不足以启动问责",
                    $"key supervision is over without rectification; within a year circulars {At(reason, 1)}, interviews {At(reason, 2)}, key supervisions {At(reason, 3)}: not enough for accountability"
                ),
                Persistence,
                new("整改到位并销号", "rectification and delisting"),
                null
            ),
            "CMP-SELF-CHECK" => (
                new(
                    $"{At(reason, 0)} 自查应于 {At(reason, 1)} 前（含当日）报送，尚未报送",
                    $"the self-check {At(reason, 0)} was due {At(reason, 1)} inclusive"
                ),
                SelfCheck,
                new("报送自查小结和自查表", "the self-check handed in"),
                null
            ),
            "CMP-SUSPENDED" => (
                new("单位停办（停业）", "suspended"),
                Roster,
                new("名册恢复为正常", "the roster says it is active again"),
                null
            ),
            "CMP-CLOSED" => (new("单位已撤销", "closed for good"), Roster, null, null),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Code, "A reason without words."),
        };

    /// <summary>What happens when a clock runs out.</summary>
    public static Text WhenPassed(DeadlineKind kind) =>
        kind switch
        {
            DeadlineKind.Acknowledge => new("签收期限届满", "the time to acknowledge is over"),
            DeadlineKind.Silence => new("仍未签收的，自动书面通报（LR-03）", "unacknowledged: a circular issues itself (LR-03)"),
            DeadlineKind.Contain => new("未报控制措施的，转为红色", "no interim report: turns red"),
            DeadlineKind.Rectify => new(
                "未报整改的转为逾期，并按政策通报（LR-01）",
                "unreported: overdue, and a circular by policy (LR-01)"
            ),
            DeadlineKind.File => new("提醒督学报备", "the inspector is reminded to file"),
            DeadlineKind.Verify => new("提醒县级核查逾期", "the county is told that verification is late"),
            DeadlineKind.LookBackOpens => new("回头看窗口开启", "the look-back window opens"),
            DeadlineKind.LookBack => new("提醒县级回头看逾期", "the county is told that the look-back is late"),
            DeadlineKind.Reply => new("提醒部门答复逾期", "the county is told that the reply is late"),
            DeadlineKind.Decide => new(
                "未决定的，提请上一级（不会自动通过）",
                "undecided: the next authority is told (never decided by itself)"
            ),
            DeadlineKind.Fix => new("未整改到位的，建议约谈（LR-04）", "unrectified: an interview is proposed (LR-04)"),
            DeadlineKind.Hold => new("提醒约谈逾期", "the interview is late"),
            DeadlineKind.Minutes => new("提醒纪要、承诺归档逾期", "minutes and commitment are late"),
            DeadlineKind.Commitment => new("承诺落空的，建议挂牌督办（LR-10）", "promise broken: key supervision is proposed (LR-10)"),
            DeadlineKind.Progress => new("提醒进展报告逾期", "the progress report is late"),
            DeadlineKind.Period => new(
                "督办期满，未整改到位且证据齐全的，建议问责（LR-15）",
                "the period ends: unrectified and proven, accountability is proposed (LR-15)"
            ),
            DeadlineKind.Accept => new("提醒销号答复逾期", "the answer on delisting is late"),
            DeadlineKind.Publish => new("提醒发布逾期", "the publication is late"),
            DeadlineKind.FactFinding => new(
                "提请教督委主任督促成立事实认定小组",
                "the committee's director is told that the fact-finding group is late"
            ),
            DeadlineKind.FactFindingNear => new(
                "提醒教督委办公室成立事实认定小组",
                "the committee's office is reminded of the fact-finding group"
            ),
            DeadlineKind.SelfCheck => new("未报自查的，自动书面通报（LR-02）", "not handed in: a circular issues itself (LR-02)"),
            _ => new($"{DeadlineWords.Of(kind).Zh}期限届满", $"the time for {DeadlineWords.Of(kind).En} is over"),
        };

    private static Text? Next(Reason reason, int at) =>
        reason.NextChangeAt is not null && Enum.TryParse<DeadlineKind>(At(reason, at), out var kind) && kind != DeadlineKind.None
            ? WhenPassed(kind)
            : null;

    private static Text Issue(Reason reason)
    {
        var name = Taxonomy.Find(At(reason, 1))?.Name ?? new(At(reason, 1), At(reason, 1));
        return new($"问题 {At(reason, 0)}“{name.Zh}”", $"issue {At(reason, 0)} ({name.En})");
    }

    private static Text State(Reason reason) =>
        Enum.TryParse<IssueState>(At(reason, 3), out var state) && state != IssueState.None ? CaseWords.Of(state) : new("", "");

    private static Text? Clears(Reason reason) =>
        Enum.TryParse<IssueState>(At(reason, 3), out var state)
            ? state switch
            {
                IssueState.Found => new(
                    "县级确认并下发整改通知书，或撤销",
                    "the county confirms it and issues the notice, or withdraws it"
                ),
                IssueState.Notified => new("单位签收并整改", "the unit acknowledges and rectifies"),
                IssueState.Reported or IssueState.Filed => new(
                    "由报告人以外的人核查通过",
                    "verification by somebody else than the reporter"
                ),
                IssueState.Verified or IssueState.LookBack => new(
                    "由核查人以外的督学回头看通过",
                    "a look-back passed by another inspector than the verifier"
                ),
                _ => new("单位整改并报告，由他人核查通过", "rectified, reported, and verified by somebody else"),
            }
            : null;

    private static Text RungOf(Reason reason) => Enum.TryParse<Rung>(At(reason, 1), out var rung) ? CaseWords.Of(rung) : new("", "");

    private static Text Rule(Reason reason) =>
        LadderRules.Find(At(reason, 2)) is { } rule
            ? new($"{rule.Name.Zh} {rule.Code}", $"{rule.Name.En}, {rule.Code}")
            : new("人工提出", "by hand");

    private static Text Clause(Reason reason) => LadderRules.Find(At(reason, 2))?.Clause ?? new("县级提出", "proposed by the county");

    private static Text? Discharge(Reason reason) =>
        Enum.TryParse<Rung>(At(reason, 1), out var rung)
            ? rung switch
            {
                Rung.Circular => new("所涉问题全部核查通过", "everything it is about verified"),
                Rung.Interview => new("所涉问题全部核查通过，且纪要和承诺已归档", "everything verified, minutes and commitment on file"),
                Rung.KeySupervision => new("销号申请获准，且回头看通过", "delisting accepted and the look-back passed"),
                Rung.Exposure => new("整改到位，且发布内容已标注整改结果", "rectified, and the publication annotated with the result"),
                Rung.Accountability => new("决定已执行，救济途径用尽，并完成回访", "executed, remedies exhausted, return visit made"),
                _ => null,
            }
            : null;

    private static string At(Reason reason, int index) => index < reason.Arguments.Length ? reason.Arguments[index] : "";
}
