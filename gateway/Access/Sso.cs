using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Supervision.Gateway.Access;

/// <summary>Signing in with a province's own identity server. It says who somebody is; what they may do stays with the account an administrator made for them.</summary>
public sealed class Sso(UserManager<Account> users, AccountsDb db, AccessSettings settings)
{
    public const string SchemeName = "sso";
    public const string Callback = "/signin-sso";

    /// <summary>Values of <c>amr</c> (RFC 8176) that tell of more than a password.</summary>
    private static readonly string[] StrongMethods = ["mfa", "otp", "hwk", "swk", "fpt", "face", "sc"];

    public enum Failure
    {
        /// <summary>No account has this external name.</summary>
        Unknown = 1,

        /// <summary>The account does not let anybody in, or the server gives the person another role or area.</summary>
        Refused = 2,

        /// <summary>The role needs a second factor, and the server told of none.</summary>
        SecondFactor = 3,
    }

    public static void Add(AuthenticationBuilder authentication, SsoSettings sso) =>
        authentication.AddOpenIdConnect(
            SchemeName,
            options =>
            {
                (options.Authority, options.ClientId, options.ClientSecret) = (sso.Authority.ToString(), sso.ClientId, sso.ClientSecret);
                options.RequireHttpsMetadata = !sso.Authority.IsLoopback;
                options.SignInScheme = IdentityConstants.ExternalScheme;
                options.CallbackPath = Callback;
                options.ResponseType = OpenIdConnectResponseType.Code;
                options.ResponseMode = OpenIdConnectResponseMode.Query; // a form posted from elsewhere would come without its Lax cookies
                options.UsePkce = true;
                options.MapInboundClaims = false;
                options.ClaimActions.Remove("iss"); // it would take the issuer away, which the account is linked to
                options.GetClaimsFromUserInfoEndpoint = false;
                options.TokenValidationParameters.NameClaimType = sso.UserClaim;
                (options.CorrelationCookie.SameSite, options.NonceCookie.SameSite) = (SameSiteMode.Lax, SameSiteMode.Lax);
                (options.CorrelationCookie.SecurePolicy, options.NonceCookie.SecurePolicy) = (
                    CookieSecurePolicy.SameAsRequest,
                    CookieSecurePolicy.SameAsRequest
                );
                options.Events.OnRemoteFailure = context =>
                {
                    context.HandleResponse();
                    context.Response.Redirect("/sign-in?sso=failed");
                    return Task.CompletedTask;
                };
            }
        );

    /// <summary>The account linked to this issuer and subject; linked now when an administrator wrote the person's name there on an account.</summary>
    public async Task<(Account? Account, Failure? Failure)> Find(ClaimsPrincipal person)
    {
        var (issuer, subject, name) = (
            person.FindFirstValue("iss"),
            person.FindFirstValue("sub"),
            person.FindFirstValue(settings.Sso!.UserClaim)
        );
        if (issuer is null || subject is null)
            return (null, Failure.Unknown);
        var account = await users.FindByLoginAsync(issuer, subject) ?? await Link(issuer, subject, name);
        if (account is null)
            return (null, Failure.Unknown);
        if (
            !account.MaySignIn
            || !Agrees(person, settings.Sso.RoleClaim, account.Role.ToString())
            || !Agrees(person, settings.Sso.AreaClaim, account.Area)
        )
            return (null, Failure.Refused);
        var proven = settings.Sso.ProvesSecondFactor || person.FindAll("amr").Any(claim => StrongMethods.Contains(claim.Value));
        return settings.SecondFactorRequired && AccountDuties.NeedSecondFactor(account.Role) && !proven
            ? (null, Failure.SecondFactor)
            : (account, null);
    }

    private async Task<Account?> Link(string issuer, string subject, string? name)
    {
        if (string.IsNullOrEmpty(name) || await db.Users.FirstOrDefaultAsync(one => one.ExternalName == name) is not { } account)
            return null;
        // A name that passed to somebody else there does not pass on the account here.
        if ((await users.GetLoginsAsync(account)).Any(login => login.LoginProvider == issuer))
            return null;
        return (await users.AddLoginAsync(account, new(issuer, subject, settings.Sso!.Name))).Succeeded ? account : null;
    }

    private static bool Agrees(ClaimsPrincipal person, string? claim, string value) =>
        claim is null || person.FindAll(claim).Any(said => said.Value.Equals(value, StringComparison.OrdinalIgnoreCase));
}
