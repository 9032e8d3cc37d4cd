namespace Supervision.Rules.Tests.Cadence;

/// <summary>Who is responsible when, whose visits count, and who is charged (5.3, D-17, invariant 1).</summary>
public class ResponsibilityTests
{
    [Theory]
    [InlineData("2026-04-01", A.Other, ChargeBasis.Responsible)]
    [InlineData("2026-04-21", A.Other, ChargeBasis.Responsible)] // ten days before 1 May 00:00
    [InlineData("2026-04-22", null, ChargeBasis.Handover)] // nine
    [InlineData("2026-04-30", null, ChargeBasis.Handover)]
    [InlineData("2026-05-01", A.Inspector, ChargeBasis.Responsible)] // changes hands after April
    public void Handover_ShortBeforeTheEnd_IsChargedToTheCounty(string from, string? charged, ChargeBasis basis) =>
        A.VisitedSchool()
            .Assign(A.Other, from)
            .At("2026-05-01")
            .Happened<PeriodMissed>()
            .Single()
            .Should()
            .Be(new PeriodMissed(Period.Month(2026, 4), charged, basis));

    [Fact]
    public void School_WithoutInspector_IsChargedToTheCounty() =>
        A.School()
            .RegisteredAt("2026-04-01")
            .At("2026-05-01")
            .Happened<PeriodMissed>()
            .Single()
            .Should()
            .Be(new PeriodMissed(Period.Month(2026, 4), null, ChargeBasis.Unassigned));

    [Fact]
    public void Assignment_InTheFuture_ChangesHandsAtMidnightOfItsDay()
    {
        var school = A.VisitedSchool().Assign(A.Other, "2026-04-16", "2026-04-20");
        school.At("2026-04-15 23:59:59.999").State.Responsible.Should().Be(A.Inspector);
        school.At("2026-04-16 00:00").State.Responsible.Should().Be(A.Other);
        school.At("2026-04-20 23:59:59.999").State.Responsible.Should().Be(A.Other);
        school.At("2026-04-21 00:00").State.Responsible.Should().BeNull();
        school.State.Tenures.Select(tenure => Civil.Clock(tenure.Since)[..10]).Should().Equal("2026-03-01", "2026-04-16", "2026-04-21");
    }

    [Fact]
    public void Assignment_FromToday_ReachesBackToMidnight()
    {
        var school = A.VisitedSchool().At("2026-04-16 15:00").Assign(A.Other, "2026-04-16");
        school.State.ResponsibleAt(Civil.At("2026-04-15 23:59:59.999")).Should().Be(A.Inspector);
        school.State.ResponsibleAt(Civil.At("2026-04-16")).Should().Be(A.Other);
    }

    [Fact]
    public void Assignment_FromLongAgo_ReachesBackToTheOpenPeriodOnly()
    {
        var school = A.VisitedSchool().At("2026-04-16 15:00").Assign(A.Other, "2026-03-01");
        school.State.ResponsibleAt(Civil.At("2026-03-31 23:59:59.999")).Should().Be(A.Inspector);
        school.State.ResponsibleAt(Civil.At("2026-04-01")).Should().Be(A.Other);
    }

    [Fact]
    public void Assignment_AskedForTwice_ChangesNothing()
    {
        var school = A.VisitedSchool().Assign(A.Other, "2026-05-01");
        var facts = school.Facts.Count;
        school.Assign(A.Other, "2026-05-01").Facts.Should().HaveCount(facts);
        school.Do(new RegisterUnit(school.Profile, null)).Facts.Should().HaveCount(facts);
    }

    [Fact]
    public void Assignment_ThatStartsEarlier_ReplacesWhatWasPlannedAfterIt()
    {
        var school = A.VisitedSchool().Assign(A.Other, "2026-05-01").Assign("督学-330521-03", "2026-04-20").At("2026-06-01");
        school.State.Responsible.Should().Be("督学-330521-03");
        school.State.Assignments.Should().ContainSingle();
    }

    [Theory]
    [InlineData("2026-04-09 23:59:59.999", false)]
    [InlineData("2026-04-10 00:00", true)]
    [InlineData("2026-04-12 23:59:59.999", true)]
    [InlineData("2026-04-13 00:00", false)]
    public void Deputy_OnADayOfTheDelegation_Counts(string startedAt, bool counts)
    {
        var school = A.VisitedSchool().At("2026-04-01").Delegate(A.Other, "2026-04-10", "2026-04-12").Visit(startedAt, by: A.Other);
        school.Outcome!.NotCounted.Should().Be(counts ? null : NotCountedReason.NotResponsible);
        school.Duty("2026-04").Should().Be(counts ? DutyState.Satisfied : DutyState.Pending);
    }

    [Theory]
    [InlineData("2026-04-19 23:59", DutyState.Satisfied)]
    [InlineData("2026-04-20 00:00", DutyState.Pending)] // longer after it than a late upload takes: the county looks
    public void Deputy_WhoseDelegationIsOver_StillCountsForItsDays_AsLongAsALateUploadTakes(string uploadedAt, DutyState state) =>
        A.VisitedSchool()
            .At("2026-04-01")
            .Delegate(A.Other, "2026-04-10", "2026-04-12")
            .Visit("2026-04-11 09:00", by: A.Other, uploadedAt: uploadedAt)
            .Duty("2026-04")
            .Should()
            .Be(state);

    [Fact]
    public void Visit_OfAnotherInspector_IsRecordedButCountsNothing()
    {
        var school = A.VisitedSchool().Visit("2026-04-09 09:00", by: A.Other);
        school.Outcome.Should().Be(new VisitOutcome(school.Outcome!.Id, false, null, NotCountedReason.NotResponsible));
        school.State.LastVisitAt.Should().Be(Civil.At("2026-03-10 09:00"));
    }

    [Fact]
    public void Visit_BeforeTheHandover_IsJudgedByWhoWasResponsibleThen()
    {
        var school = A.VisitedSchool().Assign(A.Other, "2026-04-16").At("2026-04-17");
        school.Visit("2026-04-15 22:00", uploadedAt: "2026-04-18").Duty("2026-04").Should().Be(DutyState.Satisfied);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void CentralInspection_SatisfiesTheMonth_OnlyWherePolicySaysSo(bool centralCounts)
    {
        var school = A.School()
            .InspectedBy(A.Inspector)
            .Under(policy => policy with { CentralCounts = centralCounts })
            .RegisteredAt("2026-04-01")
            .Visit("2026-04-09 09:00", kind: VisitKind.Central);
        school.Duty("2026-04").Should().Be(centralCounts ? DutyState.Satisfied : DutyState.Pending);
        school.Outcome!.NotCounted.Should().Be(centralCounts ? null : NotCountedReason.Central);
    }
}
