using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Supervision.Gateway.Api.Accounts;

/// <summary>To the province's identity server and back. Both are pages a browser is led through, not calls.</summary>
public static class SsoApi
{
    public static void MapSso(this RouteGroupBuilder api, AccessSettings settings)
    {
        if (settings.Sso is null)
            return;
        var sso = api.MapGroup("/session/sso").WithTags("登录 Session").IsPublic();
        sso.MapGet("", Leave).WithSummary("转到统一身份认证 / Go to the identity server").Produces(StatusCodes.Status302Found);
        sso.MapGet("/done", Arrive)
            .IsAudited()
            .WithSummary("从统一身份认证返回 / Come back from the identity server")
            .Produces(StatusCodes.Status302Found);
    }

    private static ChallengeHttpResult Leave(string? next) =>
        TypedResults.Challenge(
            new() { RedirectUri = "/api/v1/session/sso/done" + (IsOfThisSite(next) ? $"?next={Uri.EscapeDataString(next!)}" : "") },
            [Sso.SchemeName]
        );

    private static async Task<IResult> Arrive(string? next, HttpContext context, Sso sso, AccessNotes notes)
    {
        var brought = await context.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (!brought.Succeeded)
            return TypedResults.Redirect("/sign-in?sso=failed");
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        var (account, failure) = await sso.Find(brought.Principal);
        if (account is null)
        {
            notes.Refused(AccessEvent.SignInRefused, context, brought.Principal.Identity?.Name ?? "", RefusalCode.NotSignedIn);
            return TypedResults.Redirect($"/sign-in?sso={JsonNaming.Kebab(failure!.Value)}");
        }

        AccessNotes.IsAt(context, account);
        await SessionApi.Begin(account, context, "sso");
        return TypedResults.Redirect(IsOfThisSite(next) ? next! : "/");
    }

    private static bool IsOfThisSite(string? next) => next is ['/', not ('/' or '\\'), ..] && !next.Any(char.IsControl);
}
