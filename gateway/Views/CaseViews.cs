namespace Supervision.Gateway.Views;

/// <summary>Everything open about a unit, in words.</summary>
/// <param name="Reasons">All grounds of the colour, most pressing first.</param>
/// <param name="Served">Rungs served within the last year, oldest first.</param>
/// <param name="Memory">Rungs remembered after the return to R0 (D-16).</param>
/// <param name="Documents">Numbered papers, newest last.</param>
/// <param name="Departments">Whom the county hands cases to or consults; the forms choose from it.</param>
/// <param name="Entries">Made by hand and waiting for a second person of the county; those of complaints only for whoever may know of them.</param>
public sealed record CaseDetail(
    Colour Colour,
    ImmutableArray<ReasonView> Reasons,
    Rung Rung,
    IReadOnlyList<IssueView> Issues,
    IReadOnlyList<MeasureView> Measures,
    IReadOnlyList<ServedView> Served,
    IReadOnlyList<MemoryView> Memory,
    bool OpinionFlag,
    IReadOnlyList<ReferralView> Referrals,
    IReadOnlyList<SelfCheckView> SelfChecks,
    ImmutableArray<VisitPlan> Plans,
    IReadOnlyList<FlaggedView> Flagged,
    ImmutableArray<WaitingDecision> Waiting,
    ImmutableArray<DocumentView> Documents,
    IReadOnlyList<EntryView> Entries,
    ImmutableArray<Department> Departments
)
{
    /// <param name="ownEyes">For the unit itself.</param>
    /// <param name="complaints">Whether the reader may know of complaints.</param>
    /// <param name="doubts">Why visits wait for the county.</param>
    /// <param name="recusals">Whether the reader may know who is recused: the reasons may tell.</param>
    public static CaseDetail Of(CaseFile file, ImmutableArray<VisitDoubt> doubts, bool ownEyes, bool complaints, bool recusals) =>
        new(
            file.Colour,
            [.. file.Reasons.Select(ReasonTexts.Render)],
            file.Ladder.Rung,
            [
                .. file.Issues.Select(issue =>
                    IssueView.Of(issue, ownEyes, complaints) with
                    {
                        MostExtensionDays = file.Extensions.FirstOrDefault(offer => offer.Issue == issue.No)?.MostDays,
                    }
                ),
            ],
            [.. file.Ladder.Measures.Select(measure => MeasureView.Of(measure, complaints))],
            [.. file.Ladder.Served.Select(ServedView.Of)],
            [
                .. file
                    .Ladder.Memory.Where(memory => memory.Until is not null)
                    .Select(memory => new MemoryView(Taxonomy.GroupName(memory.Group), memory.Rung, memory.Until!.Value)),
            ],
            file.Ladder.OpinionFlag,
            [
                .. file.Referrals.Select(referral => new ReferralView(
                    referral.No,
                    referral.Issue,
                    referral.Department,
                    Clocks.Of(referral.Deadlines, false)
                )),
            ],
            [.. file.SelfChecks.Select(duty => new SelfCheckView(duty.Round, duty.WindowFrom, Clocks.Of(duty.Deadlines, false)))],
            ownEyes ? [] : file.Plans,
            ownEyes ? [] : FlaggedView.Of(file.Flagged, doubts, recusals),
            ownEyes ? [] : file.Waiting,
            file.Documents,
            ownEyes ? [] : [.. file.Entries.Where(entry => complaints || entry.Kind != HandEntryKind.Complaint).Select(EntryView.Of)],
            file.Departments
        );
}

/// <param name="Source">As an evidence key, e.g. <c>measure/3</c>.</param>
/// <param name="ByHand">It rests on a person's entry (手工登记), not on a paper of this system.</param>
public sealed record ServedView(Rung Rung, DateTimeOffset At, string Source, Text Text, bool ByHand)
{
    public static ServedView Of(ServedMark mark) =>
        new(mark.Rung, mark.At, mark.Source, ProofTexts.Of(mark.Source), ProofTexts.IsByHand(mark.Source));
}

/// <summary>One thing a measure rests on.</summary>
/// <param name="Key">As an evidence key, e.g. <c>issue/3</c>.</param>
/// <param name="ByHand">It rests on a person's entry (手工登记), not on a paper of this system.</param>
public sealed record ProofView(string Key, Text Text, bool ByHand)
{
    /// <param name="complaints">Whether the reader may know which complaints there were.</param>
    public static IReadOnlyList<ProofView> Of(ImmutableArray<string> proof, bool complaints) =>
        proof.IsDefault
            ? []
            :
            [
                .. proof
                    .Where(key => complaints || !ProofTexts.IsOfComplaint(key))
                    .Select(key => new ProofView(key, ProofTexts.Of(key), ProofTexts.IsByHand(key))),
            ];
}

/// <summary>Something entered by hand that waits for a second person.</summary>
/// <param name="Text">What it says.</param>
/// <param name="By">Who entered it, and can't approve it.</param>
/// <param name="Evidence">Hashes of the unit's files.</param>
public sealed record EntryView(
    int No,
    HandEntryKind Kind,
    Text Text,
    string By,
    DateTimeOffset Since,
    string Document,
    ImmutableArray<string> Evidence,
    DateOnly? IssuedOn,
    IReadOnlyList<ClockView> Clocks
)
{
    public static EntryView Of(HandEntry entry) =>
        new(
            entry.No,
            entry.Kind,
            EntryTexts.Of(entry),
            entry.By,
            entry.Since,
            entry.Document,
            entry.Evidence,
            entry.IssuedOn,
            Views.Clocks.Of(entry.Deadlines, false)
        );
}

/// <param name="Group">The category group in words.</param>
/// <param name="Until">Last day, inclusive.</param>
public sealed record MemoryView(Text Group, Rung Rung, DateOnly Until);

/// <summary>A clock in words.</summary>
/// <param name="Due">Last day, inclusive; the first day for what opens.</param>
/// <param name="What">What is due.</param>
/// <param name="WhenPassed">What happens by itself at <paramref name="FallsAt"/>.</param>
/// <param name="Clause">Where the term is written, when it is a statute's; null for what policy sets.</param>
public sealed record ClockView(
    DeadlineKind Kind,
    DateOnly Due,
    DateTimeOffset FallsAt,
    bool Passed,
    Text What,
    Text WhenPassed,
    Text? Clause
);

/// <param name="FoundOn">Civil day; before that of <paramref name="FoundAt"/> when it was recorded later.</param>
public sealed record IssueView(
    int No,
    string Category,
    Text Name,
    Severity Severity,
    IssueOrigin Origin,
    IssueState State,
    Text StateText,
    int Cycle,
    string Description,
    DateTimeOffset FoundAt,
    DateOnly FoundOn,
    string FoundBy,
    DateTimeOffset Since,
    IssueTags Tags,
    int Reworks,
    int Extensions,
    int? AskedDays,
    HarmMark Harm,
    string? Department,
    Rung TopRung,
    IReadOnlyList<ClockView> Clocks
)
{
    /// <summary>The most days the unit may ask to have its deadline extended by; null when it may not ask, and in lists.</summary>
    public int? MostExtensionDays { get; init; }

    /// <param name="ownEyes">For the unit itself.</param>
    /// <param name="complaints">Whether the reader may know who brought a complaint in.</param>
    public static IssueView Of(Issue issue, bool ownEyes, bool complaints) =>
        new(
            issue.No,
            issue.Category,
            Taxonomy.Find(issue.Category)?.Name ?? new(issue.Category, issue.Category),
            issue.Severity,
            issue.Origin,
            issue.State,
            CaseWords.Of(issue.State),
            issue.Cycle,
            issue.Description,
            issue.FoundAt,
            issue.FoundDay,
            !complaints && issue.Origin == IssueOrigin.Complaint ? "" : issue.FoundBy,
            issue.Since,
            issue.Tags,
            issue.Reworks,
            issue.Extensions,
            issue.AskedDays,
            issue.Harm,
            issue.Department,
            issue.TopRung,
            Views.Clocks.Of(issue.Deadlines, ownEyes)
        );
}

/// <param name="RuleName">The ladder rule in words; null for one proposed by hand.</param>
/// <param name="Aggravated">Why it counts as aggravated; null when it does not.</param>
/// <param name="Decider">The lowest role that decides this rung.</param>
/// <param name="Proof">What the rules rest on that asked for it; complaints only for whoever may know of them.</param>
/// <param name="FactFinding">Of accountability: the day the fact-finding group was set up; null before.</param>
public sealed record MeasureView(
    int No,
    Rung Rung,
    Text Name,
    string Rule,
    Text? RuleName,
    Text? Clause,
    MeasureState State,
    Text StateText,
    MeasureForm Form,
    ImmutableArray<int> Issues,
    string? Round,
    DateTimeOffset ProposedAt,
    string ProposedBy,
    string? DecidedBy,
    DateTimeOffset? ServedAt,
    DateTimeOffset Since,
    Text? Aggravated,
    bool Held,
    DateOnly? Committed,
    int Reports,
    bool Extended,
    bool Delisted,
    bool Published,
    bool Annotated,
    bool Executed,
    RemedyState Remedy,
    int? SupersededBy,
    ActorRole Decider,
    IReadOnlyList<ClockView> Clocks,
    IReadOnlyList<ProofView> Proof,
    DateOnly? FactFinding
)
{
    /// <param name="complaints">Whether the reader may know which complaints there were.</param>
    public static MeasureView Of(Measure measure, bool complaints)
    {
        var rule = LadderRules.Find(measure.Rule);
        return new(
            measure.No,
            measure.Rung,
            CaseWords.Of(measure.Rung),
            measure.Rule,
            rule?.Name,
            rule?.Clause,
            measure.State,
            CaseWords.Of(measure.State),
            measure.Form,
            measure.Issues,
            measure.Round,
            measure.ProposedAt,
            measure.ProposedBy,
            measure.DecidedBy,
            measure.ServedAt,
            measure.Since,
            measure.Aggravated ? CaseWords.Aggravation(measure.Rung, measure.Rule) : null,
            measure.Held,
            measure.Committed,
            measure.Reports,
            measure.Extended,
            measure.Delisted,
            measure.Published,
            measure.Annotated,
            measure.Executed,
            measure.Remedy,
            measure.SupersededBy,
            Permission.DeciderOf(measure.Rung),
            Views.Clocks.Of(measure.Deadlines, false),
            ProofView.Of(measure.Proof, complaints),
            measure.FactFinding
        );
    }
}

public sealed record ReferralView(int No, int Issue, string Department, IReadOnlyList<ClockView> Clocks);

public sealed record SelfCheckView(string Round, DateOnly WindowFrom, IReadOnlyList<ClockView> Clocks);

/// <summary>A visit that waits for the county to believe or to void it.</summary>
/// <param name="Why">One sentence for each reason; a contradicting visit with its unit, time, distance and speed. Empty for whoever may not know.</param>
/// <param name="Others">The visits it can't be reconciled with.</param>
/// <param name="Stands">It counts meanwhile: it is listed because its inspector was recused later.</param>
public sealed record FlaggedView(
    Guid Id,
    string Inspector,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    ImmutableArray<Text> Why,
    ImmutableArray<VisitConflict> Others,
    bool Stands
)
{
    /// <param name="recusals">Whether the reader may know who is recused.</param>
    public static IReadOnlyList<FlaggedView> Of(ImmutableArray<Visit> flagged, ImmutableArray<VisitDoubt> doubts, bool recusals)
    {
        var views = new List<FlaggedView>();
        foreach (var visit in flagged)
            if (!doubts.Any(doubt => doubt.Id == visit.Id))
                views.Add(new(visit.Id, visit.Inspector, visit.StartedAt, visit.EndedAt, [], [], false));
        foreach (var doubt in doubts)
        {
            var isTold = recusals || !doubt.Flags.Contains(VisitFlag.Recused);
            if (isTold || doubt.Taken is not { Stands: true })
                views.Add(
                    new(
                        doubt.Id,
                        doubt.Inspector,
                        doubt.StartedAt,
                        doubt.EndedAt,
                        isTold ? DoubtTexts.Reasons(doubt) : [],
                        isTold ? doubt.Conflicts : [],
                        doubt.Taken is { Stands: true }
                    )
                );
        }

        return views;
    }
}

internal static class Clocks
{
    public static IReadOnlyList<ClockView> Of(ImmutableArray<Deadline> deadlines, bool ownEyes) =>
        [
            .. deadlines
                .Where(deadline => deadline.Kind != DeadlineKind.FactFindingNear && !(ownEyes && deadline.Kind == DeadlineKind.LookBackDay))
                .OrderBy(deadline => deadline.FallsAt)
                .Select(deadline => new ClockView(
                    deadline.Kind,
                    deadline.Due,
                    deadline.FallsAt,
                    deadline.Passed,
                    DeadlineWords.Of(deadline.Kind),
                    ComplianceTexts.WhenPassed(deadline.Kind),
                    DeadlineWords.ClauseOf(deadline.Kind)
                )),
        ];
}
