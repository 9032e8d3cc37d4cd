namespace Supervision.Rules.Access;

/// <summary>Whether what is asked for lies within somebody's scope and role. Scope is judged first: out of it, nobody learns what a role might do there.</summary>
public static class Reach
{
    /// <summary>Null when the whole county or region is for the actor; a unit's own user reaches its unit only.</summary>
    /// <param name="area">Digits of the county or region; empty for the nation.</param>
    public static Refusal? OfArea(Actor actor, RoleSet roles, string area) =>
        actor.Role == ActorRole.UnitUser || !actor.Covers(area) ? OutOfScope(actor) : OfRole(actor, roles);

    /// <summary>Null when the unit is for the actor.</summary>
    /// <param name="unit">Actor key.</param>
    /// <param name="county">Null while it is not registered: then the role alone is judged, and whoever looks for it finds nothing.</param>
    public static Refusal? OfUnit(Actor actor, RoleSet roles, string unit, string? county)
    {
        if (actor.Role == ActorRole.UnitUser && actor.Unit != unit)
            return OutOfScope(actor);
        if (county is not null && !actor.Covers(county))
            return OutOfScope(actor);
        return OfRole(actor, roles) ?? OfKind(actor, unit);
    }

    /// <summary>Null when what is known of an inspector is for the actor: inspectors reach themselves only.</summary>
    /// <param name="county">Of the appointment; null when nobody with the code was appointed.</param>
    public static Refusal? OfInspector(Actor actor, RoleSet roles, string code, string? county)
    {
        if (actor.Role == ActorRole.UnitUser || (actor.IsInspector && actor.InspectorCode != code))
            return OutOfScope(actor);
        if (county is not null && !actor.Covers(county))
            return OutOfScope(actor);
        return OfRole(actor, roles);
    }

    /// <summary>What a recused inspector is told who asks for anything of the unit.</summary>
    public static Refusal Barred() =>
        new(
            RefusalCode.OutOfScope,
            null,
            new("您已回避该单位，不能查阅其信息", "you are recused from this unit and read nothing of it"),
            new("县级解除回避之后", "after the county lifts the recusal")
        );

    public static Refusal? OfRole(Actor actor, RoleSet roles) => roles.Has(actor.Role) ? null : RoleNotAllowed(actor.Role);

    /// <summary>独立检查员 inspect schools, 特约监督员 institutions (L16); everybody else both.</summary>
    /// <param name="unit">Actor key.</param>
    public static Refusal? OfKind(Actor actor, string unit)
    {
        var wanted = actor.Role switch
        {
            ActorRole.IndependentInspector => UnitKind.School,
            ActorRole.SpecialSupervisor => UnitKind.Institution,
            _ => UnitKind.None,
        };
        if (wanted == UnitKind.None || unit.StartsWith(UnitKeys.Prefix(wanted) + "/", StringComparison.Ordinal))
            return null;
        var (role, kind) = (
            RoleWords.Of(actor.Role),
            wanted == UnitKind.School ? new Text("学校", "schools") : new Text("培训机构", "institutions")
        );
        return new(RefusalCode.RoleNotAllowed, null, new($"{role.Zh}只督导{kind.Zh}", $"the role {role.En} is for {kind.En} only"), kind);
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
            new($"您的角色（{RoleWords.Of(role).Zh}）不能执行此操作", $"the role {RoleWords.Of(role).En} may not do this"),
            null
        );
}
