namespace Supervision.Rules;

/// <summary>Which facts of an inspector's ladder alert whom, and which take an alert's cause away.</summary>
public static class InspectorAlerts
{
    public const string Reminder = "inspector-reminder";
    public const string Proposed = "inspector-step-proposed";
    public const string Decided = "inspector-step-decided";
    public const string Overloaded = "schools-overloaded";

    /// <param name="after">The state with the fact.</param>
    public static Alert? Raised(Fact<InspectorEvent> fact, InspectorState after)
    {
        var profile = after.Profile!;
        return fact.Event switch
        {
            ReminderIssued e => Of(Id(Reminder, profile, e.No), Reminder, $"inspector/{profile.Code}",
                new($"{Words.Of(e.Month).Zh}有漏访，请于 {e.Due:yyyy-MM-dd} 前签收提醒", $"visits missed in {Words.Of(e.Month).En}; acknowledge by {e.Due:yyyy-MM-dd}")),
            StepProposed e => Of(Id(Proposed, profile, e.No), Proposed, $"county/{profile.County}",
                new($"对督学 {profile.Code} 建议{StepWords.Of(e.Rung).Zh}，请于 {e.Due:yyyy-MM-dd} 前决定", $"{StepWords.Of(e.Rung).En} is proposed for inspector {profile.Code}; decide by {e.Due:yyyy-MM-dd}")),
            StepDecided e when after.Step(e.No) is { } step => Of(Id(Decided, profile, e.No), Decided, $"inspector/{profile.Code}",
                new($"已决定{StepWords.Of(step.Rung).Zh}，请于 {e.Due:yyyy-MM-dd} 前签收", $"{StepWords.Of(step.Rung).En} is decided; acknowledge by {e.Due:yyyy-MM-dd}")),
            InspectorOverloaded e => Of(LoadId(profile, fact.EffectiveAt), Overloaded, $"county/{profile.County}", e.Above
                ? new($"督学 {profile.Code} 负责 {e.Schools} 所学校，超过上限 {e.HardMax} 所，请转交部分学校", $"inspector {profile.Code} is responsible for {e.Schools} schools, more than {e.HardMax}: some have to be given to others")
                : new($"督学 {profile.Code} 负责 {e.Schools} 所学校，超过建议的 {e.SoftMax} 所", $"inspector {profile.Code} is responsible for {e.Schools} schools, more than the {e.SoftMax} wanted")),
            _ => null,
        };

        Alert Of(string id, string kind, string to, Text text) => new(id, kind, [to], fact.EffectiveAt, fact.RecordedAt, profile.Code, text);
    }

    /// <summary>Ids; naming one that was never raised does no harm.</summary>
    public static IEnumerable<string> Resolved(Fact<InspectorEvent> fact, InspectorState after)
    {
        var profile = after.Profile!;
        return fact.Event switch
        {
            ReminderAcknowledged e => [Id(Reminder, profile, e.No), Id(Decided, profile, e.No)],
            StepDecided e => [Id(Proposed, profile, e.No)],
            StepRejected e => [Id(Proposed, profile, e.No)],
            StepLapsed e => [Id(Reminder, profile, e.No), Id(Proposed, profile, e.No)],
            InspectorOverloaded { Former: { } former } => [LoadId(profile, former)],
            InspectorRelieved e => [LoadId(profile, e.Former)],
            _ => [],
        };
    }

    private static string LoadId(InspectorProfile profile, DateTimeOffset since) => $"{Overloaded}:{profile.Code}:{since.UtcDateTime:yyyyMMdd'T'HHmmssfff}";

    private static string Id(string kind, InspectorProfile profile, int no) => $"{kind}:{profile.Code}:{no}";
}
