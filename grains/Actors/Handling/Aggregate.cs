namespace Supervision.Actors.Handling;

/// <summary>
/// The state of one stream and how it moves: facts are appended first, folded second, so memory is never ahead of the journal.
/// Used from one grain only, on its scheduler.
/// </summary>
internal sealed class Aggregate<TState, TEvent>(string stream, TState empty, Func<TState, Fact<TEvent>, TState> evolve, IJournal journal)
    where TEvent : class
{
    private TState? _state;

    public TState State => Version == 0 ? empty : _state!;

    public long Version { get; private set; }

    public string Stream => stream;

    /// <summary>From a snapshot, when there is one that the journal confirms, and the events after it.</summary>
    public async Task Load(TState? snapshot = default, long snapshotVersion = 0)
    {
        var tail = await journal.Read(stream, snapshotVersion);
        if (tail is null)
        {
            Version = 0;
            return;
        }

        // A snapshot ahead of the head comes from another life of the store: it is worth nothing.
        var trusted = snapshotVersion > 0 && snapshot is not null && snapshotVersion <= tail.Head.Version;
        trusted = trusted && !StandingFacts.IsNeeded(tail.Events);
        if (!trusted && snapshotVersion > 0)
            tail = await journal.Read(stream, 0) ?? throw new InvalidOperationException($"{stream} vanished.");
        _state = StandingFacts.Of<TEvent>(tail.Events).Select(Fact).Aggregate(trusted ? snapshot! : empty, evolve);
        Version = tail.Head.Version;
    }

    /// <summary>Takes in what others appended; false when memory was up to date.</summary>
    public async Task<bool> CatchUp()
    {
        var tail = await journal.Read(stream, Version);
        if (tail is null || tail.Head.Version <= Version)
            return false;
        if (StandingFacts.IsNeeded(tail.Events))
        {
            await Load();
            return true;
        }

        (_state, Version) = (tail.Events.Select(Fact).Aggregate(State, evolve), tail.Head.Version);
        return true;
    }

    public TState Preview(IEnumerable<Fact<TEvent>> facts) => facts.Aggregate(State, evolve);

    /// <summary>Appends and folds. On a conflict the stream is loaded anew, and the caller decides again.</summary>
    /// <param name="after">The state with the facts, as <see cref="Preview"/> gave it.</param>
    /// <param name="receipt">Null for what no command caused.</param>
    public async Task<AppendResult> Commit(
        ImmutableArray<Fact<TEvent>> facts,
        TState after,
        Actor actor,
        Receipt? receipt,
        Projection projection
    )
    {
        var events = new NewEvent[facts.Length];
        for (var i = 0; i < events.Length; i++)
            events[i] = new(
                EventNames<TEvent>.Of(facts[i].Event),
                facts[i].EffectiveAt,
                facts[i].RecordedAt,
                actor.Name,
                RulesJson.Write(facts[i].Event)
            )
            {
                Visitor = (facts[i].Event as IOfVisitor)?.Visitor,
            };
        var result = await journal.Append(
            new(Version, events, projection.Head, receipt, projection.Alerts, projection.Resolved)
            {
                Documents = projection.Documents,
                Issues = projection.Issues,
            }
        );
        if (result is AppendResult.Committed)
            (_state, Version) = (after, projection.Head.Version);
        else
            await Load();
        return result;
    }

    /// <summary>The answer to a command that changed nothing: the first answer to its operation id stands.</summary>
    public async Task<Outcome> Keep<TCommand>(Submission<TCommand> submission, Outcome outcome, DateTimeOffset now)
    {
        if (submission.OpId == Guid.Empty)
            return outcome;
        var stored = await journal.KeepReceipt(stream, ReceiptOf(submission, outcome, now)!);
        return Answer(stored, submission);
    }

    public static Receipt? ReceiptOf<TCommand>(Submission<TCommand> submission, Outcome outcome, DateTimeOffset now) =>
        submission.OpId == Guid.Empty ? null : new(submission.OpId, submission.Fingerprint, now, RulesJson.Write(outcome));

    /// <summary>The stored answer, or a refusal when the same operation id came with other content.</summary>
    public static Outcome Answer<TCommand>(Receipt stored, Submission<TCommand> submission) =>
        stored.Fingerprint.Span.SequenceEqual(submission.Fingerprint.Span)
            ? RulesJson.Read<Outcome>(stored.Body.Span)
            : new(null, Refusals.KeyReused());

    private static Fact<TEvent> Fact(StoredEvent stored) =>
        new(RulesJson.Read<TEvent>(stored.Payload.Span), stored.EffectiveAt, stored.RecordedAt);
}

/// <summary>What goes with the facts into one commit.</summary>
internal sealed record Projection(Head Head, IReadOnlyList<NewAlert> Alerts, IReadOnlyList<ResolvedAlert> Resolved)
{
    public IReadOnlyList<NewDocument> Documents { get; init; } = [];

    public IReadOnlyList<IssueRow> Issues { get; init; } = [];

    public static Projection Of(Head head) => new(head, [], []);
}
