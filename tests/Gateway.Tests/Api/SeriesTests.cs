using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Api;

public sealed class SeriesTests(Springs springs)
{
    private static readonly string[] Counties = ["330502", "330503", "330521", "330522", "330523"];

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task Region_Series_IsTheSumOfItsCounties(StoreUnderTest store)
    {
        var spring = await springs.On(store);

        // Other tests visit schools meanwhile; the sum is right as soon as nobody does between the questions.
        await Eventually.Holds(
            async () =>
            {
                var parts = new List<SeriesApi.SeriesView>();
                foreach (var county in Counties)
                    parts.Add(await spring.City.Get<SeriesApi.SeriesView>($"/api/v1/counties/{county}/series"));
                var city = await spring.City.Get<SeriesApi.SeriesView>("/api/v1/regions/3305/series");
                return city.Silent.Count == 0
                    && city.Schools.Count == 12
                    && Sums(city.Schools).SequenceEqual(Sums(parts.SelectMany(part => part.Schools)))
                    && Sums(city.Institutions).SequenceEqual(Sums(parts.SelectMany(part => part.Institutions)));
            },
            "the city's months are the sum of its counties'"
        );

        var shown = await spring.City.Get<SeriesApi.SeriesView>("/api/v1/regions/3305/series?months=2");
        shown.Schools.Select(point => ($"{point.Period}", point.Open)).Should().Equal(("2026-03", false), ("2026-04", true));
        shown.Schools.Should().OnlyContain(point => point.Expected > 0 && point.Coverage != null);
        (await spring.City.Get<SeriesApi.SeriesView>("/api/v1/counties/330502/series"))
            .Schools[0]
            .Coverage.Should()
            .BeNull("nobody was registered a year ago");
    }

    [Theory]
    [InlineData("/api/v1/regions/3305/series?months=0", 422, "field-invalid", "months")]
    [InlineData("/api/v1/regions/3305/series?months=13", 422, "field-invalid", "months")]
    [InlineData("/api/v1/regions/33/series", 403, "out-of-scope", null)]
    [InlineData("/api/v1/regions/xx/series", 404, "region-unknown", "code")]
    [InlineData("/api/v1/counties/330599/series", 404, "county-unknown", "code")]
    [InlineData("/api/v1/counties/340102/series", 403, "out-of-scope", null)]
    public async Task Series_NotForTheCaller_OrNotThere_IsRefused(string path, int status, string code, string? field)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);

        (await spring.City.Get(path)).ShouldRefuse(status, code, field);
    }

    private static IEnumerable<(string Period, int Expected, int Visited, int InTime, int Missed)> Sums(
        IEnumerable<SeriesApi.SeriesPoint> points
    ) =>
        points
            .GroupBy(point => $"{point.Period}", StringComparer.Ordinal)
            .OrderBy(period => period.Key, StringComparer.Ordinal)
            .Select(period =>
                (
                    period.Key,
                    period.Sum(point => point.Expected),
                    period.Sum(point => point.Visited),
                    period.Sum(point => point.InTime),
                    period.Sum(point => point.Missed)
                )
            );
}
