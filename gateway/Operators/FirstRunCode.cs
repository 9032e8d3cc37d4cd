using Microsoft.EntityFrameworkCore;

namespace Supervision.Gateway.Operators;

/// <summary>
/// <c>first-run-code --account name</c>: a first password anew for an administrator's account, as long as nobody of that office has ever signed
/// in. The three passwords of the first run are shown once; if that answer is lost, this is the only way in. Without a name it lists what may be reset.
/// </summary>
internal static class FirstRunCode
{
    public const string Name = "first-run-code";

    /// <summary>What the audit record calls it.</summary>
    public const string Action = "console first-run-code";

    private const string Console = "console";

    /// <returns>0 printed, 1 not allowed, 2 the store could not be looked at.</returns>
    public static async Task<int> Run(
        WebApplicationBuilder builder,
        GatewaySettings settings,
        StoreSettings store,
        string? account,
        TextWriter output
    )
    {
        try
        {
            var door = StoreDoor.ForCommand(store);
            if (door.Mode == nameof(StoreMode.Sandbox))
                throw new InvalidOperationException("This is a sandbox: its accounts and their password are printed when it starts.");
            AccountsSchema.Foresee(settings, door.Secret);
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(TimeProvider.System).AddSingleton(door.Secret).AddAuditStore(store);
            builder.AddAccess(settings);
            await using var app = builder.Build();
            await using var scope = app.Services.CreateAsyncScope();
            return account is null ? await List(scope.ServiceProvider, output) : await Print(scope.ServiceProvider, account, output);
        }
        catch (Exception fault) when (AuditCommands.IsRefusal(fault) || fault is JournalUnavailableException or DbUpdateException)
        {
            output.WriteLine(fault.Message);
            return 2;
        }
    }

    private static async Task<int> List(IServiceProvider services, TextWriter output)
    {
        output.WriteLine(
            "可以重发首次密码的账户（该岗位尚无人登录过）/ Accounts whose first password can be printed anew (nobody of that office has signed in yet):"
        );
        var administrators = await services
            .GetRequiredService<AccountsDb>()
            .Users.AsNoTracking()
            .OrderBy(one => one.NormalizedUserName)
            .ToListAsync();
        var open = administrators.Where(one => Objection(one, administrators) is null).ToList();
        foreach (var one in open)
            output.WriteLine($"  {one.UserName}  {RoleWords.Of(one.Role).Zh} / {RoleWords.Of(one.Role).En}");
        if (open.Count == 0)
            output.WriteLine("  （无）/ (none)");
        output.WriteLine($"{Name} --account <name>");
        output.WriteLine("其他账户由管理员在账户页重置 / All others are reset by an administrator on the accounts page.");
        return 0;
    }

    private static async Task<int> Print(IServiceProvider services, string name, TextWriter output)
    {
        var db = services.GetRequiredService<AccountsDb>();
        var users = services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Account>>();
        if (await users.FindByNameAsync(name) is not { } account)
        {
            output.WriteLine($"没有账户 {name} / There is no account {name}.");
            return 1;
        }

        if (Objection(account, await db.Users.AsNoTracking().ToListAsync()) is { } why)
        {
            await Record(services, account, AuditResult.Refused, StatusCodes.Status409Conflict);
            output.WriteLine($"{why.Zh} / {why.En}");
            return 1;
        }

        var password = Passwords.Temporary();
        if (
            await services.GetRequiredService<Passwords>().Set(account, password, "password", temporary: true, RevokedWhy.Administrator) is
            { } refusal
        )
            throw new InvalidOperationException(refusal.Message.En);
        await Record(services, account, AuditResult.Accepted, StatusCodes.Status200OK);
        output.WriteLine($"{account.UserName}（{RoleWords.Of(account.Role).Zh} / {RoleWords.Of(account.Role).En}）");
        output.WriteLine($"首次密码，登录后须立即修改 / first password, to be changed at once: {password}");
        return 0;
    }

    /// <summary>Null when the account's first password may be printed: only then is there no other way in.</summary>
    private static Text? Objection(Account account, IReadOnlyList<Account> all)
    {
        if (!AccountRules.IsAdministrator(account.Role))
            return new(
                $"{account.UserName} 不是系统、安全或审计管理员：请安全管理员重置",
                $"{account.UserName} is none of the three administrators: the security administrator resets it."
            );
        if (account.Disabled)
            return new($"{account.UserName} 已停用", $"{account.UserName} is disabled.");
        if (account.LastSignInAt is { } at)
            return new(
                $"{account.UserName} 已于 {CivilTime.DateOf(at):yyyy-MM-dd} 登录过：请其他管理员重置",
                $"{account.UserName} signed in on {CivilTime.DateOf(at):yyyy-MM-dd}: another administrator resets it."
            );
        return all.FirstOrDefault(one => one.Role == account.Role && one.LastSignInAt is not null) is { } colleague
            ? new(
                $"同岗位的 {colleague.UserName} 已登录过：请其他管理员重置",
                $"{colleague.UserName} of the same office has signed in: another administrator resets it."
            )
            : null;
    }

    private static Task Record(IServiceProvider services, Account account, AuditResult result, int status) =>
        services
            .GetRequiredService<IAuditStore>()
            .Write(
                new(
                    NewAuditEntry.SystemChain,
                    services.GetRequiredService<TimeProvider>().GetUtcNow(),
                    Console,
                    nameof(ActorRole.None),
                    "none",
                    null,
                    null,
                    null,
                    Action,
                    $"account/{account.UserName}",
                    null,
                    null,
                    result,
                    status,
                    null
                )
            );
}
