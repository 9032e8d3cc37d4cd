using System.Text.Json.Nodes;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Access.Matrix;

/// <summary>What the document says a body must have is what the reader demands, member by member, for every operation that takes one.</summary>
public sealed class BodyTests(Cast cast) : IClassFixture<Cast>
{
    /// <summary>What moves the clock of all, and what is no object of members.</summary>
    private static readonly string[] NotSent = ["setSandboxClock", "importRoster", "uploadEvidence", "putMap"];

    [Fact]
    public async Task Bodies_EachMemberLeftOut_IsMissedWhenRequiredAndOnlyThen()
    {
        var (wrong, required, optional) = (new List<string>(), 0, 0);
        foreach (var (operation, example, schema) in await Bodies())
        foreach (var (member, _) in schema["properties"]!.AsObject())
        {
            var body = example.DeepClone().AsObject();
            var was = body.Remove(member);
            var isRequired = schema["required"]?.AsArray().Any(name => (string?)name == member) == true;
            if (!was && isRequired)
                wrong.Add($"{operation.Id}: the example lacks {member}");
            var answer = await Send(operation, body);
            var missed = answer.Code == "field-required" && (string?)answer.Node["field"] == member;
            if (isRequired)
                required++;
            else
                optional++;
            if (answer.Status >= 500 || (isRequired && !missed))
                wrong.Add(
                    $"{operation.Id} without {member} ({(isRequired ? "required" : "optional")}) answered {answer.Status} {answer.Body}"
                );
            // What only some cases need is asked for by the rules, which the example meets; the reader itself takes the body without it.
            else if (!isRequired && was && answer.Code == "field-required" && missed && !IsOfRules(operation.Id, member))
                wrong.Add($"{operation.Id} demands {member}, which the document says is optional");
        }

        string.Join('\n', wrong).Should().BeEmpty();
        (required, optional)
            .Should()
            .Match<(int Required, int Optional)>(
                counted => counted.Required > 90 && counted.Optional > 60,
                "{0} and {1} members were left out in turn",
                required,
                optional
            );
    }

    [Fact]
    public async Task Bodies_NullWhereTheDocumentHasNone_IsRefusedByItsName()
    {
        var (wrong, count) = (new List<string>(), 0);
        foreach (var (operation, example, schema) in await Bodies())
        foreach (var (member, of) in schema["properties"]!.AsObject())
        {
            var body = example.DeepClone().AsObject();
            body[member] = null;
            var answer = await Send(operation, body);
            var refused = answer.Code is "field-required" or "request-malformed" && (string?)answer.Node["field"] == member;
            count++;
            if (!TakesNull(of!) && !refused)
                wrong.Add($"{operation.Id} takes null for {member}, and the document says it does not: {answer.Status} {answer.Body}");
            if (TakesNull(of!) && answer.Code == "request-malformed" && refused)
                wrong.Add($"{operation.Id} refuses null for {member}, and the document says it takes it");
        }

        string.Join('\n', wrong).Should().BeEmpty();
        count.Should().BeGreaterThan(150);
    }

    [Fact]
    public async Task Bodies_MemberThatNobodyReads_IsRefusedWithWhatIsTaken()
    {
        var wrong = new List<string>();
        foreach (var (operation, example, _) in await Bodies())
        {
            var body = example.DeepClone().AsObject();
            body["unheardOf"] = 1;
            var answer = await Send(operation, body);
            if (
                (answer.Status, answer.Code, (string?)answer.Node["field"]) != (400, "request-malformed", "unheardOf")
                || answer.Node["accepted"] is null
            )
                wrong.Add($"{operation.Id} answered {answer.Status} {answer.Body}");
        }

        string.Join('\n', wrong).Should().BeEmpty();
    }

    /// <summary>Who is not signed in stays so: a body that is complete signs somebody in.</summary>
    private async Task<Answer> Send(Asked operation, JsonObject body)
    {
        if (operation.By.Account is not null)
            return await cast.People[operation.By].Send(operation.With(body));
        using var nobody = Person.Nobody(cast.Gateway);
        return await nobody.Send(operation.With(body));
    }

    /// <summary>Members a rule asks for in some cases only; their words say in which.</summary>
    private static bool IsOfRules(string operation, string member) =>
        (operation, member)
            is
                (_, "inspector")
                or
                (_, "department")
                or
                (_, "document")
                or
                (_, "reason")
                or
                (_, "remark")
                or
                (_, "to")
                or
                ("putChannel", _);

    private static bool TakesNull(JsonNode schema) =>
        schema["type"] is JsonArray types && types.Any(type => (string?)type == "null")
        || schema["oneOf"]?.AsArray().Any(choice => (string?)choice!["type"] == "null") == true
        || (schema["type"] is null && schema["$ref"] is null && schema["oneOf"] is null);

    private async Task<List<(Asked Operation, JsonObject Example, JsonObject Schema)>> Bodies()
    {
        using var nobody = Person.Nobody(cast.Gateway);
        var document = (await nobody.Get("/openapi/v1.json")).Node;
        var bodies = new List<(Asked, JsonObject, JsonObject)>();
        foreach (var operation in Asked.Of(document).Where(operation => !NotSent.Contains(operation.Id)))
        {
            if (operation.Said["requestBody"]?["content"]?["application/json"] is not { } content)
                continue;
            content["example"].Should().NotBeNull("{0} has an example of its body", operation.Id);
            var schema = document["components"]!["schemas"]![((string?)content["schema"]!["$ref"])!.Split('/')[^1]]!.AsObject();
            if (schema["properties"] is not null)
                bodies.Add((operation, content["example"]!.AsObject(), schema));
        }

        return bodies;
    }
}
