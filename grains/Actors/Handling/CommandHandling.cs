namespace Supervision.Actors.Handling;

/// <summary>The way of a command through an actor that only decides, commits and answers.</summary>
internal static class CommandHandling
{
    private const int MaxAttempts = 4;

    /// <param name="project">What goes with facts into their commit; given the facts and the state after them.</param>
    /// <param name="committed">Called once when something was committed now.</param>
    /// <exception cref="RetryableFaultException">Others keep moving the stream.</exception>
    public static async Task<Outcome> Handle<TState, TEvent, TCommand>(
        this Aggregate<TState, TEvent> aggregate,
        Submission<TCommand> submission,
        DateTimeOffset now,
        Func<TState, ValueTask<Decision<TEvent>>> decide,
        Func<ImmutableArray<Fact<TEvent>>, TState, Projection> project,
        Func<Projection, Task> committed
    )
        where TEvent : class
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var decision = await decide(aggregate.State);
            if (decision is Decision<TEvent>.Refused refused)
            {
                // Receipts are permanent, so this activation makes sure that no other one has appended events before it refuses.
                if (await aggregate.CatchUp())
                    continue;
                return await aggregate.Keep(submission, new(null, refused.Refusal), now);
            }

            var facts = ((Decision<TEvent>.Accepted)decision).Facts;
            var outcome = new Outcome(new(aggregate.Stream, aggregate.Version + facts.Length, !facts.IsEmpty, null, null), null);
            if (facts.IsEmpty)
                return await aggregate.Keep(submission, outcome, now);
            var after = aggregate.Preview(facts);
            var projection = project(facts, after);
            switch (
                await aggregate.Commit(
                    facts,
                    after,
                    submission.Actor,
                    Aggregate<TState, TEvent>.ReceiptOf(submission, outcome, now),
                    projection
                )
            )
            {
                case AppendResult.Committed:
                    await committed(projection);
                    return outcome;
                case AppendResult.Duplicate duplicate:
                    return Aggregate<TState, TEvent>.Answer(duplicate.Receipt, submission);
            }
        }

        throw new RetryableFaultException($"{aggregate.Stream} is being changed elsewhere; repeat with the same operation id.");
    }

    /// <summary>Records what follows without a command; decides anew when others moved the stream, and gives up until the next occasion after some tries.</summary>
    public static async Task Follow<TState, TEvent>(
        this Aggregate<TState, TEvent> aggregate,
        Func<TState, ImmutableArray<Fact<TEvent>>> decide,
        Func<ImmutableArray<Fact<TEvent>>, TState, Projection> project,
        Func<Projection, Task> committed
    )
        where TEvent : class
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var facts = decide(aggregate.State);
            if (facts.IsEmpty)
                return;
            var after = aggregate.Preview(facts);
            var projection = project(facts, after);
            if (await aggregate.Commit(facts, after, Actor.System, null, projection) is not AppendResult.Committed)
                continue;
            await committed(projection);
            return;
        }

        throw new RetryableFaultException($"{aggregate.Stream} is being changed elsewhere; try again.");
    }
}
