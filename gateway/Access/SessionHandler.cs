using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Supervision.Gateway.Access;

/// <summary>
/// Who asks: the cookie or bearer ticket names a session, and everything else is read from the database at every request, so
/// that a session that was ended, or an account that was changed, counts at once.
/// </summary>
public sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    Sessions sessions,
    AccessSettings settings,
    AccountDuties duties
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "session";
    public const string SessionClaim = "sid";

    /// <summary>Sent by pages with what they ask by themselves while nobody is at work; it does not keep a session from being idle.</summary>
    public const string UnattendedHeader = "X-Unattended";

    private RefusalCode _why = RefusalCode.NotSignedIn;

    public static bool IsBearer(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal);

    /// <summary>A ticket's principal: the session's id and nothing else.</summary>
    public static ClaimsPrincipal Ticket(Guid session, string scheme) =>
        new(new ClaimsIdentity([new(SessionClaim, session.ToString("N"))], scheme));

    public static Guid? SessionOf(ClaimsPrincipal? principal) =>
        Guid.TryParseExact(principal?.FindFirstValue(SessionClaim), "N", out var id) ? id : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var scheme = IsBearer(Request) ? IdentityConstants.BearerScheme : IdentityConstants.ApplicationScheme;
        var brought = await Context.AuthenticateAsync(scheme);
        if (!brought.Succeeded)
            return brought.None ? AuthenticateResult.NoResult() : AuthenticateResult.Fail("The ticket can't be read, or is over.");
        if (SessionOf(brought.Principal) is not { } id || await sessions.Find(id, Context.RequestAborted) is not { } seat)
            return AuthenticateResult.Fail("The ticket names no session.");
        if (
            (seat.Account.MaySignIn ? seat.Session.Over(TimeProvider.GetUtcNow(), settings.Sessions) : RefusalCode.SessionRevoked) is
            { } over
        )
        {
            _why = over;
            return AuthenticateResult.Fail("The session is over.");
        }

        if (IsAttended(Request))
            await sessions.Touch(seat.Session);
        // The scheme stays the one that brought the ticket: changes made under a cookie need an antiforgery token.
        return AuthenticateResult.Success(
            new(
                Caller.Principal(seat, duties.Of(seat.Account), scheme),
                new AuthenticationProperties { ExpiresUtc = seat.Session.EndsAt },
                scheme
            )
        );
    }

    /// <summary>A page opens its line to the hub again by itself whenever it broke, in two requests that can carry no header.</summary>
    private static bool IsAttended(HttpRequest request) =>
        !request.Headers.ContainsKey(UnattendedHeader) && !request.Path.StartsWithSegments("/hubs");

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await HandleAuthenticateOnceSafeAsync(); // to know why
        await Answers.Refuse(AccessRefusals.NotSignedIn(_why)).ExecuteAsync(Context);
    }
}
