using System.Text.Json.Serialization;

namespace Supervision.Rules.Kernel;

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
