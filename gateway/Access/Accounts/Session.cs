using System.Text.Json.Serialization;

namespace Supervision.Gateway.Access.Accounts;

[JsonConverter(typeof(JsonStringEnumConverter<SessionKind>))]
public enum SessionKind
{
    /// <summary>A browser at a desk, by cookie.</summary>
    Site = 1,

    /// <summary>A phone or another machine, by bearer token.</summary>
    Phone = 2,

    /// <summary>A screen on a wall.</summary>
    Display = 3,
}

[JsonConverter(typeof(JsonStringEnumConverter<RevokedWhy>))]
public enum RevokedWhy
{
    SignedOut = 1,

    /// <summary>The person ended it from another place.</summary>
    EndedElsewhere = 2,

    /// <summary>An administrator ended it.</summary>
    Administrator = 3,

    /// <summary>Role, area, unit or inspector changed.</summary>
    ScopeChanged = 4,

    PasswordChanged = 5,

    AccountDisabled = 6,

    SecondFactorReset = 7,
}

/// <summary>One signed-in browser, phone or screen. Tickets carry its id and nothing else; what it may do is read from its account at every request.</summary>
public sealed class Session
{
    public Guid Id { get; set; }

    public required string AccountId { get; set; }

    public SessionKind Kind { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Exact to a minute.</summary>
    public DateTimeOffset LastUsedAt { get; set; }

    /// <summary>However busy it is.</summary>
    public DateTimeOffset EndsAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public RevokedWhy? RevokedWhy { get; set; }

    public string? Address { get; set; }

    public string? UserAgent { get; set; }

    /// <summary>Null when it lives; else why it does not.</summary>
    public RefusalCode? Over(DateTimeOffset now, SessionLimits limits) =>
        RevokedAt is not null ? RefusalCode.SessionRevoked
        : now >= EndsAt || (Kind == SessionKind.Site && now >= LastUsedAt + limits.SiteIdle) ? RefusalCode.SessionExpired
        : null;
}
