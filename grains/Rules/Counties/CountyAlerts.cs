namespace Supervision.Rules.Counties;

/// <summary>What the province decides, the county is told, until it was seen or the measure ended. A zone with too many schools, as long as it has them.</summary>
public static class CountyAlerts
{
    /// <param name="after">The state with the fact.</param>
    public static Alert? Raised(Fact<CountyEvent> fact, CountyState after)
    {
        if (fact.Event is ZoneOutgrown grown && Zones.Find(after, grown.Code) is { } zone)
            return new(
                ZoneId(after.Profile!, grown.Code, fact.EffectiveAt),
                AlertNames.ZoneOverloaded,
                [$"county/{after.Profile!.Code}"],
                fact.EffectiveAt,
                fact.RecordedAt,
                zone.Name,
                new(
                    $"责任区“{zone.Name}”有 {grown.Schools} 所学校，超过上限 {grown.Limit} 所",
                    $"zone {zone.Name} has {grown.Schools} schools, more than {grown.Limit}"
                )
            );
        if (fact.Event is not CountyStepDecided e || after.OfLadder.Step(e.No) is not { } step)
            return null;
        var (profile, word) = (after.Profile!, StepWords.Of(step.Rung));
        return new(
            Id(profile, e.No),
            AlertNames.CountyStepDecided,
            [$"county/{profile.Code}"],
            fact.EffectiveAt,
            fact.RecordedAt,
            profile.Name,
            new($"省、市督导部门决定{word.Zh}（{e.Document}）", $"the province or city decided: {word.En} ({e.Document})")
        );
    }

    /// <summary>Null when the fact takes no cause away.</summary>
    public static AlertEnd? Ended(Fact<CountyEvent> fact, CountyState after) =>
        fact.Event switch
        {
            CountyStepDischarged e => new(Id(after.Profile!, e.No), AlertEnding.Discharged),
            ZoneFits e => new(ZoneId(after.Profile!, e.Code, e.Outgrown), AlertEnding.Lapsed),
            ZoneRemoved { Outgrown: { } since } e => new(ZoneId(after.Profile!, e.Code, since), AlertEnding.NotNeeded),
            _ => null,
        };

    private static string ZoneId(CountyProfile profile, string zone, DateTimeOffset since) =>
        $"{AlertNames.ZoneOverloaded}:{profile.Code}:{zone}:{since.UtcDateTime:yyyyMMdd'T'HHmmssfff}";

    private static string Id(CountyProfile profile, int no) => $"{AlertNames.CountyStepDecided}:{profile.Code}:{no}";
}
