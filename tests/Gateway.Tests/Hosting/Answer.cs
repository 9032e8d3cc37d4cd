using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Supervision.Gateway.Tests.Hosting;

/// <summary>What came back, read to its end.</summary>
public sealed record Answer(int Status, MediaTypeHeaderValue? Type, string Body, HttpResponseHeaders Headers)
{
    public static readonly JsonSerializerOptions Json = MakeJson();

    public static async Task<Answer> Of(HttpResponseMessage response)
    {
        using (response)
            return new(
                (int)response.StatusCode,
                response.Content.Headers.ContentType,
                await response.Content.ReadAsStringAsync(),
                response.Headers
            );
    }

    public JsonNode Node => JsonNode.Parse(Body)!;

    public string? Code => Type?.MediaType == Problem.ContentType ? (string?)Node["code"] : null;

    public T As<T>()
    {
        Status.Should().Be((int)HttpStatusCode.OK, Body);
        return JsonSerializer.Deserialize<T>(Body, Json)!;
    }

    /// <summary>A problem as every refusal is one: status, code, and what it says in both languages.</summary>
    public void ShouldRefuse(int status, string code, string? field = null)
    {
        (Status, Type?.MediaType, Code).Should().Be((status, Problem.ContentType, code), Body);
        var problem = Node;
        ((int)problem["status"]!).Should().Be(status);
        ((string?)problem["field"]).Should().Be(field, Body);
        ((string)problem["type"]!).Should().Be($"urn:supervision:refusal:{code}");
        ((string?)problem["message"]!["zh"]).Should().NotBeNullOrWhiteSpace();
        ((string?)problem["message"]!["en"]).Should().NotBeNullOrWhiteSpace();
        ((string?)problem["accepted"]?["zh"]).Should().NotBeNullOrWhiteSpace(Body);
        ((string?)problem["accepted"]?["en"]).Should().NotBeNullOrWhiteSpace(Body);
        ((bool)problem["retryable"]!).Should().BeFalse();
    }

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiSetup.Configure(options);
        return options;
    }
}
