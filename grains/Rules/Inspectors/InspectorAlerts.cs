namespace Supervision.Rules.Inspectors;

/// <summary>Which alerts an inspector's ladder calls for, as <see cref="AlertRules"/> says of units.</summary>
public static class InspectorAlerts
{
    /// <summary>What facts raise and end; what they raise and end again was never an alert.</summary>
    public static AlertChanges Of(InspectorState state, ImmutableArray<Fact<InspectorEvent>> facts)
    {
        var (raised, ended) = (new List<Alert>(), new List<AlertEnd>());
        foreach (var fact in facts)
        {
            var (before, load) = (Standing(state), state is { Profile: { } known, LoadSince: { } since } ? LoadId(known, since) : null);
            state = Inspector.Evolve(state, fact);
            if (load is not null && (state.LoadSince is not { } now || LoadId(state.Profile!, now) != load))
                ended.Add(new(load, EndingOf(fact.Event)));
            if (fact.Event is InspectorOverloaded overloaded)
                raised.Add(Load(state.Profile!, overloaded, fact));
            var after = Standing(state);
            foreach (var (id, _, _) in before.Where(gone => !after.Any(kept => kept.Id == gone.Id)))
            {
                if (raised.RemoveAll(alert => alert.Id == id) > 0)
                    continue;
                var ending = EndingOf(fact.Event);
                ended.Add(new(id, ending));
                if (StandingAlert.Matter(id) is var matter && matter != id)
                    ended.Add(new(matter, ending));
            }

            foreach (var (id, kind, step) in after.Where(next => !before.Any(known => known.Id == next.Id)))
            {
                var (to, text) = Say(state.Profile!, kind, step);
                raised.Add(new(id, kind, [to], fact.EffectiveAt, fact.RecordedAt, state.Profile!.Code, text));
            }
        }

        return raised.Count + ended.Count == 0 ? AlertChanges.None : new([.. raised], [.. ended]);
    }

    /// <summary>Ids of the alerts about the inspector's steps that stand in this state.</summary>
    internal static IEnumerable<string> Ids(InspectorState state) => Standing(state).Select(alert => alert.Id);

    private static ImmutableArray<(string Id, string Kind, InspectorStep Step)> Standing(InspectorState state) =>
        state.Profile is not { } profile
            ? []
            :
            [
                .. state
                    .Steps.Where(step => step.IsOpen)
                    .Select(step => (Kind: KindOf(state, step), Step: step))
                    .Where(each => each.Kind is not null)
                    .Select(each =>
                        (AlertRules.Id($"{each.Kind}:{profile.Code}:{each.Step.No}", each.Step.Since, state.MovedAt), each.Kind!, each.Step)
                    ),
            ];

    /// <summary>Null when nobody has to do anything about an open step: a revoked inspector signs for the revocation only.</summary>
    private static string? KindOf(InspectorState state, InspectorStep step) =>
        step switch
        {
            { State: StepState.Proposed } => AlertNames.InspectorStepProposed,
            { Rung: InspectorRung.Revocation } => AlertNames.InspectorStepDecided,
            _ when state.RevokedOn is not null => null,
            { Rung: InspectorRung.Reminder } => AlertNames.InspectorReminder,
            _ => AlertNames.InspectorStepDecided,
        };

    private static (string To, Text Text) Say(InspectorProfile profile, string kind, InspectorStep step)
    {
        var (rung, due) = (StepWords.Of(step.Rung), step.Due);
        return kind switch
        {
            AlertNames.InspectorReminder => (
                $"inspector/{profile.Code}",
                new(
                    $"{Words.Of(step.FirstMonth!.Value).Zh}有漏访，请于 {due:yyyy-MM-dd} 前（含当日）签收提醒",
                    $"visits missed in {Words.Of(step.FirstMonth!.Value).En}; acknowledge by {due:yyyy-MM-dd} inclusive"
                )
            ),
            AlertNames.InspectorStepProposed => (
                $"county/{profile.County}",
                new(
                    $"对督学 {profile.Code} 建议{rung.Zh}，请于 {due:yyyy-MM-dd} 前（含当日）决定",
                    $"{rung.En} is proposed for inspector {profile.Code}; decide by {due:yyyy-MM-dd} inclusive"
                )
            ),
            _ => (
                $"inspector/{profile.Code}",
                new(
                    $"已决定{rung.Zh}，请于 {due:yyyy-MM-dd} 前（含当日）签收",
                    $"{rung.En} is decided; acknowledge by {due:yyyy-MM-dd} inclusive"
                )
            ),
        };
    }

    private static Alert Load(InspectorProfile profile, InspectorOverloaded e, Fact<InspectorEvent> fact) =>
        new(
            LoadId(profile, fact.EffectiveAt),
            AlertNames.SchoolsOverloaded,
            [$"county/{profile.County}"],
            fact.EffectiveAt,
            fact.RecordedAt,
            profile.Code,
            e.Above
                ? new(
                    $"督学 {profile.Code} 负责 {e.Schools} 所学校，超过上限 {e.HardMax} 所，请转交部分学校",
                    $"inspector {profile.Code} is responsible for {e.Schools} schools, more than {e.HardMax}: some have to be given to others"
                )
                : new(
                    $"督学 {profile.Code} 负责 {e.Schools} 所学校，超过建议的 {e.SoftMax} 所",
                    $"inspector {profile.Code} is responsible for {e.Schools} schools, more than the {e.SoftMax} wanted"
                )
        );

    private static string LoadId(InspectorProfile profile, DateTimeOffset since) =>
        $"{AlertNames.SchoolsOverloaded}:{profile.Code}:{since.UtcDateTime:yyyyMMdd'T'HHmmssfff}";

    private static AlertEnding EndingOf(InspectorEvent happened) =>
        happened switch
        {
            AppointmentChanged => AlertEnding.Moved,
            ReminderAcknowledged => AlertEnding.SignedFor,
            StepDecided or StepRejected => AlertEnding.Decided,
            StepLapsed or InspectorRelieved => AlertEnding.Lapsed,
            InspectorOverloaded => AlertEnding.Superseded,
            _ => AlertEnding.NotNeeded,
        };
}
