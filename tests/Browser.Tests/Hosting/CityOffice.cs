namespace Supervision.Browser.Tests.Hosting;

/// <summary>An office with the five counties of a city, and one visit in 德清县.</summary>
public sealed class CityOffice : Office
{
    protected override string SignsInAs => "city";

    protected override string Roster(string file) => File.ReadAllText(Places.Demonstration(file));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await VisitIn(County);
    }

    /// <summary>A school of the county that nobody visited yet is visited; a city itself records no visits.</summary>
    public async Task VisitIn(string county)
    {
        using var clerk = await OfficeApi.SignIn(Gateway, $"county-{county}");
        var unit = (await clerk.Units(county)).First(each => (string?)each!["kind"] == "School" && (int)each["done"]! == 0)!;
        await clerk.Visit((string)unit["unit"]!, (string)unit["inspector"]!, Noon.AddHours(-2));
    }
}
