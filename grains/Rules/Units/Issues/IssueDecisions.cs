namespace Supervision.Rules.Units.Issues;

/// <summary>What may be done with an issue in each state, and what follows (5.4). One method a command.</summary>
internal static class IssueDecisions
{
    /// <summary>Null for commands that are not about issues.</summary>
    public static Decision<UnitEvent>? Decide(UnitState state, UnitCommand command, DecisionContext context) =>
        command switch
        {
            OpenIssue c => IssueOpening.Open(state, c, context),
            ConfirmSerious c => On(state, c.Issue, [IssueState.Found], issue => Confirm(issue, c, context)),
            AcknowledgeNotice c => On(state, c.Issue, [IssueState.Notified], issue => Acknowledge(issue, c, context)),
            ReportContainment c => On(state, c.Issue, [IssueState.Notified, IssueState.Rectifying], issue => Contain(issue, c, context)),
            SubmitRectification c => On(
                state,
                c.Issue,
                [IssueState.Notified, IssueState.Rectifying, IssueState.Returned],
                issue => Report(issue, c, context)
            ),
            FileReport c => On(
                state,
                c.Issue,
                [IssueState.Reported],
                _ => One(new IssueFiled(c.Issue, context.Actor.Name, c.Remark), context)
            ),
            VerifyIssue c => On(state, c.Issue, [IssueState.Reported, IssueState.Filed], issue => Verify(state, issue, c, context)),
            ReturnForRework c => On(state, c.Issue, [IssueState.Reported, IssueState.Filed], issue => Return(issue, c, context)),
            RequestExtension c => On(
                state,
                c.Issue,
                [IssueState.Notified, IssueState.Rectifying, IssueState.Returned],
                issue => AskExtension(issue, c, context)
            ),
            ExtendDue c => On(
                state,
                c.Issue,
                [IssueState.Notified, IssueState.Rectifying, IssueState.Returned],
                issue => Extend(issue, c, context)
            ),
            PassLookBack c => LookBack(
                state,
                c.Issue,
                c.Remark,
                c.Evidence,
                context,
                issue =>
                    [
                        new LookBackPassed(issue.No, context.Actor.Name, context.Actor.InspectorCode, c.Remark, Files(c.Evidence)),
                        new IssueArchived(issue.No),
                    ]
            ),
            FailLookBack c => LookBack(state, c.Issue, c.Remark, c.Evidence, context, issue => [Recur(issue, c, context)]),
            TransferIssue c => On(state, c.Issue, Transferable, issue => Transfer(state, issue, c, context)),
            AnswerReferral c => Answer(state, c, context),
            WithdrawIssue c => On(
                state,
                c.Issue,
                [],
                _ =>
                    Problem(("reason", c.Reason, 500), ("document", c.Document, 200))
                    ?? One(new IssueWithdrawn(c.Issue, context.Actor.Name, c.Reason, c.Document), context)
            ),
            MarkHarm c => On(state, c.Issue, [], issue => Mark(issue, c, context)),
            ConfirmMajor c => On(state, c.Issue, [], issue => Major(state, issue, c, context)),
            _ => null,
        };

    private static readonly ImmutableArray<IssueState> Transferable =
    [
        IssueState.Found,
        IssueState.Notified,
        IssueState.Rectifying,
        IssueState.Reported,
        IssueState.Filed,
        IssueState.Returned,
    ];

    private static Decision<UnitEvent> Confirm(Issue issue, ConfirmSerious command, DecisionContext context)
    {
        if (Problem(("remark", command.Remark, 500)) is { } problem)
            return problem;
        var policy = context.Rules.PolicyVersion(issue.PolicyVersion);
        return Many(
            context,
            new IssueConfirmed(issue.No, context.Actor.Name, command.Remark),
            IssueOpening.Notice(issue.No, issue.Severity, false, policy, context)
        );
    }

    private static Decision<UnitEvent> Acknowledge(Issue issue, AcknowledgeNotice command, DecisionContext context) =>
        OnPaper(command.Document, context) ?? One(new IssueAcknowledged(issue.No, context.Actor.Name, command.Document), context);

    private static Decision<UnitEvent> Contain(Issue issue, ReportContainment command, DecisionContext context)
    {
        if (issue.Deadlines.Of(DeadlineKind.Contain) is null)
            return Decision<UnitEvent>.Refuse(CaseRefusals.NotInterim(issue));
        return Problem(("text", command.Text, 2_000))
            ?? FilesProblem(command.Evidence)
            ?? One(new IssueContained(issue.No, context.Actor.Name, command.Text, Files(command.Evidence)), context);
    }

    private static Decision<UnitEvent> Report(Issue issue, SubmitRectification command, DecisionContext context)
    {
        if ((Problem(("text", command.Text, 4_000)) ?? FilesProblem(command.Evidence) ?? OnPaper(command.Document, context)) is { } problem)
            return problem;
        var deadlines = IssueClocks.Report(context.Today, context.Rules.PolicyVersion(issue.PolicyVersion).OfIssues, context.Rules.Work);
        var reported = new IssueReported(issue.No, context.Actor.Name, command.Text, Files(command.Evidence), deadlines);
        return issue.State == IssueState.Notified
            ? Many(context, new IssueAcknowledged(issue.No, context.Actor.Name, command.Document), reported)
            : One(reported, context);
    }

    private static Decision<UnitEvent> Verify(UnitState state, Issue issue, VerifyIssue command, DecisionContext context)
    {
        if (issue.ReportedBy == context.Actor.Name)
            return Decision<UnitEvent>.Refuse(CaseRefusals.VerifierIsReporter());
        if ((Problem(("remark", command.Remark, 500)) ?? FilesProblem(command.Evidence)) is { } problem)
            return problem;
        var lookBack = IssueClocks.LookBack(
            issue,
            state.Profile!.Kind,
            context.Today,
            context.OpId,
            context.Rules.PolicyVersion(issue.PolicyVersion).OfIssues,
            context.Rules.Calendar
        );
        var verified = new IssueVerified(
            issue.No,
            context.Actor.Name,
            context.Actor.InspectorCode,
            command.Remark,
            Files(command.Evidence),
            lookBack
        );
        return lookBack.IsEmpty ? Many(context, verified, new IssueArchived(issue.No)) : One(verified, context);
    }

    private static Decision<UnitEvent> Return(Issue issue, ReturnForRework command, DecisionContext context)
    {
        if (issue.ReportedBy == context.Actor.Name)
            return Decision<UnitEvent>.Refuse(CaseRefusals.VerifierIsReporter());
        var due = context.Today.AddDays(context.Rules.PolicyVersion(issue.PolicyVersion).OfIssues.ReworkDays);
        return Problem(("reason", command.Reason, 500))
            ?? One(new IssueReturned(issue.No, context.Actor.Name, command.Reason, [new(DeadlineKind.Rectify, due)]), context);
    }

    private static Decision<UnitEvent> AskExtension(Issue issue, RequestExtension command, DecisionContext context)
    {
        var policy = context.Rules.PolicyVersion(issue.PolicyVersion).OfIssues;
        if (issue.Extensions >= policy.Extensions)
            return Decision<UnitEvent>.Refuse(CaseRefusals.ExtensionUsed(policy.Extensions));
        if (command.Days < 1 || command.Days > policy.ExtensionDays)
            return Decision<UnitEvent>.Refuse(CaseRefusals.ExtensionTooLong(policy.ExtensionDays));
        if (issue.Deadlines.Of(DeadlineKind.Rectify) is { } due && context.Today >= due.Due)
            return Decision<UnitEvent>.Refuse(CaseRefusals.ExtensionTooLate(due.Due));
        return Problem(("reason", command.Reason, 500))
            ?? One(new ExtensionRequested(issue.No, context.Actor.Name, command.Days, command.Reason), context);
    }

    private static Decision<UnitEvent> Extend(Issue issue, ExtendDue command, DecisionContext context)
    {
        if (issue.AskedDays is not { } days || issue.Deadlines.Of(DeadlineKind.Rectify) is not { } due)
            return Decision<UnitEvent>.Refuse(CaseRefusals.NoExtensionAsked(issue));
        if (command.Grant)
            return One(new ExtensionGranted(issue.No, context.Actor.Name, [new(DeadlineKind.Rectify, due.Due.AddDays(days))]), context);
        return Problem(("reason", command.Reason, 500))
            ?? One(new ExtensionRefused(issue.No, context.Actor.Name, command.Reason!), context);
    }

    private static Decision<UnitEvent> LookBack(
        UnitState state,
        int no,
        string remark,
        ImmutableArray<string> evidence,
        DecisionContext context,
        Func<Issue, ImmutableArray<UnitEvent>> follows
    ) =>
        On(
            state,
            no,
            [IssueState.Verified, IssueState.LookBack],
            issue =>
            {
                if (issue.State == IssueState.Verified)
                    return Decision<UnitEvent>.Refuse(CaseRefusals.LookBackTooEarly(issue.Deadlines.Of(DeadlineKind.LookBackOpens)!.Due));
                var same =
                    issue.VerifiedBy == context.Actor.Name || (issue.VerifierCode is { } code && code == context.Actor.InspectorCode);
                if (same)
                    return Decision<UnitEvent>.Refuse(CaseRefusals.LookBackByVerifier());
                return Problem(("remark", remark, 500)) ?? FilesProblem(evidence) ?? Many(context, [.. follows(issue)]);
            }
        );

    private static IssueRecurred Recur(Issue issue, FailLookBack command, DecisionContext context)
    {
        var policy = context.Rules.PolicyVersion(issue.PolicyVersion).OfIssues;
        var due = context.Today.AddDays(policy.RectifyDays.Of(issue.Severity));
        return new(
            issue.No,
            context.Actor.Name,
            context.Actor.InspectorCode,
            command.Remark,
            Files(command.Evidence),
            [new(DeadlineKind.Rectify, due)]
        );
    }

    private static Decision<UnitEvent> Transfer(UnitState state, Issue issue, TransferIssue command, DecisionContext context)
    {
        if (
            (
                Problem(("department", command.Department, 100), ("document", command.Document, 200))
                ?? JointProblem(command.Department, command.Joint, context)
            ) is
            { } problem
        )
            return problem;
        var departments = AllOf(command.Department, command.Joint);
        return Many(
            context,
            [
                .. Referrals(state, issue, departments, context),
                new IssueTransferred(issue.No, context.Actor.Name, string.Join('、', departments), command.Document),
            ]
        );
    }

    private static Decision<UnitEvent> Answer(UnitState state, AnswerReferral command, DecisionContext context)
    {
        if (!state.Referrals.Any(referral => referral.No == command.Referral))
            return Decision<UnitEvent>.Refuse(CaseRefusals.ReferralUnknown(command.Referral));
        if (command.CaseNumber is not null && Refusals.TextProblem("caseNumber", command.CaseNumber, 100) is { } number)
            return Decision<UnitEvent>.Refuse(number);
        return Problem(("answer", command.Answer, 2_000), ("document", command.Document, 200))
            ?? One(
                new ReferralAnswered(command.Referral, context.Actor.Name, command.Answer, command.CaseNumber, command.Document),
                context
            );
    }

    private static Decision<UnitEvent> Mark(Issue issue, MarkHarm command, DecisionContext context)
    {
        if (command.Mark == HarmMark.None || !Enum.IsDefined(command.Mark))
            return Decision<UnitEvent>.Refuse(Refusals.Invalid("mark", "标记不在清单内", "unknown mark", "StudentsHarmed | PublicImpact"));
        if (issue.Harm == command.Mark)
            return Decision<UnitEvent>.Unchanged;
        return Problem(("document", command.Document, 200))
            ?? One(new HarmMarked(issue.No, command.Mark, context.Actor.Name, command.Document), context);
    }

    private static Decision<UnitEvent> Major(UnitState state, Issue issue, ConfirmMajor command, DecisionContext context)
    {
        if (Taxonomy.Find(issue.Category)?.Marks.HasFlag(CategoryMarks.Major) != true)
            return Decision<UnitEvent>.Refuse(CaseRefusals.NotMajor(issue));
        if (issue.MajorConfirmedBy is not null)
            return Decision<UnitEvent>.Unchanged;
        if (
            (
                Problem(("department", command.Department, 100), ("document", command.Document, 200))
                ?? JointProblem(command.Department, command.Joint, context)
            ) is
            { } problem
        )
            return problem;
        var departments = AllOf(command.Department, command.Joint);
        return Many(
            context,
            [
                new MajorConfirmed(issue.No, departments[0], context.Actor.Name, command.Document),
                .. Referrals(state, issue, departments, context),
            ]
        );
    }

    /// <summary>A case is handed over to departments the county works with, each of which answers by itself (P1-36).</summary>
    private static Decision<UnitEvent>.Refused? JointProblem(string first, ImmutableArray<string> others, DecisionContext context)
    {
        if (context.Rules.Departments.Objection("department", [first], jointOnly: true) is { } unknown)
            return Decision<UnitEvent>.Refuse(unknown);
        return others.IsDefaultOrEmpty || context.Rules.Departments.Objection("departments", others, jointOnly: true) is not { } other
            ? null
            : Decision<UnitEvent>.Refuse(other);
    }

    private static ImmutableArray<string> AllOf(string first, ImmutableArray<string> others) =>
        [.. others.IsDefault ? [first.Trim()] : others.Prepend(first).Select(name => name.Trim()).Distinct()];

    private static IEnumerable<UnitEvent> Referrals(
        UnitState state,
        Issue issue,
        ImmutableArray<string> departments,
        DecisionContext context
    )
    {
        var policy = context.Rules.PolicyVersion(issue.PolicyVersion);
        return departments.Select(
            (department, at) => IssueOpening.Referral(state.LastReferral + 1 + at, issue.No, department, policy, context)
        );
    }

    /// <param name="accepted">Empty accepts every open state.</param>
    private static Decision<UnitEvent> On(
        UnitState state,
        int no,
        ImmutableArray<IssueState> accepted,
        Func<Issue, Decision<UnitEvent>> decide
    )
    {
        if (state.Issue(no) is not { } issue)
            return Decision<UnitEvent>.Refuse(CaseRefusals.IssueUnknown(no));
        return accepted.IsEmpty || accepted.Contains(issue.State)
            ? decide(issue)
            : Decision<UnitEvent>.Refuse(CaseRefusals.IssueState(issue, accepted.AsSpan()));
    }

    /// <summary>Whoever acts for the unit without being it names the signed paper.</summary>
    private static Decision<UnitEvent>.Refused? OnPaper(string? document, DecisionContext context)
    {
        if (string.IsNullOrWhiteSpace(document))
            return context.Actor.Role == ActorRole.UnitUser ? null : Decision<UnitEvent>.Refuse(CaseRefusals.BasisMissing());
        return Problem(("document", document, 200));
    }

    internal static Decision<UnitEvent>.Refused? Problem(params ReadOnlySpan<(string Field, string? Text, int Max)> texts)
    {
        foreach (var (field, text, max) in texts)
            if (Refusals.TextProblem(field, text, max) is { } problem)
                return Decision<UnitEvent>.Refuse(problem);
        return null;
    }

    internal static Decision<UnitEvent>.Refused? FilesProblem(ImmutableArray<string> evidence) =>
        IssueOpening.EvidenceProblem("evidence", evidence) is { } problem ? Decision<UnitEvent>.Refuse(problem) : null;

    internal static ImmutableArray<string> Files(ImmutableArray<string> evidence) => evidence.IsDefault ? [] : evidence;

    internal static Decision<UnitEvent> One(UnitEvent happened, DecisionContext context) =>
        new Decision<UnitEvent>.Accepted([context.Fact(happened)]);

    internal static Decision<UnitEvent> Many(DecisionContext context, params ReadOnlySpan<UnitEvent> happened)
    {
        var facts = ImmutableArray.CreateBuilder<Fact<UnitEvent>>(happened.Length);
        foreach (var each in happened)
            facts.Add(context.Fact(each));
        return new Decision<UnitEvent>.Accepted(facts.DrainToImmutable());
    }
}
