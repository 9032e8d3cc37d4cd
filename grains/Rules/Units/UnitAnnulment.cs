namespace Supervision.Rules.Units;

/// <summary>
/// What a clock that was wrong brought about is annulled: what fell due by it, the measures and papers that followed, and what people decided about
/// those. What people did stays. Visits that came in the meantime are judged anew by the state as it is without all that.
/// </summary>
public static class UnitAnnulment
{
    /// <param name="Facts">The annulment, then visits judged anew.</param>
    /// <param name="After">The state as it is folded from what stands and these facts.</param>
    /// <param name="Raised">Alerts that stand again.</param>
    /// <param name="Resolved">Ids of alerts that end.</param>
    /// <param name="Issued">Papers of facts that are judged anew.</param>
    public sealed record Plan(
        ImmutableArray<Fact<UnitEvent>> Facts,
        UnitState After,
        ImmutableArray<Alert> Raised,
        ImmutableArray<string> Resolved,
        ImmutableArray<IssuedDocument> Issued,
        AnnulmentReport Report
    );

    /// <summary>Null when there is nothing to annul.</summary>
    /// <param name="history">The whole stream.</param>
    public static Plan? Of(IReadOnlyList<Recorded<UnitEvent>> history, AnnulFacts command, DateTimeOffset now, Rulebook rules)
    {
        var gone = Annulments.Of(history);
        var work = new Work(command, now, rules);
        var standing = history.Where(recorded => !gone.Contains(recorded.Version)).ToList();
        for (var i = 0; i < standing.Count; i++)
            work.Take(standing[i], i + 1 < standing.Count ? standing[i + 1] : null);
        return work.Annulled.Count == 0 ? null : work.Finish(standing);
    }

    /// <summary>Two courses of the same stream: as it was believed, and as it is without what the clock brought about.</summary>
    private sealed class Work(AnnulFacts command, DateTimeOffset now, Rulebook rules)
    {
        private readonly HashSet<int> _measures = [];
        private readonly HashSet<Period> _missed = [];
        private readonly HashSet<Guid> _visits = [];
        private readonly HashSet<long> _judged = [];
        private readonly List<string> _kinds = [];
        private readonly List<string> _papers = [];
        private readonly List<IssuedDocument> _issued = [];
        private readonly List<Fact<UnitEvent>> _anew = [];
        private UnitState _believed = UnitState.Empty;
        private UnitState _right = UnitState.Empty;

        public SortedSet<long> Annulled { get; } = [];

        /// <param name="next">What follows it: a visit that satisfies its period says so in the fact after it.</param>
        public void Take(Recorded<UnitEvent> recorded, Recorded<UnitEvent>? next)
        {
            _believed = Unit.Evolve(_believed, recorded.Fact);
            if (_judged.Contains(recorded.Version))
                return;
            if (IsGone(recorded))
            {
                Annul(recorded);
                _papers.AddRange(DocumentRules.Issued(recorded.Fact, _believed).Select(document => document.Id));
            }
            else if (Annulled.Count > 0 && recorded.Fact.Event is VisitAccepted or VisitHeld)
            {
                JudgeAnew(recorded, next);
            }
            else
            {
                Keep(recorded.Fact);
            }
        }

        public Plan Finish(IReadOnlyList<Recorded<UnitEvent>> standing)
        {
            var annulment = new FactsAnnulled(
                [.. Annulled],
                command.From,
                command.To,
                command.Reason,
                command.Document,
                command.By,
                [.. _papers],
                _believed.Ladder.LastMeasure,
                _believed.SeenVersion
            );
            ImmutableArray<Fact<UnitEvent>> facts = [new(annulment, now, now), .. _anew];
            var after = Unit.Replay(
                UnitState.Empty,
                standing.Where(recorded => !Annulled.Contains(recorded.Version)).Select(recorded => recorded.Fact).Concat(facts)
            );
            var (stood, stand) = (AlertRules.Standing(_believed), AlertRules.Standing(after));
            ImmutableArray<string> ended = [.. stood.Select(alert => alert.Id).Where(id => !stand.Any(alert => alert.Id == id))];
            ImmutableArray<Alert> again =
            [
                .. stand.Where(alert => !stood.Any(known => known.Id == alert.Id)).Select(alert => Say(alert, after)),
            ];
            return new(
                facts,
                after,
                again,
                ended,
                [.. _issued],
                new(
                    [.. _kinds],
                    [.. _papers],
                    ended.Length,
                    _anew.Select(fact => fact.Event).Count(happened => happened is VisitAccepted or VisitHeld)
                )
                {
                    Undone =
                    [
                        .. _missed
                            .Where(period => after.DutyOf(period)?.State != DutyState.Missed)
                            .Order()
                            .Select(period => new DutyRef($"{UnitKeys.Prefix(after.Profile!.Kind)}/{after.Profile.Code}", period)),
                    ],
                }
            );
        }

        private bool IsGone(Recorded<UnitEvent> recorded)
        {
            var fact = recorded.Fact;
            if (MeasureOf(fact.Event) is { } no && _measures.Contains(no))
                return true;
            if (fact.Event is MeasureSuperseded { By: var by } && _measures.Contains(by))
                return true;
            if (fact.Event is DeadlinePassed { Case: CaseKind.Measure } clock && _measures.Contains(clock.No))
                return true;
            if (fact.Event is PeriodExcused { Period: var excused } && _missed.Contains(excused))
                return true;
            if (fact.Event is LateVisitApproved { Period: var approved } && _missed.Contains(approved))
                return true;
            if (
                fact.Event is PeriodSatisfied satisfied
                && (_visits.Contains(satisfied.VisitId) || (satisfied.Late && _missed.Contains(satisfied.Period)))
            )
                return true;
            return command.Covers(fact.RecordedAt)
                && Annulments.FellDue(fact)
                && fact.Event
                    is PeriodOpened
                        or PeriodDueSoon
                        or PeriodMissed
                        or PeriodExempted
                        or ResponsibleChanged
                        or DeadlinePassed
                        or MeasureProposed
                        or MeasureJoined
                        or MeasureDecided
                        or MeasureServed
                        or MeasureDischarged
                        or MeasureLapsed
                        or MeasureSuperseded
                        or PeriodExtended
                        or LadderCleared
                        or IssueArchived;
        }

        private void Annul(Recorded<UnitEvent> recorded)
        {
            Annulled.Add(recorded.Version);
            _kinds.Add(EventNames<UnitEvent>.Of(recorded.Fact.Event));
            if (recorded.Fact.Event is MeasureProposed proposed)
                _measures.Add(proposed.No);
            if (recorded.Fact.Event is PeriodMissed missed)
                _missed.Add(missed.Period);
        }

        /// <summary>One that is judged as before, by a state that nothing was added to yet, stays as it is.</summary>
        private void JudgeAnew(Recorded<UnitEvent> recorded, Recorded<UnitEvent>? next)
        {
            var visit = recorded.Fact.Event switch
            {
                VisitAccepted e => e.Visit,
                VisitHeld e => e.Visit,
                _ => throw new ArgumentOutOfRangeException(nameof(recorded)),
            };
            var satisfies =
                next is { Fact.Event: PeriodSatisfied { VisitId: var id } }
                && id == visit.Id
                && next.Fact.RecordedAt == recorded.Fact.RecordedAt
                    ? next
                    : null;
            // A wrong clock can't say when a visit arrived; it had ended, and is taken as having arrived then.
            var arrived =
                command.Covers(recorded.Fact.RecordedAt) || recorded.Fact.RecordedAt > now ? visit.EndedAt : recorded.Fact.RecordedAt;
            if (arrived > now)
                arrived = now;
            foreach (var due in UnitClock.Advance(_right, arrived, rules))
                Add(due);
            var taken = VisitRules.Take(_right, visit, arrived, rules).Facts;
            UnitEvent?[] was = [recorded.Fact.Event, satisfies?.Fact.Event];
            if (_anew.Count == 0 && taken.Select(fact => fact.Event).SequenceEqual(was.OfType<UnitEvent>()))
            {
                Keep(recorded.Fact);
                return;
            }

            Annul(recorded);
            _visits.Add(visit.Id);
            if (satisfies is not null)
            {
                Annul(satisfies);
                _judged.Add(satisfies.Version);
            }

            foreach (var fact in Consequences.Follow(_right, taken, rules))
                Add(fact);
        }

        private void Add(Fact<UnitEvent> fact)
        {
            _anew.Add(fact with { RecordedAt = now });
            Keep(_anew[^1]);
            _issued.AddRange(DocumentRules.Issued(_anew[^1], _right));
        }

        private void Keep(Fact<UnitEvent> fact) => _right = Unit.Evolve(_right, fact);

        private Alert Say(StandingAlert alert, UnitState after)
        {
            var (to, text) = alert.Says();
            return new(alert.Id, alert.Kind, to, alert.Since, now, after.Profile!.Name, text);
        }

        private static int? MeasureOf(UnitEvent happened) =>
            happened switch
            {
                MeasureProposed e => e.No,
                MeasureJoined e => e.No,
                MeasureDecided e => e.No,
                MeasureRejected e => e.No,
                MeasureServed e => e.No,
                InterviewHeld e => e.No,
                CommitmentRecorded e => e.No,
                ProgressRecorded e => e.No,
                PeriodExtended e => e.No,
                DelistingApplied e => e.No,
                DelistingAccepted e => e.No,
                DelistingRefused e => e.No,
                PublicationRecorded e => e.No,
                PublicationAnnotated e => e.No,
                RemedyStepped e => e.No,
                AccountabilityExecuted e => e.No,
                MeasureDischarged e => e.No,
                MeasureLapsed e => e.No,
                MeasureSuperseded e => e.No,
                MeasureRevoked e => e.No,
                _ => null,
            };
    }
}
