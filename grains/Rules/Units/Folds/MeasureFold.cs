namespace Supervision.Rules.Units.Folds;

/// <summary>What facts do to a unit's ladder.</summary>
internal static class MeasureFold
{
    /// <summary>Null for events that are not of the ladder.</summary>
    public static UnitState? Evolve(UnitState state, Fact<UnitEvent> fact)
    {
        var at = fact.EffectiveAt;
        switch (fact.Event)
        {
            case MeasureProposed e:
                var proposed = new Measure(
                    e.No,
                    e.Rung,
                    e.Rule,
                    MeasureState.Proposed,
                    e.Issues,
                    e.PolicyVersion,
                    at,
                    e.By,
                    at,
                    e.Deadlines,
                    e.Round,
                    e.Aggravated
                )
                {
                    Proof = e.Proof,
                };
                return state with
                {
                    Ladder = state.Ladder with
                    {
                        LastMeasure = Math.Max(state.Ladder.LastMeasure, e.No),
                        Measures = state.Ladder.Measures.Add(proposed),
                    },
                };
            case MeasureJoined e:
                state = Change(
                    e.No,
                    measure =>
                        measure with
                        {
                            Issues = [.. measure.Issues.Union(e.Issues).Order()],
                            Aggravated = measure.Aggravated || e.Aggravated,
                            Round = measure.Round ?? e.Round,
                            Proof = Joined(measure.Proof, e.Proof),
                        }
                );
                return state.Ladder.Find(e.No) is { IsInForce: true } joined ? Reached(state, e.Issues, joined.Rung) : state;
            case MeasureDecided e:
                return Change(
                    e.No,
                    measure =>
                        measure with
                        {
                            State = MeasureState.Decided,
                            Since = at,
                            DecidedBy = e.By,
                            Form = e.Form,
                            Deadlines = measure.Deadlines.Only(DeadlineKind.FactFinding, DeadlineKind.FactFindingNear).With(e.Deadlines),
                        }
                );
            case MeasureServed e:
                return Served(state, e, at);
            case InterviewHeld e:
                return Change(
                    e.No,
                    measure => measure with { Held = true, Deadlines = measure.Deadlines.Without(DeadlineKind.Hold).With(e.Deadlines) }
                );
            case CommitmentRecorded e:
                return Change(
                    e.No,
                    measure =>
                        measure with
                        {
                            Committed = e.Committed,
                            Deadlines = measure.Deadlines.Without(DeadlineKind.Minutes).With(e.Deadlines),
                        }
                );
            case ProgressRecorded e:
                return Change(
                    e.No,
                    measure =>
                        measure with
                        {
                            Reports = measure.Reports + 1,
                            Deadlines = measure.Deadlines.Without(DeadlineKind.Progress).With(e.Deadlines),
                        }
                );
            case PeriodExtended e:
                return Change(
                    e.No,
                    measure => measure with { Extended = true, Delisted = false, Deadlines = measure.Deadlines.With(e.Deadlines) }
                );
            case DelistingApplied e:
                return Change(e.No, measure => measure with { Deadlines = measure.Deadlines.With(e.Deadlines) });
            case DelistingAccepted e:
                return Change(e.No, measure => measure with { Delisted = true, Deadlines = [] });
            case DelistingRefused e:
                return Change(e.No, measure => measure with { Deadlines = measure.Deadlines.Without(DeadlineKind.Accept) });
            case PublicationRecorded e:
                return Change(
                    e.No,
                    measure => measure with { Published = true, Deadlines = measure.Deadlines.Without(DeadlineKind.Publish) }
                );
            case PublicationAnnotated e:
                return Change(e.No, measure => measure with { Annotated = true });
            case RemedyStepped { Step: AppealStep.None, Remedy: RemedyState.Exhausted } e:
                return Change(e.No, measure => measure with { Remedy = e.Remedy }); // The last days stay: who comes too late is told them.
            case RemedyStepped e:
                return Change(
                    e.No,
                    measure => measure with { Remedy = e.Remedy, Deadlines = measure.Deadlines.Without(Remedies).With(e.Deadlines) }
                );
            case FactFindingSetUp e:
                return Change(
                    e.No,
                    measure =>
                        measure with
                        {
                            FactFinding = e.SetUpOn,
                            Deadlines = measure.Deadlines.Without(DeadlineKind.FactFinding, DeadlineKind.FactFindingNear),
                        }
                );
            case AccountabilityExecuted e:
                return Change(e.No, measure => measure with { Executed = true });
            case MeasureRejected or MeasureLapsed or MeasureDischarged:
                return Gone(state, NumberOf(fact.Event));
            case MeasureSuperseded e:
                return Change(e.No, measure => measure with { State = MeasureState.Superseded, Since = at, SupersededBy = e.By });
            case MeasureRevoked e:
                return Revoked(state, e.No, at);
            case UnitNamed e:
                return state with
                {
                    Ladder = Mark(
                        state.Ladder,
                        new(Rung.Circular, e.IssuedOn is { } day ? CivilTime.StartOf(day) : at, $"bulletin/{e.Bulletin}"),
                        at
                    ),
                };
            case LadderCleared e:
                return state with
                {
                    Ladder = state.Ladder with
                    {
                        Memory =
                        [
                            .. state
                                .Ladder.Memory.Where(memory => memory.Until is null || memory.Until >= CivilTime.DateOf(at))
                                .Select(memory => memory.Until is null ? memory with { Until = e.RememberedUntil } : memory),
                        ],
                    },
                };
            case OpinionFlagSet e:
                return state with { Ladder = state.Ladder with { OpinionFlag = e.On } };
            case ComplaintCounted e:
                return state with
                {
                    Complaints =
                    [
                        .. state.Complaints.Where(known =>
                            known.Id != e.Mark.Id && known.ReceivedAt >= at.AddDays(-LadderState.KeptDays - 1)
                        ),
                        e.Mark,
                    ],
                };
            case SelfCheckRequested e:
                return state with { SelfChecks = state.SelfChecks.Add(new(e.Round, e.WindowFrom, e.Deadlines)) };
            case SelfCheckSubmitted e:
                return state with { SelfChecks = state.SelfChecks.RemoveAll(duty => duty.Round == e.Round) };
            default:
                return null;
        }

        UnitState Change(int no, Func<Measure, Measure> change) => state with { Ladder = state.Ladder.With(no, change) };
    }

    public static readonly ImmutableArray<DeadlineKind> RemedyClocks =
    [
        DeadlineKind.ReviewRequest,
        DeadlineKind.ReviewDecision,
        DeadlineKind.Appeal,
        DeadlineKind.AppealDecision,
        DeadlineKind.Correction,
    ];

    private static ReadOnlySpan<DeadlineKind> Remedies => RemedyClocks.AsSpan();

    private static int NumberOf(UnitEvent happened) =>
        happened switch
        {
            MeasureRejected e => e.No,
            MeasureLapsed e => e.No,
            MeasureDischarged e => e.No,
            _ => 0,
        };

    private static UnitState Served(UnitState state, MeasureServed e, DateTimeOffset at)
    {
        if (state.Ladder.Find(e.No) is not { } measure)
            return state;
        var ladder = state.Ladder.With(
            e.No,
            _ =>
                measure with
                {
                    State = MeasureState.InForce,
                    Since = at,
                    ServedAt = at,
                    Form = e.Form,
                    Deadlines = measure.Deadlines.Without(DeadlineKind.Decide).With(e.Deadlines),
                }
        );
        ladder = Mark(ladder, new(measure.Rung, at, $"measure/{e.No}"), at);
        return Reached(state with { Ladder = ladder }, measure.Issues, measure.Rung);
    }

    /// <summary>The rung is in force for these issues: each remembers its highest, and so does its group.</summary>
    private static UnitState Reached(UnitState state, ImmutableArray<int> issues, Rung rung)
    {
        foreach (var no in issues)
        {
            if (state.Issue(no) is not { } about)
                continue;
            state = state.With(no, issue => issue with { TopRung = issue.TopRung > rung ? issue.TopRung : rung });
            state = state with { Ladder = state.Ladder with { Memory = Remember(state.Ladder.Memory, about.Group, rung) } };
        }

        return state;
    }

    /// <summary>While measures are in force the peak of each group has no end; clearing the ladder gives it one.</summary>
    private static ImmutableArray<LadderMemory> Remember(ImmutableArray<LadderMemory> memory, string group, Rung rung)
    {
        foreach (var known in memory)
            if (known.Until is null && known.Group == group)
                return known.Rung >= rung ? memory : memory.Replace(known, known with { Rung = rung });
        return memory.Add(new(group, rung, null));
    }

    /// <summary>A mark may lie before those that are known: a bulletin counts from the day it was issued, whenever it was entered.</summary>
    private static LadderState Mark(LadderState ladder, ServedMark mark, DateTimeOffset at) =>
        ladder with
        {
            Served =
            [
                .. ladder.Served.Where(known => known.At >= at.AddDays(-LadderState.KeptDays - 1)).Append(mark).OrderBy(known => known.At),
            ],
        };

    private static ImmutableArray<string> Joined(ImmutableArray<string> known, ImmutableArray<string> added) =>
        added.IsDefaultOrEmpty ? known
        : known.IsDefaultOrEmpty ? added
        : [.. known.Union(added)];

    /// <summary>With a discharged measure those it superseded go too: their matter is settled by it.</summary>
    private static UnitState Gone(UnitState state, int no)
    {
        var measures = state.Ladder.Measures.RemoveAll(measure => measure.No == no);
        foreach (var below in measures.Where(measure => measure.SupersededBy == no).ToList())
            state = Gone(state with { Ladder = state.Ladder with { Measures = measures } }, below.No);
        return state with { Ladder = state.Ladder with { Measures = state.Ladder.Measures.RemoveAll(measure => measure.No == no) } };
    }

    private static UnitState Revoked(UnitState state, int no, DateTimeOffset at) =>
        state with
        {
            Ladder = state.Ladder with
            {
                Served = state.Ladder.Served.RemoveAll(mark => mark.Source == $"measure/{no}"),
                Measures =
                [
                    .. state
                        .Ladder.Measures.Where(measure => measure.No != no)
                        .Select(measure =>
                            measure.SupersededBy == no
                                ? measure with
                                {
                                    State = MeasureState.InForce,
                                    Since = at,
                                    SupersededBy = null,
                                }
                                : measure
                        ),
                ],
            },
        };
}
