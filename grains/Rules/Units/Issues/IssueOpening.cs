namespace Supervision.Rules.Units.Issues;

/// <summary>How an issue begins, from a visit's finding or otherwise, and who has to be told first (5.4).</summary>
internal static class IssueOpening
{
    public static Decision<UnitEvent> Open(UnitState state, OpenIssue command, DecisionContext context)
    {
        if (command.Origin is IssueOrigin.None or IssueOrigin.Visit || !Enum.IsDefined(command.Origin))
            return Decision<UnitEvent>.Refuse(CaseRefusals.OriginInvalid());
        var finding = new Finding(
            command.Category,
            command.Severity,
            command.Description,
            command.Tags,
            command.Department,
            command.Evidence
        );
        if (Objection(finding, state.Profile!.Kind, context.Rules) is { } refusal)
            return Decision<UnitEvent>.Refuse(refusal);
        if (command.FoundOn is { } found && (found > context.Today || found < context.Today.AddDays(-OpenIssue.LongestAgo)))
            return Decision<UnitEvent>.Refuse(CaseRefusals.FoundOnInvalid(context.Today));
        var byUnit = context.Actor.Role == ActorRole.UnitUser;
        if (!byUnit && Refusals.TextProblem("document", command.Document, 200) is { } missing)
            return Decision<UnitEvent>.Refuse(missing.Code == RefusalCode.FieldRequired ? CaseRefusals.BasisMissing() : missing);
        return new Decision<UnitEvent>.Accepted([
            .. Facts(
                state,
                finding,
                command.Origin,
                context.Actor.Name,
                context.Now,
                null,
                command.Document,
                context,
                foundOn: command.FoundOn
            ),
        ]);
    }

    /// <summary>The facts of an issue's beginning. Clocks start when the unit is told, which is now, however long ago it was found.</summary>
    public static IEnumerable<Fact<UnitEvent>> Facts(
        UnitState state,
        Finding finding,
        IssueOrigin origin,
        string foundBy,
        DateTimeOffset foundAt,
        Guid? visit,
        string? document,
        DecisionContext context,
        int offset = 0,
        DateOnly? foundOn = null
    )
    {
        var category = Taxonomy.Find(finding.Category)!;
        var severity = finding.Severity == Severity.None ? category.Default : finding.Severity;
        var policy = context.Rules.PolicyOn(context.Today);
        var no = state.LastIssue + 1 + offset;
        yield return context.Fact(
            new IssueOpened(
                no,
                category.Code,
                severity,
                origin,
                policy.Version,
                finding.Description,
                foundBy,
                foundAt,
                visit,
                finding.Tags,
                finding.Department,
                finding.Evidence.IsDefault ? [] : finding.Evidence,
                document,
                foundOn == CivilTime.DateOf(foundAt) ? null : foundOn
            )
        );
        var selfFound = origin == IssueOrigin.SelfCheck;
        if (severity == Severity.Serious && !selfFound)
            yield break; // the county confirms it first
        yield return context.Fact(Notice(no, severity, selfFound, policy, context));
        if (severity == Severity.Complex && finding.Department is { } department)
            yield return context.Fact(Referral(state.LastReferral + 1 + offset, no, department, policy, context));
    }

    public static IssueNotified Notice(int no, Severity severity, bool selfFound, Policy policy, DecisionContext context) =>
        new(
            no,
            selfFound || IssueClocks.IsToldOnTheSpot(severity, policy.OfIssues),
            IssueClocks.Notice(severity, selfFound, context.Today, policy, context.Rules.Work)
        );

    public static ReferralSent Referral(int referral, int issue, string department, Policy policy, DecisionContext context) =>
        new(referral, issue, department, [new(DeadlineKind.Reply, context.Today.AddDays(policy.OfIssues.TransferReplyDays))]);

    /// <summary>Null when the finding can become an issue of this kind of unit.</summary>
    public static Refusal? Objection(Finding finding, UnitKind kind, Rulebook rules)
    {
        if (Taxonomy.Find(finding.Category) is not { } category)
            return CaseRefusals.CategoryUnknown(finding.Category);
        if (category.Kind != kind)
            return CaseRefusals.CategoryOfOtherKind(category, kind);
        if (!Enum.IsDefined(finding.Severity))
            return Refusals.Invalid("severity", "问题等级不在清单内", "unknown severity", "Minor | General | Serious | Complex");
        if (finding.Severity != Severity.None && !category.Allows(finding.Severity))
            return CaseRefusals.SeverityTooLow(category);
        if (Refusals.TextProblem("description", finding.Description, 500) is { } problem)
            return problem;
        if ((finding.Tags & ~(IssueTags.Key | IssueTags.Difficult | IssueTags.Blocking)) != 0)
            return Refusals.Invalid("tags", "标签不在清单内", "unknown tags", "Key | Difficult | Blocking");
        var severity = finding.Severity == Severity.None ? category.Default : finding.Severity;
        if (severity == Severity.Complex && string.IsNullOrWhiteSpace(finding.Department))
            return CaseRefusals.DepartmentMissing();
        if (finding.Department is not null && Refusals.TextProblem("department", finding.Department, 100) is { } department)
            return department;
        if (
            finding.Department is not null
            && rules.Departments.Objection("department", [finding.Department], jointOnly: false) is { } unknown
        )
            return unknown;
        return EvidenceProblem("evidence", finding.Evidence);
    }

    /// <summary>Null when every entry is a SHA-256 in lower-case hex and there are 20 at most.</summary>
    public static Refusal? EvidenceProblem(string field, ImmutableArray<string> evidence)
    {
        if (evidence.IsDefaultOrEmpty)
            return null;
        return evidence.Length > 20 || evidence.Any(hash => !EvidenceHash.IsValid(hash)) ? CaseRefusals.EvidenceInvalid(field) : null;
    }
}
