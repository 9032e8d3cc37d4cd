using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Access.Matrix;

/// <summary>Every endpoint the program has, and requests to it.</summary>
internal static partial class Routes
{
    private const string Api = "/api/v1";

    /// <summary>What everybody may fetch beside the API: the site itself, its document and its health.</summary>
    private static readonly string[] Open = ["/openapi/", "/api/docs", "/healthz/", "/m/", "/{*path:nonfile}", "/{**path:file}"];

    /// <summary>Bodies that would change something if they came through; everything else is sent as <c>{}</c>.</summary>
    private static readonly Dictionary<string, object> Telling = new()
    {
        ["POST /units/{kind}/{code}/visits"] = new
        {
            inspector = "督学-330521-01",
            kind = "Central",
            startedAt = "2026-02-27T09:00:00+08:00",
            endedAt = "2026-02-27T10:00:00+08:00",
            methods = new[] { new { method = "SiteInspection", count = 1 } },
        },
        ["POST /units/{kind}/{code}/plans"] = new { inspector = "督学-330521-01", day = "2026-03-12" },
        ["POST /units/{kind}/{code}/issues"] = new
        {
            origin = "SelfCheck",
            category = "S-HW-04",
            description = "越权测试",
        },
        ["POST /units/{kind}/{code}/inspector"] = new
        {
            inspector = "督学-330521-01",
            from = "2026-03-02",
            deputy = false,
        },
        ["POST /units/{kind}/{code}/recusals"] = new
        {
            inspector = "督学-330521-01",
            reason = "x",
            document = "x",
        },
        ["POST /units/{kind}/{code}/opinion-flag"] = new { on = true, source = "x" },
        ["POST /units/{kind}/{code}/bulletin-naming"] = new
        {
            bulletin = "330521:2025Q4",
            issuedOn = "2025-12-25",
            document = "x",
            evidence = Array.Empty<string>(),
        },
        ["POST /units/{kind}/{code}/complaint-count"] = new
        {
            id = "330521-2026-1",
            receivedAt = "2026-02-27T09:00:00+08:00",
            group = "S-HW",
            outcome = "Open",
            document = "x",
            evidence = Array.Empty<string>(),
        },
        ["POST /counties/{code}/office/departments"] = new
        {
            departments = new[]
            {
                new { name = "甲", isJoint = true },
                new { name = "乙", isJoint = true },
                new { name = "丙", isJoint = true },
            },
        },
        ["POST /units/{kind}/{code}/self-checks"] = new { round = "2026Q2", windowFrom = "2026-05-10" },
        ["POST /counties/{code}/policies/activate"] = new { preset = "plan-6", effectiveFrom = "2026-05-01" },
        ["POST /counties/{code}/terms"] = new { taught = new[] { new { first = "2026-02-25", last = "2026-07-03" } } },
        ["POST /counties/{code}/zones"] = new
        {
            code = "Z1",
            name = "x",
            towns = Array.Empty<string>(),
            schools = Array.Empty<string>(),
        },
        ["POST /counties/{code}/areas"] = new
        {
            area = "town/330521100",
            inspector = "督学-330521-01",
            from = "2026-03-02",
        },
        ["POST /counties/{code}/areas/release"] = new { area = "town/330521100" },
        ["POST /counties/{code}/ladder"] = new { rung = "Interview", reason = "x" },
        ["POST /counties/{code}/approvals"] = new
        {
            kind = "BulkExport",
            subject = "issues.xlsx",
            reason = "x",
        },
        ["POST /inspectors/{code}/ladder/revocation"] = new { reason = "x" },
        ["POST /sandbox/clock"] = new { advanceTo = "2026-03-20T09:00:00+08:00" },
    };

    /// <summary>Endpoints as the table names them; beside them, routes outside the API that nobody has said to be open.</summary>
    public static (IReadOnlyList<string> OfApi, IReadOnlyList<string> Strange) Of(TestGateway gateway)
    {
        var (api, strange) = (new List<string>(), new List<string>());
        foreach (
            var endpoint in gateway
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
        )
        {
            var path = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
            if (path.StartsWith(Api + "/", StringComparison.Ordinal))
                api.AddRange(methods.DefaultIfEmpty("POST").Select(method => $"{method} {path[Api.Length..]}"));
            else if (
                !path.StartsWith("/hubs/", StringComparison.Ordinal)
                && !Open.Any(open => path.StartsWith(open, StringComparison.Ordinal))
                && !IsFile(endpoint)
            )
                strange.Add(path);
        }

        return ([.. api.Distinct().Order(StringComparer.Ordinal)], strange);
    }

    /// <param name="endpoint">As in the table.</param>
    /// <param name="code">What stands for <c>{code}</c>: a unit's key for units.</param>
    /// <param name="telling">With a body that would change something.</param>
    public static HttpRequestMessage Request(string endpoint, string? code, bool telling)
    {
        var (method, path) = endpoint.Split(' ') is [var verb, var route]
            ? (verb, route)
            : throw new ArgumentException(endpoint, nameof(endpoint));
        if (code is not null && path.StartsWith("/units/", StringComparison.Ordinal))
            path = path.Replace(
                "{kind}/{code}",
                $"{code.Split('/')[0]}/{Uri.EscapeDataString(code.Split('/')[1])}",
                StringComparison.Ordinal
            );
        else if (code is not null)
            path = path.Replace("{code}", Uri.EscapeDataString(code), StringComparison.Ordinal);
        path = Parameter()
            .Replace(
                path,
                found =>
                    found.Groups[1].Value switch
                    {
                        "id" => "0199c1a2-0000-7000-8000-000000000001",
                        "no" or "alert" => "1",
                        "period" => "2026-02",
                        "round" => "2026Q2",
                        "hash" => new string('0', 64),
                        _ => found.Value.Contains(":int", StringComparison.Ordinal) ? "1"
                        : found.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString()
                        : "x",
                    }
            );
        var request = new HttpRequestMessage(new(method), Api + path);
        if (method is "GET" or "DELETE")
            return request;
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Content =
            path.Contains("/import", StringComparison.Ordinal) ? new MultipartFormDataContent()
            : telling && Telling.TryGetValue(endpoint, out var body) ? JsonContent.Create(body, options: JsonSerializerOptions.Web)
            : new StringContent("{}", Encoding.UTF8, "application/json");
        return request;
    }

    private static bool IsFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(metadata => metadata.GetType().Name == "StaticAssetDescriptor");

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
