using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;

namespace Supervision.Gateway.Api.Accounts;

/// <summary>What everybody does with their own account.</summary>
public static class OwnAccountApi
{
    public sealed record PasswordBody([property: JsonRequired] string Current, [property: JsonRequired] string Password);

    public sealed record CodeBody([property: JsonRequired] string Code);

    /// <param name="Required">The role can't do without it here.</param>
    /// <param name="RecoveryCodes">That are left.</param>
    public sealed record SecondFactorView(bool Enabled, bool Required, int RecoveryCodes);

    /// <param name="HasPassword">False for those who come from the identity server only.</param>
    public sealed record OwnView(
        string UserName,
        string DisplayName,
        ActorRole Role,
        string Area,
        string? Unit,
        string? Inspector,
        bool HasPassword,
        DateTimeOffset? PasswordChangedAt,
        SecondFactorView SecondFactor
    );

    /// <summary>Each good for one sign-in without the authenticator; shown this once.</summary>
    public sealed record RecoveryCodesView(IReadOnlyList<string> RecoveryCodes);

    /// <param name="Current">The one that asks.</param>
    public sealed record SessionLine(
        Guid Id,
        SessionKind Kind,
        DateTimeOffset CreatedAt,
        DateTimeOffset LastUsedAt,
        DateTimeOffset EndsAt,
        string? Address,
        string? UserAgent,
        bool Current
    )
    {
        public static SessionLine Of(Session session, Guid? current) =>
            new(
                session.Id,
                session.Kind,
                session.CreatedAt,
                session.LastUsedAt,
                session.EndsAt,
                session.Address,
                session.UserAgent,
                session.Id == current
            );
    }

    public static void MapOwnAccount(this RouteGroupBuilder api)
    {
        var own = api.MapGroup("/account").WithTags("本人账户 Own account").NeedsSession().OpenUnderDuty();
        own.MapGet("", Read).Says<OwnView>("本人账户 / One's own account");
        own.MapPost("/password", ChangePassword).SaysNothing("修改密码；其他登录随即终止 / Change the password; every other session ends");
        own.MapPost("/second-factor/offer", Offer)
            .Says<SecondFactor.Offer>("开始设置两步验证：密钥与二维码 / Begin a second factor: key and QR code")
            .Refuses(409);
        own.MapPost("/second-factor", Enrol)
            .Says<RecoveryCodesView>("用首个验证码启用两步验证 / Switch the second factor on with its first code")
            .Refuses(409);
        own.MapPost("/second-factor/recovery-codes", Renew).Says<RecoveryCodesView>("重新生成备用码 / New recovery codes").Refuses(409);
        own.MapPost("/second-factor/removal", Remove)
            .SaysNothing("用当前验证码停用两步验证 / Switch the second factor off with a current code")
            .Refuses(409);
        own.MapGet("/sessions", Sessions).Says<SessionLine[]>("本人的登录 / One's own sessions");
        own.MapDelete("/sessions", EndOthers).SaysNothing("终止其他所有登录 / End every other session");
        own.MapDelete("/sessions/{id:guid}", End).SaysNothing("终止一个登录 / End one session");
    }

    internal static async Task<Account> Self(HttpContext context, UserManager<Account> users) =>
        (await users.FindByIdAsync(users.GetUserId(context.User)!))!;

    private static async Task<OwnView> Read(HttpContext context, UserManager<Account> users, SecondFactor second, AccessSettings settings)
    {
        var account = await Self(context, users);
        var factor = new SecondFactorView(
            account.TwoFactorEnabled,
            settings.SecondFactorRequired && AccountDuties.NeedSecondFactor(account.Role),
            account.TwoFactorEnabled ? await second.Left(account) : 0
        );
        return new(
            account.UserName!,
            account.DisplayName,
            account.Role,
            account.Area,
            account.Unit,
            account.InspectorCode,
            account.PasswordHash is not null,
            account.PasswordChangedAt,
            factor
        );
    }

    private static async Task<IResult> ChangePassword(
        PasswordBody body,
        HttpContext context,
        UserManager<Account> users,
        Passwords passwords,
        AccessNotes notes
    )
    {
        if (string.IsNullOrEmpty(body.Current))
            return Answers.Refuse(Refusals.Required("current"));
        var account = await Self(context, users);
        // Guessing the present password with somebody's open page is locked like guessing it at the door.
        if (await users.IsLockedOutAsync(account) || !await users.CheckPasswordAsync(account, body.Current))
        {
            await users.AccessFailedAsync(account);
            notes.Refused(AccessEvent.PasswordChanged, context, account.UserName!, RefusalCode.FieldInvalid);
            return Answers.Refuse(AccessRefusals.WrongPassword());
        }

        if (
            await passwords.Set(
                account,
                body.Password,
                "password",
                temporary: false,
                RevokedWhy.PasswordChanged,
                SessionHandler.SessionOf(context.User)
            ) is
            { } refusal
        )
            return Answers.Refuse(refusal);
        notes.Done(AccessEvent.PasswordChanged, context, account.UserName!);
        return TypedResults.NoContent();
    }

    /// <summary>Not while one is in use: an open page must not be enough to replace it.</summary>
    private static async Task<IResult> Offer(HttpContext context, UserManager<Account> users, SecondFactor second)
    {
        var account = await Self(context, users);
        return account.TwoFactorEnabled
            ? Answers.Refuse(AccessRefusals.SecondFactorState(enabled: true))
            : TypedResults.Ok(await second.Begin(account));
    }

    private static async Task<IResult> Enrol(
        CodeBody body,
        HttpContext context,
        UserManager<Account> users,
        SecondFactor second,
        AccessNotes notes
    )
    {
        var account = await Self(context, users);
        if (account.TwoFactorEnabled || await users.GetAuthenticatorKeyAsync(account) is null)
            return Answers.Refuse(AccessRefusals.SecondFactorState(account.TwoFactorEnabled));
        if (await second.Enrol(account, body.Code) is not { } codes)
            return Answers.Refuse(WrongCode());
        notes.Done(AccessEvent.SecondFactorEnrolled, context, account.UserName!);
        return TypedResults.Ok(new RecoveryCodesView(codes));
    }

    private static async Task<IResult> Renew(
        CodeBody body,
        HttpContext context,
        UserManager<Account> users,
        SecondFactor second,
        AccessNotes notes
    )
    {
        var account = await Self(context, users);
        if (await Proof(account, body, users, second) is { } refusal)
            return Answers.Refuse(refusal);
        var codes = await second.Renew(account);
        notes.Done(AccessEvent.RecoveryCodesRenewed, context, account.UserName!);
        return TypedResults.Ok(new RecoveryCodesView(codes));
    }

    private static async Task<IResult> Remove(
        CodeBody body,
        HttpContext context,
        UserManager<Account> users,
        SecondFactor second,
        AccessNotes notes
    )
    {
        var account = await Self(context, users);
        if (await Proof(account, body, users, second) is { } refusal)
            return Answers.Refuse(refusal);
        await second.Remove(account);
        notes.Done(AccessEvent.SecondFactorRemoved, context, account.UserName!);
        return TypedResults.NoContent();
    }

    private static async Task<IReadOnlyList<SessionLine>> Sessions(HttpContext context, UserManager<Account> users, Sessions sessions) =>
        [
            .. (await sessions.Of(users.GetUserId(context.User)!)).Select(session =>
                SessionLine.Of(session, SessionHandler.SessionOf(context.User))
            ),
        ];

    private static async Task<IResult> EndOthers(HttpContext context, UserManager<Account> users, Sessions sessions, AccessNotes notes)
    {
        await sessions.EndAll(users.GetUserId(context.User)!, RevokedWhy.EndedElsewhere, SessionHandler.SessionOf(context.User));
        notes.Done(AccessEvent.SessionsEnded, context, context.User.Identity!.Name!);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> End(Guid id, HttpContext context, UserManager<Account> users, Sessions sessions, AccessNotes notes)
    {
        if (!await sessions.Belongs(id, users.GetUserId(context.User)!))
            return Answers.Refuse(AccessRefusals.AccountUnknown());
        await sessions.End(id, RevokedWhy.EndedElsewhere);
        notes.Done(AccessEvent.SessionsEnded, context, context.User.Identity!.Name!);
        return TypedResults.NoContent();
    }

    /// <summary>Null when the code shows that the authenticator is at hand; a wrong one counts as a try.</summary>
    private static async Task<Refusal?> Proof(Account account, CodeBody body, UserManager<Account> users, SecondFactor second)
    {
        if (!account.TwoFactorEnabled)
            return AccessRefusals.SecondFactorState(enabled: false);
        if (!await users.IsLockedOutAsync(account) && await second.Accept(account, body.Code))
            return null;
        await users.AccessFailedAsync(account);
        return WrongCode();
    }

    private static Refusal WrongCode() =>
        Refusals.Invalid("code", "验证码不正确、已用过或已过期", "the code is wrong, used already, or too old");
}
