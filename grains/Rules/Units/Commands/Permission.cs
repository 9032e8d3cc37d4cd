namespace Supervision.Rules.Units.Commands;

/// <summary>Who may ask what. Judged on the record that is being changed, not on what the caller says of it.</summary>
public static class Permission
{
    /// <summary>Null when the actor may; what depends on the case itself (a rung, a person) is judged with the case.</summary>
    /// <param name="unit">Actor key of the unit.</param>
    /// <param name="county">County of the unit now; for a registration, of the profile asked for.</param>
    public static Refusal? Objection(Actor actor, UnitCommand command, string unit, string county)
    {
        if (!actor.Covers(unit, county))
            return Reach.OutOfScope(actor);
        if (Reach.OfKind(actor, unit) is { } otherKind)
            return otherKind;
        if (actor.IsInspector && InspectorOf(command) is { } named && named != actor.InspectorCode)
            return NotYourself(actor);
        return RolesFor(command).Has(actor.Role) ? null : Reach.RoleNotAllowed(actor.Role);
    }

    /// <summary>The lowest role that decides a rung (5.5); those above it in the county may too.</summary>
    public static ActorRole DeciderOf(Rung rung) =>
        rung switch
        {
            Rung.Circular => ActorRole.CountyOffice,
            Rung.Interview => ActorRole.CountyDirector,
            Rung.KeySupervision => ActorRole.CommitteeOffice,
            _ => ActorRole.CommitteeDirector,
        };

    public static bool MayDecide(ActorRole role, Rung rung) => Rank(role) >= Rank(DeciderOf(rung));

    /// <summary>The county's deciding roles from the lowest; each decides what the ones before it decide.</summary>
    public static ImmutableArray<ActorRole> Deciders { get; } =
    [ActorRole.CountyOffice, ActorRole.CountyDirector, ActorRole.CommitteeOffice, ActorRole.CommitteeDirector];

    private static int Rank(ActorRole role) => Deciders.IndexOf(role) + 1;

    private static Refusal NotYourself(Actor actor) =>
        new(
            RefusalCode.NotYourself,
            "inspector",
            new("督学只能提交自己的督导记录", "inspectors record their own visits only"),
            new(actor.InspectorCode ?? "", actor.InspectorCode ?? "")
        );

    private static string? InspectorOf(UnitCommand command) =>
        command switch
        {
            RecordVisit visit => visit.Visit.Inspector,
            PlanVisit plan => plan.Plan.Inspector,
            _ => null,
        };

    /// <summary>What the system finds out by itself, and nobody asks.</summary>
    private static readonly RoleSet Itself = RoleSet.Of(ActorRole.System);

    private static RoleSet RolesFor(UnitCommand command) =>
        command switch
        {
            RegisterUnit => May.ImportRoster,
            AssignInspector => May.AssignInspector,
            DelegateDeputy => May.DelegateDeputy,
            RecuseInspector or LiftRecusal => May.RecuseInspector,
            QuestionVisit => Itself,
            RecordVisit or PlanVisit or DropPlan => May.RecordVisit,
            ApproveLateVisit or ExcusePeriod => May.ApproveLate,
            FileReport or VerifyIssue or ReturnForRework or PassLookBack or FailLookBack => May.CheckIssue,
            OpenIssue { Origin: IssueOrigin.SelfCheck } => May.OpenIssue,
            AcknowledgeNotice or ReportContainment or SubmitRectification or RequestExtension => May.Answer,
            RecordProgress or ApplyDelisting or SubmitSelfCheck => May.Answer,
            RecordAppealStep { Step: AppealStep.ReviewRequested or AppealStep.Appealed } => May.Answer,
            RecordAppealStep { Step: AppealStep.AppealUpheld or AppealStep.AppealFoundWrong } => May.HearAppeal,
            CountComplaint => May.CountComplaint,
            DecideEntry => May.DecideEntry,
            RequestSelfCheck => May.AskSelfCheck,
            _ => May.County, // what only the county does, and never the system itself (invariant 8)
        };
}
