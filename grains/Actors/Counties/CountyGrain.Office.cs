namespace Supervision.Actors.Counties;

/// <summary>What a county keeps for itself, to be read: its policies, office, ladder, books and approvals.</summary>
internal sealed partial class CountyGrain
{
    public async Task<CountyPolicies?> Policies() =>
        PolicyReading.Versions(await journal.Read(_county.Stream, 0), CivilTime.DateOf(clock.Reading));

    public async Task<PolicyPreview?> Preview(ActivatePolicy command)
    {
        if (_county.State.Profile is null)
            return null;
        var preview = PolicyReading.Preview(_county.State, command, clock.Now);
        if (preview.Differences.IsEmpty || !preview.Problems.IsEmpty)
            return preview;
        var asked = PolicyActivation.Next(_county.State, command.Policy);
        foreach (var batch in _board.Rows.Values.Where(row => row.Status != UnitStatus.Closed).ToList().Chunk(128))
        foreach (var (row, changes) in batch.Zip(await Task.WhenAll(batch.Select(row => GrainFactory.Unit(row.Unit).WouldChange(asked)))))
            if (changes)
                preview =
                    row.Kind == UnitKind.School
                        ? preview with
                        {
                            Schools = preview.Schools + 1,
                        }
                        : preview with
                        {
                            Institutions = preview.Institutions + 1,
                        };
        return preview;
    }

    public Task<CountyOffice?> Office()
    {
        var state = _county.State;
        if (state.Profile is not { } profile)
            return Task.FromResult<CountyOffice?>(null);
        var (today, rules) = (CivilTime.DateOf(clock.Reading), County.Rulebook(state));
        var loads = InspectorLoads
            .Of(_board.Rows.Values)
            .Select(each => new InspectorLoad(each.Key, each.Value.Count))
            .OrderBy(each => each.Inspector, StringComparer.Ordinal);
        return Task.FromResult<CountyOffice?>(
            new(
                profile,
                today,
                state.Terms,
                [.. rules.Calendar.TermsEnding(today.AddYears(-1), today.AddYears(1))],
                rules.PolicyOn(today),
                Campaign.On(today, rules.PolicyOn(today)),
                [
                    .. state.Zones.Select(zone => new ZoneRow(
                        zone,
                        [.. Zones.SchoolsOf(state, zone.Area, _board.Rows.Values).Select(row => row.Unit)]
                    )),
                ],
                state.Areas,
                [.. loads]
            )
        );
    }

    public async Task<CountyLadder?> Ladder()
    {
        var state = _county.State;
        return state.Profile is null
            ? null
            : new(
                state.Profile,
                state.OfLadder.Shortfalls,
                state.OfLadder.Steps,
                await OwnLadders.History<CountyEvent>(journal, _county.Stream, CountyTexts.Say)
            );
    }

    public Task<CountyBooks?> Books() =>
        Task.FromResult(
            _county.State is { Profile: { } profile } state
                ? new CountyBooks(profile.Name, state.OfDepartments, state.Departments is not null, state.OfYearPlans)
                : null
        );

    public Task<ImmutableArray<Approval>?> Approvals() =>
        Task.FromResult(_county.State.Profile is null ? (ImmutableArray<Approval>?)null : [.. _county.State.OfApprovals.Entries.Reverse()]);
}
