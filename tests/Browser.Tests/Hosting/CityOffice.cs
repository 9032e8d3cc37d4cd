namespace Supervision.Browser.Tests.Hosting;

/// <summary>An office with the five counties of a city, and one visit in 德清县.</summary>
public sealed class CityOffice : Office
{
    protected override string SignsInAs => "city";

    protected override string Roster(string file) => File.ReadAllText(Places.Demonstration(file));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var unit = (await Api.Units(County)).First(each => ((string)each!["unit"]!).StartsWith("school/", StringComparison.Ordinal))!;
        await Api.Visit((string)unit["unit"]!, (string)unit["inspector"]!, Noon.AddHours(-2));
    }
}
