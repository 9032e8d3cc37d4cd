using System.Text.Json.Nodes;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Access.Matrix;

/// <summary>Every parameter of every address, by the document: what is not taken is refused, and what is taken is read or refused.</summary>
[Collection(CastCollection.Name)]
public sealed class QueryTests(Cast cast)
{
    private const string Unheard = "unheardOf";

    [Fact]
    public async Task Operations_ParameterThatNobodyTakes_RefusedWithItsNameAndWhatIsTaken()
    {
        var wrong = new List<string>();
        var operations = await Operations();
        foreach (var operation in operations)
        {
            var answer = await cast.People[operation.By].Send(operation.With($"{Unheard}=1"));
            var accepted = (string?)Problem(answer)?["accepted"]?["en"] ?? "";
            if ((answer.Status, answer.Code, Field(answer)) != (400, "request-malformed", Unheard))
                wrong.Add($"{operation.Endpoint} answered {answer.Status} {answer.Body}");
            else if (operation.Query.Any(parameter => !accepted.Contains((string)parameter["name"]!, StringComparison.Ordinal)))
                wrong.Add($"{operation.Endpoint} does not name all it takes: {accepted}");
        }

        string.Join('\n', wrong).Should().BeEmpty();
        operations.Count.Should().BeGreaterThan(130);
    }

    [Fact]
    public async Task Parameters_BlankTwiceOrUnreadable_RefusedByName()
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var operation in await Operations())
        foreach (var parameter in operation.Query)
        {
            var name = (string)parameter["name"]!;
            var (readable, unreadable) = Values(await Schema(parameter["schema"]!), name);
            var repeats = Is(parameter["schema"]!, "array");
            foreach (
                var query in new[]
                {
                    $"{name}=",
                    $"{name}=%20",
                    $"{name}",
                    unreadable is null ? null : $"{name}={unreadable}",
                    repeats ? null : $"{name}={readable}&{name.ToUpperInvariant()}={readable}",
                }
            )
            {
                if (query is null)
                    continue;
                count++;
                var answer = await cast.People[operation.By].Send(operation.With(query));
                if (answer.Status is not (400 or 422) || Field(answer) != name || Problem(answer)?["accepted"] is null)
                    wrong.Add($"{operation.Endpoint}?{query} answered {answer.Status} {answer.Body}");
            }

            var read = await cast.People[operation.By].Send(operation.With($"{name.ToUpperInvariant()}={readable}"));
            if (read.Code == "request-malformed" && Field(read) == name || read.Status >= 500)
                wrong.Add($"{operation.Endpoint}?{name}={readable} answered {read.Status} {read.Body}");
        }

        string.Join('\n', wrong).Should().BeEmpty();
        count.Should().BeGreaterThan(300);
    }

    [Theory]
    [InlineData("/api/v1/counties/330521/alerts?take=0", "take")]
    [InlineData("/api/v1/counties/330521/alerts?take=501", "take")]
    [InlineData("/api/v1/units/school/2133901815/history?take=-2147483648", "take")]
    [InlineData("/api/v1/counties/330521/documents?year=20266", "year")]
    [InlineData("/api/v1/counties/330521/issues?open=false&overdueOn=2026-04-01", "open")]
    [InlineData("/api/v1/counties/330521/issues?severity=0", "severity")]
    [InlineData("/api/v1/counties/330521/issues?severity=None", "severity")]
    [InlineData("/api/v1/counties/330521/issues?state=Found,Closed", "state")]
    public async Task Parameters_OutOfRange_RefusedNotMovedInto(string path, string field) =>
        (await Office.Get(path)).ShouldRefuse(422, "field-invalid", field);

    [Theory]
    [InlineData("/api/v1/counties/330521/issues.xlsx?take=1", "take")]
    [InlineData("/api/v1/counties/330521/issues.docx?after=x", "after")]
    [InlineData("/api/v1/regions/3305/series?town=330521001", "town")]
    [InlineData("/api/v1/units/school/2133901815?", null)]
    public async Task Parameters_OfAnotherList_AreNotThisOnes(string path, string? field)
    {
        var answer = await cast.People[
                Player.All.Single(player => player.Name == (path.Contains("regions", StringComparison.Ordinal) ? "city" : "office"))
            ]
            .Get(path);
        if (field is null)
            answer.Status.Should().Be(200, "a question mark says nothing");
        else
            answer.ShouldRefuse(400, "request-malformed", field);
    }

    [Fact]
    public async Task Approval_OfAListWithAnUnknownFilter_CanNeverBeUsed_AndIsRefused() =>
        (
            await Office.Command(
                "/api/v1/counties/330521/approvals",
                new
                {
                    kind = "BulkExport",
                    subject = "issues.xlsx?colour=red",
                    reason = "x",
                }
            )
        ).ShouldRefuse(422, "approval-subject-invalid", "subject");

    [Fact]
    public async Task PagesOfTheSite_KeepTheirOwnQueries()
    {
        using var nobody = Person.Nobody(cast.Gateway);
        foreach (var path in new[] { "/?utm=x", "/county/330521?town=1&colour=red", "/m/?from=home", "/healthz/live?probe=1" })
            (await nobody.Get(path)).Status.Should().Be(200, path);
    }

    private Person Office => cast.People[Player.All.Single(player => player.Name == "office")];

    private async Task<List<Asked>> Operations() => Asked.Of(await Document());

    private static (string Readable, string? Unreadable) Values(JsonNode schema, string name)
    {
        if (schema["enum"] is JsonArray names)
            return ((string)names.First(each => each is not null)!, "Nonsense");
        if (Is(schema, "integer"))
            return ("1", "x");
        if (Is(schema, "boolean"))
            return ("true", "perhaps");
        return (string?)schema["format"] switch
        {
            "date" => ("2026-04-01", "2026-02-30"),
            "date-time" => ("2026-03-01T00:00:00Z", "yesterday"),
            _ => (name, null),
        };
    }

    private async Task<JsonNode> Schema(JsonNode schema)
    {
        if (Is(schema, "array"))
            schema = schema["items"]!;
        if (schema["oneOf"] is JsonArray choices)
            schema = choices.First(choice => choice!["$ref"] is not null)!;
        return (string?)schema["$ref"] is { } reference ? (await Document())["components"]!["schemas"]![reference.Split('/')[^1]]! : schema;
    }

    private JsonNode? _document;

    private async Task<JsonNode> Document()
    {
        using var nobody = Person.Nobody(cast.Gateway);
        return _document ??= (await nobody.Get("/openapi/v1.json")).Node;
    }

    private static bool Is(JsonNode schema, string type) =>
        schema["type"] is JsonArray types ? types.Any(each => (string?)each == type) : (string?)schema["type"] == type;

    private static JsonNode? Problem(Answer answer) => answer.Code is null ? null : answer.Node;

    private static string? Field(Answer answer) => (string?)Problem(answer)?["field"];
}

/// <summary>One cast for all that ask as everybody; its tests follow one another.</summary>
[CollectionDefinition(Name)]
public sealed class CastCollection : ICollectionFixture<Cast>
{
    public const string Name = "Cast";
}
