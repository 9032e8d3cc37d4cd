using System.Text.Json.Serialization;

namespace Supervision.Rules;

[JsonConverter(typeof(JsonStringEnumConverter<ActorRole>))]
public enum ActorRole
{
    None = 0,

    /// <summary>责任督学.</summary>
    Inspector = 1,

    /// <summary>县(市、区)督导部门.</summary>
    CountyOffice = 2,

    /// <summary>省、市督导部门: reads what it rolls up, and may bring rosters of its area in.</summary>
    Province = 3,

    /// <summary>系统管理员: sets the system up.</summary>
    Administrator = 4,

    /// <summary>The system itself: deadlines, the sandbox's simulated inspectors.</summary>
    System = 5,
}

/// <summary>Who asks, as the edge established it; carried by every command and written on every event.</summary>
/// <param name="Area">Leading digits of the county codes in scope: <c>330521</c>, <c>33</c>; empty means all.</param>
/// <param name="InspectorCode">Set for inspectors only.</param>
[GenerateSerializer, Immutable, Alias("actor")]
public sealed record Actor(string Name, ActorRole Role, string Area, string? InspectorCode)
{
    public static readonly Actor System = new("system", ActorRole.System, "", null);

    public bool Covers(string county) => county.StartsWith(Area, StringComparison.Ordinal);
}

/// <summary>Who may ask what. Judged on the record that is being changed, not on what the caller says of it.</summary>
public static class Permission
{
    /// <summary>Null when the actor may.</summary>
    /// <param name="county">County of the unit now; for a registration, of the profile asked for.</param>
    public static Refusal? Objection(Actor actor, UnitCommand command, string county)
    {
        if (!actor.Covers(county)) return OutOfScope(actor);
        return (actor.Role, command) switch
        {
            (ActorRole.System, _) => null,
            (ActorRole.Inspector, RecordVisit visit) when visit.Visit.Inspector == actor.InspectorCode => null,
            (ActorRole.Inspector, RecordVisit) => new(RefusalCode.NotYourself, "inspector", new("督学只能提交自己的督导记录", "inspectors record their own visits only"), new(actor.InspectorCode ?? "", actor.InspectorCode ?? "")),
            (ActorRole.CountyOffice, _) => null,
            (ActorRole.Province or ActorRole.Administrator, RegisterUnit or AssignInspector) => null,
            _ => RoleNotAllowed(actor.Role),
        };
    }

    public static Refusal OutOfScope(Actor actor) => new(RefusalCode.OutOfScope, null, new("不在您的管辖范围内", "outside your scope"), actor.Area.Length == 0 ? null : new($"行政区划代码以 {actor.Area} 开头", $"county codes that start with {actor.Area}"));

    public static Refusal RoleNotAllowed(ActorRole role) => new(RefusalCode.RoleNotAllowed, null, new($"您的角色({role})不能执行此操作", $"the role {role} may not do this"), null);
}
