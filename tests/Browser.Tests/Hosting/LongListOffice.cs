namespace Supervision.Browser.Tests.Hosting;

/// <summary>An office with more open issues than one person may take out alone. Tests that share it ask for lists of their own.</summary>
[CollectionDefinition(nameof(LongListOffice))]
public sealed class LongListOffice : Office, ICollectionFixture<LongListOffice>
{
    public const int Issues = 501;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var schools = (await Api.Units(County))
            .Where(unit => (string?)unit!["kind"] == "School")
            .Select(unit => (string)unit!["unit"]!)
            .ToList();
        await Parallel.ForAsync(
            0,
            Issues,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (number, _) => await Api.OpenIssue(schools[number % schools.Count], "S-HW-03")
        );
    }
}
