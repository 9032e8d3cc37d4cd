using System.Text.Json.Nodes;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Api;

/// <summary>What a stranger reads of the API.</summary>
public sealed class DocumentTests(Springs springs)
{
    /// <summary>What may be asked of a unit; each can be tried out.</summary>
    internal static readonly string[] UnitCommands =
    [
        .. new[]
        {
            "visits",
            "visits/{id}/confirm",
            "visits/{id}/void",
            "plans",
            "plans/{id}/drop",
            "months/{period}/excuse",
            "months/{period}/approve-late",
            "inspector",
            "recusals",
            "recusals/lift",
            "issues",
            "issues/{no}/confirm",
            "issues/{no}/acknowledge",
            "issues/{no}/containment",
            "issues/{no}/rectification",
            "issues/{no}/filing",
            "issues/{no}/verification",
            "issues/{no}/rework",
            "issues/{no}/extension-request",
            "issues/{no}/extension",
            "issues/{no}/look-back-pass",
            "issues/{no}/look-back-fail",
            "issues/{no}/transfer",
            "issues/{no}/withdrawal",
            "issues/{no}/harm",
            "issues/{no}/major",
            "referrals/{no}/answer",
            "measures",
            "measures/{no}/decision",
            "measures/{no}/rejection",
            "measures/{no}/service",
            "measures/{no}/interview",
            "measures/{no}/commitment",
            "measures/{no}/progress",
            "measures/{no}/period-extension",
            "measures/{no}/delisting-application",
            "measures/{no}/delisting-decision",
            "measures/{no}/publication",
            "measures/{no}/publication-annotation",
            "measures/{no}/appeal-step",
            "measures/{no}/execution",
            "measures/{no}/fact-finding",
            "entries/{no}/decision",
            "bulletin-naming",
            "opinion-flag",
            "complaint-count",
            "self-checks",
            "self-checks/{round}",
        }.Select(path => $"post /api/v1/units/{{kind}}/{{code}}/{path}"),
    ];

    private static readonly string[] Commands =
    [
        .. UnitCommands,
        "post /api/v1/counties/{code}/policies/activate",
        "post /api/v1/counties/{code}/office/departments",
        "post /api/v1/counties/{code}/office/plans/{year}",
        "post /api/v1/inspectors/{code}/ladder/{no}/acknowledge",
        "post /api/v1/inspectors/{code}/ladder/{no}/decide",
        "post /api/v1/inspectors/{code}/ladder/{no}/reject",
        "post /api/v1/inspectors/{code}/ladder/revocation",
        "post /api/v1/counties/{code}/ladder",
        "post /api/v1/counties/{code}/ladder/{no}/decide",
        "post /api/v1/counties/{code}/ladder/{no}/reject",
        "post /api/v1/counties/{code}/ladder/{no}/discharge",
        "put /api/v1/counties/{code}/channels/{channel}",
        "post /api/v1/counties/{code}/channels/{channel}/test",
        "post /api/v1/counties/{code}/channels/{channel}/deliveries/{alert}/resend",
        "post /api/v1/counties/{code}/alerts/{id}/acknowledge",
        "post /api/v1/counties/{code}/approvals",
        "post /api/v1/counties/{code}/approvals/{no}/approve",
        "post /api/v1/counties/{code}/approvals/{no}/reject",
        "post /api/v1/counties/{code}/terms",
        "post /api/v1/counties/{code}/terms/reset",
        "post /api/v1/counties/{code}/zones",
        "post /api/v1/counties/{code}/zones/{zone}/remove",
        "post /api/v1/counties/{code}/areas",
        "post /api/v1/counties/{code}/areas/release",
    ];

    /// <summary>Commands whose content is no JSON.</summary>
    private static readonly string[] OtherCommands =
    [
        "post /api/v1/rosters/import",
        "post /api/v1/counties/{code}/terms/import",
        "delete /api/v1/counties/{code}/channels/{channel}",
    ];

    private static readonly string[] Fixed =
    [
        .. Commands,
        .. OtherCommands,
        "get /api/v1/counties/{code}/channels",
        "get /api/v1/counties/{code}/channels/health",
        "get /api/v1/counties/{code}/channels/{channel}/deliveries",
        "get /api/v1/alert-kinds",
        "get /api/v1/counties/{code}/board",
        "get /api/v1/counties/{code}/alerts",
        "get /api/v1/counties/{code}/decisions",
        "get /api/v1/regions/{code}/board",
        "get /api/v1/units/{kind}/{code}",
        "get /api/v1/units/{kind}/{code}/history",
        "get /api/v1/inspectors/{code}/worklist",
        "get /api/v1/sandbox/clock",
        "post /api/v1/sandbox/clock",
        "get /api/v1/policies/catalogue",
        "get /api/v1/policies/presets",
        "get /api/v1/counties/{code}/policies",
        "post /api/v1/units/{kind}/{code}/evidence",
        "get /api/v1/units/{kind}/{code}/evidence/{hash}",
        "get /api/v1/units/{kind}/{code}/evidence/{hash}/meta",
        "get /api/v1/counties/{code}/issues",
        "get /api/v1/counties/{code}/issues.xlsx",
        "get /api/v1/counties/{code}/issues.docx",
        "get /api/v1/regions/{code}/issues",
        "get /api/v1/counties/{code}/documents",
        "post /api/v1/counties/{code}/policies/validate",
        "post /api/v1/counties/{code}/policies/preview",
    ];

    [Fact]
    public async Task OpenApi_SaysEveryPathInBothLanguages()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var nobody = Person.Nobody(spring.Gateway);
        var answer = await nobody.Get("/openapi/v1.json");
        answer.Status.Should().Be(200);
        ((string)answer.Node["openapi"]!).Should().StartWith("3.1");

        var operations = answer.Node["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => (Name: $"{operation.Key} {path.Key}", Said: operation.Value!)))
            .ToDictionary(operation => operation.Name, operation => operation.Said);
        operations.Keys.Should().Contain(Fixed);
        operations.Should().OnlyContain(operation => IsInBothLanguages((string?)operation.Value["summary"]));
        operations
            .Where(operation => HasKey(operation.Value))
            .Select(operation => operation.Key)
            .Should()
            .BeEquivalentTo([.. Commands, .. OtherCommands]);
        operations
            .Where(operation => HasPreview(operation.Value))
            .Select(operation => operation.Key)
            .Should()
            .BeEquivalentTo([
                .. UnitCommands,
                .. Commands.Where(command => command.Contains("/ladder", StringComparison.Ordinal)),
                "put /api/v1/regions/{code}/map",
                "post /api/v1/counties/{code}/areas",
            ]);
        foreach (var command in Commands)
        {
            operations[command]["requestBody"]!["content"]!.AsObject().Should().ContainKey("application/json");
            operations[command]["responses"]!
                .AsObject()
                .Select(response => response.Key)
                .Should()
                .Contain(["200", "400", "403", "404", "409", "422", "503"]);
        }
    }

    /// <summary>What a generator needs of each operation, member and parameter; what lacks it is named.</summary>
    [Fact]
    public async Task OpenApi_HasNamesWordsSecurityAndExamplesForAll()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var nobody = Person.Nobody(spring.Gateway);
        var document = (await nobody.Get("/openapi/v1.json")).Node;
        var lacking = new List<string>();
        var ids = new List<string>();
        foreach (
            var (name, operation) in document["paths"]!
                .AsObject()
                .SelectMany(path =>
                    path.Value!.AsObject().Select(operation => ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!))
                )
        )
        {
            if ((string?)operation["operationId"] is not { } id)
                lacking.Add($"{name}: an operationId; its line in gateway/Api/Document/operations.txt");
            else if (id.Length > 32 || !id.All(char.IsAsciiLetter) || ids.Contains(id))
                lacking.Add($"{name}: an operationId of its own, of at most 32 letters, instead of {id}");
            else
                ids.Add(id);
            if (operation["security"] is null)
                lacking.Add($"{name}: security");
            if (operation["description"] is null)
                lacking.Add($"{name}: a description");
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                if (parameter!["description"] is null)
                    lacking.Add(
                        $"{name}: words for the parameter {parameter["name"]}; its line ?{parameter["name"]} in gateway/Api/Document/members.txt"
                    );
            foreach (var content in operation["requestBody"]?["content"]?.AsObject() ?? [])
                if (content.Key == "application/json" && content.Value!["example"] is null)
                    lacking.Add(
                        $"{name}: an example of its body; its line in tests/Gateway.Tests/Api/Examples/Story.cs, then npm run types"
                    );
            foreach (var status in new[] { "400", "429", "503" })
                if (operation["responses"]![status] is null)
                    lacking.Add($"{name}: {status}");
        }

        foreach (var (type, schema) in document["components"]!["schemas"]!.AsObject())
        foreach (var (member, of) in schema!["properties"]?.AsObject() ?? [])
            if (of!["description"] is null)
                lacking.Add($"{type}.{member}: its words, a line in gateway/Api/Document/members.txt");
        foreach (var tag in document["tags"]!.AsArray())
            if (tag!["description"] is null)
                lacking.Add($"{tag["name"]}: what the group is for; its line in gateway/Api/Document/DocumentTags.cs");
        string.Join('\n', lacking).Should().BeEmpty();
        ids.Count.Should().BeGreaterThan(130);
    }

    [Theory]
    [InlineData("/api/docs", "text/html")]
    [InlineData("/healthz/live", "text/plain")]
    [InlineData("/healthz/ready", "text/plain")]
    public async Task OtherPaths_Answer(string path, string type)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var nobody = Person.Nobody(spring.Gateway);
        var answer = await nobody.Get(path);
        if (answer.Status is 301 or 302)
            answer = await nobody.Get(new Uri(new Uri(spring.Gateway.Address, path), answer.Headers.Location!).PathAndQuery);
        (answer.Status, answer.Type?.MediaType).Should().Be((200, type));
    }

    private static bool IsInBothLanguages(string? summary) =>
        summary?.Split(" / ") is [var zh, var en]
        && zh.Any(character => character > 0x2E80)
        && en.Any(char.IsAsciiLetter)
        && en.All(char.IsAscii);

    private static bool HasPreview(JsonNode operation) =>
        operation["parameters"]
            ?.AsArray()
            .Any(parameter =>
                (string?)parameter!["name"] == "preview" && (string?)parameter["in"] == "query" && (bool?)parameter["required"] != true
            ) == true;

    private static bool HasKey(JsonNode operation) =>
        operation["parameters"]
            ?.AsArray()
            .Any(parameter =>
                (string?)parameter!["name"] == "Idempotency-Key"
                && (string?)parameter["in"] == "header"
                && (bool?)parameter["required"] == true
            ) == true;
}
