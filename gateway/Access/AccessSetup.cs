using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Supervision.Gateway.Access;

/// <summary>Accounts, cookies for the site and bearer tokens for machines and phones.</summary>
public static class AccessSetup
{
    /// <summary>Bearer when the request brings one, else the cookie.</summary>
    private const string Either = "cookie-or-bearer";

    public const string AntiforgeryHeader = "X-CSRF-Token";

    public static void AddAccess(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        builder.Services.AddDbContext<AccountsDb>(options =>
        {
            if (settings.Postgres is { } postgres) options.UseNpgsql(postgres);
            else options.UseSqlite(AccountsSchema.SqliteConnection(settings));
        });
        builder.Services.AddDataProtection().SetApplicationName("supervision").PersistKeysToDbContext<AccountsDb>();
        builder.Services.AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = 10;
                // Length is what counts; composition rules only make people write passwords down.
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireDigit = false;
                options.Lockout.MaxFailedAccessAttempts = 8;
                options.User.AllowedUserNameCharacters = string.Empty; // inspectors sign in with codes such as 督学-330521-01
            })
            .AddEntityFrameworkStores<AccountsDb>()
            .AddClaimsPrincipalFactory<CallerClaims>()
            .AddSignInManager();
        builder.Services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = context =>
                IsBearer(context.Request) ? IdentityConstants.BearerScheme : IdentityConstants.ApplicationScheme)
            .AddBearerToken(IdentityConstants.BearerScheme, options => options.BearerTokenExpiration = TimeSpan.FromHours(1))
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                options.Cookie.Name = "supervision";
                options.Cookie.SameSite = SameSiteMode.Strict;
                options.ExpireTimeSpan = TimeSpan.FromHours(8);
                options.SlidingExpiration = true;
                // An API answers 401 and 403; it never redirects to a page.
                options.Events.OnRedirectToLogin = context => Status(context, StatusCodes.Status401Unauthorized);
                options.Events.OnRedirectToAccessDenied = context => Status(context, StatusCodes.Status403Forbidden);
            });
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(null);
        builder.Services.TryAddSingleton<AccessDenials>();
        builder.Services.AddSingleton<IAuthorizationHandler, AccessHandler>();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessResults>();
        builder.Services.AddAntiforgery(options => options.HeaderName = AntiforgeryHeader);
        builder.Services.AddScoped<AccountSeeds>();
    }

    public static bool IsBearer(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal);

    private static Task Status<TOptions>(RedirectContext<TOptions> context, int status)
        where TOptions : AuthenticationSchemeOptions
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
