using System.Text.RegularExpressions;

namespace Supervision.Gateway.Access.Accounts;

/// <summary>Who manages whose account. The security administrator manages all; a county's office those of its own inspectors, units and screens.</summary>
public static partial class AccountRules
{
    private const int LongestName = 64;

    /// <summary>三员: system, security and audit are three people.</summary>
    public static bool IsAdministrator(ActorRole role) =>
        role is ActorRole.Administrator or ActorRole.SecurityAdministrator or ActorRole.AuditAdministrator;

    /// <summary>What a county's own office hands out.</summary>
    public static readonly IReadOnlyList<ActorRole> OfCounty =
    [
        ActorRole.Inspector,
        ActorRole.IndependentInspector,
        ActorRole.SpecialSupervisor,
        ActorRole.UnitUser,
        ActorRole.Display,
    ];

    public static readonly IReadOnlyList<ActorRole> All =
    [
        .. Enum.GetValues<ActorRole>().Where(role => role is not (ActorRole.None or ActorRole.System)),
    ];

    public static IReadOnlyList<ActorRole> RolesOf(Actor manager) =>
        manager.Role switch
        {
            ActorRole.SecurityAdministrator => All,
            ActorRole.CountyOffice or ActorRole.CountyDirector => OfCounty,
            _ => [],
        };

    public static bool Manages(Actor manager, ActorRole role, string area) =>
        RolesOf(manager).Contains(role)
        && (
            manager.Role == ActorRole.SecurityAdministrator ? area.StartsWith(manager.Area, StringComparison.Ordinal) : area == manager.Area
        );

    /// <summary>A lost password or second factor: the system administrator resets a security administrator's, for want of another one.</summary>
    public static bool MayReset(Actor manager, Account target) =>
        Manages(manager, target.Role, target.Area)
        || (manager.Role == ActorRole.Administrator && target.Role == ActorRole.SecurityAdministrator);

    /// <summary>Null when the account's confirmation is this administrator's to give.</summary>
    public static Refusal? ConfirmObjection(Actor by, Account target) =>
        by.Role is not (ActorRole.Administrator or ActorRole.AuditAdministrator) ? Reach.RoleNotAllowed(by.Role)
        : by.Name == target.ConfirmAfter || by.Name == target.UserName ? AccessRefusals.AnotherMustConfirm()
        : null;

    /// <summary>Null when the parts of an account fit one another.</summary>
    public static Refusal? Objection(string? userName, string? display, ActorRole role, string area, string? inspector, string? unit) =>
        Refusals.TextProblem("userName", userName, LongestName)
        ?? Refusals.TextProblem("displayName", display, LongestName)
        ?? (
            userName!.Any(letter => char.IsControl(letter) || letter == '/') || userName!.Trim() != userName
                ? Refusals.Invalid("userName", "用户名含有不能用的字符", "the name has characters that can't be used")
                : null
        )
        ?? (All.Contains(role) ? null : Refusals.Invalid("role", "没有这个角色", "there is no such role"))
        ?? AreaObjection(role, area)
        ?? (
            role is ActorRole.Inspector or ActorRole.IndependentInspector or ActorRole.SpecialSupervisor
                ? Refusals.TextProblem("inspector", inspector, LongestName)
            : inspector is null ? null
            : Refusals.Invalid("inspector", "该角色没有督学编号", "this role has no inspector code")
        )
        ?? (
            role == ActorRole.UnitUser
                ? (
                    unit is not null && UnitKey().IsMatch(unit)
                        ? null
                        : Refusals.Invalid("unit", "单位不符", "the unit is malformed", "school/2133901815, institution/PX-330521-0001")
                )
            : unit is null ? null
            : Refusals.Invalid("unit", "该角色不属于某个单位", "this role acts for no single unit")
        );

    private static Refusal? AreaObjection(ActorRole role, string area)
    {
        int[] lengths = role switch
        {
            ActorRole.Province => [2],
            ActorRole.City => [4],
            ActorRole.Display => [0, 2, 4, 6],
            ActorRole.SecurityAdministrator or ActorRole.Administrator or ActorRole.AuditAdministrator => [0],
            _ => [6],
        };
        return lengths.Contains(area.Length) && area.All(char.IsAsciiDigit)
            ? null
            : new(
                RefusalCode.FieldInvalid,
                "area",
                new("管辖范围与角色不符", "the area does not fit the role"),
                lengths is [0]
                    ? new("留空，即全部", "blank, which is everywhere")
                    : new(
                        string.Join("、", lengths.Select(length => length == 0 ? "留空" : $"{length} 位数字")),
                        string.Join(", ", lengths.Select(length => length == 0 ? "blank" : $"{length} digits"))
                    )
            );
    }

    [GeneratedRegex("^(school|institution)/[A-Za-z0-9-]{1,64}$")]
    private static partial Regex UnitKey();
}
