using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;

namespace Supervision.Gateway.Api.Accounts;

[JsonConverter(typeof(JsonStringEnumConverter<AccountState>))]
public enum AccountState
{
    Active = 1,

    /// <summary>Too many wrong passwords; opens by itself, or when enabled.</summary>
    Locked = 2,
    Disabled = 3,

    /// <summary>An administrator's account that another administrator has to confirm.</summary>
    AwaitsConfirmation = 4,
}

/// <summary>Accounts, managed by the security administrator, and by a county's office for its inspectors, units and screens.</summary>
public static class AccountsApi
{
    private const int Page = 50;
    private const int LargestPage = 200;

    /// <param name="ConfirmAfter">Who made or reset an administrator's account; somebody else confirms.</param>
    public sealed record AccountView(
        string Id,
        string UserName,
        string DisplayName,
        ActorRole Role,
        string Area,
        string? Inspector,
        string? Unit,
        string? ExternalName,
        AccountState State,
        string? ConfirmAfter,
        bool SecondFactor,
        bool PasswordTemporary,
        DateTimeOffset? LastSignInAt
    );

    /// <param name="Next">To be given as <c>after</c> for the next page; null when there is none.</param>
    /// <param name="Roles">Those the asker may give.</param>
    public sealed record AccountsView(IReadOnlyList<AccountView> Accounts, string? Next, IReadOnlyList<ActorRole> Roles);

    /// <param name="Password">To be handed over, shown this once; it has to be changed at the first sign-in.</param>
    public sealed record NewPasswordView(AccountView Account, string Password);

    public static void MapAccounts(this RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/accounts").WithTags("账户管理 Accounts");
        accounts.MapGet("", List).Says<AccountsView>("所管账户，按用户名 / The accounts one manages, by name").MayAsk(May.ManageAccounts);
        accounts
            .MapGet("/waiting", Waiting)
            .Says<AccountsView>("待另一位管理员确认的账户 / Administrators' accounts that wait for another administrator")
            .MayAsk(May.SeeWaitingAccounts);
        accounts.MapPost("", Create).Says<NewPasswordView>("新建账户 / Make an account").Refuses(409).MayAsk(May.ManageAccounts);
        accounts
            .MapPut("/{id}", Change)
            .Says<AccountView>(
                "修改姓名、角色、范围；未写的项不变，null 为清除；范围变更终止其登录 / Change name, role or scope; what is left out stays, null clears; a new scope ends its sessions"
            )
            .Refuses(409)
            .MayAsk(May.ManageAccounts);
        accounts
            .MapPost("/{id}/disable", (string id, HttpContext context, Desk desk) => SetDisabled(id, true, context, desk))
            .Says<AccountView>("停用账户并终止其登录 / Disable an account and end its sessions")
            .MayAsk(May.ManageAccounts);
        accounts
            .MapPost("/{id}/enable", (string id, HttpContext context, Desk desk) => SetDisabled(id, false, context, desk))
            .Says<AccountView>("启用或解锁账户 / Enable or unlock an account")
            .MayAsk(May.ManageAccounts);
        accounts
            .MapPost("/{id}/confirm", Confirm)
            .Says<AccountView>("确认管理员账户 / Confirm an administrator's account")
            .MayAsk(May.ConfirmAccounts);
        accounts.MapPost("/{id}/password", ResetPassword).Says<NewPasswordView>("重置密码 / Reset the password").MayAsk(May.ResetAccounts);
        accounts
            .MapPost("/{id}/second-factor/reset", ResetSecondFactor)
            .Says<AccountView>("重置两步验证与通行密钥 / Reset the second factor and passkeys")
            .MayAsk(May.ResetAccounts);
        accounts
            .MapGet("/{id}/sessions", Sessions)
            .IsAudited()
            .Says<OwnAccountApi.SessionLine[]>("账户的登录 / An account's sessions")
            .MayAsk(May.ManageAccounts);
        accounts
            .MapDelete("/{id}/sessions", EndSessions)
            .SaysNothing("终止账户的全部登录 / End all sessions of an account")
            .MayAsk(May.ManageAccounts);
    }

    /// <summary>Everything a manager's act needs.</summary>
    public sealed record Desk(
        AccountAdministration Administration,
        UserManager<Account> Users,
        Sessions Open,
        AccessNotes Notes,
        TimeProvider Time
    )
    {
        public static ValueTask<Desk?> BindAsync(HttpContext context)
        {
            var services = context.RequestServices;
            return ValueTask.FromResult<Desk?>(
                new(
                    services.GetRequiredService<AccountAdministration>(),
                    services.GetRequiredService<UserManager<Account>>(),
                    services.GetRequiredService<Sessions>(),
                    services.GetRequiredService<AccessNotes>(),
                    services.GetRequiredService<TimeProvider>()
                )
            );
        }

        /// <summary>The account, when this caller may do this with it; nobody does anything with their own.</summary>
        public async Task<(Account? Account, Refusal? Refusal)> Find(string id, Actor actor, Func<Actor, Account, bool> may)
        {
            if (await Users.FindByIdAsync(id) is not { } account || !may(actor, account))
                return (null, AccessRefusals.AccountUnknown());
            return account.UserName == actor.Name ? (null, AccessRefusals.NotYourOwn()) : (account, null);
        }

        public AccountView View(Account account) =>
            new(
                account.Id,
                account.UserName!,
                account.DisplayName,
                account.Role,
                account.Area,
                account.InspectorCode,
                account.Unit,
                account.ExternalName,
                account.Disabled ? AccountState.Disabled
                    : account.ConfirmAfter is not null ? AccountState.AwaitsConfirmation
                    : account.LockoutEnd > Time.GetUtcNow() ? AccountState.Locked
                    : AccountState.Active,
                account.ConfirmAfter,
                account.TwoFactorEnabled,
                account.PasswordTemporary,
                account.LastSignInAt
            );
    }

    private static Task<IResult> List(
        HttpContext context,
        Desk desk,
        string? search = null,
        ActorRole? role = null,
        string? area = null,
        string? after = null,
        [Range(1, LargestPage)] int take = Page
    ) => Answer(desk, Caller.Of(context.User).Actor, new(search, role, area, WaitingOnly: false, after, take));

    private static Task<IResult> Waiting(HttpContext context, Desk desk) =>
        Answer(desk, Caller.Of(context.User).Actor, new(null, null, null, WaitingOnly: true, null, LargestPage));

    private static async Task<IResult> Create(AccountDraft draft, HttpContext context, Desk desk)
    {
        var actor = Caller.Of(context.User).Actor;
        var (account, password, refusal) = await desk.Administration.Create(actor, draft);
        if (account is null)
            return Refuse(context, desk, AccessEvent.AccountCreated, draft.UserName, refusal!);
        desk.Notes.Done(AccessEvent.AccountCreated, context, account.UserName!, Describe(account));
        return TypedResults.Ok(new NewPasswordView(desk.View(account), password!));
    }

    private static async Task<IResult> Change(string id, UpsertBody<AccountChange> body, HttpContext context, Desk desk)
    {
        var actor = Caller.Of(context.User).Actor;
        if (body.Refusal is { } malformed)
            return Refuse(context, desk, AccessEvent.AccountChanged, id, malformed);
        var (account, refusal) = await desk.Find(id, actor, Manages);
        if (account is null)
            return Refuse(context, desk, AccessEvent.AccountChanged, id, refusal!);
        var before = Describe(account);
        if (await desk.Administration.Change(actor, account, body.Over(AccountChange.Of(account))) is { } objection)
            return Refuse(context, desk, AccessEvent.AccountChanged, account.UserName!, objection);
        desk.Notes.Done(AccessEvent.AccountChanged, context, account.UserName!, $"{before} → {Describe(account)}");
        return TypedResults.Ok(desk.View(account));
    }

    private static async Task<IResult> SetDisabled(string id, bool disabled, HttpContext context, Desk desk)
    {
        var (account, refusal) = await desk.Find(id, Caller.Of(context.User).Actor, Manages);
        if (account is null)
            return Refuse(context, desk, AccessEvent.AccountChanged, id, refusal!);
        await desk.Administration.SetDisabled(account, disabled);
        desk.Notes.Done(AccessEvent.AccountChanged, context, account.UserName!, disabled ? "disabled" : "enabled");
        return TypedResults.Ok(desk.View(account));
    }

    private static async Task<IResult> Confirm(string id, HttpContext context, Desk desk)
    {
        var actor = Caller.Of(context.User).Actor;
        var (account, refusal) = await desk.Find(id, actor, (_, target) => target.ConfirmAfter is not null);
        if ((account is null ? refusal : AccountRules.ConfirmObjection(actor, account)) is { } objection)
            return Refuse(context, desk, AccessEvent.AccountConfirmed, id, objection);
        await desk.Administration.Confirm(account!);
        desk.Notes.Done(AccessEvent.AccountConfirmed, context, account!.UserName!);
        return TypedResults.Ok(desk.View(account));
    }

    private static async Task<IResult> ResetPassword(string id, HttpContext context, Desk desk)
    {
        var actor = Caller.Of(context.User).Actor;
        var (account, refusal) = await desk.Find(id, actor, AccountRules.MayReset);
        if (account is null)
            return Refuse(context, desk, AccessEvent.PasswordReset, id, refusal!);
        var password = await desk.Administration.ResetPassword(actor, account);
        desk.Notes.Done(AccessEvent.PasswordReset, context, account.UserName!);
        return TypedResults.Ok(new NewPasswordView(desk.View(account), password));
    }

    private static async Task<IResult> ResetSecondFactor(string id, HttpContext context, Desk desk)
    {
        var actor = Caller.Of(context.User).Actor;
        var (account, refusal) = await desk.Find(id, actor, AccountRules.MayReset);
        if (account is null)
            return Refuse(context, desk, AccessEvent.SecondFactorReset, id, refusal!);
        await desk.Administration.ResetSecondFactor(actor, account);
        desk.Notes.Done(AccessEvent.SecondFactorReset, context, account.UserName!);
        return TypedResults.Ok(desk.View(account));
    }

    private static async Task<IResult> Sessions(string id, HttpContext context, Desk desk)
    {
        var (account, refusal) = await desk.Find(id, Caller.Of(context.User).Actor, Manages);
        if (account is null)
            return Answers.Refuse(refusal!);
        return TypedResults.Ok((await desk.Open.Of(account.Id)).Select(session => OwnAccountApi.SessionLine.Of(session, null)));
    }

    private static async Task<IResult> EndSessions(string id, HttpContext context, Desk desk)
    {
        var (account, refusal) = await desk.Find(id, Caller.Of(context.User).Actor, Manages);
        if (account is null)
            return Refuse(context, desk, AccessEvent.SessionsEnded, id, refusal!);
        await desk.Open.EndAll(account.Id, RevokedWhy.Administrator);
        desk.Notes.Done(AccessEvent.SessionsEnded, context, account.UserName!);
        return TypedResults.NoContent();
    }

    private static bool Manages(Actor actor, Account account) => AccountRules.Manages(actor, account.Role, account.Area);

    private static async Task<IResult> Answer(Desk desk, Actor actor, AccountFilter filter)
    {
        var take = filter.Take;
        var found = await desk.Administration.List(actor, filter with { Take = take + 1 });
        return TypedResults.Ok(
            new AccountsView(
                [.. found.Take(take).Select(desk.View)],
                found.Count > take ? found[take - 1].UserName : null,
                AccountRules.RolesOf(actor)
            )
        );
    }

    private static IResult Refuse(HttpContext context, Desk desk, AccessEvent what, string account, Refusal refusal)
    {
        desk.Notes.Refused(what, context, account, refusal.Code);
        return Answers.Refuse(refusal);
    }

    private static string Describe(Account account) => $"{account.Role} {account.Area} {account.Unit ?? account.InspectorCode}".TrimEnd();
}
