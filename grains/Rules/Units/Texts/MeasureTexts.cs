using static Supervision.Rules.Units.Texts.IssueTexts;

namespace Supervision.Rules.Units.Texts;

/// <summary>What happens on the ladder, in words.</summary>
internal static class MeasureTexts
{
    /// <summary>Null for events that are not of the ladder.</summary>
    public static Text? Say(UnitEvent happened) =>
        happened switch
        {
            MeasureProposed e => Proposed(e),
            MeasureJoined e => Joined(e),
            MeasureDecided e => Decided(e),
            MeasureRejected e => new(
                $"{e.By}未采纳措施 {e.No} 的建议：{e.Reason}",
                $"proposed measure {e.No} rejected by {e.By}: {e.Reason}"
            ),
            MeasureServed e => new(
                $"措施 {e.No} 送达，开始执行{Clocks(e.Deadlines)}",
                $"measure {e.No} served and in force{ClocksEn(e.Deadlines)}"
            ),
            InterviewHeld e => new(
                $"{e.HeldOn:yyyy-MM-dd} 进行约谈（措施 {e.No}），参加：{e.Present}",
                $"interview of measure {e.No} held on {e.HeldOn:yyyy-MM-dd}: {e.Present}"
            ),
            CommitmentRecorded e => new(
                $"约谈纪要与整改承诺归档（措施 {e.No}），承诺 {e.Committed:yyyy-MM-dd} 前整改到位",
                $"minutes and commitment of measure {e.No} on file; committed to {e.Committed:yyyy-MM-dd}"
            ),
            ProgressRecorded e => new($"措施 {e.No} 进展报告：{e.Text}", $"progress report of measure {e.No}: {e.Text}"),
            PeriodExtended e => new(
                $"措施 {e.No} 督办延期：{e.Reason}{Clocks(e.Deadlines)}",
                $"key supervision of measure {e.No} extended: {e.Reason}{ClocksEn(e.Deadlines)}"
            ),
            DelistingApplied e => new($"申请措施 {e.No} 销号：{e.Text}", $"delisting of measure {e.No} applied for: {e.Text}"),
            DelistingAccepted e => new(
                $"{e.By}同意措施 {e.No} 销号：{e.Remark}",
                $"delisting of measure {e.No} accepted by {e.By}: {e.Remark}"
            ),
            DelistingRefused e => new(
                $"{e.By}不同意措施 {e.No} 销号：{e.Reason}",
                $"delisting of measure {e.No} refused by {e.By}: {e.Reason}"
            ),
            PublicationRecorded e => new(
                $"措施 {e.No} 已公开发布，共 {e.Links.Length} 处",
                $"measure {e.No} published in {e.Links.Length} places"
            ),
            PublicationAnnotated e => new(
                $"措施 {e.No} 的公开信息补充整改结果：{e.Result}",
                $"result added to the publication of measure {e.No}: {e.Result}"
            ),
            RemedyStepped { Step: AppealStep.None } e => new(
                $"措施 {e.No}：{CaseWords.Of(e.Remedy).Zh}{Clocks(e.Deadlines)}",
                $"measure {e.No}: {CaseWords.Of(e.Remedy).En}{ClocksEn(e.Deadlines)}"
            ),
            RemedyStepped e => new(
                $"措施 {e.No}：{CaseWords.Of(e.Step).Zh}（{e.Document}）{Clocks(e.Deadlines)}",
                $"measure {e.No}: {CaseWords.Of(e.Step).En} ({e.Document}){ClocksEn(e.Deadlines)}"
            ),
            AccountabilityExecuted e => new(
                $"措施 {e.No} 问责执行完毕（{e.Document}）：{e.Remark}",
                $"accountability of measure {e.No} carried out ({e.Document}): {e.Remark}"
            ),
            FactFindingSetUp e => new(
                $"{e.SetUpOn:yyyy-MM-dd} 成立事实认定小组 {e.Members.Length} 人（措施 {e.No}，{e.Document}）：{string.Join("、", e.Members)}",
                $"fact-finding group of {e.Members.Length} set up on {e.SetUpOn:yyyy-MM-dd} (measure {e.No}, {e.Document}): {string.Join(", ", e.Members)}"
            ),
            MeasureDischarged e => new($"措施 {e.No} 解除", $"measure {e.No} discharged"),
            MeasureLapsed e => new($"措施 {e.No} 的建议失效：事由已消除", $"proposed measure {e.No} lapsed: its cause went away"),
            MeasureSuperseded e => new($"措施 {e.No} 由措施 {e.By} 取代", $"measure {e.No} superseded by measure {e.By}"),
            MeasureRevoked e => new($"措施 {e.No} 撤销（{e.Document}）", $"measure {e.No} revoked ({e.Document})"),
            UnitNamed e => new(
                $"在通报 {e.Bulletin} 中被点名（{ProofTexts.ByHand.Zh}{EntryOf(e.Entry)}{Paper(e.Document)}）",
                $"named in bulletin {e.Bulletin} ({ProofTexts.ByHand.En}{EntryOfEn(e.Entry)}{PaperEn(e.Document)})"
            ),
            NamingEntered e => new(
                $"手工登记 {e.No}：通报 {e.Bulletin} 点名（{e.Document}），待本县另一人审核",
                $"entry {e.No} by hand: named in bulletin {e.Bulletin} ({e.Document}), for another person of the county to approve"
            ),
            ComplaintEntered e => new(
                $"手工登记 {e.No}：{Complaint(e.Mark).Zh}（{e.Document}），待本县另一人审核",
                $"entry {e.No} by hand: {Complaint(e.Mark).En} ({e.Document}), for another person of the county to approve"
            ),
            EntryApproved e => new($"手工登记 {e.No} 审核同意：{e.Remark}", $"entry {e.No} approved: {e.Remark}"),
            EntryRejected e => new($"手工登记 {e.No} 审核不同意：{e.Reason}", $"entry {e.No} rejected: {e.Reason}"),
            LadderCleared e => new(
                $"措施全部了结，恢复日常督导；同类问题记忆至 {e.RememberedUntil:yyyy-MM-dd}",
                $"no measure left, back to regular supervision; remembered until {e.RememberedUntil:yyyy-MM-dd}"
            ),
            OpinionFlagSet { On: true } e => new(
                $"标记舆情关注（{ProofTexts.ByHand.Zh}）：{e.Source}",
                $"public opinion runs high ({ProofTexts.ByHand.En}): {e.Source}"
            ),
            OpinionFlagSet e => new(
                $"解除舆情关注（{ProofTexts.ByHand.Zh}）：{e.Source}",
                $"public opinion has calmed ({ProofTexts.ByHand.En}): {e.Source}"
            ),
            ComplaintCounted e => new(
                $"{Complaint(e.Mark).Zh}（{ProofTexts.ByHand.Zh}{EntryOf(e.Entry)}{Paper(e.Document)}）",
                $"{Complaint(e.Mark).En} ({ProofTexts.ByHand.En}{EntryOfEn(e.Entry)}{PaperEn(e.Document)})"
            ),
            SelfCheckRequested e => new(
                $"要求报送 {e.Round} 自查{By(DeadlineKind.SelfCheck, e.Deadlines)}",
                $"self-check {e.Round} asked for{ByEn(DeadlineKind.SelfCheck, e.Deadlines)}"
            ),
            SelfCheckSubmitted e => new($"报送 {e.Round} 自查小结", $"self-check {e.Round} handed in"),
            _ => null,
        };

    private static Text Proposed(MeasureProposed e)
    {
        var (rule, rung) = (Rule(e.Rule), CaseWords.Of(e.Rung));
        var hand = ProofTexts.Counted(e.Proof);
        var graver = e.Aggravated ? CaseWords.Aggravation(e.Rung, e.Rule) : new Text("", "");
        var (zh, en) = ((e.Aggravated ? $"，{graver.Zh}" : "") + hand.Zh, (e.Aggravated ? $", {graver.En}" : "") + hand.En);
        return new(
            $"建议{rung.Zh}（措施 {e.No}，{rule.Zh}）{Issues(e.Issues)}{zh}{(e.Reason is null ? "" : $"：{e.Reason}")}",
            $"{rung.En} proposed (measure {e.No}, {rule.En}){IssuesEn(e.Issues)}{en}{(e.Reason is null ? "" : $": {e.Reason}")}"
        );
    }

    /// <summary>The rule that asked for a measure, with its code; a person's own proposal is called that.</summary>
    internal static Text Rule(string code) =>
        LadderRules.Find(code) is { } rule ? new($"{code} {rule.Name.Zh}", $"{code} {rule.Name.En}") : new("人工提出", "by hand");

    private static Text Joined(MeasureJoined e)
    {
        var (rule, hand) = (Rule(e.Rule), ProofTexts.Counted(e.Proof));
        return new($"{rule.Zh}并入措施 {e.No}{Issues(e.Issues)}{hand.Zh}", $"{rule.En} joins measure {e.No}{IssuesEn(e.Issues)}{hand.En}");
    }

    private static Text Decided(MeasureDecided e)
    {
        var form =
            e.Form == MeasureForm.None ? new Text("", "") : new Text($"（{CaseWords.Of(e.Form).Zh}）", $" ({CaseWords.Of(e.Form).En})");
        return e.By == Actor.System.Name
            ? new($"系统按规则作出措施 {e.No}{form.Zh}", $"measure {e.No} issued by rule{form.En}")
            : new(
                $"{e.By}决定采取措施 {e.No}{form.Zh}：{e.Remark}{Clocks(e.Deadlines)}",
                $"measure {e.No} decided by {e.By}{form.En}: {e.Remark}{ClocksEn(e.Deadlines)}"
            );
    }

    internal static Text Complaint(ComplaintMark mark)
    {
        var known = Taxonomy.All.Any(category => category.Group == mark.Group);
        var group = known ? Taxonomy.GroupName(mark.Group) : new(mark.Group, mark.Group);
        return new(
            $"举报 {mark.Id}（{group.Zh}）：{CaseWords.Of(mark.Outcome).Zh}",
            $"complaint {mark.Id} ({group.En}): {CaseWords.Of(mark.Outcome).En}"
        );
    }

    private static string EntryOf(int? entry) => entry is { } no ? $" {no}" : "";

    private static string EntryOfEn(int? entry) => entry is { } no ? $", entry {no}" : "";

    private static string Paper(string? document) => document is null ? "" : $"，{document}";

    private static string PaperEn(string? document) => document is null ? "" : $", {document}";

    private static string Issues(ImmutableArray<int> issues) => issues.IsDefaultOrEmpty ? "" : $"，涉及问题 {string.Join("、", issues)}";

    private static string IssuesEn(ImmutableArray<int> issues) =>
        issues.IsDefaultOrEmpty ? "" : $", about issues {string.Join(", ", issues)}";

    private static string Clocks(ImmutableArray<Deadline> deadlines) =>
        string.Concat(deadlines.Select(deadline => $"；{DeadlineWords.Of(deadline.Kind).Zh}：{deadline.Due:yyyy-MM-dd}"));

    private static string ClocksEn(ImmutableArray<Deadline> deadlines) =>
        string.Concat(deadlines.Select(deadline => $"; {DeadlineWords.Of(deadline.Kind).En}: {deadline.Due:yyyy-MM-dd}"));
}
