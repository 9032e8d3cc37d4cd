using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Access;

/// <summary>Who may see and do what.</summary>
public sealed class ScopeTests(Springs springs)
{
    private const string School = "/api/v1/units/school/2133901770";

    /// <summary>What anybody may ask: the state of a new installation, its first administrator, and signing in.</summary>
    private static readonly string[] Anonymous =
    [
        "GET /api/v1/start",
        "POST /api/v1/session",
        "POST /api/v1/session/token",
        "POST /api/v1/session/refresh",
        "GET /api/v1/session/methods",
        "POST /api/v1/session/passkey",
        "POST /api/v1/session/passkey/options",
        "POST /api/v1/setup/administrator",
    ];

    [Fact]
    public async Task Endpoints_AllButTheDocumentedOnes_DemandSignIn()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var endpoints = spring
            .Gateway.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1", StringComparison.Ordinal))
            .ToList();
        endpoints.Count.Should().BeGreaterThan(18);

        var open = endpoints
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>() is null
            )
            .Select(endpoint => $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Single()} {Path(endpoint)}");
        open.Should().BeEquivalentTo(Anonymous);

        using var nobody = Person.Nobody(spring.Gateway);
        foreach (var endpoint in endpoints)
        {
            var (method, path) = (
                endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single(),
                Path(endpoint).Replace("{**path}", "x", StringComparison.Ordinal)
            );
            if (Anonymous.Contains($"{method} {path}"))
                continue;
            var request = new HttpRequestMessage(
                new(method),
                path.Replace("{kind}", "school", StringComparison.Ordinal)
                    .Replace("{code}", "2133901770", StringComparison.Ordinal)
                    .Replace("{period}", "2026-03", StringComparison.Ordinal)
                    .Replace("{no}", "1", StringComparison.Ordinal)
                    .Replace("{no:int}", "1", StringComparison.Ordinal)
                    .Replace("{hash}", new string('0', 64), StringComparison.Ordinal)
                    .Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal)
                    .Replace("{id:guid}", Guid.Empty.ToString(), StringComparison.Ordinal)
                    .Replace("{round}", "2026Q2", StringComparison.Ordinal)
                    .Replace("{year:int}", "2026", StringComparison.Ordinal)
            );
            if (method == "POST")
                request.Content = path.Contains("/import", StringComparison.Ordinal)
                    ? new MultipartFormDataContent()
                    : new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            var answer = await nobody.Send(request);
            answer.Status.Should().Be(401, "{0} {1}: {2}", method, path, answer.Body);
            answer.ShouldRefuse(401, "not-signed-in");
        }
    }

    [Fact]
    public async Task Officer_OfAnotherCounty_Forbidden()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var other = await Person.ByCookie(spring.Gateway, "county-330521");
        foreach (
            var path in new[]
            {
                "/api/v1/counties/330502/board",
                "/api/v1/counties/330502/alerts",
                "/api/v1/regions/3305/board",
                "/api/v1/regions/33/board",
                "/api/v1/regions/CN/board",
                School,
                $"{School}/history",
                $"/api/v1/inspectors/{Spring.InspectorPath}/worklist",
            }
        )
            (await other.Get(path)).ShouldRefuse(403, "out-of-scope");
        (await other.Command($"{School}/visits", Moments.Visit("2026-04-09 09:00", "2026-04-09 10:00", "督学-330521-01"))).ShouldRefuse(
            403,
            "out-of-scope"
        );
        (await other.Command($"{School}/months/2026-03/excuse", new { reason = "x", document = "x" })).ShouldRefuse(403, "out-of-scope");
        (await other.Command($"{School}/months/2026-03/approve-late", new { reason = "x" })).ShouldRefuse(403, "out-of-scope");
        (
            await other.Command(
                $"{School}/inspector",
                new
                {
                    inspector = "督学-330521-01",
                    from = "2026-04-10",
                    deputy = false,
                }
            )
        ).ShouldRefuse(403, "out-of-scope");
        (
            await other.Command(
                $"{School}/inspector",
                new
                {
                    inspector = "nobody",
                    from = "2026-04-10",
                    deputy = false,
                }
            )
        ).ShouldRefuse(403, "out-of-scope");
    }

    [Fact]
    public async Task Inspector_OwnVisitsAndWorklistOnly()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        (await spring.Inspecting.Get<BoardsApi.WorklistView>($"/api/v1/inspectors/{Spring.InspectorPath}/worklist"))
            .Units.Should()
            .OnlyContain(row => row.Inspector == Spring.Inspector);
        (await spring.Inspecting.Get("/api/v1/inspectors/%E7%9D%A3%E5%AD%A6-330502-02/worklist")).ShouldRefuse(403, "out-of-scope");
        (await spring.Inspecting.Get("/api/v1/counties/330521/board")).ShouldRefuse(403, "out-of-scope");
        (
            await spring.Inspecting.Command($"{School}/visits", Moments.Visit("2026-04-09 09:00", "2026-04-09 10:00", "督学-330502-02"))
        ).ShouldRefuse(403, "not-yourself", "inspector");
        (
            await spring.Inspecting.Command(
                $"{School}/inspector",
                new
                {
                    inspector = Spring.Inspector,
                    from = "2026-04-10",
                    deputy = false,
                }
            )
        ).ShouldRefuse(403, "role-not-allowed");
        (await spring.Inspecting.Post("/api/v1/sandbox/clock", new { advanceTo = Moments.At("2026-04-10 10:00") })).ShouldRefuse(
            403,
            "role-not-allowed"
        );
        (await spring.Inspecting.Post("/api/v1/setup/demonstration")).ShouldRefuse(403, "role-not-allowed");
        (await spring.Inspecting.Send(Upload.Request(Upload.Huzhou))).ShouldRefuse(403, "role-not-allowed");
    }

    [Fact]
    public async Task Province_ReadsItsRegionAndWhatIsBelow_NothingElse()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var province = await Person.ByCookie(spring.Gateway, "province");
        (await province.Get<BoardView>("/api/v1/regions/33/board")).Name.Should().Be("浙江省");
        (await province.Get<BoardView>("/api/v1/regions/3305/board")).Name.Should().Be("湖州市");
        (await province.Get<BoardView>("/api/v1/counties/330502/board")).Name.Should().Be("吴兴区");
        (await province.Get<List<AlertViewOnly>>("/api/v1/counties/330502/alerts?open=true&take=3")).Should().HaveCount(3);
        foreach (
            var path in new[]
            {
                "/api/v1/regions/CN/board",
                "/api/v1/regions/32/board",
                "/api/v1/regions/3205/board",
                "/api/v1/counties/320502/board",
            }
        )
            (await province.Get(path)).ShouldRefuse(403, "out-of-scope");
        (await province.Command($"{School}/months/2026-03/excuse", new { reason = "x", document = "x" })).ShouldRefuse(
            403,
            "role-not-allowed"
        );
        (await spring.Admin.Get<BoardView>("/api/v1/regions/CN/board")).Tally.Schools.Should().Be(241);
    }

    [Fact]
    public async Task Cookie_ChangeWithoutItsToken_Refused()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var person = await Person.ByCookie(spring.Gateway, "county-330502");
        var (token, body) = (person.Antiforgery, new { reason = "x", document = "x" });
        foreach (var wrong in new[] { null, "wrong", spring.County.Antiforgery })
        {
            person.Antiforgery = wrong;
            (await person.Command($"{School}/months/2026-04/excuse", body)).ShouldRefuse(400, "request-malformed", "X-CSRF-Token");
            (await person.Delete("/api/v1/session")).ShouldRefuse(400, "request-malformed", "X-CSRF-Token");
        }

        person.Antiforgery = token;
        (await person.Command($"{School}/months/2026-04/excuse", body)).ShouldRefuse(409, "period-not-closed", "period");
        person.Antiforgery = (await person.Get<SessionView>("/api/v1/session")).Antiforgery;
        (await person.Delete("/api/v1/session")).Status.Should().Be(204);
        (await person.Get("/api/v1/session")).ShouldRefuse(401, "not-signed-in");
    }

    [Fact]
    public async Task Session_SaysWhoAndWhere()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        (await spring.Inspecting.Get<SessionView>("/api/v1/session"))
            .Should()
            .BeEquivalentTo(
                new
                {
                    User = "inspector-330502-01",
                    Role = ActorRole.Inspector,
                    Scopes = new[] { "county/330502", "inspector/督学-330502-01" },
                    Home = "/county/330502",
                }
            );
        (await spring.City.Get<SessionView>("/api/v1/session"))
            .Should()
            .BeEquivalentTo(
                new
                {
                    Role = ActorRole.City,
                    Scopes = new[] { "region/3305" },
                    Home = "/region/3305",
                }
            );
    }

    private static string Path(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimEnd('/');

    private sealed record AlertViewOnly(string Id);
}
