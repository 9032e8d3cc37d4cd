using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Supervision.Gateway.Access;

/// <summary>The first accounts: fixed ones in a sandbox, and in a real installation one administrator, made with a code printed on the console.</summary>
public sealed class AccountSeeds(UserManager<Account> users, AccountsDb db)
{
    /// <summary>Known to everybody who reads the README; exists in sandboxes only.</summary>
    public const string DemoPassword = "demo-2026-demo";

    /// <summary>Units of the demonstration's roster that have a user of their own.</summary>
    private static readonly (string County, string Unit, string Name)[] Units =
    [
        ("330502", "school/2133901746", "吴兴区实验小学"), ("330502", "school/2133901747", "吴兴区第一小学"), ("330502", "institution/PX-330502-0001", "吴兴甲戌艺术培训有限公司"),
        ("330521", "school/2133901815", "德清县实验小学"), ("330521", "school/2133901816", "德清县第一小学"), ("330521", "institution/PX-330521-0001", "德清壬寅科技培训有限公司"),
    ];

    private string? _demoHash;

    /// <summary>Valid for this process's life; shown on the console of a real installation without accounts.</summary>
    public static string SetupCode { get; } = RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 10);

    public Task<bool> None() => db.Users.AnyAsync().ContinueWith(any => !any.Result, TaskScheduler.Default);

    public async Task SeedSandbox()
    {
        await Add("province", "省督导办（演示）", ActorRole.Province, "33", null);
        await Add("city", "湖州市督导办（演示）", ActorRole.City, "3305", null);
        await Add("display", "湖州市大屏（演示）", ActorRole.Display, "3305", null);
        foreach (var (code, name) in new[] { ("330502", "吴兴区"), ("330503", "南浔区"), ("330521", "德清县"), ("330522", "长兴县"), ("330523", "安吉县") })
        {
            await Add($"county-{code}", $"{name}督导办（演示）", ActorRole.CountyOffice, code, null);
            await Add($"inspector-{code}-01", $"{name}责任督学01（演示）", ActorRole.Inspector, code, $"督学-{code}-01");
            await Add($"director-{code}", $"{name}督导办主任（演示）", ActorRole.CountyDirector, code, null);
            await Add($"committee-office-{code}", $"{name}教督委办公室（演示）", ActorRole.CommitteeOffice, code, null);
            await Add($"committee-{code}", $"{name}教督委主任（演示）", ActorRole.CommitteeDirector, code, null);
            await Add($"independent-{code}", $"{name}独立检查员（演示）", ActorRole.IndependentInspector, code, $"督学-{code}-91");
            await Add($"special-{code}", $"{name}特约监督员（演示）", ActorRole.SpecialSupervisor, code, $"督学-{code}-92");
            await Add($"intake-{code}", $"{name}受理员（演示）", ActorRole.IntakeDesk, code, null);
            await Add($"display-{code}", $"{name}大屏（演示）", ActorRole.Display, code, null);
        }

        foreach (var (county, unit, name) in Units) await Add($"unit-{Keys.Code(unit)}", $"{name}（演示）", ActorRole.UnitUser, county, null, unit);

        await Add("security", "安全管理员（演示）", ActorRole.SecurityAdministrator, "", null);
        await Add("audit", "审计管理员（演示）", ActorRole.AuditAdministrator, "", null);
        await Add("admin", "系统管理员（演示）", ActorRole.Administrator, "", null);
    }

    /// <summary>Null when done; else what the password or name lacks.</summary>
    public async Task<Text?> CreateAdministrator(string userName, string password)
    {
        var least = users.Options.Password.RequiredLength;
        if (password.Length < least) return new($"密码至少 {least} 个字符", $"the password needs at least {least} characters");
        var made = await users.CreateAsync(new Account { UserName = userName, DisplayName = userName, Role = ActorRole.Administrator, Area = "" }, password);
        return made.Succeeded ? null : new($"不能建立账户 {userName}", string.Join(" ", made.Errors.Select(error => error.Description)));
    }

    private async Task Add(string name, string display, ActorRole role, string area, string? inspector, string? unit = null)
    {
        if (await users.FindByNameAsync(name) is not null) return;
        var account = new Account { UserName = name, DisplayName = display, Role = role, Area = area, InspectorCode = inspector, Unit = unit };
        // One hash for all: the password is no secret, and hashing it for each account would take seconds of the start.
        account.PasswordHash = _demoHash ??= users.PasswordHasher.HashPassword(account, DemoPassword);
        var made = await users.CreateAsync(account);
        if (!made.Succeeded) throw new InvalidOperationException($"The demo account {name} could not be made: {made.Errors.First().Description}");
    }
}
