namespace Supervision.Gateway.Tests.Access.Matrix;

/// <summary>
/// Who may use which endpoint, written by hand from the domain and from nothing else: it shares no list with the program. A new
/// endpoint gets its place in one of these lines, or a line of its own.
/// </summary>
internal static class WhoMay
{
    /// <summary>The words of the lines. <c>anonymous</c> is anybody without an account.</summary>
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["county"] = ["office", "director", "committee-office", "committee"],
        ["above"] = ["city", "province"],
        ["inspectors"] = ["inspector", "independent", "special"],
        ["everybody"] =
        [
            "office",
            "director",
            "committee-office",
            "committee",
            "city",
            "province",
            "inspector",
            "independent",
            "special",
            "intake",
            "unit",
            "display",
            "admin",
            "security",
            "audit",
        ],
        ["deciders"] = ["director", "committee-office", "committee"],
    };

    private static readonly (string Who, string[] Routes)[] Lines =
    [
        (
            "anonymous everybody",
            [
                "GET /start",
                "POST /setup/administrator",
                "POST /session",
                "POST /session/token",
                "POST /session/refresh",
                "GET /session/methods",
                "POST /session/passkey",
                "POST /session/passkey/options",
            ]
        ),
        (
            "everybody",
            [
                "GET /session",
                "DELETE /session",
                "GET /alert-kinds",
                "GET /policies/catalogue",
                "GET /policies/presets",
                "GET /sandbox/clock",
                "GET /{**path}",
            ]
        ),
        (
            "everybody",
            [
                "GET /account",
                "POST /account/password",
                "POST /account/second-factor/offer",
                "POST /account/second-factor",
                "POST /account/second-factor/recovery-codes",
                "POST /account/second-factor/removal",
            ]
        ),
        (
            "everybody",
            [
                "GET /account/sessions",
                "DELETE /account/sessions",
                "DELETE /account/sessions/{id:guid}",
                "GET /account/passkeys",
                "POST /account/passkeys/options",
                "POST /account/passkeys",
                "DELETE /account/passkeys/{id}",
            ]
        ),
        (
            "security office director",
            [
                "GET /accounts",
                "POST /accounts",
                "PUT /accounts/{id}",
                "POST /accounts/{id}/disable",
                "POST /accounts/{id}/enable",
                "GET /accounts/{id}/sessions",
                "DELETE /accounts/{id}/sessions",
            ]
        ),
        ("security office director admin", ["POST /accounts/{id}/password", "POST /accounts/{id}/second-factor/reset"]),
        ("admin audit", ["POST /accounts/{id}/confirm"]),
        ("admin audit security", ["GET /accounts/waiting"]),
        ("admin", ["POST /setup/demonstration"]),
        ("county above admin", ["POST /rosters/import", "POST /rosters/import/rejected", "GET /rosters/template", "POST /sandbox/clock"]),
        (
            "county above inspectors intake display admin",
            [
                "GET /counties/{code}/board",
                "GET /regions/{code}/board",
                "GET /counties/{code}/series",
                "GET /regions/{code}/series",
                "GET /regions/{code}/map",
                "GET /counties/{code}/channels/health",
            ]
        ),
        ("admin", ["PUT /regions/{code}/map", "DELETE /regions/{code}/map"]),
        ("audit", ["GET /audit", "GET /audit/chains", "GET /audit/chains/{code}", "GET /counties/{code}/audit/roots"]),
        ("county", ["POST /counties/{code}/alerts/{id}/acknowledge"]),
        (
            "office director",
            [
                "GET /counties/{code}/channels",
                "PUT /counties/{code}/channels/{channel}",
                "DELETE /counties/{code}/channels/{channel}",
                "POST /counties/{code}/channels/{channel}/test",
            ]
        ),
        (
            "office director",
            ["GET /counties/{code}/channels/{channel}/deliveries", "POST /counties/{code}/channels/{channel}/deliveries/{alert}/resend"]
        ),
        ("inspectors", ["GET /inspectors/{code}/field"]),
        ("county inspectors unit", ["GET /field/catalogue"]),
        ("county above inspectors intake", ["GET /counties/{code}/alerts"]),
        ("county above inspector", ["GET /counties/{code}/issues", "GET /regions/{code}/issues"]),
        (
            "county above",
            [
                "GET /counties/{code}/issues.xlsx",
                "GET /counties/{code}/issues.docx",
                "GET /counties/{code}/documents",
                "GET /counties/{code}/decisions",
                "GET /counties/{code}/ladder",
            ]
        ),
        ("county above inspectors admin", ["GET /counties/{code}/policies", "GET /counties/{code}/terms", "GET /counties/{code}/zones"]),
        ("county above admin", ["POST /counties/{code}/terms", "POST /counties/{code}/terms/reset", "POST /counties/{code}/terms/import"]),
        (
            "county above admin",
            [
                "POST /counties/{code}/zones",
                "POST /counties/{code}/zones/{zone}/remove",
                "POST /counties/{code}/areas",
                "POST /counties/{code}/areas/release",
            ]
        ),
        ("unit", Units("GET gate-code")),
        ("county above admin", ["POST /counties/{code}/policies/validate", "POST /counties/{code}/policies/preview"]),
        ("county admin", ["POST /counties/{code}/policies/activate"]),
        (
            "above",
            [
                "POST /counties/{code}/ladder",
                "POST /counties/{code}/ladder/{no:int}/decide",
                "POST /counties/{code}/ladder/{no:int}/reject",
                "POST /counties/{code}/ladder/{no:int}/discharge",
            ]
        ),
        ("county above intake", ["GET /counties/{code}/approvals", "POST /counties/{code}/approvals"]),
        ("county above inspectors", ["GET /counties/{code}/office"]),
        (
            "county",
            [
                "POST /counties/{code}/office/departments",
                "POST /counties/{code}/office/plans/{year:int}",
                "POST /counties/{code}/office/files",
            ]
        ),
        ("county above", ["GET /counties/{code}/office/files/{hash}"]),
        ("deciders", Units("POST entries/{no}/decision")),
        ("deciders", ["POST /counties/{code}/approvals/{no:int}/approve", "POST /counties/{code}/approvals/{no:int}/reject"]),
        ("county above inspectors", ["GET /inspectors/{code}/worklist", "GET /inspectors/{code}/ladder"]),
        ("inspector", ["POST /inspectors/{code}/ladder/{no:int}/acknowledge"]),
        ("deciders", ["POST /inspectors/{code}/ladder/{no:int}/decide", "POST /inspectors/{code}/ladder/{no:int}/reject"]),
        ("county", ["POST /inspectors/{code}/ladder/revocation"]),
        ("county above inspectors intake unit", Units("GET ", "GET history", "GET alerts")),
        ("county above inspectors", Units("GET points")),
        ("county above admin", Units("POST inspector")),
        ("county above inspectors unit", Units("GET evidence/{hash}", "GET evidence/{hash}/meta")),
        ("county inspectors intake unit", Units("POST evidence")),
        ("county inspectors", Units("POST visits", "POST plans", "POST plans/{id}/drop")),
        (
            "county inspectors",
            Units(
                "POST issues/{no}/filing",
                "POST issues/{no}/verification",
                "POST issues/{no}/rework",
                "POST issues/{no}/look-back-pass",
                "POST issues/{no}/look-back-fail"
            )
        ),
        (
            "county unit",
            Units(
                "POST issues",
                "POST issues/{no}/acknowledge",
                "POST issues/{no}/containment",
                "POST issues/{no}/rectification",
                "POST issues/{no}/extension-request"
            )
        ),
        ("county unit", Units("POST measures/{no}/progress", "POST measures/{no}/delisting-application", "POST self-checks/{round}")),
        ("county above unit", Units("POST measures/{no}/appeal-step")),
        ("county intake", Units("POST complaint-count")),
        (
            "county",
            Units("POST visits/{id}/confirm", "POST visits/{id}/void", "POST months/{period}/excuse", "POST months/{period}/approve-late")
        ),
        (
            "county",
            Units(
                "POST issues/{no}/confirm",
                "POST issues/{no}/extension",
                "POST issues/{no}/transfer",
                "POST issues/{no}/withdrawal",
                "POST issues/{no}/harm",
                "POST issues/{no}/major",
                "POST referrals/{no}/answer"
            )
        ),
        (
            "county",
            Units(
                "POST measures",
                "POST measures/{no}/decision",
                "POST measures/{no}/rejection",
                "POST measures/{no}/service",
                "POST measures/{no}/interview",
                "POST measures/{no}/commitment"
            )
        ),
        (
            "county",
            Units(
                "POST measures/{no}/period-extension",
                "POST measures/{no}/delisting-decision",
                "POST measures/{no}/publication",
                "POST measures/{no}/publication-annotation",
                "POST measures/{no}/execution",
                "POST measures/{no}/fact-finding"
            )
        ),
        ("county", Units("POST recusals", "POST recusals/lift", "POST bulletin-naming", "POST opinion-flag", "POST self-checks")),
    ];

    /// <summary>By endpoint, e.g. <c>GET /counties/{code}/board</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Table { get; } =
        Lines
            .SelectMany(line => line.Routes.Select(route => (Route: route, Who: (IReadOnlySet<string>)Names(line.Who))))
            .ToDictionary(each => each.Route, each => each.Who);

    /// <summary>Whoever may be sent a board of the hub, within their scope.</summary>
    public static IReadOnlySet<string> Watch { get; } = Names("county above inspectors intake display admin");

    /// <summary>Whoever may be told by the hub that a unit changed, within their scope.</summary>
    public static IReadOnlySet<string> WatchUnit { get; } = Names("county above inspectors intake unit");

    private static HashSet<string> Names(string words) =>
        words.Split(' ').SelectMany(word => Words.GetValueOrDefault(word) ?? [word]).ToHashSet();

    private static string[] Units(params string[] routes) =>
        [
            .. routes.Select(route =>
                route.Split(' ') is [var method, var path] ? $"{method} /units/{{kind}}/{{code}}/{path}".TrimEnd('/') : route
            ),
        ];
}
