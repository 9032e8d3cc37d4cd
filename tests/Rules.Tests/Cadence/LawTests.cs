using CsCheck;

namespace Supervision.Rules.Tests.Cadence;

/// <summary>What holds in every life. A failure prints its seed; <c>Sample(…, seed: "…")</c> shows it again.</summary>
public class LawTests
{
    private const int Cases = 1_000;

    private static readonly Gen<(int Kind, int Start, Step[] Steps)> Lives = RandomLife.Of(25, 30 * 24);

    private static void Hold(Action<Life> law) => Lives.Sample(gene => law(RandomLife.Lived(gene)), iter: Cases, threads: 1);

    [Fact]
    public void Advancing_Twice_EqualsOnce() =>
        Hold(life =>
        {
            life.AdvanceTo(life.Now); // a command at the very instant of a deadline may leave it to the next look
            UnitClock.Advance(life.State, life.Now, life.Rules).Should().BeEmpty();
        });

    [Fact]
    public void Advancing_InOneLongStep_EqualsManyShortOnes() =>
        Gen.Select(Lives, Gen.Int[1, 400], Gen.Int[1, 40])
            .Sample(
                (gene, days, strides) =>
                {
                    var (far, near) = (RandomLife.Lived(gene), RandomLife.Lived(gene));
                    var end = far.Now.AddDays(days);
                    far.AdvanceTo(end);
                    for (var i = 1; i <= strides; i++)
                        near.AdvanceTo(end - TimeSpan.FromDays(days) * ((strides - i) / (double)strides));

                    Assert.Equal(
                        far.Facts.Select(fact => (A.Json(fact.Event), fact.EffectiveAt)),
                        near.Facts.Select(fact => (A.Json(fact.Event), fact.EffectiveAt))
                    );
                    Assert.Equal(A.Json(far.State), A.Json(near.State));
                    Assert.Equal(far.OpenAlerts, near.OpenAlerts);
                    Assert.Equal(
                        far.Raised.Values.Select(alert => (alert.Id, alert.EffectiveAt, string.Join(' ', alert.Recipients))),
                        near.Raised.Values.Select(alert => (alert.Id, alert.EffectiveAt, string.Join(' ', alert.Recipients)))
                    );
                },
                iter: Cases,
                threads: 1
            );

    [Fact]
    public void Replaying_TheFactsAsTheyWereWritten_GivesTheLiveState() =>
        Hold(life =>
        {
            var read = life.Facts.Select(fact => fact with { Event = RulesJson.Read<UnitEvent>(RulesJson.Write(fact.Event)) }).ToList();
            Assert.Equal(A.Json(life.State), A.Json(Unit.Replay(UnitState.Empty, read)));
            Assert.Equal(life.Facts.Select(fact => A.Json(fact.Event)), read.Select(fact => A.Json(fact.Event)));
            Assert.Equal(A.Json(life.State), A.Json(RulesJson.Read<UnitState>(RulesJson.Write(life.State))));
        });

    [Fact]
    public void Uploading_TheVisitsOfAMonthInAnyOrder_GivesTheSameDuty() =>
        Gen.Select(Gen.Int[0, 29], Gen.Int[0, 2], Gen.Int[0, 4])
            .Array[0, 6]
            .Select(Gen.Int[1, 2], Gen.Int[0, 20], Gen.Int, (visits, owed, upload, seed) => (visits, owed, upload, seed))
            .Sample(
                set =>
                {
                    var visits = set
                        .visits.DistinctBy(each => each.Item1)
                        .Select(each =>
                            A.Visit(Civil.At("2026-04-01 09:00").AddDays(each.Item1), each.Item2 == 0 ? A.Other : A.Inspector) with
                            {
                                Kind = each.Item3 == 0 ? VisitKind.Central : VisitKind.Regular,
                            }
                        )
                        .ToArray();
                    Life Told(IEnumerable<Visit> order)
                    {
                        var life = A.School()
                            .InspectedBy(A.Inspector)
                            .Under(policy => policy with { SchoolPerMonth = set.owed })
                            .RegisteredAt("2026-04-01")
                            .AdvanceTo(Civil.At("2026-04-30 23:00").AddDays(set.upload));
                        foreach (var visit in order)
                            life.Do(new RecordVisit(visit));
                        return
                            life.State.DutyOf(Period.Month(2026, 4))!.State == DutyState.Missed
                            && life.State.Visits.Any(mark => mark.AwaitsApproval)
                            ? life.Approve("2026-04")
                            : life;
                    }

                    var shuffled = visits.ToArray();
                    new Random(set.seed).Shuffle(shuffled);
                    var (one, other) = (Told(visits).DutyOf("2026-04"), Told(shuffled).DutyOf("2026-04"));
                    Assert.Equal((one.State, one.Counted.Length, one.ChargedTo), (other.State, other.Counted.Length, other.ChargedTo));
                    var counting = visits.Count(visit => visit.Inspector == A.Inspector && visit.Kind == VisitKind.Regular);
                    Assert.Equal(counting < set.owed, one.State is DutyState.Missed or DutyState.Pending or DutyState.DueSoon);
                },
                iter: Cases,
                threads: 1
            );

    [Fact]
    public void Refusing_LeavesNothingBehind() =>
        Gen.Select(Lives, RandomLife.Step(48))
            .Sample(
                (gene, step) =>
                {
                    var life = RandomLife.Lived(gene).AdvanceTo(RandomLife.Lived(gene).Now + step.Gap);
                    var (facts, state, alerts) = (life.Facts.Count, A.Json(life.State), life.Raised.Count);
                    RandomLife.Live(life, step with { Gap = TimeSpan.Zero });
                    if (life.Refused is not null)
                        Assert.Equal((facts, state, alerts), (life.Facts.Count, A.Json(life.State), life.Raised.Count));
                },
                iter: Cases,
                threads: 1
            );

    [Fact]
    public void AMonth_IsClosedOnce_AndRestatingKeepsItsClosing() =>
        Hold(life =>
        {
            foreach (
                var period in life
                    .Facts.Where(fact => fact.Event is PeriodMissed or PeriodExempted or PeriodSatisfied or PeriodExcused)
                    .GroupBy(fact => PeriodOf(fact.Event))
            )
            {
                var missed = period.Count(fact => fact.Event is PeriodMissed);
                Assert.True(missed + period.Count(fact => fact.Event is PeriodExempted && fact.EffectiveAt == period.Key.End) <= 1);
                Assert.True(missed + period.Count(fact => fact.Event is PeriodSatisfied { Late: false }) <= 1);
                var restated = period.Count(fact => fact.Event is PeriodSatisfied { Late: true } or PeriodExcused);
                Assert.True(restated <= missed);
            }

            Assert.Distinct(life.State.Duties.Select(duty => duty.Period));
            Assert.Equal(life.State.Duties.Select(duty => duty.Period).Order(), life.State.Duties.Select(duty => duty.Period));
            Assert.All(life.State.Duties.SkipLast(1), duty => Assert.False(duty.IsOpen));
            if (life.Profile.Status != UnitStatus.Closed)
                Assert.True(life.State.Current!.Period.Contains(life.Now));
        });

    [Fact]
    public void AVisit_CountsForOnePeriodAtMost_TheOneItStartedIn() =>
        Hold(life =>
        {
            var visits = life.Happened<VisitAccepted>()
                .Select(e => e.Visit)
                .Concat(life.Happened<VisitHeld>().Select(e => e.Visit))
                .ToLookup(visit => visit.Id);
            var counted = life.Happened<VisitAccepted>()
                .Where(e => e.Counts is not null)
                .Select(e => (e.Visit.Id, Period: e.Counts!.Value))
                .Concat(life.Happened<LateVisitApproved>().Select(e => (Id: e.VisitId, e.Period)))
                .ToList();
            Assert.Distinct(counted.Select(each => each.Id));
            Assert.All(counted, each => Assert.True(each.Period.Contains(visits[each.Id].Single().StartedAt)));
            Assert.All(life.Happened<VisitAccepted>(), e => Assert.NotEqual(e.Counts is null, e.NotCounted is null));
        });

    [Fact]
    public void AtAnyInstant_OneInspectorIsResponsibleAtMost_AndTheCountyKnowsWhenNobodyIs() =>
        Hold(life =>
        {
            Assert.All(life.State.Tenures.Zip(life.State.Tenures.Skip(1)), pair => Assert.True(pair.First.Since < pair.Second.Since));
            Assert.All(life.State.Assignments.Zip(life.State.Assignments.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
            if (life.Profile.Status == UnitStatus.Closed)
                return; // changes no more
            Assert.Equal(Deadlines.Planned(life.State, CivilTime.DateOf(life.Now)), life.State.Responsible);
            if (life.Profile.Status == UnitStatus.Active)
                Assert.Equal(
                    life.State.Responsible is null,
                    life.OpenAlerts.Any(id => id.StartsWith(AlertNames.NoInspector, StringComparison.Ordinal))
                );
        });

    [Fact]
    public void Alerts_StandExactlyAsLongAsTheirCauses() =>
        Hold(life =>
        {
            var unanswered = life
                .State.Duties.Where(duty =>
                    duty.State == DutyState.Missed
                    && life.Profile.Status != UnitStatus.Closed
                    && !(life.State.LastVisitAt >= duty.Period.End)
                )
                .Select(duty => AlertIds.Missed(life.Profile, duty.Period));
            Assert.Equal(
                unanswered.Order(StringComparer.Ordinal),
                life.OpenAlerts.Where(id => id.StartsWith(AlertNames.MissedVisit, StringComparison.Ordinal))
            );
            Assert.Equal(
                life.State.Visits.Count(mark => mark.AwaitsApproval),
                life.OpenAlerts.Count(id => id.StartsWith(AlertNames.LateVisitWaiting, StringComparison.Ordinal))
            );
            var warned = life.State.Current is { State: DutyState.DueSoon } && life.Profile.Status == UnitStatus.Active;
            Assert.Equal(warned ? 1 : 0, life.OpenAlerts.Count(id => id.StartsWith(AlertNames.VisitDue, StringComparison.Ordinal)));
        });

    [Fact]
    public void AColour_AlwaysHasItsGround_AndWords() =>
        Hold(life =>
        {
            life.AdvanceTo(life.Now); // a unit that came back at a warning's very instant is warned at the next look
            var coverage = life.Coverage;
            Assert.NotEmpty(coverage.Reasons);
            Assert.All(coverage.Reasons, reason => Assert.True(reason.NextChangeAt is null || reason.NextChangeAt > life.Now));
            Assert.All(coverage.Reasons.Select(ReasonTexts.Render), view => Assert.Equal(view.NextChangeAt is null, view.Next is null));
        });

    [Fact]
    public void State_AfterTenYears_IsStillSmall() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 500], RandomLife.Step(30 * 24).Array[240])
            .Sample(
                (kind, start, steps) =>
                {
                    var life = RandomLife.Born(kind, start);
                    foreach (var step in steps.Where(step => step is not { Act: 15, Extra: 99 }))
                        RandomLife.Live(life, step);
                    Assert.True(life.Now > Civil.At("2033-01-01"));
                    Assert.InRange(RulesJson.Write(life.State).Length, 1, 10_240);
                },
                iter: Cases,
                threads: 1
            );

    private static Period PeriodOf(UnitEvent happened) =>
        happened switch
        {
            PeriodMissed e => e.Period,
            PeriodExempted e => e.Period,
            PeriodSatisfied e => e.Period,
            PeriodExcused e => e.Period,
            _ => throw new ArgumentOutOfRangeException(nameof(happened)),
        };
}
