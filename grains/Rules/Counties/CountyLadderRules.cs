namespace Supervision.Rules.Counties;

/// <summary>The ladder the province keeps for a county: what its months propose, what its officials decide.</summary>
public static class CountyLadderRules
{
    /// <summary>Closed months that are looked at; an outage longer than that is not held against the county.</summary>
    public const int MonthsLookedAt = 3;

    private const int MaxReason = 500;
    private const int MaxDocument = 200;

    /// <summary>Null for events that are not of the ladder.</summary>
    internal static CountyLadderState? Evolve(CountyLadderState state, Fact<CountyEvent> fact)
    {
        var at = fact.EffectiveAt;
        CountyLadderState? next = fact.Event switch
        {
            CoverageBelow e => Fallen(state, e),
            CoverageRestated e => state with
            {
                Shortfalls =
                [
                    .. state.Shortfalls.Select(each =>
                        each.Month == e.Month ? each with { Visited = e.Visited, Expected = e.Expected, Restated = true } : each
                    ),
                ],
            },
            CountyStepProposed e => state with
            {
                Steps = state.Steps.Add(new(e.No, e.Rung, StepState.Proposed, e.Months, at, e.By, e.Reason)),
                LastStep = e.No,
            },
            CountyStepDecided e => Changed(
                state,
                e.No,
                step => step with { State = StepState.Decided, Since = at, DecidedBy = e.By, Reason = e.Reason, Document = e.Document }
            ),
            CountyStepRejected e => Changed(state, e.No, step => step with { State = StepState.Rejected, Since = at, Reason = e.Reason }),
            CountyStepLapsed e => Changed(state, e.No, step => step with { State = StepState.Lapsed, Since = at }),
            CountyStepDischarged e => Changed(
                state,
                e.No,
                step => step with { State = StepState.Discharged, Since = at, Reason = e.Reason }
            ),
            _ => null,
        };
        if (next is null)
            return null;
        var from = CivilTime.DateOf(fact.RecordedAt).AddDays(-CountyLadderState.KeptDays);
        return next with
        {
            Shortfalls = next.Shortfalls.RemoveAll(shortfall => shortfall.Month.LastDay < from),
            Steps = next.Steps.RemoveAll(step => !step.IsOpen && CivilTime.DateOf(step.Since) < from),
        };
    }

    /// <summary>Null for commands that are not about the ladder.</summary>
    internal static Decision<CountyEvent>? Decide(CountyState state, CountyCommand command, Actor actor, DateTimeOffset now)
    {
        var ladder = state.OfLadder;
        return command switch
        {
            ProposeCountyStep c => !Enum.IsDefined(c.Rung) || c.Rung == CountyRung.None ? Refuse(StepRefusals.RungInvalid())
            : Refusals.TextProblem("reason", c.Reason, MaxReason) is { } refusal ? Refuse(refusal)
            : ladder.Pending(c.Rung) is { } open ? Refuse(StepRefusals.ProposalOpen(open.No, StepWords.Of(c.Rung)))
            : One(new CountyStepProposed(ladder.LastStep + 1, c.Rung, actor.Name, c.Reason, []), now),
            DecideCountyStep c => Objection(ladder, c.Step, StepState.Proposed, c.Reason)
                ?? (
                    Refusals.TextProblem("document", c.Document, MaxDocument) is { } paper
                        ? Refuse(paper)
                        : One(new CountyStepDecided(c.Step, actor.Name, c.Reason, c.Document), now)
                ),
            RejectCountyStep c => Objection(ladder, c.Step, StepState.Proposed, c.Reason)
                ?? One(new CountyStepRejected(c.Step, actor.Name, c.Reason), now),
            DischargeCountyStep c => Objection(ladder, c.Step, StepState.Decided, c.Reason)
                ?? One(new CountyStepDischarged(c.Step, actor.Name, c.Reason), now),
            _ => null,
        };
    }

    /// <summary>What follows from closed months as the board counts them; nothing when all of it is on record. Restating ends a proposal, never a decision.</summary>
    /// <param name="months">As <see cref="ClosedMonths"/> gives them.</param>
    public static ImmutableArray<Fact<CountyEvent>> Close(CountyState state, IEnumerable<CoverageTally> months, DateTimeOffset now)
    {
        var facts = ImmutableArray.CreateBuilder<Fact<CountyEvent>>();
        var rules = County.Rulebook(state);
        foreach (var tally in months.Where(tally => tally.Period.End <= now).OrderBy(tally => tally.Period))
        {
            var visited = tally.Satisfied + tally.SatisfiedLate;
            var known = state.OfLadder.Find(tally.Period);
            var floor = known?.FloorPercent ?? rules.PolicyOn(tally.Period.FirstDay).OfCounty.CoverageFloorPercent;
            var below = visited * 100 < floor * tally.Expected;
            if (known is null && below)
                Happen(new CoverageBelow(tally.Period, visited, tally.Expected, floor), tally.Period.End);
            else if (known is { Restated: false } && !below)
                Happen(new CoverageRestated(tally.Period, visited, tally.Expected), now);
        }

        foreach (
            var lapsed in state
                .OfLadder.Steps.Where(step =>
                    step.State == StepState.Proposed && step.ProposedBy == Actor.System.Name && step.Months.All(IsRestated)
                )
                .Select(step => step.No)
                .ToList()
        )
            Happen(new CountyStepLapsed(lapsed), now);
        ImmutableArray<Period> unanswered =
        [
            .. state
                .OfLadder.Shortfalls.Where(shortfall =>
                    !shortfall.Restated && !state.OfLadder.Steps.Any(step => step.Months.Contains(shortfall.Month))
                )
                .Select(shortfall => shortfall.Month),
        ];
        if (facts.Count > 0 && !unanswered.IsEmpty)
            Happen(
                new CountyStepProposed(state.OfLadder.LastStep + 1, CountyRung.SpecialCircular, Actor.System.Name, null, unanswered),
                now
            );
        return facts.ToImmutable();

        bool IsRestated(Period month) => state.OfLadder.Find(month) is { Restated: true };

        void Happen(CountyEvent happened, DateTimeOffset at)
        {
            var fact = new Fact<CountyEvent>(happened, at, now);
            state = County.Evolve(state, fact);
            facts.Add(fact);
        }
    }

    /// <summary>
    /// The last closed months of the schools among the rows. A month that a school has not closed yet is left out: it is looked at
    /// again when it is whole.
    /// </summary>
    public static ImmutableArray<CoverageTally> ClosedMonths(IEnumerable<UnitSummary> rows, DateTimeOffset now)
    {
        var last = Period.MonthOf(CivilTime.DateOf(now)).Previous;
        var first = last;
        for (var i = 1; i < MonthsLookedAt; i++)
            first = first.Previous;
        var counts = new SortedDictionary<Period, int[]>();
        var open = new HashSet<Period>();
        foreach (var row in rows)
        {
            if (row.Kind != UnitKind.School || row.Status == UnitStatus.Closed)
                continue;
            for (var i = row.Recent.Length - 1; i >= 0 && row.Recent[i].Period >= first; i--)
            {
                var mark = row.Recent[i];
                if (mark.Period > last)
                    continue;
                if (i == row.Recent.Length - 1)
                    open.Add(mark.Period); // its month has not been closed
                if (!counts.TryGetValue(mark.Period, out var states))
                    counts[mark.Period] = states = new int[8];
                states[(int)mark.State]++;
            }
        }

        return
        [
            .. counts.Where(month => !open.Contains(month.Key)).Select(month => CoverageTally.Of(UnitKind.School, month.Key, month.Value)),
        ];
    }

    /// <summary>A circular that still waits for its decision takes the new month in; no second one is proposed.</summary>
    private static CountyLadderState Fallen(CountyLadderState state, CoverageBelow e) =>
        state with
        {
            Shortfalls = state
                .Shortfalls.Add(new(e.Month, e.Visited, e.Expected, e.FloorPercent, false))
                .Sort((a, b) => a.Month.CompareTo(b.Month)),
            Steps =
            [
                .. state.Steps.Select(step =>
                    step is { Rung: CountyRung.SpecialCircular, State: StepState.Proposed }
                        ? step with
                        {
                            Months = step.Months.Add(e.Month),
                        }
                        : step
                ),
            ],
        };

    private static CountyLadderState Changed(CountyLadderState state, int no, Func<CountyStep, CountyStep> change) =>
        state with
        {
            Steps = [.. state.Steps.Select(step => step.No == no ? change(step) : step)],
        };

    private static Decision<CountyEvent>? Objection(CountyLadderState ladder, int no, StepState wanted, string reason) =>
        ladder.Step(no) is not { } step ? Refuse(StepRefusals.StepUnknown(no))
        : step.State != wanted ? Refuse(StepRefusals.StepConflict(no, step.State, wanted))
        : Refusals.TextProblem("reason", reason, MaxReason) is { } refusal ? Refuse(refusal)
        : null;

    private static Decision<CountyEvent> Refuse(Refusal refusal) => Decision<CountyEvent>.Refuse(refusal);

    private static Decision<CountyEvent> One(CountyEvent happened, DateTimeOffset now) =>
        new Decision<CountyEvent>.Accepted([new(happened, now, now)]);
}
