namespace Supervision.Rules;

/// <summary>What the province decides, the county is told; the alert stands as long as the measure.</summary>
public static class CountyAlerts
{
    public const string Decided = "county-step-decided";

    /// <param name="after">The state with the fact.</param>
    public static Alert? Raised(Fact<CountyEvent> fact, CountyState after)
    {
        if (fact.Event is not CountyStepDecided e || after.OfLadder.Step(e.No) is not { } step) return null;
        var (profile, word) = (after.Profile!, StepWords.Of(step.Rung));
        return new(Id(profile, e.No), Decided, [$"county/{profile.Code}"], fact.EffectiveAt, fact.RecordedAt, profile.Name,
            new($"省、市督导部门决定{word.Zh}（{e.Document}）", $"the province or city decided: {word.En} ({e.Document})"));
    }

    /// <summary>Null when the fact takes no cause away.</summary>
    public static string? Resolved(Fact<CountyEvent> fact, CountyState after) => fact.Event is CountyStepDischarged e ? Id(after.Profile!, e.No) : null;

    private static string Id(CountyProfile profile, int no) => $"{Decided}:{profile.Code}:{no}";
}
