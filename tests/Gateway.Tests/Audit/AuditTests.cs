using Microsoft.Data.Sqlite;
using Supervision.Contracts;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Audit;

/// <summary>Who did what is on record before they hear what came of it.</summary>
public sealed class AuditTests(Springs springs)
{
    private const string School = "/api/v1/units/school/2133901755";
    private const string OtherSchool = "/api/v1/units/school/2133901756";
    private const string Target = "school/2133901755";
    private const string Personal = "张三 13800000000";

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task EveryOutcome_IsOnRecord_WithoutWhatWasSaid(StoreUnderTest store)
    {
        var spring = await springs.On(store);
        var key = Guid.CreateVersion7();
        var body = new { on = true, source = Personal };
        (await spring.County.Command($"{School}/opinion-flag", body, key)).Status.Should().Be(200);
        (await spring.County.Command($"{School}/opinion-flag", body, key)).Status.Should().Be(200);
        (await spring.County.Command($"{School}/opinion-flag", new { on = false, source = Personal }, key)).ShouldRefuse(
            422,
            "idempotency-key-reused",
            "Idempotency-Key"
        );
        (await spring.Inspecting.Command($"{School}/opinion-flag", body)).ShouldRefuse(403, "role-not-allowed");
        (await spring.County.Get($"{School}/history?{Uri.EscapeDataString(Personal)}={Uri.EscapeDataString(Personal)}"))
            .Status.Should()
            .Be(400);
        using var auditor = await Person.ByToken(spring.Gateway, "audit");

        var page = await auditor.Get($"/api/v1/audit?target={Target}");

        page.As<AuditApi.PageView>()
            .Entries.Select(entry => (entry.Who, entry.Action, entry.Result, entry.Status, entry.Code))
            .Should()
            .Equal(
                ("county-330502", "GET units/{kind}/{code}/history", AuditResult.Refused, 400, "request-malformed"),
                ("inspector-330502-01", "POST units/{kind}/{code}/opinion-flag", AuditResult.Denied, 403, "role-not-allowed"),
                ("county-330502", "POST units/{kind}/{code}/opinion-flag", AuditResult.Refused, 422, "idempotency-key-reused"),
                ("county-330502", "POST units/{kind}/{code}/opinion-flag", AuditResult.Repeated, 200, null),
                ("county-330502", "POST units/{kind}/{code}/opinion-flag", AuditResult.Accepted, 200, null)
            );
        var first = page.As<AuditApi.PageView>().Entries[^1];
        (first.OpId, first.County, first.Role, first.Area, first.Target).Should().Be((key, "330502", "CountyOffice", "330502", Target));
        (first.Address, first.Fingerprint!.Length, first.Title!.Zh).Should().Be(("127.0.0.1", 32, "标记或解除舆情关注"));
        page.Body.Should().Contain("\"result\":\"Accepted\"").And.NotContain("张三").And.NotContain("13800000000");
    }

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task WhoIsTurnedAway_SignsInOrOut_Exports_OrWatches_IsOnRecord(StoreUnderTest store)
    {
        var spring = await springs.On(store);
        using var nobody = Person.Nobody(spring.Gateway);
        using var auditor = await Person.ByToken(spring.Gateway, "audit");
        var before = (await auditor.Get<AuditApi.PageView>("/api/v1/audit?take=1")).Entries[0].At;

        (await nobody.Get(OtherSchool)).Status.Should().Be(401);
        (await nobody.Get("/api/v1/session")).Status.Should().Be(401);
        (await nobody.Post("/api/v1/session", new { userName = "committee-330502", password = "wrong" })).Status.Should().Be(401);
        (await nobody.Post("/api/v1/session", new { userName = Personal, password = "wrong" })).Status.Should().Be(401);
        using (var member = await Person.ByCookie(spring.Gateway, "committee-330502"))
        {
            (await member.Get("/api/v1/counties/330503/board")).Status.Should().Be(403);
            (await member.Get("/api/v1/counties/330502/issues.xlsx")).Status.Should().Be(200);
            await using (var watcher = await Watcher.Connect(member))
            {
                await watcher.Watch("county/330502");
                await watcher.Awaiting(watching => watching.Watch("county/330503")).Should().ThrowAsync<Exception>();
            }

            (await member.Delete("/api/v1/session")).Status.Should().Be(204);
        }

        var anonymous = await auditor.Get<AuditApi.PageView>("/api/v1/audit?who=%3F");
        anonymous
            .Entries.Where(entry => entry.At >= before)
            .Select(entry => (entry.Action, entry.Target, entry.Result))
            .Should()
            .Contain(("GET units/{kind}/{code}", "school/2133901756", AuditResult.Denied))
            .And.Contain(("POST session", null, AuditResult.Denied))
            .And.NotContain(entry => entry.Action == "GET session");
        // The sandbox's clock stands still, so entries of different chains have no order.
        (await auditor.Get<AuditApi.PageView>("/api/v1/audit?who=committee-330502"))
            .Entries.Select(entry => (entry.Action, entry.Target, entry.Result, entry.County))
            .Should()
            .BeEquivalentTo(
                new (string, string?, AuditResult, string)[]
                {
                    ("DELETE session", "account/committee-330502", AuditResult.Accepted, "330502"),
                    ("hub watch", "county/330503", AuditResult.Denied, "330503"),
                    ("hub watch", "county/330502", AuditResult.Accepted, "330502"),
                    ("GET counties/{code}/issues.xlsx", "county/330502", AuditResult.Accepted, "330502"),
                    ("GET counties/{code}/board", "county/330503", AuditResult.Denied, "330503"),
                    ("POST session", "account/committee-330502: password", AuditResult.Accepted, "330502"),
                    ("POST session", null, AuditResult.Denied, "330502"),
                }
            );
    }

    [Fact]
    public async Task Record_IsForTheAuditAdministratorAlone_AndReadingItIsOnRecord()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var auditor = await Person.ByToken(spring.Gateway, "audit");
        foreach (
            var path in new[]
            {
                "/api/v1/audit",
                "/api/v1/audit/chains",
                "/api/v1/audit/chains/330502",
                "/api/v1/counties/330502/audit/roots",
            }
        )
        {
            foreach (var person in new[] { spring.County, spring.City, spring.Admin, spring.Inspecting })
                (await person.Get(path)).ShouldRefuse(403, "role-not-allowed");
            (await auditor.Get(path)).Status.Should().Be(200, path);
        }

        (await auditor.Get<AuditApi.PageView>("/api/v1/audit?who=audit&result=Accepted&action=GET%20audit&take=1"))
            .Entries.Should()
            .ContainSingle();
        (await auditor.Get("/api/v1/audit?result=Perhaps")).ShouldRefuse(422, "field-invalid", "result");
        (await auditor.Get("/api/v1/audit?from=yesterday")).ShouldRefuse(422, "field-invalid", "from");
        (await auditor.Get("/api/v1/audit?after=x")).ShouldRefuse(422, "cursor-invalid", "after");
        (await auditor.Get("/api/v1/audit/chains/9")).ShouldRefuse(404, "county-unknown", "code");
    }

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task Midnight_SealsARoot_AndChainsAreWhole(StoreUnderTest store)
    {
        var spring = await springs.On(store);
        using var auditor = await Person.ByToken(spring.Gateway, "audit");

        var roots = await auditor.Get<List<AuditApi.RootView>>("/api/v1/counties/330502/audit/roots");
        var chains = await auditor.Get<List<AuditApi.ChainView>>("/api/v1/audit/chains");

        roots[0].Day.Should().Be(new DateOnly(2026, 4, 9));
        roots[0].Streams.Should().BeGreaterThan(50);
        chains.Select(chain => chain.County).Should().Contain("330502").And.Contain(NewAuditEntry.SystemChain);
        foreach (var chain in chains)
            (await auditor.Get<AuditApi.ChainCheckView>($"/api/v1/audit/chains/{chain.County}")).BrokenAt.Should().BeNull();
    }

    [Fact]
    public async Task RecordAway_TheAnswerIsHeldBack_AndTheRepeatIsOnRecord()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite);
        using var city = await Person.ByToken(gateway, "city");
        (await city.Import(Upload.Huzhou)).Failed.Should().Be(0);
        using var county = await Person.ByToken(gateway, "county-330502");
        var key = Guid.CreateVersion7();

        Sql(gateway, "alter table audit_entries rename to away");
        var held = await county.Command($"{School}/opinion-flag", new { on = true, source = "x" }, key);
        (held.Status, (bool)held.Node["retryable"]!).Should().Be((503, true), held.Body);
        Sql(gateway, "alter table away rename to audit_entries");
        (await county.Command($"{School}/opinion-flag", new { on = true, source = "x" }, key)).Status.Should().Be(200);

        using var auditor = await Person.ByToken(gateway, "audit");
        (await auditor.Get<AuditApi.PageView>($"/api/v1/audit?target={Target}"))
            .Entries.Should()
            .ContainSingle()
            .Which.OpId.Should()
            .Be(key);
        Verified(gateway).Should().Be(0);
        Sql(gateway, "update audit_entries set who = 'somebody' where sequence = 2");
        Verified(gateway).Should().Be(1);
    }

    private static int Verified(TestGateway gateway)
    {
        using var output = new StringWriter();
        return gateway.Verify(output);
    }

    private static void Sql(TestGateway gateway, string text)
    {
        gateway.IsTampered = true;
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(gateway.Folder, "supervision.db"),
                Pooling = false,
            }.ConnectionString
        );
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the test.
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
