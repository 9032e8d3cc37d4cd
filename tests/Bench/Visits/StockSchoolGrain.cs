using Supervision.Contracts;

namespace Supervision.Bench;

/// <summary>The same school on Orleans' own grain storage: the same rules and the same state, rewritten whole at every visit.</summary>
public interface IStockSchoolGrain : IGrainWithStringKey
{
    [Alias("Execute")]
    Task<Outcome> Execute(Submission<UnitCommand> submission);
}

[GenerateSerializer, Alias("stock-school")]
public sealed class StockSchool
{
    [Id(0)]
    public UnitState State { get; set; } = UnitState.Empty;
}

internal sealed class StockSchoolGrain(
    [PersistentState("stock", "stock")] IPersistentState<StockSchool> stored,
    Rulebooks rulebooks,
    Clock clock
) : Grain, IStockSchoolGrain
{
    public async Task<Outcome> Execute(Submission<UnitCommand> submission)
    {
        var (now, rules) = (clock.Now, await rulebooks.Of("330521"));
        var due = UnitClock.Advance(stored.State.State, now, rules);
        var advanced = Unit.Replay(stored.State.State, due);
        if (
            UnitDecisions.Decide(advanced, submission.Command, new(submission.Actor, submission.OpId, now, rules))
            is not Decision<UnitEvent>.Accepted accepted
        )
            throw new InvalidOperationException("refused");
        stored.State.State = Unit.Replay(advanced, accepted.Facts);
        await stored.WriteStateAsync();
        return new(new(this.GetPrimaryKeyString(), 0, true, VisitOutcome.Of(accepted.Facts), stored.State.State.Current), null);
    }
}
