using System.Text;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Api;

/// <summary>Maps that operators bring: with their approval number, or not at all.</summary>
public sealed class MapTests(Springs springs)
{
    private const string Square = "[[[120,30],[121,30],[121,31],[120,30]]]";

    [Fact]
    public async Task Map_BroughtByTheAdministrator_IsShownWithItsNumber_UntilItIsTakenAway()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        (await spring.City.Get<MapsApi.MapView>("/api/v1/regions/3305/map")).Map.Should().BeNull();

        (await Put(spring.Admin, Map(), preview: true)).As<MapsApi.MapView>().Map!.Shapes.Should().ContainSingle();
        (await Put(spring.Admin, Map(approval: ""), preview: true)).ShouldRefuse(422, "field-invalid", "map");
        (await spring.City.Get<MapsApi.MapView>("/api/v1/regions/3305/map")).Map.Should().BeNull("it was only looked at");
        (await Put(spring.Admin, Map())).As<MapsApi.MapView>().Map!.Shapes.Should().ContainSingle();

        var map = (await spring.City.Get<MapsApi.MapView>("/api/v1/regions/3305/map")).Map!;
        (map.Approval, map.Shapes[0].Code, map.Shapes[0].Name).Should().Be(("浙S(2024)12号", "330521", "德清县"));
        (await spring.County.Get("/api/v1/regions/3305/map")).ShouldRefuse(403, "out-of-scope");
        (await Put(spring.City, Map())).ShouldRefuse(403, "role-not-allowed");
        (await Put(spring.Admin, Map(approval: ""))).ShouldRefuse(422, "field-invalid", "map");

        (await spring.Admin.Delete("/api/v1/regions/3305/map")).As<MapsApi.MapView>().Map.Should().BeNull();
        (await spring.City.Get<MapsApi.MapView>("/api/v1/regions/3305/map")).Map.Should().BeNull();
    }

    [Theory]
    [InlineData("3305", "330521", "330521")]
    [InlineData("33", "330500", "3305")]
    [InlineData("33", "3305", "3305")]
    [InlineData("CN", "330000", "33")]
    public void Code_IsWrittenAsTheBoardWritesIt(string region, string code, string shown) =>
        ApprovedMap.Read(Encoding.UTF8.GetBytes(Map(code: code)), region).Map!.Shapes[0].Code.Should().Be(shown);

    public static TheoryData<string, string> Faults =>
        new()
        {
            { "3305", "not json" },
            { "3305", "[]" },
            { "3305", """{"type":"Topology"}""" },
            { "3305", """{"type":"FeatureCollection","approvalNumber":"GS(2024)1号"}""" },
            { "3305", """{"type":"FeatureCollection","approvalNumber":"GS(2024)1号","features":[]}""" },
            { "3305", Map(approval: "approved") },
            { "3305", Map(code: "330421") },
            { "3305", Map(code: "3305") },
            { "CN", Map() },
            { "3305", Map(geometry: "Point") },
            { "3305", Map(coordinates: "[[[120,30],[121,30]]]") },
            { "3305", Map(coordinates: "[[[0,0],[1,0],[1,1],[0,0]]]") },
            { "3305", Map(coordinates: "[[[120],[121,30],[121,31],[120,30]]]") },
            { "3305", Map(coordinates: "[[[\"a\",30],[121,30],[121,31],[120,30]]]") },
            { "3305", new string(' ', ApprovedMap.MaxBytes + 1) },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Map_ThatIsNoApprovedMapOfTheRegion_SaysWhy(string region, string content)
    {
        var (map, fault) = ApprovedMap.Read(Encoding.UTF8.GetBytes(content), region);

        map.Should().BeNull();
        (fault!.Zh.Length > 0 && fault.En.Length > 0).Should().BeTrue();
    }

    private static Task<Answer> Put(Person person, string content, bool preview = false) =>
        person.Send(
            new(HttpMethod.Put, $"/api/v1/regions/3305/map{(preview ? "?preview=true" : "")}")
            {
                Content = new StringContent(content, Encoding.UTF8, "application/geo+json"),
            }
        );

    private static string Map(
        string code = "330521",
        string approval = "浙S(2024)12号",
        string geometry = "Polygon",
        string coordinates = Square
    ) =>
        $$$"""{"type":"FeatureCollection","approvalNumber":"{{{approval}}}","features":[{"type":"Feature","properties":{"code":"{{{code}}}","name":"德清县"},"geometry":{"type":"{{{geometry}}}","coordinates":{{{coordinates}}}}}]}""";
}
