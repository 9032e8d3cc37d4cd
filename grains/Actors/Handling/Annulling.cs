namespace Supervision.Actors.Handling;

/// <summary>How an actor that only decides, commits and answers annuls what a wrong clock brought about.</summary>
internal static class Annulling
{
    private const int MaxAttempts = 4;

    /// <param name="plan">Null when there is nothing to annul; given the whole stream.</param>
    /// <param name="project">What goes with the facts into their commit, but for alerts.</param>
    /// <param name="committed">Called once when something was annulled now.</param>
    /// <exception cref="RetryableFaultException">Others keep moving the stream.</exception>
    public static async Task<AnnulmentReport> Annul<TState, TEvent>(
        this Aggregate<TState, TEvent> aggregate,
        IJournal journal,
        AnnulFacts command,
        Func<IReadOnlyList<Recorded<TEvent>>, Task<AnnulmentPlan<TState, TEvent>?>> plan,
        Func<ImmutableArray<Fact<TEvent>>, TState, Projection> project,
        Func<Projection, Task> committed
    )
        where TEvent : class
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if (await journal.Read(aggregate.Stream, 0) is not { } tail)
                return AnnulmentReport.Nothing;
            if (aggregate.Version != tail.Head.Version)
                await aggregate.Load();
            if (aggregate.Version != tail.Head.Version)
                continue;
            if (await plan(StandingFacts.History<TEvent>(tail.Events)) is not { } planned)
                return AnnulmentReport.Nothing;
            if (command.DryRun)
                return planned.Report;
            var projection = project(planned.Facts, planned.After) with { Resolved = [.. planned.Resolved.Select(StoredAlerts.Annulled)] };
            if (await aggregate.Commit(planned.Facts, planned.After, Actor.System, null, projection) is not AppendResult.Committed)
                continue;
            await committed(projection);
            return planned.Report;
        }

        throw new RetryableFaultException($"{aggregate.Stream} is being changed elsewhere; try again.");
    }
}
