namespace Supervision.Gateway.Audit;

/// <summary>What the audit record says of a request before it is answered: keys that are well formed, and nothing else of what was sent.</summary>
/// <param name="Action">Method and route, e.g. <c>POST units/{kind}/{code}/visits</c>.</param>
/// <param name="Target">E.g. <c>school/2133901815</c>, <c>county/330521</c>, <c>school/2133901815#3</c>; null when the path names nothing.</param>
/// <param name="County">When the path names one.</param>
/// <param name="OpId">Null without a well-formed key.</param>
internal sealed record AuditedRequest(string Action, string? Target, string? County, Guid? OpId)
{
    public const string Prefix = "/api/v1";

    public static AuditedRequest Of(HttpContext context, Endpoint? endpoint)
    {
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText;
        var values = context.Request.RouteValues;
        var code = Key(values, "code");
        var county =
            Name(route).StartsWith("counties/{code}", StringComparison.Ordinal) && code is { Length: 6 } && code.All(char.IsAsciiDigit)
                ? code
                : null;
        var opId = Guid.TryParse(context.Request.Headers[CommandRequest.KeyHeader], out var id) && id != Guid.Empty ? id : default(Guid?);
        return new(
            $"{Method(context.Request.Method)} {(route is null ? "unknown" : Name(route))}",
            TargetOf(Name(route), values, code),
            county,
            opId
        );
    }

    /// <summary>A route without what all have.</summary>
    public static string Name(string? route) =>
        route is null ? "" : (route.StartsWith(Prefix, StringComparison.Ordinal) ? route[Prefix.Length..] : route).Trim('/');

    private static string? TargetOf(string route, RouteValueDictionary values, string? code)
    {
        if (code is null)
            return Key(values, "name") ?? Key(values, "id");
        var kind = route.Split('/')[0] switch
        {
            "units" => Key(values, "kind"),
            "counties" => "county",
            "regions" => "region",
            "inspectors" => "inspector",
            var other => other,
        };
        var no = Key(values, "no");
        return no is null ? $"{kind}/{code}" : $"{kind}/{code}#{no}";
    }

    /// <summary>Null for what can't be a key: a path may hold anything.</summary>
    private static string? Key(RouteValueDictionary values, string name) =>
        values.TryGetValue(name, out var value) && value?.ToString() is { Length: > 0 } text && Keys.IsCode(text) ? text : null;

    // A method may be any token of the sender's.
    private static string Method(string method) =>
        method is "GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" or "OPTIONS" ? method : "OTHER";
}
