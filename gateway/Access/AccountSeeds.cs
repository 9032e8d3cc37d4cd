using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Supervision.Gateway.Access;

/// <summary>The first accounts: fixed ones in a sandbox, and in a real installation the three administrators, made with a code printed on the console.</summary>
public sealed class AccountSeeds(UserManager<Account> users, AccountsDb db, PasswordRules rules, TimeProvider time)
{
    /// <summary>Known to everybody who reads the README; exists in sandboxes only.</summary>
    public const string DemoPassword = "demo-2026-demo";

    /// <summary>Units of the demonstration's roster that have a user of their own.</summary>
    private static readonly (string County, string Unit, string Name)[] Units =
    [
        ("330502", "school/2133901746", "吴兴区实验小学"),
        ("330502", "school/2133901747", "吴兴区第一小学"),
        ("330502", "institution/PX-330502-0001", "吴兴甲戌艺术培训有限公司"),
        ("330521", "school/2133901815", "德清县实验小学"),
        ("330521", "school/2133901816", "德清县第一小学"),
        ("330521", "institution/PX-330521-0001", "德清壬寅科技培训有限公司"),
    ];

    private string? _demoHash;

    public Task<bool> None() => db.Users.AnyAsync().ContinueWith(any => !any.Result, TaskScheduler.Default);

    public async Task SeedSandbox()
    {
        await Add("province", "省督导办（演示）", ActorRole.Province, "33", null);
        await Add("city", "湖州市督导办（演示）", ActorRole.City, "3305", null);
        await Add("display", "湖州市大屏（演示）", ActorRole.Display, "3305", null);
        foreach (
            var (code, name) in new[]
            {
                ("330502", "吴兴区"),
                ("330503", "南浔区"),
                ("330521", "德清县"),
                ("330522", "长兴县"),
                ("330523", "安吉县"),
            }
        )
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

        foreach (var (county, unit, name) in Units)
            await Add($"unit-{Keys.Code(unit)}", $"{name}（演示）", ActorRole.UnitUser, county, null, unit);

        await Add("security", "安全管理员（演示）", ActorRole.SecurityAdministrator, "", null);
        await Add("audit", "审计管理员（演示）", ActorRole.AuditAdministrator, "", null);
        await Add("admin", "系统管理员（演示）", ActorRole.Administrator, "", null);
    }

    /// <summary>
    /// The system administrator, who chose a password, and the security and the audit administrator with passwords to be handed
    /// to two other people: from the first minute nobody holds two of the three offices.
    /// </summary>
    public async Task<(Refusal? Refusal, ImmutableArray<HandOver> HandOver)> CreateAdministrators(string userName, string? password)
    {
        var refusal =
            AccountRules.Objection(userName, userName, ActorRole.Administrator, "", null, null)
            ?? rules.Objection(password, "password", [userName]);
        if (refusal is not null)
            return (refusal, []);
        await using var all = await db.Database.BeginTransactionAsync();
        if (!await Create(userName, userName, ActorRole.Administrator, password!, temporary: false))
            return (AccessRefusals.NameTaken("userName"), []);
        var others = ImmutableArray.CreateBuilder<HandOver>();
        foreach (
            var (name, display, role) in new[]
            {
                ("security", "安全管理员", ActorRole.SecurityAdministrator),
                ("audit", "审计管理员", ActorRole.AuditAdministrator),
            }
        )
        {
            var handOver = new HandOver(name == userName ? name + "-2" : name, role, Passwords.Temporary());
            if (!await Create(handOver.UserName, display, role, handOver.Password, temporary: true))
                return (AccessRefusals.NameTaken("userName"), []);
            others.Add(handOver);
        }

        await all.CommitAsync();
        return (null, others.ToImmutable());
    }

    /// <summary>False when somebody else took the name in the meantime.</summary>
    private async Task<bool> Create(string name, string display, ActorRole role, string password, bool temporary) =>
        (
            await users.CreateAsync(
                new()
                {
                    UserName = name,
                    DisplayName = display,
                    Role = role,
                    Area = "",
                    PasswordTemporary = temporary,
                    PasswordChangedAt = time.GetUtcNow(),
                },
                password
            )
        ).Succeeded;

    private async Task Add(string name, string display, ActorRole role, string area, string? inspector, string? unit = null)
    {
        if (await users.FindByNameAsync(name) is not null)
            return;
        var account = new Account
        {
            UserName = name,
            DisplayName = display,
            Role = role,
            Area = area,
            InspectorCode = inspector,
            Unit = unit,
            PasswordChangedAt = time.GetUtcNow(),
        };
        // One hash for all: the password is no secret, and hashing it for each account would take seconds of the start.
        account.PasswordHash = _demoHash ??= users.PasswordHasher.HashPassword(account, DemoPassword);
        var made = await users.CreateAsync(account);
        if (!made.Succeeded)
            throw new InvalidOperationException($"The demo account {name} could not be made: {made.Errors.First().Description}");
    }
}

/// <summary>A password to be given to the person it is for, who must change it at once.</summary>
public sealed record HandOver(string UserName, ActorRole Role, string Password);
