namespace Supervision.Gateway.Access.Accounts;

/// <summary>The two ways offices are told to keep passwords.</summary>
public enum PasswordPreset
{
    /// <summary>Length and a list of common passwords; no composition rules and no rotation.</summary>
    Asvs = 1,

    /// <summary>等保: three kinds of characters, renewed every 90 days, none of the last five.</summary>
    Mlps = 2,
}

/// <summary>How people sign in here, for how long, and with what (<c>Supervision:Passwords</c>, <c>:SecondFactor</c>, <c>:Sessions</c>, <c>:Oidc</c>).</summary>
/// <param name="SecondFactorRequired">For those who decide measures and for administrators; always so in a real installation unless it is configured otherwise.</param>
/// <param name="Sso">Null when there is no identity server.</param>
public sealed record AccessSettings(PasswordPreset Passwords, bool SecondFactorRequired, SessionLimits Sessions, SsoSettings? Sso)
{
    /// <exception cref="InvalidOperationException">A setting has a value that is not one of its own; says which are.</exception>
    public static AccessSettings From(IConfiguration configuration, bool sandbox)
    {
        var supervision = configuration.GetSection("Supervision");
        return new(
            Choice(supervision, "Passwords", "ASVS", "MLPS") == "MLPS" ? PasswordPreset.Mlps : PasswordPreset.Asvs,
            Choice(supervision, "SecondFactor", sandbox ? "Optional" : "Required", sandbox ? "Required" : "Optional") == "Required",
            SessionLimits.From(supervision.GetSection("Sessions")),
            SsoSettings.From(supervision.GetSection("Oidc"))
        );
    }

    private static string Choice(IConfiguration section, string name, string usual, string other)
    {
        if (section[name] is not { Length: > 0 } given)
            return usual;
        return new[] { usual, other }.FirstOrDefault(choice => choice.Equals(given, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"Supervision:{name} is '{given}'; it can be {usual} or {other}.");
    }
}

/// <summary>How long a session lives.</summary>
/// <param name="SiteIdle">A session of the site ends when nothing was asked for this long.</param>
/// <param name="PhoneAccess">A phone's access token; renewed with its refresh token as long as the session lives.</param>
/// <param name="Display">A wall screen asks for nothing, so it is never idle.</param>
public sealed record SessionLimits(TimeSpan SiteIdle, TimeSpan Site, TimeSpan PhoneAccess, TimeSpan Phone, TimeSpan Display)
{
    /// <summary>The last use is written at most this often.</summary>
    public static readonly TimeSpan Touch = TimeSpan.FromMinutes(1);

    public static SessionLimits From(IConfiguration section) =>
        new(
            Span(section, "SiteIdle", TimeSpan.FromMinutes(30)),
            Span(section, "Site", TimeSpan.FromHours(12)),
            Span(section, "PhoneAccess", TimeSpan.FromMinutes(30)),
            Span(section, "Phone", TimeSpan.FromDays(30)),
            Span(section, "Display", TimeSpan.FromDays(90))
        );

    public TimeSpan Whole(SessionKind kind) =>
        kind switch
        {
            SessionKind.Phone => Phone,
            SessionKind.Display => Display,
            _ => Site,
        };

    private static TimeSpan Span(IConfiguration section, string name, TimeSpan usual)
    {
        if (section[name] is not { Length: > 0 } given)
            return usual;
        return TimeSpan.TryParse(given, System.Globalization.CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero
            ? span
            : throw new InvalidOperationException(
                $"Supervision:Sessions:{name} is '{given}'; it is a time such as 00:30:00 or 30.00:00:00."
            );
    }
}

/// <summary>A province's own identity server (OpenID Connect, code with PKCE).</summary>
/// <param name="UserClaim">What the server calls the person; the external name an administrator wrote on the account.</param>
/// <param name="RoleClaim">When set, its values must name the account's role: a person whose post changed there does not get in here.</param>
/// <param name="AreaClaim">When set, it must be the account's area.</param>
/// <param name="ProvesSecondFactor">The server asks everybody for a second factor, though it does not say so in <c>amr</c>.</param>
public sealed record SsoSettings(
    Uri Authority,
    string ClientId,
    string? ClientSecret,
    string Name,
    string UserClaim,
    string? RoleClaim,
    string? AreaClaim,
    bool ProvesSecondFactor
)
{
    public static SsoSettings? From(IConfiguration section)
    {
        if (section["Authority"] is not { Length: > 0 } authority)
            return null;
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
            throw new InvalidOperationException("Supervision:Oidc:Authority must be an https address.");
        if (section["ClientId"] is not { Length: > 0 } client)
            throw new InvalidOperationException("Supervision:Oidc:Authority is set, but Supervision:Oidc:ClientId is not.");
        return new(
            address,
            client,
            section["ClientSecret"],
            section["Name"] ?? "统一身份认证 SSO",
            section["UserClaim"] ?? "preferred_username",
            section["RoleClaim"],
            section["AreaClaim"],
            section.GetValue<bool>("ProvesSecondFactor")
        );
    }
}
