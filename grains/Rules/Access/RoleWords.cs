namespace Supervision.Rules.Access;

/// <summary>The names of the roles, as every text for people has them.</summary>
public static class RoleWords
{
    public static Text Of(ActorRole role) =>
        role switch
        {
            ActorRole.Inspector => new("责任督学", "inspector"),
            ActorRole.CountyOffice => new("督管员", "county clerk"),
            ActorRole.CountyDirector => new("督导办主任", "county director"),
            ActorRole.CommitteeOffice => new("教督委办公室", "committee office"),
            ActorRole.CommitteeDirector => new("教督委主任（副主任）", "committee director"),
            ActorRole.Province => new("省级督导部门", "provincial staff"),
            ActorRole.City => new("市级督导部门", "city staff"),
            ActorRole.Administrator => new("系统管理员", "administrator"),
            ActorRole.SecurityAdministrator => new("安全管理员", "security administrator"),
            ActorRole.AuditAdministrator => new("审计管理员", "audit administrator"),
            ActorRole.UnitUser => new("单位用户", "unit user"),
            ActorRole.IndependentInspector => new("独立检查员", "independent inspector"),
            ActorRole.SpecialSupervisor => new("特约监督员", "special supervisor"),
            ActorRole.IntakeDesk => new("受理员", "intake desk"),
            ActorRole.Display => new("看板屏", "display"),
            ActorRole.System => new("系统", "system"),
            _ => new("未定义", "undefined"),
        };
}
