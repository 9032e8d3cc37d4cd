namespace Supervision.Rules.Units;

/// <summary>What facts do to a unit's alerts.</summary>
public static class UnitAlerts
{
    /// <param name="due">How many of the facts, at the beginning, fell due by themselves; the others follow from a decision.</param>
    public static AlertChanges Of(UnitState start, ImmutableArray<Fact<UnitEvent>> facts, int due)
    {
        var changes = new Course(start);
        for (var i = 0; i < facts.Length; i++)
        {
            if (i == due || (i > 0 && i < due && facts[i].EffectiveAt != facts[i - 1].EffectiveAt))
                changes.Settle();
            changes.Take(facts[i]);
        }

        changes.Settle();
        return changes.Result();
    }

    /// <summary>What a decision alone would do.</summary>
    public static AlertChanges Of(UnitState start, ImmutableArray<Fact<UnitEvent>> facts) => Of(start, facts, 0);

    private sealed class Course(UnitState state)
    {
        private readonly List<Alert> _raised = [];
        private readonly List<AlertEnd> _ended = [];
        private readonly List<(StandingAlert Alert, UnitState State, Fact<UnitEvent> Fact)> _pending = [];
        private UnitState _state = state;
        private List<StandingAlert> _standing = AlertRules.Standing(state);

        public void Take(Fact<UnitEvent> fact)
        {
            var before = _state;
            _state = Unit.Evolve(before, fact);
            if (!_state.Exists)
                return;
            var standing = AlertRules.Standing(_state);
            if (standing.Count == 0 && _standing.Count == 0)
                return;
            foreach (var gone in _standing)
                if (!Has(standing, gone.Id))
                    End(gone, AlertRules.EndingOf(gone, fact.Event, before, _state));
            foreach (var next in standing)
                if (!Has(_standing, next.Id))
                    _pending.Add((next, _state, fact));
            _standing = standing;
        }

        /// <summary>What was raised since the last call and still stands becomes an alert; the rest never was one.</summary>
        public void Settle()
        {
            foreach (var (alert, state, fact) in _pending)
            {
                var (to, text) = alert.Says();
                _raised.Add(new(alert.Id, alert.Kind, to, fact.EffectiveAt, fact.RecordedAt, state.Profile!.Name, text));
            }

            _pending.Clear();
        }

        public AlertChanges Result() => _raised.Count + _ended.Count == 0 ? AlertChanges.None : new AlertChanges([.. _raised], [.. _ended]);

        private void End(StandingAlert gone, AlertEnding ending)
        {
            if (_pending.RemoveAll(each => each.Alert.Id == gone.Id) > 0)
                return;
            _ended.Add(new(gone.Id, ending));
            var matter = StandingAlert.Matter(gone.Id);
            if (matter != gone.Id)
                _ended.Add(new(matter, ending)); // as it was named before alerts were raised anew
        }

        private static bool Has(List<StandingAlert> alerts, string id)
        {
            foreach (var alert in alerts)
                if (alert.Id == id)
                    return true;
            return false;
        }
    }
}
