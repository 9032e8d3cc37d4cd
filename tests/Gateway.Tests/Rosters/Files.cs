namespace Supervision.Gateway.Tests.Rosters;

/// <summary>The rosters of tests/TestKit/data, copied beside the tests.</summary>
internal static class Files
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static RosterPlan Judge(params string[] files) => RosterJudge.Judge(Read(files), RosterContext.Empty(Today));

    public static List<RosterSheet> Read(string[] files) => [.. files.SelectMany(file => Read(file).Sheets)];

    private static RosterReading Read(string file)
    {
        var reading = RosterReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", file)), file);
        reading.Refusal.Should().BeNull(file);
        return reading;
    }
}
