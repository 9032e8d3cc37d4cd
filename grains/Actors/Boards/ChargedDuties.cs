namespace Supervision.Actors.Boards;

/// <summary>
/// Which inspectors this activation has told of the periods charged to them. Forgotten with the activation: telling it all again
/// changes nothing, and is how a report that was lost is made good.
/// </summary>
internal sealed class ChargedDuties
{
    private readonly Dictionary<(string Unit, Period Period), DutyState> _told = [];

    /// <summary>What the rows say and was not told yet, by inspector.</summary>
    public IReadOnlyList<(string Inspector, ImmutableArray<ChargedDuty> Duties)> Untold(IEnumerable<UnitSummary> rows) =>
        [
            .. rows.SelectMany(ChargedDuty.Of)
                .Where(charged =>
                    !(_told.TryGetValue((charged.Duty.Unit, charged.Duty.Period), out var state) && state == charged.Duty.State)
                )
                .GroupBy(charged => charged.Inspector, charged => charged.Duty, StringComparer.Ordinal)
                .Select(inspector => (inspector.Key, inspector.ToImmutableArray())),
        ];

    public void Forget() => _told.Clear();

    public void Told(ImmutableArray<ChargedDuty> duties)
    {
        foreach (var duty in duties)
            _told[(duty.Unit, duty.Period)] = duty.State;
    }
}
