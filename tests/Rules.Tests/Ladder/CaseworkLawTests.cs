using CsCheck;

namespace Supervision.Rules.Tests.Ladder;

/// <summary>What holds in every case, however it goes. A failure prints its seed; <c>Sample(…, seed: "…")</c> shows it again.</summary>
public class CaseworkLawTests
{
    private const int Cases = 250;

    private static readonly Gen<CaseGene> Lives = RandomCasework.Of(120, 10 * 24);

    private static readonly ImmutableDictionary<string, ActorRole> Roles = new[]
    {
        The.Clerk,
        The.OtherClerk,
        The.Director,
        The.CommitteeOffice,
        The.CommitteeDirector,
        The.Inspector,
        The.OtherInspector,
        The.Province,
        The.School,
        The.Institution,
        The.System,
    }.ToImmutableDictionary(actor => actor.Name, actor => actor.Role);

    private static void Hold(Action<Life> law) => Lives.Sample(gene => law(RandomCasework.Lived(gene)), iter: Cases, threads: 1);

    [Fact]
    public void Lives_ReachEveryCornerOfTheLadder()
    {
        var seen = new HashSet<string>();
        var steps = 0;
        Lives.Sample(
            gene =>
            {
                steps += gene.Steps.Length;
                foreach (var fact in RandomCasework.Lived(gene).Facts)
                    seen.Add(
                        fact.Event switch
                        {
                            MeasureProposed e => $"{e.Rule} R{(int)e.Rung}",
                            MeasureJoined e => $"{e.Rule} joins",
                            var e => e.GetType().Name,
                        }
                    );
            },
            iter: 8 * Cases,
            threads: 1,
            seed: "0000KOIPJYt5"
        );
        steps.Should().BeGreaterThan(10_000);
        seen.Should().Contain(["LR-04 joins", "LR-05 joins", "LR-06 joins", "LR-07 joins", "LR-08 joins", "LR-09 joins", "LR-12 joins"]);
        seen.Should()
            .Contain([
                nameof(MeasureDischarged),
                nameof(MeasureSuperseded),
                nameof(MeasureLapsed),
                nameof(MeasureRejected),
                nameof(MeasureRevoked),
                nameof(LadderCleared),
                nameof(IssueRecurred),
                nameof(DelistingAccepted),
                nameof(PublicationAnnotated),
                nameof(AccountabilityExecuted),
            ]);
        seen.Should()
            .Contain([
                "LR-01 R1",
                "LR-02 R1",
                "LR-03 R1",
                "LR-04 R2",
                "LR-05 R2",
                "LR-06 R2",
                "LR-09 R3",
                "LR-11 R2",
                "LR-15 R5",
                "LR-16 R5",
                "LR-17 R5",
            ]);
    }

    [Fact]
    public void Replaying_TheFactsAsTheyWereWritten_GivesTheLiveState() =>
        Hold(life =>
        {
            var read = life.Facts.Select(fact => fact with { Event = RulesJson.Read<UnitEvent>(RulesJson.Write(fact.Event)) });
            Assert.Equal(A.Json(life.State), A.Json(Unit.Replay(UnitState.Empty, read)));
            Assert.Equal(A.Json(life.State), A.Json(RulesJson.Read<UnitState>(RulesJson.Write(life.State))));
        });

    [Fact]
    public void Advancing_Twice_EqualsOnce() =>
        Hold(life => Assert.Empty(UnitClock.Advance(life.AdvanceTo(life.Now).State, life.Now, life.Rules)));

    [Fact]
    public void Advancing_InOneLongStep_EqualsManyShortOnes() =>
        Gen.Select(Lives, Gen.Int[1, 400], Gen.Int[1, 40])
            .Sample(
                (gene, days, strides) =>
                {
                    var (far, near) = (RandomCasework.Lived(gene), RandomCasework.Lived(gene));
                    var end = far.Now.AddDays(days);
                    far.AdvanceTo(end);
                    for (var i = 1; i <= strides; i++)
                        near.AdvanceTo(end - TimeSpan.FromDays(days) * ((strides - i) / (double)strides));
                    Assert.Equal(
                        far.Facts.Select(fact => (A.Json(fact.Event), fact.EffectiveAt)),
                        near.Facts.Select(fact => (A.Json(fact.Event), fact.EffectiveAt))
                    );
                    Assert.Equal(A.Json(far.State), A.Json(near.State));
                },
                iter: Cases,
                threads: 1
            );

    [Fact]
    public void Refusing_LeavesNothingBehind() =>
        Gen.Select(Lives, RandomCasework.Step(48))
            .Sample(
                (gene, step) =>
                {
                    var life = RandomCasework.Lived(gene);
                    life.AdvanceTo(life.Now + step.Gap);
                    var (facts, state, alerts) = (life.Facts.Count, A.Json(life.State), life.Raised.Count);
                    RandomCasework.Live(life, step with { Gap = TimeSpan.Zero });
                    if (life.Refused is not null)
                        Assert.Equal((facts, state, alerts), (life.Facts.Count, A.Json(life.State), life.Raised.Count));
                },
                iter: Cases,
                threads: 1
            );

    /// <summary>Invariant 6.</summary>
    [Fact]
    public void AnIssue_LeavesTheOpenList_OnlyVerifiedAndLookedBackAt_TransferredOrWithdrawn() =>
        Hold(life =>
        {
            UnitEvent? last = null;
            foreach (var (before, fact, after) in RandomCasework.Trace(life))
            {
                foreach (var gone in before.Issues.Where(issue => after.Issue(issue.No) is null))
                    Assert.True(
                        fact.Event switch
                        {
                            IssueArchived e => e.No == gone.No
                                && (
                                    last is LookBackPassed passed && passed.No == gone.No
                                    || last is IssueVerified { Deadlines.IsEmpty: true } verified && verified.No == gone.No
                                ),
                            IssueTransferred { By: not null, Document.Length: > 0 } e => e.No == gone.No,
                            IssueWithdrawn { By: not null, Document.Length: > 0 } e => e.No == gone.No,
                            _ => false,
                        },
                        $"{gone.No} went with {fact.Event}"
                    );
                if (fact.Event is LookBackPassed or IssueVerified)
                    last = fact.Event; // what the ladder makes of it may come between
            }
        });

    /// <summary>Invariant 7.</summary>
    [Fact]
    public void WhoReports_DoesNotVerify_AndWhoVerifies_DoesNotLookBack() =>
        Hold(life =>
        {
            foreach (var (before, fact, _) in RandomCasework.Trace(life))
                switch (fact.Event)
                {
                    case IssueVerified e:
                        Assert.NotEqual(before.Issue(e.No)!.ReportedBy, e.By);
                        break;
                    case IssueReturned e:
                        Assert.NotEqual(before.Issue(e.No)!.ReportedBy, e.By);
                        break;
                    case LookBackPassed e:
                        Assert.NotEqual(before.Issue(e.No)!.VerifiedBy, e.By);
                        break;
                    case IssueRecurred e:
                        Assert.NotEqual(before.Issue(e.No)!.VerifiedBy, e.By);
                        break;
                    case MeasureDecided e when before.Ladder.Find(e.No)!.Rung >= Rung.KeySupervision:
                        Assert.NotEqual(before.Ladder.Find(e.No)!.ProposedBy, e.By);
                        break;
                }
        });

    [Fact]
    public void TheRung_FallsOnlyWhenAMeasureIsDischargedOrRevoked_AndNeverUnsettled() =>
        Hold(life =>
        {
            foreach (var (before, fact, after) in RandomCasework.Trace(life))
            {
                if (after.Ladder.Rung < before.Ladder.Rung)
                    Assert.True(fact.Event is MeasureDischarged or MeasureRevoked, $"fell with {fact.Event}");
                if (fact.Event is MeasureDischarged { No: var no } && before.Ladder.Find(no) is { } gone && gone.Rung < Rung.Accountability)
                    Assert.All(gone.Issues, issue => Assert.True(after.Issue(issue) is null or { IsVerified: true }));
                if (fact.Event is MeasureSuperseded e)
                    Assert.True(before.Ladder.Find(e.By)!.Rung > before.Ladder.Find(e.No)!.Rung && before.Ladder.Find(e.By)!.IsInForce);
            }
        });

    /// <summary>Invariant 8, counted again from the facts alone.</summary>
    [Fact]
    public void TheRung_IsTheHighestInForce_AndTheRungsAddUp() =>
        Hold(life =>
        {
            var rungs = new Dictionary<int, Rung>();
            var by = new Dictionary<int, int>();
            var inForce = new HashSet<int>();
            foreach (var (_, fact, after) in RandomCasework.Trace(life))
            {
                switch (fact.Event)
                {
                    case MeasureProposed e:
                        rungs.Add(e.No, e.Rung);
                        break;
                    case MeasureServed e:
                        Assert.True(inForce.Add(e.No));
                        break;
                    case MeasureDischarged e:
                        Assert.True(inForce.Remove(e.No) || by.Remove(e.No));
                        break; // settled while superseded
                    case MeasureSuperseded e:
                        Assert.True(inForce.Remove(e.No));
                        by[e.No] = e.By;
                        break;
                    case MeasureRevoked e:
                        Assert.True(inForce.Remove(e.No));
                        foreach (var back in by.Where(pair => pair.Value == e.No).Select(pair => pair.Key).ToList())
                        {
                            inForce.Add(back);
                            by.Remove(back);
                        }

                        break;
                }

                Assert.Equal(
                    inForce.Order(),
                    after.Ladder.Measures.Where(measure => measure.IsInForce).Select(measure => measure.No).Order()
                );
                Assert.Equal(inForce.Select(no => rungs[no]).DefaultIfEmpty(Rung.None).Max(), after.Ladder.Rung);
                Assert.Equal(
                    inForce.Count,
                    Enum.GetValues<Rung>().Sum(rung => after.Ladder.Measures.Count(measure => measure.IsInForce && measure.Rung == rung))
                );
                // A circular that issues itself is proposed, decided and served by one stroke: it is not open for anybody.
                var open = after.Ladder.Measures.Where(measure =>
                    measure.State == MeasureState.Proposed
                        ? measure.Deadlines.Of(DeadlineKind.Decide) is not null
                        : measure is { State: MeasureState.Decided, DecidedBy: not "system" }
                );
                Assert.All(open.GroupBy(measure => measure.Rung), each => Assert.Single(each));
            }
        });

    /// <summary>Invariants 8 and 10.</summary>
    [Fact]
    public void AMeasure_IsDecidedByAPersonOfRank_AndServedOnItsPapers() =>
        Hold(life =>
        {
            foreach (var (before, fact, after) in RandomCasework.Trace(life))
            {
                if (fact.Event is MeasureDecided decided)
                {
                    var measure = before.Ladder.Find(decided.No)!;
                    if (decided.By == Actor.System.Name)
                        Assert.True(
                            measure.Rung == Rung.Circular
                                && life.Rules.PolicyVersion(measure.PolicyVersion).OfLadder.AutomaticRules.Contains(measure.Rule)
                                && LadderCalls.Clerical.Contains(measure.Rule)
                        );
                    else
                        Assert.True(Permission.MayDecide(Roles[decided.By], measure.Rung), $"{decided.By} decided {measure.Rung}");
                    Assert.Superset(
                        RungPapers.ToDecide(measure.Rung).ToHashSet(),
                        decided.Attachments.Select(paper => paper.Kind).ToHashSet()
                    );
                }

                if (fact.Event is MeasureServed served)
                    Assert.Superset(
                        RungPapers.ToServe(after.Ladder.Find(served.No)!.Rung, served.Form).ToHashSet(),
                        served.Attachments.Select(paper => paper.Kind).ToHashSet()
                    );
            }
        });

    /// <summary>Invariant 9, counted again from the facts alone.</summary>
    [Fact]
    public void AccountabilityForPersistence_ImpliesItsCountedProof() =>
        Lives.Sample(
            gene =>
            {
                var life = RandomCasework.Lived(gene);
                var served = new List<(Rung Rung, DateTimeOffset At, string Source)>();
                foreach (var (before, fact, after) in RandomCasework.Trace(life))
                {
                    var day = CivilTime.DateOf(fact.EffectiveAt);
                    if (fact.Event is MeasureServed e)
                        served.Add((after.Ladder.Find(e.No)!.Rung, fact.EffectiveAt, $"measure/{e.No}"));
                    if (fact.Event is UnitNamed named)
                        served.Add((Rung.Circular, CivilTime.StartOf(named.IssuedOn!.Value), $"bulletin/{named.Bulletin}"));
                    if (fact.Event is MeasureRevoked revoked)
                        served.RemoveAll(each => each.Source == $"measure/{revoked.No}");
                    if (fact.Event is not MeasureProposed { Rule: "LR-15" } proposed)
                        continue;
                    // A clock of a measure that came back by a revocation may fall before what was served since.
                    var within = served
                        .Where(each =>
                            each.Rung <= Rung.KeySupervision
                            && CivilTime.DateOf(each.At) >= day.AddDays(-365)
                            && each.At <= fact.EffectiveAt
                        )
                        .ToList();
                    Assert.Equal(within.Select(each => each.Source).Order(), proposed.Proof.Order());
                    Assert.Contains(
                        before.Ladder.Measures,
                        measure =>
                        {
                            var policy = life.Rules.PolicyVersion(measure.PolicyVersion).OfLadder;
                            return LadderRules.IsExhausted(before, measure)
                                && within.Count(each => each.Rung == Rung.Circular) >= policy.PersistNotices
                                && within.Count(each => each.Rung == Rung.Interview) >= policy.PersistInterviews
                                && within.Count(each => each.Rung == Rung.KeySupervision) >= policy.PersistKeySupervisions;
                        }
                    );
                }
            },
            iter: 4 * Cases,
            threads: 1
        );

    /// <summary>Invariant 11.</summary>
    [Fact]
    public void AMeasure_IsJudgedByThePolicyItBeganUnder() =>
        Hold(life =>
        {
            foreach (var (before, fact, _) in RandomCasework.Trace(life))
            {
                var day = CivilTime.DateOf(fact.EffectiveAt);
                LadderPolicy Pinned(int no) => life.Rules.PolicyVersion(before.Ladder.Find(no)!.PolicyVersion).OfLadder;
                switch (fact.Event)
                {
                    case MeasureProposed e:
                        Assert.Equal(life.Rules.PolicyOn(day).Version, e.PolicyVersion);
                        break;
                    case MeasureServed e when before.Ladder.Find(e.No)!.Rung == Rung.Circular:
                        Assert.Equal(day.AddDays(Pinned(e.No).FixDays), e.Deadlines.Single().Due);
                        break;
                    case MeasureServed e when before.Ladder.Find(e.No)!.Rung == Rung.KeySupervision:
                        Assert.Equal(day.AddDays(Pinned(e.No).PeriodDays), e.Deadlines.Of(DeadlineKind.Period)!.Due);
                        break;
                    case IssueOpened e:
                        Assert.Equal(life.Rules.PolicyOn(day).Version, e.PolicyVersion);
                        break;
                }
            }
        });

    /// <summary>Invariant 12 (D-14): the same case, with its visits counted or its months missed.</summary>
    [Fact]
    public void TheLadder_NeverReadsMonths() =>
        Lives.Sample(
            gene =>
            {
                var (visited, missed) = (
                    RandomCasework.Born(gene),
                    RandomCasework.Born(
                        gene,
                        cadence =>
                            cadence with
                            {
                                SchoolPerMonth = 8,
                                InstitutionPerQuarter = 8,
                                HolidayMode = HolidayMode.Required,
                                WarnDays = [20, 10],
                            }
                    )
                );
                foreach (var step in gene.Steps)
                {
                    RandomCasework.Live(visited, step);
                    RandomCasework.Live(
                        missed,
                        step,
                        command =>
                            command is RecordVisit visit ? visit with { Visit = visit.Visit with { Kind = VisitKind.Central } } : command
                    );
                }

                Assert.Equal(visited.Calls, missed.Calls);
                Assert.Equal(A.Json(visited.Ladder), A.Json(missed.Ladder));
            },
            iter: Cases,
            threads: 1
        );

    [Fact]
    public void Uploading_VisitsWithFindingsInAnyOrder_OpensTheSameIssues() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 9], Gen.Int[0, 9])
            .Array[0, 8]
            .Select(Gen.Int, (visits, seed) => (visits, seed))
            .Sample(
                set =>
                {
                    string[] categories =
                    [
                        "S-HW-01",
                        "S-HW-04",
                        "S-EX-02",
                        "S-AD-02",
                        "S-AD-07",
                        "S-AS-03",
                        "S-TE-01",
                        "S-EX-03",
                        "S-FM-01",
                        "S-LT-01",
                    ];
                    var visits = set.visits.DistinctBy(visit => visit.Item1).ToArray();
                    string Told(IEnumerable<(int Day, int One, int Other)> order)
                    {
                        var life = A.School().InspectedBy(A.Inspector).RegisteredAt("2026-03-01").AdvanceTo(Civil.At("2026-04-15 12:00"));
                        foreach (var (day, one, other) in order)
                        {
                            var visit = RandomCasework.Visit(
                                life,
                                Civil.At("2026-03-01 09:00").AddDays(day),
                                A.Inspector,
                                categories[one],
                                categories[other]
                            );
                            Assert.Null(life.As(The.Inspector, new RecordVisit(visit)).Refused);
                        }

                        return string.Join(
                            ' ',
                            life.State.Issues.Select(issue => $"{issue.Category}:{issue.Severity}:{issue.State}")
                                .Order(StringComparer.Ordinal)
                        );
                    }

                    var shuffled = visits.ToArray();
                    new Random(set.seed).Shuffle(shuffled);
                    Assert.Equal(Told(visits), Told(shuffled));
                },
                iter: Cases,
                threads: 1
            );

    [Fact]
    public void VisitMark_InASnapshot_IsAShortRow_AndTheObjectItWasBeforeIsRead()
    {
        var at = Civil.At("2026-04-09 09:00");
        foreach (var waits in new[] { false, true })
        {
            var state = UnitState.Empty with
            {
                Visits = [new(new Guid("3f2504e0-4f89-11d3-9a0c-0305e82c3301"), A.Inspector, at.AddTicks(7), at.AddHours(1), waits)],
            };
            var json = A.Json(state);
            Assert.Contains("[\"4AQlP4lP0xGaDAMF6CwzAQ\",\"", json, StringComparison.Ordinal);
            Assert.Equal(state.Visits, RulesJson.Read<UnitState>(RulesJson.Write(state)).Visits);
            var old =
                $$"""{"id":"3f2504e0-4f89-11d3-9a0c-0305e82c3301","inspector":"{{A.Inspector}}","startedAt":"2026-04-09T01:00:00.0000007+00:00","endedAt":"2026-04-09T02:00:00+00:00","awaitsApproval":{{(waits ? "true" : "false")}}}""";
            var start = json.IndexOf("\"visits\":[", StringComparison.Ordinal) + 10;
            var before = json[..start] + old + json[(json.IndexOf(']', start) + 1)..];
            Assert.Equal(state.Visits, RulesJson.Read<UnitState>(System.Text.Encoding.UTF8.GetBytes(before)).Visits);
        }
    }

    /// <summary>A unit that is visited every week or so and always has its hands full; what is open is bounded by people, not by time.</summary>
    [Fact]
    public void State_AfterTenBusyYears_IsStillSmall() =>
        RandomCasework
            .Of(0, 1)
            .Select(RandomCasework.Step(10 * 24).Array[1_300], (gene, steps) => gene with { Steps = steps })
            .Sample(
                gene =>
                {
                    var life = RandomCasework.Born(gene);
                    foreach (var step in gene.Steps)
                    {
                        RandomCasework.Live(life, step);
                        life.As(The.Inspector, new RecordVisit(RandomCasework.Visit(life, life.Now.AddHours(-1), A.Inspector)));
                        if (life.State.Issues.Length > 4)
                            life.Withdraws(life.State.Issues[0].No);
                        if (life.State.Referrals.Length > 2)
                            life.As(The.Clerk, new AnswerReferral(life.State.Referrals[0].No, "已处理", null, "复函"));
                        if (life.State.Entries is [var entered, _, _, ..])
                            life.As(
                                entered.By == The.Director.Name ? The.CommitteeOffice : The.Director,
                                new DecideEntry(entered.No, false, "已核")
                            );
                        if (
                            life.Ladder.Measures.FirstOrDefault(measure => measure is { Rung: Rung.Accountability, IsInForce: true }) is
                            { } decision
                        )
                            Finish(life, decision);
                        if (
                            life.Ladder.Measures is { Length: > 4 } measures
                            && measures.FirstOrDefault(measure => measure.State == MeasureState.Proposed) is { } waits
                        )
                            life.Rejects(waits.No);
                    }

                    Assert.True(life.Now > Civil.At("2036-01-05"), Civil.Clock(life.Now));
                    int Without(Func<UnitState, UnitState> part) =>
                        RulesJson.Write(life.State).Length - RulesJson.Write(part(life.State)).Length;
                    var size = RulesJson.Write(life.State).Length;
                    var open = Without(state =>
                        state with
                        {
                            Issues = [],
                            Referrals = [],
                            Entries = [],
                            Ladder = state.Ladder with { Measures = [] },
                        }
                    ); // as much as people leave open
                    Assert.True(
                        size <= 14_336 && size - open <= 8_704,
                        $"{size}: visits {Without(state => state with { Visits = [] })}, duties {Without(state => state with { Duties = [] })}, issues {Without(state => state with { Issues = [] })}, "
                            + $"measures {Without(state => state with { Ladder = state.Ladder with { Measures = [] } })} ({string.Join(' ', life.Ladder.Measures.Select(measure => $"R{(int)measure.Rung}{measure.State}{measure.Issues.Length}"))}), "
                            + $"served {Without(state => state with { Ladder = state.Ladder with { Served = [] } })}, complaints {Without(state => state with { Complaints = [] })}, flagged {Without(state => state with { Flagged = [] })}"
                    );
                },
                iter: 10,
                threads: 1
            );

    /// <summary>People bring an accountability decision to its end.</summary>
    private static Life Finish(Life life, Measure decision) =>
        decision.Remedy switch
        {
            RemedyState.UnderReview => life.Steps(decision.No, AppealStep.ReviewUpheld),
            RemedyState.UnderAppeal => life.Steps(decision.No, AppealStep.AppealUpheld),
            RemedyState.FoundWrong => life.Steps(decision.No, AppealStep.Corrected),
            _ => life.Executes(decision.No),
        };
}
