using System.Text;
using System.Text.Json;
using Supervision.Gateway.Tests.Hosting;
using static Supervision.Gateway.Tests.Hosting.Moments;

namespace Supervision.Gateway.Tests.Api;

/// <summary>What a phone takes along, and how a visit made without signal tells of its clock.</summary>
public sealed class FieldTests(Springs springs)
{
    private const string Own = $"/api/v1/inspectors/{Spring.InspectorPath}/field";

    [Theory]
    [InlineData("rubbish")]
    [InlineData("school/1,school/a b")]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21")]
    public async Task Packet_WithMoreThatCantBeUnits_IsRefusedNotShortened(string also) =>
        (await (await springs.On(StoreUnderTest.Sqlite)).Inspecting.Get($"{Own}?also={Uri.EscapeDataString(also)}")).ShouldRefuse(
            422,
            "field-invalid",
            "also"
        );

    [Fact]
    public async Task Packet_OfTheOwnInspector_HasUnitsIssuesTeachingDaysAndTheServersTime()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var answer = await spring.Inspecting.Get($"{Own}?also=school/2133901770,school/nowhere");

        answer.Status.Should().Be(200, answer.Body);
        DateTimeOffset
            .Parse(answer.Headers.GetValues(FieldApi.TimeHeader).Single(), System.Globalization.CultureInfo.InvariantCulture)
            .Should()
            .Be(At("2026-04-10 10:00"));
        var packet = answer.Node;
        packet["clockSpeed"]!.GetValue<double>().Should().Be(0, "the sandbox stands still");
        var days = packet["teachingDays"]!.AsArray().Select(day => day!.GetValue<string>()).ToList();
        days.Should()
            .StartWith("2026-04-10")
            .And.Contain("2026-05-09", "that Saturday is worked")
            .And.NotContain("2026-05-01")
            .And.OnlyContain(day => string.CompareOrdinal(day, "2026-05-31") <= 0);
        var units = packet["units"]!.AsArray();
        units.Count(unit => unit!["own"]!.GetValue<bool>()).Should().BeGreaterThan(4);
        units.Where(unit => !unit!["own"]!.GetValue<bool>()).Should().ContainSingle().Which!["row"]!["unit"]!
            .GetValue<string>()
            .Should()
            .Be("school/2133901770");
    }

    [Fact]
    public async Task Packet_AskedForAgain_IsNotSentAgainUntilSomethingChanges()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        foreach (var path in new[] { Own, "/api/v1/field/catalogue" })
        {
            // Others' tests change the inspector's units now and then, so once is enough.
            await Eventually.Holds(
                async () =>
                {
                    var tag = (await spring.Inspecting.Get(path)).Headers.ETag!.ToString();
                    var request = new HttpRequestMessage(HttpMethod.Get, path);
                    request.Headers.Add("If-None-Match", tag);
                    var again = await spring.Inspecting.Send(request);
                    return (again.Status, again.Body) == (304, "") && again.Headers.Contains(FieldApi.TimeHeader);
                },
                "what did not change is not sent again, but the time is told all the same"
            );
        }
    }

    [Fact]
    public async Task Packet_OfAnotherInspector_IsForNobodyElse()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var another = await Person.ByToken(spring.Gateway, "inspector-330521-01");
        (await another.Get(Own)).ShouldRefuse(403, "out-of-scope");
        (await spring.County.Get(Own)).ShouldRefuse(403, "role-not-allowed");
        using var nobody = Person.Nobody(spring.Gateway);
        (await nobody.Get(Own)).Status.Should().Be(401);
        (await nobody.Get("/api/v1/field/catalogue")).Status.Should().Be(401);
        (await another.Get($"/api/v1/inspectors/{Uri.EscapeDataString("督学-330521-01")}/field?also=school/2133901746")).Node["units"]!
            .AsArray()
            .Should()
            .NotContain(unit => unit!["row"]!["unit"]!.GetValue<string>() == "school/2133901746", "that school is of another county");
    }

    [Fact]
    public async Task Catalogue_HasEveryFormAndWhatAFindingMayBe()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var catalogue = (await spring.Inspecting.Get("/api/v1/field/catalogue")).Node;
        catalogue["forms"]!.AsArray().Select(form => form!["items"]!.AsArray().Count).Should().Equal(39, 27, 47);
        var categories = catalogue["categories"]!.AsArray();
        string Severities(string code) => categories.Single(one => one!["code"]!.GetValue<string>() == code)!["severities"]!.ToJsonString();
        Severities("S-HW-03").Should().Be("""["Minor","General","Serious","Complex"]""");
        Severities("S-HW-04").Should().Be("""["General","Serious","Complex"]""", "it is prohibited");
        Severities("S-AD-02").Should().Be("""["Serious"]""", "the county confirms falsification");
    }

    [Fact]
    public async Task Catalogue_IsForWhoeverFillsFormsIn_AndForNobodyElse()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var unit = await Person.ByToken(spring.Gateway, "unit-2133901815");
        using var city = await Person.ByToken(spring.Gateway, "city");
        (await spring.County.Get("/api/v1/field/catalogue")).Status.Should().Be(200);
        (await unit.Get("/api/v1/field/catalogue")).Status.Should().Be(200);
        (await city.Get("/api/v1/field/catalogue")).ShouldRefuse(403, "role-not-allowed");
    }

    [Fact]
    public async Task Visit_SentLater_TellsTheDevicesClockBesideItsBodyAndStaysTheSameRequest()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        const string path = "/api/v1/units/school/3133900893/visits";
        var (key, body) = (
            Guid.CreateVersion7(),
            Body(
                new
                {
                    kind = "Regular",
                    startedAt = At("2026-04-10 08:00"),
                    endedAt = At("2026-04-10 09:00"),
                    methods = new[] { new { method = "SiteInspection", count = 1 } },
                    slot = "Morning",
                    bracket = new { serverBefore = At("2026-04-10 07:00"), deviceBefore = At("2026-04-10 06:00") },
                }
            )
        );
        (await Send(spring, path, body, Guid.CreateVersion7(), deviceTime: null)).ShouldRefuse(422, "field-required", "bracket.deviceNow");

        var first = await Send(spring, path, body, key, "2026-04-10T01:00:00Z"); // 09:00 here: an hour slow, as it was at 07:00
        first.Status.Should().Be(200, first.Body);
        first.Node["visit"]!["held"]!.GetValue<bool>().Should().BeFalse("its clock ran like the server's");
        (await Send(spring, path, body, key, "2026-04-10T01:04:00Z")).Body.Should().Be(first.Body, "the same operation, a little later");
    }

    private static byte[] Body(object value) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Answer.Json));

    private static Task<Answer> Send(Spring spring, string path, byte[] body, Guid key, string? deviceTime)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } },
        };
        request.Headers.Add("Idempotency-Key", key.ToString());
        if (deviceTime is not null)
            request.Headers.Add(VisitsApi.DeviceTimeHeader, deviceTime);
        return spring.Inspecting.Send(request);
    }
}
