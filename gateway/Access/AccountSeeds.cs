using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Supervision.Gateway.Access;

/// <summary>The first accounts: fixed ones in a sandbox, and in a real installation one administrator, made with a code printed on the console.</summary>
public sealed class AccountSeeds(UserManager<Account> users, AccountsDb db)
{
    /// <summary>Known to everybody who reads the README; exists in sandboxes only.</summary>
    public const string DemoPassword = "demo-2026-demo";

    /// <summary>Valid for this process's life; shown on the console of a real installation without accounts.</summary>
    public static string SetupCode { get; } = RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 10);

    public Task<bool> None() => db.Users.AnyAsync().ContinueWith(any => !any.Result, TaskScheduler.Default);

    public async Task SeedSandbox()
    {
        await Add("province", "省督导办（演示）", ActorRole.Province, "33", null);
        await Add("city", "湖州市督导办（演示）", ActorRole.Province, "3305", null);
        foreach (var (code, name) in new[] { ("330502", "吴兴区"), ("330503", "南浔区"), ("330521", "德清县"), ("330522", "长兴县"), ("330523", "安吉县") })
        {
            await Add($"county-{code}", $"{name}督导办（演示）", ActorRole.CountyOffice, code, null);
            await Add($"inspector-{code}-01", $"{name}责任督学01（演示）", ActorRole.Inspector, code, $"督学-{code}-01");
        }

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

    private async Task Add(string name, string display, ActorRole role, string area, string? inspector)
    {
        if (await users.FindByNameAsync(name) is not null) return;
        var made = await users.CreateAsync(new Account { UserName = name, DisplayName = display, Role = role, Area = area, InspectorCode = inspector }, DemoPassword);
        if (!made.Succeeded) throw new InvalidOperationException($"The demo account {name} could not be made: {made.Errors.First().Description}");
    }
}
