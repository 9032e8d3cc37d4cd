namespace Supervision.Actors.Counties;

/// <summary>What people ask of a county itself.</summary>
internal sealed partial class CountyGrain
{
    public async Task<Outcome> Execute(Submission<CountyCommand> submission)
    {
        if (_feed is null && _county.State.Profile is not null)
            await Open(); // registered by another activation
        var now = clock.Now;
        return await _county.Handle(
            submission,
            now,
            state => new(Decide(state, submission, now)),
            Project,
            async projection =>
            {
                rulebooks.Forget(Code);
                if (_feed is null)
                    await Open();
                else if (projection.Alerts.Count + projection.Resolved.Count > 0)
                    await AlertsChanged();
            }
        );
    }

    public Task<Preview> PreviewCommand(Submission<CountyCommand> submission) =>
        Task.FromResult(
            Decide(_county.State, submission, clock.Now) switch
            {
                Decision<CountyEvent>.Accepted accepted => OwnLadders.Preview(_county.State, accepted.Facts),
                Decision<CountyEvent>.Refused refused => Contracts.Preview.Refused(refused.Refusal),
                var other => throw new InvalidOperationException($"An unknown decision: {other}."),
            }
        );

    private Decision<CountyEvent> Decide(CountyState state, Submission<CountyCommand> submission, DateTimeOffset now) =>
        CountyPermission.Objection(submission.Actor, submission.Command, Code) is { } objection
            ? Decision<CountyEvent>.Refuse(objection)
            : County.Decide(state, Counted(state, submission.Command), now, submission.Actor);

    /// <summary>A zone with the number of schools it would have.</summary>
    private CountyCommand Counted(CountyState state, CountyCommand command) =>
        command is SetZone { Zone: { Towns.IsDefault: false, Schools.IsDefault: false } zone } set
            ? set with
            {
                Schools = Zones
                    .SchoolsOf(
                        state with
                        {
                            Zones = [.. state.Zones.Where(other => other.Code != zone.Code), zone],
                        },
                        zone.Area,
                        _board.Rows.Values
                    )
                    .Count,
            }
            : command;

    public Task<AnnulmentReport> Annul(AnnulFacts command)
    {
        _charged.Forget(); // what was told of duties that are none any more is told again where it is true
        return _county.Annul(
            journal,
            command,
            history => Task.FromResult(CountyAnnulment.Of(history, command, clock.ToAnnul())),
            Project,
            _ =>
            {
                rulebooks.Forget(Code);
                return AlertsChanged();
            }
        );
    }
}
