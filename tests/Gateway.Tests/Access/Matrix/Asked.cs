using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Access.Matrix;

/// <summary>An operation of the document, and somebody who may ask it about something of theirs.</summary>
internal sealed partial record Asked(string Id, string Endpoint, Player By, string? Target, JsonObject Said)
{
    public IReadOnlyList<JsonNode> Query { get; } =
    [.. (Said["parameters"]?.AsArray() ?? []).Where(parameter => (string?)parameter!["in"] == "query").Select(parameter => parameter!)];

    public static List<Asked> Of(JsonNode document)
    {
        var table = WhoMay.Table.Keys.ToDictionary(key => Constraint().Replace(key, ""));
        return
        [
            .. from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            let endpoint = table[$"{operation.Key.ToUpperInvariant()} {path.Key["/api/v1".Length..]}"]
            let asker = Player.All.First(player => WhoMay.Table[endpoint].Contains(player.Name) && Targets(endpoint, player).Length > 0)
            select new Asked(
                (string?)operation.Value!["operationId"] ?? "",
                endpoint,
                asker,
                Targets(endpoint, asker)[0],
                operation.Value!.AsObject()
            ),
        ];
    }

    public HttpRequestMessage With(string query)
    {
        var request = Routes.Request(Endpoint, Target, telling: false);
        request.RequestUri = new($"{request.RequestUri}?{query}", UriKind.Relative);
        return request;
    }

    /// <summary>Only tried out where the operation can be.</summary>
    public HttpRequestMessage With(JsonObject body)
    {
        var request = Query.Any(parameter => (string?)parameter["name"] == "preview")
            ? With("preview=true")
            : Routes.Request(Endpoint, Target, telling: false);
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return request;
    }

    /// <summary>What of theirs an endpoint can be asked about; null where it is about nothing.</summary>
    private static string?[] Targets(string endpoint, Player player) =>
        endpoint.Split(' ')[1].Split('/')[1] switch
        {
            "units" => new[] { Player.OwnSchool, Player.Institution }.Where(player.CoversUnit).ToArray(),
            "counties" => player.Covers(Player.County) ? [Player.County] : [],
            "regions" => new[] { "3305", "33", "CN" }.Where(region => player.Covers(region == "CN" ? "" : region)).ToArray(),
            "inspectors" => new[] { "督学-330521-01", player.Inspector }
                .Where(code => code is not null && player.CoversInspector(code))
                .ToArray(),
            _ => [null],
        };

    [GeneratedRegex(@":\w+(?=\})")]
    private static partial Regex Constraint();
}
