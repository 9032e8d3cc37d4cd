using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Supervision.Gateway.Access;
using Supervision.Gateway.Audit;

namespace Supervision.Gateway.Api;

/// <summary>Signing in and out: a cookie for the site, a bearer token for machines and phones.</summary>
public static class SessionApi
{
    public sealed record SignInBody(string? UserName, string? Password);

    /// <param name="Scopes">e.g. <c>county/330521</c>, <c>inspector/督学-330521-01</c>.</param>
    /// <param name="Home">The page to begin at.</param>
    /// <param name="Unit">Key of the one unit a unit's user acts for; null for everybody else.</param>
    /// <param name="Antiforgery">To be sent as X-CSRF-Token with every change made under the cookie.</param>
    public sealed record SessionView(string User, string DisplayName, ActorRole Role, IReadOnlyList<string> Scopes, string Home, string? Unit, string? Antiforgery);

    public static void MapSession(this RouteGroupBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("登录 Session");
        session.MapGet("", Read).NeedsSession().AsksWho().Says<SessionView>("当前登录 / The present session");
        session.MapPost("", SignIn).IsPublic().Says<SessionView>("登录（cookie） / Sign in with a cookie");
        session.MapPost("/token", Token).IsPublic().WithSummary("登录（bearer） / Sign in for a bearer token");
        session.MapDelete("", SignOut).NeedsSession().WithSummary("退出 / Sign out");
    }

    private static SessionView Read(HttpContext context, IAntiforgery antiforgery) => View(Caller.Of(context.User), antiforgery.GetAndStoreTokens(context).RequestToken);

    private static async Task<IResult> SignIn(SignInBody body, HttpContext context, SignInManager<Account> signIn, IAntiforgery antiforgery)
    {
        signIn.AuthenticationScheme = IdentityConstants.ApplicationScheme;
        if (await Check(body, signIn, isPersistent: true) is { } refusal) return Answers.Refuse(refusal);
        var account = await signIn.UserManager.FindByNameAsync(body.UserName!);
        context.User = await signIn.CreateUserPrincipalAsync(account!); // the antiforgery token belongs to the one who is signed in now
        return TypedResults.Ok(View(Caller.Of(context.User), antiforgery.GetAndStoreTokens(context).RequestToken));
    }

    /// <summary>On success the bearer scheme has written the answer: access token, its life in seconds, refresh token.</summary>
    private static async Task<IResult> Token(SignInBody body, SignInManager<Account> signIn)
    {
        signIn.AuthenticationScheme = IdentityConstants.BearerScheme;
        return await Check(body, signIn, isPersistent: false) is { } refusal ? Answers.Refuse(refusal) : TypedResults.Empty;
    }

    private static async Task<IResult> SignOut(HttpContext context, SignInManager<Account> signIn)
    {
        signIn.AuthenticationScheme = IdentityConstants.ApplicationScheme;
        await signIn.SignOutAsync();
        return TypedResults.NoContent();
    }

    /// <summary>One answer for every failure: it does not tell which accounts exist.</summary>
    private static async Task<Refusal?> Check(SignInBody body, SignInManager<Account> signIn, bool isPersistent)
    {
        if (string.IsNullOrWhiteSpace(body.UserName)) return Refusals.Required("userName");
        if (string.IsNullOrEmpty(body.Password)) return Refusals.Required("password");
        // An account that exists is on record by its name; what else may have been typed there is not.
        if (await signIn.UserManager.FindByNameAsync(body.UserName) is { } account) AuditNote.Of(signIn.Context).Who = new(account.UserName!, account.Role, account.Area, account.InspectorCode, account.Unit);
        var result = await signIn.PasswordSignInAsync(body.UserName, body.Password, isPersistent, lockoutOnFailure: true);
        return result.Succeeded ? null : new(RefusalCode.NotSignedIn, "password", new("用户名或密码不正确，或账户暂时锁定", "the name or password is wrong, or the account is locked for now"), null);
    }

    private static SessionView View(Caller caller, string? antiforgery) =>
        new(caller.Actor.Name, caller.DisplayName, caller.Actor.Role, [.. caller.ScopeNames()], caller.Home, caller.Actor.Unit, antiforgery);
}
