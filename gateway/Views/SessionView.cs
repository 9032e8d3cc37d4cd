namespace Supervision.Gateway.Views;

/// <param name="Scopes">e.g. <c>county/330521</c>, <c>inspector/督学-330521-01</c>.</param>
/// <param name="Home">The page to begin at.</param>
/// <param name="Unit">Key of the one unit a unit's user acts for; null for everybody else.</param>
/// <param name="Antiforgery">To be sent as X-CSRF-Token with every change made under the cookie.</param>
/// <param name="Duty">What must be done before anything else is possible; null when nothing must.</param>
/// <param name="May">Names of what the account may read and do within its scopes; nothing while there is a duty. For what a screen offers: each request is judged by itself.</param>
/// <param name="Deciders">The county's deciding roles from the lowest.</param>
public sealed record SessionView(
    string User,
    string DisplayName,
    ActorRole Role,
    IReadOnlyList<string> Scopes,
    string Home,
    string? Unit,
    string? Antiforgery,
    AccountDuty? Duty,
    IReadOnlyList<string> May,
    ImmutableArray<ActorRole> Deciders
);
