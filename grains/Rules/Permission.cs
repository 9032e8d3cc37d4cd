using System.Text.Json.Serialization;

namespace Supervision.Rules;

[JsonConverter(typeof(JsonStringEnumConverter<ActorRole>))]
public enum ActorRole
{
    None = 0,

    /// <summary>责任督学.</summary>
    Inspector = 1,

    /// <summary>县(市、区)督导部门经办(督管员): decides R1.</summary>
    CountyOffice = 2,

    /// <summary>省级督导部门: reads what it rolls up, and may bring rosters of its area in.</summary>
    Province = 3,

    /// <summary>系统管理员: sets the system up.</summary>
    Administrator = 4,

    /// <summary>The system itself: deadlines, the sandbox's simulated inspectors.</summary>
    System = 5,

    /// <summary>督导办主任: decides R2.</summary>
    CountyDirector = 6,

    /// <summary>教督委办公室(分管领导): decides R3.</summary>
    CommitteeOffice = 7,

    /// <summary>教督委主任、副主任: decides R4 and R5.</summary>
    CommitteeDirector = 8,

    /// <summary>学校或机构: acts for one unit only.</summary>
    UnitUser = 9,

    /// <summary>独立检查员: inspects schools without being responsible for one (L16).</summary>
    IndependentInspector = 10,

    /// <summary>特约监督员: inspects institutions (L16).</summary>
    SpecialSupervisor = 11,

    /// <summary>受理员: the county's one desk where complaints come in (L48).</summary>
    IntakeDesk = 12,

    /// <summary>市级督导部门: as the province, for its own counties.</summary>
    City = 13,

    /// <summary>安全管理员: accounts, scopes and sessions; sees no cases.</summary>
    SecurityAdministrator = 14,

    /// <summary>审计管理员: reads the audit trail, and nothing else.</summary>
    AuditAdministrator = 15,

    /// <summary>看板屏: a screen on a wall; reads the boards of its area.</summary>
    Display = 16,
}

/// <summary>Who asks, as the edge established it; carried by every command and written on every event.</summary>
/// <param name="Area">Leading digits of the county codes in scope: <c>330521</c>, <c>33</c>; empty means all.</param>
/// <param name="InspectorCode">Set for inspectors only.</param>
/// <param name="Unit">Actor key of the one unit a unit's user acts for; null for everybody else.</param>
[GenerateSerializer, Immutable, Alias("actor")]
public sealed record Actor(string Name, ActorRole Role, string Area, string? InspectorCode, string? Unit = null)
{
    public static readonly Actor System = new("system", ActorRole.System, "", null);

    public bool Covers(string county) => county.StartsWith(Area, StringComparison.Ordinal);

    /// <summary>Whether one unit, which is in the county, is in scope.</summary>
    public bool Covers(string unit, string county) => Covers(county) && (Role != ActorRole.UnitUser || Unit == unit);

    /// <summary>Somebody who visits units, and is named on the visits.</summary>
    public bool IsInspector => Role is ActorRole.Inspector or ActorRole.IndependentInspector or ActorRole.SpecialSupervisor;

    /// <summary>Somebody of the province or city above the county.</summary>
    public bool IsAbove => Role is ActorRole.Province or ActorRole.City;

    /// <summary>Somebody of the county's own office or committee.</summary>
    public bool IsOfCounty =>
        Role is ActorRole.CountyOffice or ActorRole.CountyDirector or ActorRole.CommitteeOffice or ActorRole.CommitteeDirector;
}

/// <summary>Who may ask what. Judged on the record that is being changed, not on what the caller says of it.</summary>
public static class Permission
{
    /// <summary>Null when the actor may; what depends on the case itself (a rung, a person) is judged with the case.</summary>
    /// <param name="unit">Actor key of the unit.</param>
    /// <param name="county">County of the unit now; for a registration, of the profile asked for.</param>
    public static Refusal? Objection(Actor actor, UnitCommand command, string unit, string county)
    {
        if (!actor.Covers(unit, county))
            return OutOfScope(actor);
        if (Reach.OfKind(actor, unit) is { } otherKind)
            return otherKind;
        if (actor.IsInspector && InspectorOf(command) is { } named && named != actor.InspectorCode)
            return NotYourself(actor);
        return RolesFor(command).Has(actor.Role) ? null : RoleNotAllowed(actor.Role);
    }

    public static Refusal OutOfScope(Actor actor) =>
        new(
            RefusalCode.OutOfScope,
            null,
            new("不在您的管辖范围内", "outside your scope"),
            actor.Area.Length == 0 ? null : new($"行政区划代码以 {actor.Area} 开头", $"county codes that start with {actor.Area}")
        );

    public static Refusal RoleNotAllowed(ActorRole role) =>
        new(
            RefusalCode.RoleNotAllowed,
            null,
            new($"您的角色({Words.Of(role).Zh})不能执行此操作", $"the role {Words.Of(role).En} may not do this"),
            null
        );

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
