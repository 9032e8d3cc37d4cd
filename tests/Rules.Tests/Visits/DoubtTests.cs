namespace Supervision.Rules.Tests.Visits;

/// <summary>A visit that was taken and is doubted later counts no more until the county believes it; its month says so by added facts (5.3, invariants 3 and 4).</summary>
public class DoubtTests
{
    private static readonly Guid Elsewhere = new("7b6a3f1e-2c4d-4b8f-9f3e-6a5b4c3d2e10");

    private static Life Visited() => A.VisitedSchool().Visit("2026-04-14 08:00");

    private static VisitMark Mark(Visit visit) => new(visit.Id, visit.Inspector, visit.StartedAt, visit.EndedAt, false);

    private static VisitMark April => Mark(A.Visit("2026-04-14 08:00"));

    private static QuestionVisit Question(Guid? other = null, VisitMark? visit = null) =>
        new(
            visit ?? April,
            [
                new(
                    other ?? Elsewhere,
                    "school/2133901747",
                    "德清县另一小学",
                    Civil.At("2026-04-14 08:30"),
                    Civil.At("2026-04-14 09:30"),
                    null,
                    null,
                    120
                ),
            ]
        );

    [Fact]
    public void SatisfiedMonth_ThatStillRuns_IsOpenAgain_WhenItsVisitIsDoubted()
    {
        var life = Visited().At("2026-04-20 10:00");
        life.Duty("2026-04").Should().Be(DutyState.Satisfied);

        life.Do(Question());

        life.Duty("2026-04").Should().Be(DutyState.Pending);
        (life.DutyOf("2026-04").Counted.Length, life.State.LastVisitAt).Should().Be((0, Civil.At("2026-03-10 09:00")));
        life.Happened<PeriodSatisfied>().Should().HaveCount(2, "what was said of April stays on record");
        life.OpenAlerts.Should().Equal($"visit-flagged:2133901746:{April.Id}:{Elsewhere.ToString("N")[..12]}");
        CaseSummaries
            .Waiting(life.State)
            .Single()
            .Should()
            .BeEquivalentTo(new { Kind = WaitingKind.ConfirmFlagged, Subject = $"visit/{April.Id}" });
        life.Visit("2026-04-21 09:00").Duty("2026-04").Should().Be(DutyState.Satisfied, "another visit satisfies it");
    }

    [Fact]
    public void SatisfiedMonth_InItsLastDays_WarnsAgain()
    {
        var life = Visited().At("2026-04-28 10:00").Do(Question());
        (life.Duty("2026-04"), life.DutyOf("2026-04").DaysLeft).Should().Be((DutyState.DueSoon, 3));
    }

    [Fact]
    public void SatisfiedMonth_ThatIsOver_IsMissed_AndChargedAsAtItsEnd()
    {
        var life = Visited().At("2026-05-06 10:00").Do(Question());

        life.Happened<PeriodRestated>()
            .Single()
            .Should()
            .Be(new PeriodRestated(Period.Parse("2026-04"), DutyState.Missed, April.Id, A.Inspector, ChargeBasis.Responsible));
        life.Duty("2026-04").Should().Be(DutyState.Missed);
        life.OpenAlerts.Should().Contain(id => id.StartsWith("missed-visit:2133901746:2026-04:", StringComparison.Ordinal));
        ChargedDuty
            .Of(Summaries.Of(life.State, 1, life.Rules))
            .Should()
            .Contain(charged =>
                charged.Inspector == A.Inspector && charged.Duty.Period == Period.Parse("2026-04") && charged.Duty.State == DutyState.Missed
            );
    }

    [Theory]
    [InlineData("2026-04-20 10:00")]
    [InlineData("2026-05-06 10:00")]
    public void DoubtedVisit_Believed_IsAgainWhatItWas_AndNothingIsLeftToDo(string at)
    {
        var life = Visited().At(at).Do(Question());
        life.By(The.Clerk).Do(new ConfirmFlagged(April.Id, "两校同址")).By(null);

        (life.Refused, life.Duty("2026-04")).Should().Be((null, DutyState.Satisfied));
        life.DutyOf("2026-04").Counted.Should().Equal(April.Id);
        life.State.LastVisitAt.Should().Be(April.StartedAt);
        life.OpenAlerts.Should().BeEmpty();
        var facts = life.Facts.Count;
        life.Do(Question()).Facts.Should().HaveCount(facts, "the county has judged these two");
        life.Do(Question(Guid.NewGuid())).Duty("2026-04").Should().NotBe(DutyState.Satisfied, "another contradiction is news");
    }

    [Theory]
    [InlineData("2026-04-20 10:00", DutyState.Pending)]
    [InlineData("2026-05-06 10:00", DutyState.Missed)]
    public void DoubtedVisit_Voided_CountsNoMore(string at, DutyState left)
    {
        var life = Visited().At(at).Do(Question()).By(The.Clerk).Do(new VoidVisit(April.Id, "不实")).By(null);
        (life.Duty("2026-04"), life.State.Doubts.Length, life.State.Visits.Any(mark => mark.Id == April.Id)).Should().Be((left, 0, false));
        life.OpenAlerts.Should().NotContain(id => id.StartsWith("visit-flagged", StringComparison.Ordinal));
        var facts = life.Facts.Count;
        life.Do(Question(Guid.NewGuid())).Facts.Should().HaveCount(facts, "a void visit is not doubted");
    }

    [Fact]
    public void SecondVisit_OfTheMonth_TakesThePlaceOfTheDoubtedOne()
    {
        var life = Visited().Visit("2026-04-16 09:00").At("2026-05-06 10:00").Do(Question());
        life.Duty("2026-04").Should().Be(DutyState.Satisfied);
        life.DutyOf("2026-04").Counted.Should().Equal(A.Visit("2026-04-16 09:00").Id);
        life.Happened<PeriodRestated>().Should().BeEmpty();
    }

    [Fact]
    public void HeldVisit_Doubted_WaitsForBelief_AndThenForApproval()
    {
        var late = A.Visit("2026-04-15 09:00");
        var life = A.VisitedSchool().Visit("2026-04-15 09:00", uploadedAt: "2026-05-20 09:00").Do(Question(visit: Mark(late)));
        life.State.Visits.Should().NotContain(mark => mark.AwaitsApproval);
        life.By(The.Clerk)
            .Do(new ConfirmFlagged(late.Id, "属实"))
            .State.Visits.Should()
            .Contain(mark => mark.Id == late.Id && mark.AwaitsApproval);
        life.Approve("2026-04").Duty("2026-04").Should().Be(DutyState.SatisfiedLate);
    }

    [Fact]
    public void VisitDoubtedSinceItArrived_TakesOnWhatIsFoundBesides()
    {
        var life = A.VisitedSchool()
            .At("2026-04-14 09:00")
            .Do(new RecordVisit(A.Visit("2026-04-14 08:00"), [VisitFlag.OverlappingVisit], Question().Conflicts))
            .Do(Question(Guid.NewGuid()));
        var doubt = life.State.Doubts.Single();
        (doubt.Conflicts.Length, doubt.Taken, life.State.Flagged.Length).Should().Be((2, null, 1));
        life.By(The.Clerk).Do(new ConfirmFlagged(April.Id, "属实")).Duty("2026-04").Should().Be(DutyState.Satisfied);
        (life.State.Doubts.Length, life.OpenAlerts.Count()).Should().Be((0, 0));
    }

    [Fact]
    public void Doubting_IsForTheSystemAlone()
    {
        var life = Visited();
        foreach (var person in new[] { The.Clerk, The.Director, The.Inspector, The.School, The.Administrator })
            life.As(person, Question()).Refused.Should().Be(RefusalCode.RoleNotAllowed);
    }
}
