namespace Supervision.Rules.Units.Visits;

/// <summary>What a visit's content must look like, and when it is not believed without the county (5.3).</summary>
internal static class VisitContents
{
    public const int MaxFindings = 20;
    public const int MaxCompanions = 10;
    public const int MaxTextLength = 2_000;

    /// <summary>How far a device's clock may differ from the server's between the two times it was compared.</summary>
    private static readonly TimeSpan Drift = TimeSpan.FromMinutes(5);

    /// <summary>The first thing wrong, or null.</summary>
    /// <param name="blind">Its inspector may not read of the unit any more: nobody can ask for remarks on issues, nor tell of them.</param>
    public static Refusal? Objection(UnitState state, Visit visit, Rulebook rules, bool blind = false)
    {
        if (visit.Content is not { } content)
            return blind ? null : RemarksProblem(state, visit, []);
        var profile = state.Profile!;
        if (!Enum.IsDefined(content.Slot))
            return Refusals.Invalid("slot", "时段不在清单内", "unknown slot", "Morning | Afternoon | Evening");
        if (
            !content.Companions.IsDefault
            && (
                content.Companions.Length > MaxCompanions
                || content.Companions.Any(name => Refusals.TextProblem("companions", name, 40) is not null)
            )
        )
            return Refusals.Invalid(
                "companions",
                $"同行人员至多 {MaxCompanions} 人，每人不超过 40 字",
                $"{MaxCompanions} companions at most, 40 characters each"
            );
        if ((OptionalText("highlights", content.Highlights) ?? OptionalText("advice", content.Advice)) is { } text)
            return text;
        if (
            content.Checklist is { } checklist
            && ChecklistRules.Objection(checklist, profile.Kind, profile.Category, CivilTime.DateOf(visit.StartedAt)) is { } form
        )
            return form;
        if (RemarksProblem(state, visit, content.Remarks.IsDefault ? [] : content.Remarks, blind) is { } remarks)
            return remarks;
        if (FindingsProblem(profile, content, rules) is { } findings)
            return findings;
        if (content.Presence is { } presence && !IsPlace(presence))
            return VisitRefusals.ContentInvalid("presence", "定位数据超出范围", "the location is out of range");
        return IssueOpening.EvidenceProblem("evidence", content.Evidence);
    }

    /// <summary>Reasons in the visit itself not to believe it yet; those of the edge first.</summary>
    public static ImmutableArray<VisitFlag> Flags(Visit visit, ImmutableArray<VisitFlag> edge, DateTimeOffset now)
    {
        var flags = edge.IsDefault
            ? []
            : edge.Where(flag => flag is VisitFlag.ImplausibleTravel or VisitFlag.OverlappingVisit or VisitFlag.OutsideAppointment)
                .Distinct()
                .ToImmutableArray();
        if (visit.Content is not { } content)
            return flags;
        if (content.Gate == GateProof.Wrong)
            flags = flags.Add(VisitFlag.WrongGateCode);
        if (content.Presence is { Mocked: true })
            flags = flags.Add(VisitFlag.MockLocation);
        if (content.Bracket is { } bracket && !IsBracketed(visit, bracket, now))
            flags = flags.Add(VisitFlag.ClockOutsideBracket);
        return flags;
    }

    /// <summary>The visit lies between the two server times, and the device's clock ran like the server's meanwhile.</summary>
    private static bool IsBracketed(Visit visit, ClockBracket bracket, DateTimeOffset now) =>
        visit.StartedAt >= bracket.ServerBefore - Drift
        && visit.EndedAt <= now + Drift
        && bracket.ServerBefore <= now + Drift
        && (bracket.DeviceNow - bracket.DeviceBefore - (now - bracket.ServerBefore)).Duration() <= Drift;

    /// <summary>Every issue that was open when the visit began has its remark (L78, invariant 5), and none is about an issue that never was. One that was closed meanwhile may have one: a phone that was offline could not know.</summary>
    private static Refusal? RemarksProblem(UnitState state, Visit visit, ImmutableArray<IssueRemark> remarks, bool blind = false)
    {
        foreach (var remark in remarks)
        {
            if (
                remark is null
                || remark.Issue < 1
                || remark.Issue > state.LastIssue
                || remarks.Count(other => other?.Issue == remark.Issue) > 1
            )
                return VisitRefusals.RemarkOfNoOpenIssue(remark?.Issue ?? 0);
            if (remark.Finding == RemarkFinding.None || !Enum.IsDefined(remark.Finding))
                return Refusals.Invalid("remarks", "问题整改情况不在清单内", "unknown finding", "Rectified | InProgress | NotRectified");
            if (Refusals.TextProblem("remarks", remark.Text, 500) is { } text)
                return text;
        }

        if (blind)
            return null;
        foreach (var issue in state.Issues)
            if (issue.FoundAt < visit.StartedAt && !remarks.Any(remark => remark.Issue == issue.No))
                return VisitRefusals.RemarkMissing(issue);
        return null;
    }

    private static Refusal? FindingsProblem(Profile profile, VisitContent content, Rulebook rules)
    {
        var findings = content.Findings.IsDefault ? [] : content.Findings;
        if (findings.Length > MaxFindings || findings.Any(finding => finding is null))
            return VisitRefusals.ContentInvalid("findings", $"一次督导至多 {MaxFindings} 个问题", $"{MaxFindings} findings at most");
        foreach (var finding in findings)
            if (IssueOpening.Objection(finding, profile.Kind, rules) is { } refusal)
                return refusal;
        if (content.Checklist is not { } filled || Checklists.Find(filled.Id) is not { } checklist)
            return null;
        foreach (var answer in filled.Answers)
        {
            if (
                answer is not { Answer: ItemAnswer.DoesNotConform }
                || answer.Disposition is null or ItemDisposition.RecordOnly
                || checklist.Find(answer.Item) is not { Categories.IsEmpty: false } item
            )
                continue;
            if (!findings.Any(finding => item.Categories.Contains(finding.Category)))
                return VisitRefusals.FindingMissing(item);
        }

        return null;
    }

    private static Refusal? OptionalText(string field, string? text) =>
        string.IsNullOrEmpty(text) ? null : Refusals.TextProblem(field, text, MaxTextLength);

    private static bool IsPlace(Presence presence) =>
        presence is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180, AccuracyMetres: >= 0 and <= 100_000 };
}
