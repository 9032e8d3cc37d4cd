using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Contracts;
using Supervision.Gateway.Tests.Channels;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Api;

/// <summary>Every endpoint that takes a whole record: what is left out of it stays as it is, and null clears.</summary>
public sealed class UpsertTests(Springs springs, ITestOutputHelper output)
{
    private const string County = "330502";

    /// <summary>A new one fails here until it is walked below, or its body is one value like a map's.</summary>
    [Fact]
    public async Task Endpoints_ThatTakeAWholeRecord_AreAllWalked()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var paths = (await spring.County.Get("/openapi/v1.json")).Node["paths"]!.AsObject();

        paths
            .SelectMany(path =>
                path.Value!.AsObject()
                    .Where(operation => operation.Key is "put" or "patch")
                    .Select(operation => $"{operation.Key} {path.Key}")
            )
            .Should()
            .BeEquivalentTo([
                "put /api/v1/accounts/{id}",
                "put /api/v1/counties/{code}/channels/{channel}",
                "put /api/v1/regions/{code}/map",
            ]);
    }

    [Theory]
    [InlineData("Inspector", "督学-330502-03", null)]
    [InlineData("UnitUser", null, "school/2133901760")]
    public async Task Account_SentWithoutAField_KeepsIt(string role, string? inspector, string? unit)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var security = await Person.ByCookie(spring.Gateway, "security");
        var name = $"upsert-{role}".ToLowerInvariant();
        var whole = JsonSerializer
            .SerializeToNode(
                new
                {
                    userName = name,
                    displayName = "张三",
                    role,
                    area = County,
                    inspector,
                    unit,
                    externalName = $"sso-{name}",
                }
            )!
            .AsObject();
        var account = (await security.Post("/api/v1/accounts", whole)).As<AccountsApi.NewPasswordView>().Account;
        var walked = 0;
        foreach (var field in Fields(typeof(AccountDraft)))
        {
            (await security.Put($"/api/v1/accounts/{account.Id}", Without(whole, field)))
                .As<AccountsApi.AccountView>()
                .Should()
                .Be(account, field);
            walked++;
        }

        output.WriteLine($"accounts: {walked} fields");
        walked.Should().Be(7);
        (await security.Put($"/api/v1/accounts/{account.Id}", new { externalName = (string?)null }))
            .As<AccountsApi.AccountView>()
            .Should()
            .Be(account with { ExternalName = null }, "null clears");
        (await security.Put($"/api/v1/accounts/{account.Id}", new { role = "Emperor" })).ShouldRefuse(400, "request-malformed", "role");
    }

    [Fact]
    public async Task Channel_SentWithoutAField_KeepsIt()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var whole = JsonSerializer
            .SerializeToNode(
                new
                {
                    kind = "Webhook",
                    name = "县局值班",
                    address = "https://hooks.example.gov.cn/supervision",
                    secret = "a-secret-of-twenty-letters",
                    mail = (object?)null,
                    keyword = "督导",
                    alerts = new[] { "missed-visit" },
                    quiet = new
                    {
                        from = "22:00",
                        to = "07:00",
                        daysOff = true,
                    },
                    boardAddress = "https://dudao.example.gov.cn",
                    over = (int?)null,
                    enabled = false,
                    language = "en",
                    digestOver = 9,
                }
            )!
            .AsObject();
        (await spring.County.Put(County, "upsert", whole)).Status.Should().Be(200);
        var standing = await spring.County.Channel(County, "upsert");
        var walked = 0;
        foreach (var field in Fields(typeof(ChannelsApi.ChannelBody)))
        {
            (await spring.County.Put(County, "upsert", Without(whole, field)))
                .As<Supervision.Rules.Units.Commands.Reply>()
                .Changed.Should()
                .BeFalse(field);
            JsonSerializer
                .Serialize((await spring.County.Channel(County, "upsert")).Settings, Answer.Json)
                .Should()
                .Be(JsonSerializer.Serialize(standing.Settings, Answer.Json), field);
            walked++;
        }

        output.WriteLine($"channels: {walked} fields");
        walked.Should().Be(13);
        (await spring.County.Put(County, "upsert", new { quiet = new { daysOff = false } })).Status.Should().Be(200);
        (await spring.County.Channel(County, "upsert"))
            .Settings.Quiet.Should()
            .Be(standing.Settings.Quiet! with { DaysOff = false }, "a part within a part stays too");
        (await spring.County.Put(County, "upsert", new { quiet = (object?)null })).Status.Should().Be(200);
        (await spring.County.Channel(County, "upsert")).Settings.Quiet.Should().BeNull("null clears");
        (await spring.County.Put(County, "upsert", new { digestOver = "many" })).ShouldRefuse(400, "request-malformed", "digestOver");
        (await spring.County.Channel(HttpMethod.Delete, ChannelCommands.Path(County, "upsert"))).Status.Should().Be(200);
    }

    [Fact]
    public async Task Assignment_SentWithoutItsLastDay_KeepsIt()
    {
        const string path = "/api/v1/units/school/2133901765";
        var spring = await springs.On(StoreUnderTest.Sqlite);
        (
            await spring.County.Command(
                $"{path}/inspector",
                new
                {
                    inspector = "督学-330502-04",
                    from = "2026-04-20",
                    to = "2026-06-30",
                }
            )
        ).Status.Should().Be(200);
        (await spring.County.Command($"{path}/inspector", new { inspector = "督学-330502-04", from = "2026-04-20" }))
            .As<Supervision.Rules.Units.Commands.Reply>()
            .Changed.Should()
            .BeFalse();

        (
            await spring.County.Command(
                $"{path}/inspector",
                new
                {
                    inspector = "督学-330502-04",
                    from = "2026-04-20",
                    to = (string?)null,
                }
            )
        ).As<Supervision.Rules.Units.Commands.Reply>().Changed.Should().BeTrue("null is as long as the appointment lasts");
    }

    private static IEnumerable<string> Fields(Type record) =>
        record
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name != "EqualityContract")
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    private static JsonObject Without(JsonObject whole, string field)
    {
        var part = whole.DeepClone().AsObject();
        part.Remove(field);
        return part;
    }
}
