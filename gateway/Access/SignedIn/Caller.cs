using System.Security.Claims;

namespace Supervision.Gateway.Access.SignedIn;

/// <summary>Who is calling, as the rules understand it.</summary>
public sealed record Caller(Actor Actor, string DisplayName)
{
    public const string RoleClaim = "role";
    public const string AreaClaim = "area";
    public const string InspectorClaim = "inspector";
    public const string UnitClaim = "unit";
    public const string DisplayClaim = "display";
    public const string DutyClaim = "duty";

    /// <summary>What must be done before anything else is possible; null when nothing must.</summary>
    public AccountDuty? Duty { get; private init; }

    public static Caller Of(ClaimsPrincipal user) =>
        new(
            new(
                user.Identity?.Name ?? "?",
                Enum.TryParse<ActorRole>(user.FindFirstValue(RoleClaim), out var role) ? role : ActorRole.None,
                user.FindFirstValue(AreaClaim) ?? "none",
                user.FindFirstValue(InspectorClaim),
                user.FindFirstValue(UnitClaim)
            ),
            user.FindFirstValue(DisplayClaim) ?? ""
        )
        {
            Duty = Enum.TryParse<AccountDuty>(user.FindFirstValue(DutyClaim), out var duty) ? duty : null,
        };

    /// <summary>The account's name, role and scope as they are now, under the session that asks.</summary>
    public static ClaimsPrincipal Principal(Seat seat, AccountDuty? duty, string scheme)
    {
        var (session, account) = seat;
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, RoleClaim);
        Add(ClaimTypes.NameIdentifier, account.Id);
        Add(ClaimTypes.Name, account.UserName);
        Add(SessionHandler.SessionClaim, session.Id.ToString("N"));
        Add(RoleClaim, account.Role.ToString());
        Add(AreaClaim, account.Area);
        Add(DisplayClaim, account.DisplayName);
        Add(InspectorClaim, account.InspectorCode);
        Add(UnitClaim, account.Unit);
        Add(DutyClaim, duty?.ToString());
        return new(identity);

        void Add(string type, string? value)
        {
            if (value is not null)
                identity.AddClaim(new(type, value));
        }
    }

    /// <summary>Null when the scope's board, which holds nothing outside it, is for the caller (invariant 17).</summary>
    /// <param name="area">Digits of the county or region; empty for the nation.</param>
    public Refusal? MayWatch(string area) => Reach.OfArea(Actor, May.ReadBoard, area);

    /// <summary>The page this caller begins at.</summary>
    public string Home =>
        Actor switch
        {
            { Role: ActorRole.UnitUser } => $"/unit/{Actor.Unit}",
            { Role: ActorRole.SecurityAdministrator } => "/accounts",
            { Role: ActorRole.AuditAdministrator } => "/audit",
            { Role: ActorRole.Display } => $"/wall/{Board}",
            _ => $"/{Board}",
        };

    private string Board =>
        Actor.Area.Length switch
        {
            6 => Keys.County(Actor.Area),
            0 => Keys.Region("CN"),
            _ => Keys.Region(Actor.Area),
        };

    public IEnumerable<string> ScopeNames()
    {
        yield return Actor.Unit ?? Board;
        if (Actor.InspectorCode is { } code)
            yield return Keys.Inspector(code);
    }
}

/// <summary>Reads and checks scope names.</summary>
public static class Scopes
{
    public static bool IsBoard(string scope) => Area(scope) is not null;

    /// <summary>Whether it can be a unit's key.</summary>
    public static bool IsUnit(string scope) => scope.Split('/') is [var kind, var code] && Keys.IsCode(code) && Keys.TryKind(kind, out _);

    /// <summary>The digits a scope covers: six for a county, fewer for a region, none for the nation; null when it is no scope.</summary>
    public static string? Area(string scope) =>
        scope.Split('/') switch
        {
            ["county", { Length: 6 } code] when code.All(char.IsAsciiDigit) => code,
            ["region", "CN"] => "",
            ["region", var code] when Keys.IsRegion(code) => code,
            _ => null,
        };
}
