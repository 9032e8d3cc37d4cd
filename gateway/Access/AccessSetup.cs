using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Supervision.Gateway.Access;

/// <summary>Accounts and their sessions: cookies for the site, bearer tokens for machines and phones.</summary>
public static class AccessSetup
{
    /// <summary>Names the site's session.</summary>
    public const string SessionCookie = "supervision";

    public const string AntiforgeryHeader = "X-CSRF-Token";

    public static void AddAccess(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        var access = AccessSettings.From(builder.Configuration, settings.Sandbox);
        var services = builder.Services;
        services
            .AddSingleton(access)
            .AddSingleton<Seal>()
            .AddSingleton<PasswordRules>()
            .AddSingleton<AccountDuties>()
            .AddSingleton<SetupCode>();
        services.AddDbContext<AccountsDb>(
            (provider, options) =>
            {
                if (settings.Postgres is not null)
                    options.UseNpgsql(provider.GetRequiredService<Npgsql.NpgsqlDataSource>());
                else
                    options.UseSqlite(AccountsSchema.SqliteConnection(settings));
            }
        );
        services.AddDataProtection().SetApplicationName("supervision").PersistKeysToDbContext<AccountsDb>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, SealedKeys>();
        AddIdentity(services, PasswordPolicy.Of(access.Passwords));
        AddSchemes(services, access);
        services.AddAuthorizationBuilder().SetFallbackPolicy(null);
        services.TryAddSingleton<AccessDenials>();
        services.AddSingleton<IAuthorizationHandler, AccessHandler>().AddSingleton<IAuthorizationMiddlewareResultHandler, AccessResults>();
        services.AddAntiforgery(options => options.HeaderName = AntiforgeryHeader);
        services
            .AddScoped<AccountSeeds>()
            .AddScoped<Sessions>()
            .AddScoped<Passwords>()
            .AddScoped<SecondFactor>()
            .AddScoped<SignIns>()
            .AddScoped<Sso>()
            .AddScoped<AccountAdministration>()
            .AddSingleton<AccessNotes>();
        services.AddSingleton<LiveConnections>().AddHostedService<SessionWatch>();
        services.Configure<HubOptions>(options => options.AddFilter<LiveConnections>());
    }

    private static void AddIdentity(IServiceCollection services, PasswordPolicy passwords)
    {
        services
            .AddIdentityCore<Account>(options =>
            {
                // What a password must be is judged by PasswordRules, which can say why in two languages.
                (options.Password.RequiredLength, options.Password.RequireNonAlphanumeric, options.Password.RequireUppercase) = (
                    1,
                    false,
                    false
                );
                (options.Password.RequireLowercase, options.Password.RequireDigit) = (false, false);
                (options.Lockout.MaxFailedAccessAttempts, options.Lockout.DefaultLockoutTimeSpan) = (passwords.Tries, passwords.Locked);
                options.User.AllowedUserNameCharacters = string.Empty; // inspectors sign in with codes such as 督学-330521-01
            })
            .AddUserStore<AccountStore>()
            .AddSignInManager()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<IdentityPasskeyOptions>(options =>
            (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required")
        );
    }

    private static void AddSchemes(IServiceCollection services, AccessSettings access)
    {
        var authentication = services
            .AddAuthentication(SessionHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.SchemeName, null)
            .AddBearerToken(
                IdentityConstants.BearerScheme,
                options =>
                    (options.BearerTokenExpiration, options.RefreshTokenExpiration) = (access.Sessions.PhoneAccess, access.Sessions.Phone)
            )
            .AddCookie(IdentityConstants.ApplicationScheme, options => Configure(options, SessionCookie, SameSiteMode.Strict))
            // Between a passkey's challenge and its answer.
            .AddCookie(
                IdentityConstants.TwoFactorUserIdScheme,
                options => Configure(options, "supervision.passkey", SameSiteMode.Strict, TimeSpan.FromMinutes(5))
            );
        if (access.Sso is not { } sso)
            return;
        // Between the identity server's answer and the session; the browser comes from elsewhere then.
        authentication.AddCookie(
            IdentityConstants.ExternalScheme,
            options => Configure(options, "supervision.external", SameSiteMode.Lax, TimeSpan.FromMinutes(5))
        );
        Sso.Add(authentication, sso);
    }

    /// <param name="life">Null where each ticket says its own.</param>
    private static void Configure(CookieAuthenticationOptions options, string name, SameSiteMode site, TimeSpan? life = null)
    {
        (options.Cookie.Name, options.Cookie.SameSite, options.SlidingExpiration) = (name, site, false);
        if (life is { } given)
            options.ExpireTimeSpan = given;
    }
}
