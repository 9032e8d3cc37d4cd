using System.Text;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Api;

/// <summary>Whatever arrives, the answer is the sender's mistake (4xx), never the server's.</summary>
public sealed class MalformedTests(Springs springs)
{
    private const string Visits = "/api/v1/units/school/2133901763/visits";

    [Theory]
    [InlineData("", null)]
    [InlineData("{", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("7", null)]
    [InlineData("\"visit\"", null)]
    [InlineData("""{"startedAt":"2026-04-09T09:00:00","endedAt":"2026-04-09T10:00:00+08:00","methods":[]}""", "startedAt")]
    [InlineData("""{"startedAt":"2026-04-09","endedAt":"2026-04-09T10:00:00+08:00","methods":[]}""", "startedAt")]
    [InlineData("""{"startedAt":1775696400,"endedAt":"2026-04-09T10:00:00+08:00","methods":[]}""", "startedAt")]
    [InlineData("""{"startedAt":"9999-12-31T23:59:59Z","endedAt":"9999-12-31T23:59:59Z","methods":[]}""", "startedAt")]
    [InlineData("""{"startedAt":"0001-01-01T00:00:00Z","endedAt":"2026-04-09T10:00:00+08:00","methods":[]}""", "startedAt")]
    [InlineData("""{"startedAt":"2026-02-30T09:00:00+08:00","endedAt":"2026-04-09T10:00:00+08:00","methods":[]}""", "startedAt")]
    [InlineData("""{"kind":"Party","startedAt":"2026-04-09T09:00:00+08:00","endedAt":"2026-04-09T10:00:00+08:00","methods":[]}""", "kind")]
    [InlineData(
        """{"startedAt":"2026-04-09T09:00:00+08:00","endedAt":"2026-04-09T10:00:00+08:00","methods":[{"method":"Telepathy","count":1}]}""",
        "methods[0].method"
    )]
    [InlineData(
        """{"startedAt":"2026-04-09T09:00:00+08:00","endedAt":"2026-04-09T10:00:00+08:00","methods":[{"method":"Briefing","count":1e99}]}""",
        "methods[0].count"
    )]
    [InlineData("""{"startedAt":"2026-04-09T09:00:00+08:00","endedAt":"2026-04-09T10:00:00+08:00","methods":[],"note":"\ud800"}""", "note")]
    public async Task Body_NotAVisit_Malformed(string body, string? field)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);

        var answer = await spring.Inspecting.Raw(Visits, Encoding.UTF8.GetBytes(body), Guid.CreateVersion7().ToString());

        answer.ShouldRefuse(400, "request-malformed", field);
    }

    [Theory]
    [InlineData("{}", "startedAt")]
    [InlineData("""{"startedAt":null,"endedAt":"2026-04-09T10:00:00+08:00","methods":[]}""", "startedAt")]
    [InlineData("""{"startedAt":"2026-04-09T09:00:00+08:00","endedAt":"2026-04-09T10:00:00+08:00"}""", "methods")]
    [InlineData("""{"startedAt":"2026-04-09T09:00:00+08:00","endedAt":"2026-04-09T10:00:00+08:00","methods":null}""", "methods")]
    [InlineData(
        """{"startedAt":"2026-04-09T09:00:00+08:00","endedAt":"2026-04-09T10:00:00+08:00","methods":[{"count":1}]}""",
        "methods[0].method"
    )]
    [InlineData(
        """{"startedAt":"2026-04-09T09:00:00+08:00","endedAt":"2026-04-09T10:00:00+08:00","methods":[{"method":"Briefing","count":1}],"findings":[{"category":"S-HW-04"}]}""",
        "findings[0].description"
    )]
    public async Task Body_WithoutWhatIsDemanded_FieldRequiredByItsPath(string body, string field)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);

        (await spring.Inspecting.Raw(Visits, Encoding.UTF8.GetBytes(body), Guid.CreateVersion7().ToString())).ShouldRefuse(
            422,
            "field-required",
            field
        );
    }

    [Theory]
    [InlineData(
        """{"startedAt":"2026-04-09T09:00:00+08:00","endedAt":"2026-04-09T10:00:00+08:00","methods":[],"colour":"red"}""",
        "colour",
        "startedAt"
    )]
    [InlineData(
        """{"startedAt":"2026-04-09T09:00:00+08:00","endedAt":"2026-04-09T10:00:00+08:00","methods":[{"method":"Briefing","count":1,"times":2}]}""",
        "methods[0].times",
        "method, count"
    )]
    [InlineData(
        """{"startedAt":"2026-04-09T09:00:00+08:00","endedAt":"2026-04-09T10:00:00+08:00","methods":[],"Methods":[]}""",
        "methods",
        "each member once"
    )]
    [InlineData(
        """{"startedAt":"2026-04-09T09:00:00+08:00","endedAt":"2026-04-09T10:00:00+08:00","methods":[],"kind":"Party"}""",
        "kind",
        "Regular"
    )]
    public async Task Body_WithWhatNobodyReads_RefusedByNameWithWhatIsTaken(string body, string field, string accepted)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);

        var answer = await spring.Inspecting.Raw(Visits, Encoding.UTF8.GetBytes(body), Guid.CreateVersion7().ToString());

        answer.Status.Should().Be(400, answer.Body);
        ((string?)answer.Node["field"])!.ToLowerInvariant().Should().Be(field.ToLowerInvariant());
        ((string?)answer.Node["accepted"]?["en"]).Should().Contain(accepted);
    }

    /// <summary>Bodies that are no command's are read by the framework and refused alike.</summary>
    [Theory]
    [InlineData("/api/v1/session", """{"userName":"x"}""", 422, "field-required", "password")]
    [InlineData("/api/v1/session", """{"userName":"x","password":"y","pasword":"z"}""", 400, "request-malformed", "pasword")]
    [InlineData("/api/v1/session", """{"userName":7,"password":"y"}""", 400, "request-malformed", "userName")]
    [InlineData("/api/v1/session", "", 400, "request-malformed", null)]
    [InlineData("/api/v1/sandbox/clock", """{"speed":"fast"}""", 400, "request-malformed", "speed")]
    [InlineData("/api/v1/counties/330502/policies/preview", """{"preset":"plan-6"}""", 422, "field-required", "effectiveFrom")]
    public async Task Body_OfNoCommand_RefusedByField(string path, string body, int status, string code, string? field)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var nobody = Person.Nobody(spring.Gateway);

        (
            await (path.EndsWith("session", StringComparison.Ordinal) ? nobody : spring.County).Raw(
                path,
                Encoding.UTF8.GetBytes(body),
                null
            )
        ).ShouldRefuse(status, code, field);
    }

    [Theory]
    [InlineData("""{"startedAt":"2026-04-09T09:00:00+08:00","endedAt":"2026-04-09T10:00:00+08:00","methods":[null]}""")]
    [InlineData(
        """{"inspector":"","startedAt":"2026-04-09T09:00:00+08:00","endedAt":"2026-04-09T10:00:00+08:00","methods":[{"method":"Briefing","count":1}]}"""
    )]
    [InlineData(
        """{"startedAt":"2026-04-09T09:00:00+08:00","endedAt":"2026-04-09T10:00:00+08:00","methods":[{"method":"Briefing","count":1}],"note":"a\u0000b"}"""
    )]
    public async Task Body_NullsAndZeroes_Refused(string body) =>
        Within4xx(
            await (await springs.On(StoreUnderTest.Sqlite)).Inspecting.Raw(
                Visits,
                Encoding.UTF8.GetBytes(body),
                Guid.CreateVersion7().ToString()
            )
        );

    [Theory]
    [InlineData("excuse", """{"reason":null,"document":null}""")]
    [InlineData("excuse", """{"reason":"a\u0000b","document":"x"}""")]
    [InlineData("excuse", """{"reason":"x","document":"a\u0000b"}""")]
    [InlineData("approve-late", """{"reason":null}""")]
    [InlineData("approve-late", """{"visitId":"7","reason":"x"}""")]
    public async Task Decision_NullsAndZeroes_Refused(string command, string body)
    {
        foreach (var store in new[] { StoreUnderTest.Sqlite, StoreUnderTest.Postgres })
            Within4xx(
                await (await springs.On(store)).County.Raw(
                    $"/api/v1/units/school/2133901764/months/2026-03/{command}",
                    Encoding.UTF8.GetBytes(body),
                    Guid.CreateVersion7().ToString()
                )
            );
    }

    [Theory]
    [InlineData("""{"inspector":null,"from":"2026-04-10"}""")]
    [InlineData("""{"inspector":"a\u0000b","from":"2026-04-10"}""")]
    [InlineData("""{"inspector":"督学-330502-01","from":"2026-02-30"}""")]
    [InlineData("""{"inspector":"督学-330502-01","from":"10 April"}""")]
    public async Task Assignment_NullsAndZeroes_Refused(string body) =>
        Within4xx(
            await (await springs.On(StoreUnderTest.Sqlite)).County.Raw(
                "/api/v1/units/school/2133901764/inspector",
                Encoding.UTF8.GetBytes(body),
                Guid.CreateVersion7().ToString()
            )
        );

    /// <summary>Every member null; every list of nulls with all else plausible; nothing at all.</summary>
    [Fact]
    public async Task Command_NullsWhereNoneAreMeant_NeverAFault()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var document = (await spring.County.Get("/openapi/v1.json")).Node;
        using var scope = new FluentAssertions.Execution.AssertionScope();
        foreach (var command in DocumentTests.UnitCommands)
        {
            var template = command["post ".Length..];
            var path = template
                .Replace("{kind}", "school", StringComparison.Ordinal)
                .Replace("{code}", "2133901764", StringComparison.Ordinal)
                .Replace("{period}", "2026-03", StringComparison.Ordinal)
                .Replace("{no}", "1", StringComparison.Ordinal)
                .Replace("{id}", Guid.NewGuid().ToString(), StringComparison.Ordinal)
                .Replace("{round}", "2026Q2", StringComparison.Ordinal);
            var reference = (string)
                document["paths"]![template]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]!;
            var members = document["components"]!["schemas"]![reference.Split('/')[^1]]!["properties"]!
                .AsObject()
                .Select(member => (Name: member.Key, IsList: member.Value!["items"] is not null))
                .ToList();
            string[] bodies =
            [
                "{}",
                "null",
                "[]",
                Body(members.Select(member => $"\"{member.Name}\":null")),
                Body(members.Select(member => $"\"{member.Name}\":{(member.IsList ? "[null]" : Plausible(member.Name))}")),
            ];
            foreach (var body in bodies)
                (await spring.County.Raw($"{path}?preview=true", Encoding.UTF8.GetBytes(body), null))
                    .Status.Should()
                    .BeInRange(200, 499, $"{template} {body}");
        }

        static string Body(IEnumerable<string> members) => $"{{{string.Join(',', members)}}}";

        static string Plausible(string member) =>
            member switch
            {
                "startedAt" => "\"2026-04-09T09:00:00+08:00\"",
                "endedAt" or "receivedAt" => "\"2026-04-09T10:00:00+08:00\"",
                "day" or "windowFrom" or "committed" => "\"2026-05-06\"",
                "heldOn" or "from" => "\"2026-04-10\"",
                "grant" or "accept" or "on" => "true",
                "days" or "severity" or "tags" or "form" or "slot" or "origin" or "kind" or "rung" or "step" or "mark" or "outcome" => "2",
                "unannounced" or "deputy" => "false",
                "inspector" => $"\"{Spring.Inspector}\"",
                "category" => "\"S-HW-04\"",
                "checklist" => """{"id":"school-1","answers":[null]}""",
                "presence" or "bracket" or "plan" or "to" or "visitId" or "rule" => "null",
                _ => "\"x\"",
            };
    }

    [Fact]
    public async Task Body_TooLarge_Refused()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var large = Encoding.UTF8.GetBytes($$"""{"note":"{{new string('x', 70_000)}}"}""");
        (await spring.Inspecting.Raw(Visits, large, Guid.CreateVersion7().ToString())).ShouldRefuse(400, "request-malformed");
        var chunked = new HttpRequestMessage(HttpMethod.Post, Visits)
        {
            Content = new StreamContent(new MemoryStream(large)),
            Headers = { TransferEncodingChunked = true },
        };
        chunked.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        (await spring.Inspecting.Send(chunked)).ShouldRefuse(400, "request-malformed");
    }

    [Theory]
    [InlineData("/api/v1/session", "text/plain", "{}")]
    [InlineData("/api/v1/session", "application/json", "{")]
    [InlineData("/api/v1/session", "application/json", "null")]
    [InlineData("/api/v1/session", "application/json", "[]")]
    [InlineData("/api/v1/session/token", "application/json", """{"userName":7}""")]
    [InlineData("/api/v1/sandbox/clock", "application/json", """{"advanceTo":"2026-05-01T00:00:00"}""")]
    [InlineData("/api/v1/sandbox/clock", "application/json", """{"advanceTo":"9999-12-31T23:59:59Z"}""")]
    [InlineData("/api/v1/sandbox/clock", "application/json", """{"speed":"fast"}""")]
    [InlineData("/api/v1/sandbox/clock", "application/json", "")]
    [InlineData("/api/v1/rosters/import?dryRun=true", "application/json", "{}")]
    [InlineData("/api/v1/rosters/import?dryRun=true", "multipart/form-data", "x")]
    [InlineData("/api/v1/rosters/import?dryRun=true", "multipart/form-data; boundary=b", "x")]
    [InlineData("/api/v1/rosters/import?dryRun=perhaps", "multipart/form-data; boundary=b", "--b--\r\n")]
    public async Task Request_NotWhatThePathTakes_Malformed(string path, string type, string body)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var answer = await spring.Admin.Raw(path, Encoding.UTF8.GetBytes(body), null, type);
        answer.Status.Should().Be(400, answer.Body);
        answer.Code.Should().Be("request-malformed");
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("..%2f..%2fetc")]
    [InlineData("a%2Fb")]
    [InlineData("%e4%bd%a0%e5%a5%bd")]
    [InlineData("%ff%fe")]
    [InlineData("'%20or%201=1--")]
    [InlineData("２１３３９０１７６０")]
    [InlineData("0123456789012345678901234567890123456789x")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("school%0d%0aX-Evil:1")]
    public async Task Path_StrangeCode_NotFoundOrRefused(string code)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        string[] paths =
        [
            $"units/school/{code}",
            $"units/{code}/2133901760",
            $"units/institution/{code}/history",
            $"counties/{code}/board",
            $"counties/{code}/alerts",
            $"regions/{code}/board",
            $"inspectors/{code}/worklist",
        ];
        foreach (var path in paths)
            Within4xx(await spring.City.Get($"/api/v1/{path}"));
        Within4xx(
            await spring.County.Command($"/api/v1/units/school/{code}/visits", Moments.Visit("2026-04-09 09:00", "2026-04-09 10:00", "x"))
        );
        Within4xx(
            await spring.County.Command($"/api/v1/units/school/2133901760/months/{code}/excuse", new { reason = "x", document = "x" })
        );
    }

    [Theory]
    [InlineData("/api/v1/units/school/2133901760/history?before=x", 400)]
    [InlineData("/api/v1/units/school/2133901760/history?before=-9223372036854775808&take=-2147483648", 422)]
    [InlineData("/api/v1/units/school/2133901760/history?take=99999999999", 400)]
    [InlineData("/api/v1/counties/330502/alerts?before=0&take=0", 422)]
    [InlineData("/api/v1/counties/330502/alerts?open=perhaps", 400)]
    [InlineData("/api/v1/nothing", 404)]
    public async Task Query_Strange_NeverAFault(string path, int status) =>
        (await (await springs.On(StoreUnderTest.Sqlite)).County.Get(path)).Status.Should().Be(status);

    private static void Within4xx(Answer answer) => answer.Status.Should().BeInRange(400, 499, answer.Body);
}
