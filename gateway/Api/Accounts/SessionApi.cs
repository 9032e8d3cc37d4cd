using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Supervision.Gateway.Api.Accounts;

/// <summary>Signing in and out: a cookie for the site, a bearer token for machines and phones.</summary>
public static class SessionApi
{
    /// <param name="Code">Six digits of the authenticator app; needed when the account has one.</param>
    /// <param name="RecoveryCode">In its place, each good for once.</param>
    public sealed record SignInBody(
        [property: JsonRequired] string UserName,
        [property: JsonRequired] string Password,
        string? Code,
        string? RecoveryCode
    );

    public sealed record RefreshBody([property: JsonRequired] string RefreshToken);

    /// <param name="Credential">What the browser's <c>navigator.credentials.get</c> gave, as JSON text.</param>
    public sealed record PasskeyBody([property: JsonRequired] string Credential);

    /// <param name="Sso">What the identity server's button says; null when there is none.</param>
    public sealed record MethodsView(string? Sso, int LeastPassword, int KindsInPassword);

    public static void MapSession(this RouteGroupBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("登录 Session");
        session.MapGet("", Read).NeedsSession().AsksWho().OpenUnderDuty().Says<SessionView>("当前登录 / The present session");
        session
            .MapGet("/methods", Methods)
            .IsPublic()
            .Says<MethodsView>("可用的登录方式与密码要求 / Ways to sign in, and what a password must be");
        session.MapPost("", SignIn).IsPublic().Says<SessionView>("登录（cookie） / Sign in with a cookie");
        session.MapPost("/token", Token).IsPublic().Says<AccessTokenResponse>("登录（bearer） / Sign in for a bearer token");
        session
            .MapPost("/refresh", Refresh)
            .IsPublic()
            .Says<AccessTokenResponse>("换取新的 bearer 令牌 / New bearer tokens for a refresh token");
        session
            .MapPost("/passkey/options", PasskeyOptions)
            .IsPublic()
            .Says<JsonElement>("通行密钥登录的参数 / Options for signing in with a passkey");
        session.MapPost("/passkey", Passkey).IsPublic().Says<SessionView>("用通行密钥登录 / Sign in with a passkey");
        session.MapDelete("", SignOut).NeedsSession().OpenUnderDuty().SaysNothing("退出 / Sign out");
    }

    /// <summary>Starts a session of the site and leaves its cookie.</summary>
    internal static async Task Begin(Account account, HttpContext context, string by)
    {
        var services = context.RequestServices;
        var (sessions, duties, notes) = (
            services.GetRequiredService<Sessions>(),
            services.GetRequiredService<AccountDuties>(),
            services.GetRequiredService<AccessNotes>()
        );
        if (SessionHandler.SessionOf(context.User) is { } before && !SessionHandler.IsBearer(context.Request))
            await sessions.End(before, RevokedWhy.SignedOut);
        var session = await sessions.Start(account, SessionKind.Site, context);
        await context.SignInAsync(
            IdentityConstants.ApplicationScheme,
            SessionHandler.Ticket(session.Id, IdentityConstants.ApplicationScheme),
            new() { IsPersistent = true, ExpiresUtc = session.EndsAt }
        );
        // The antiforgery token belongs to the one who is signed in now.
        context.User = Caller.Principal(new(session, account), duties.Of(account), IdentityConstants.ApplicationScheme);
        notes.Done(AccessEvent.SignedIn, context, account.UserName!, by);
    }

    private static SessionView Read(HttpContext context, IAntiforgery antiforgery) => View(context, antiforgery);

    private static MethodsView Methods(AccessSettings settings, PasswordRules passwords) =>
        new(settings.Sso?.Name, passwords.Policy.Least, passwords.Policy.Kinds);

    private static async Task<IResult> SignIn(SignInBody body, HttpContext context, SignIns signIns, IAntiforgery antiforgery)
    {
        var (account, refusal) = await Check(body, signIns, context);
        if (account is null)
            return Answers.Refuse(refusal!);
        await Begin(account, context, "password");
        return TypedResults.Ok(View(context, antiforgery));
    }

    /// <summary>On success the bearer scheme has written the answer: access token, its life in seconds, refresh token.</summary>
    private static async Task<IResult> Token(SignInBody body, HttpContext context, SignIns signIns, Sessions sessions, AccessNotes notes)
    {
        var (account, refusal) = await Check(body, signIns, context);
        if (account is null)
            return Answers.Refuse(refusal!);
        var session = await sessions.Start(account, SessionKind.Phone, context);
        notes.Done(AccessEvent.SignedIn, context, account.UserName!, "token");
        return Tokens(session.Id);
    }

    /// <summary>As long as the session lives; ending it ends its refresh token too.</summary>
    private static async Task<IResult> Refresh(
        RefreshBody body,
        Sessions sessions,
        AccessSettings settings,
        TimeProvider time,
        IOptionsMonitor<BearerTokenOptions> bearer
    )
    {
        if (string.IsNullOrEmpty(body.RefreshToken))
            return Answers.Refuse(Refusals.Required("refreshToken"));
        var ticket = bearer.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(body.RefreshToken);
        if (
            ticket?.Properties.ExpiresUtc is not { } ends
            || SessionHandler.SessionOf(ticket.Principal) is not { } id
            || await sessions.Find(id) is not { } seat
        )
            return Answers.Refuse(AccessRefusals.NotSignedIn(RefusalCode.NotSignedIn));
        var now = time.GetUtcNow();
        var over =
            now >= ends ? RefusalCode.SessionExpired
            : seat.Account.MaySignIn ? seat.Session.Over(now, settings.Sessions)
            : RefusalCode.SessionRevoked;
        return over is { } why ? Answers.Refuse(AccessRefusals.NotSignedIn(why)) : Tokens(id);
    }

    private static SignInHttpResult Tokens(Guid session) =>
        TypedResults.SignIn(
            SessionHandler.Ticket(session, IdentityConstants.BearerScheme),
            authenticationScheme: IdentityConstants.BearerScheme
        );

    /// <summary>For any passkey of this site: nobody is named, so nothing is told of who has an account.</summary>
    private static async Task<IResult> PasskeyOptions(SignInManager<Account> passkeys) =>
        TypedResults.Content(await passkeys.MakePasskeyRequestOptionsAsync(null), "application/json");

    private static async Task<IResult> Passkey(PasskeyBody body, HttpContext context, SignIns signIns, IAntiforgery antiforgery)
    {
        if (string.IsNullOrEmpty(body.Credential))
            return Answers.Refuse(Refusals.Required("credential"));
        var (account, refusal) = await signIns.ByPasskey(body.Credential, context);
        if (account is null)
            return Answers.Refuse(refusal!);
        await Begin(account, context, "passkey");
        return TypedResults.Ok(View(context, antiforgery));
    }

    private static async Task<IResult> SignOut(HttpContext context, Sessions sessions, AccessNotes notes)
    {
        await sessions.End(SessionHandler.SessionOf(context.User)!.Value, RevokedWhy.SignedOut);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        notes.Done(AccessEvent.SignedOut, context, context.User.Identity!.Name!);
        return TypedResults.NoContent();
    }

    private static async Task<(Account? Account, Refusal? Refusal)> Check(SignInBody body, SignIns signIns, HttpContext context)
    {
        if (string.IsNullOrWhiteSpace(body.UserName))
            return (null, Refusals.Required("userName"));
        if (string.IsNullOrEmpty(body.Password))
            return (null, Refusals.Required("password"));
        return await signIns.ByPassword(new(body.UserName, body.Password, body.Code, body.RecoveryCode), context);
    }

    private static SessionView View(HttpContext context, IAntiforgery antiforgery)
    {
        var caller = Caller.Of(context.User);
        return new(
            caller.Actor.Name,
            caller.DisplayName,
            caller.Actor.Role,
            [.. caller.ScopeNames()],
            caller.Home,
            caller.Actor.Unit,
            antiforgery.GetAndStoreTokens(context).RequestToken,
            caller.Duty,
            caller.Duty is null ? Acts.Of(caller.Actor.Role) : [],
            Permission.Deciders
        );
    }
}
