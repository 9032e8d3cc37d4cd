namespace Supervision.Rules.Tests.Cadence;

/// <summary>教育督导条例, Art. 14: two visits to each school in a term at least, judged when the term ends.</summary>
public class TermMinimumTests
{
    private const string Alert = "term-minimum:2133901746:2026-07-03";

    private static Life School() => A.School().InspectedBy(A.Inspector).RegisteredAt("2026-03-01");

    [Fact]
    public void Term_WithOneVisit_AlertsInspectorAndCountyWhenItEnds_AndLeavesTheLadderAlone()
    {
        var school = School().Visit("2026-03-10 09:00").At("2026-07-03 23:59");
        school.Happened<TermMinimumMissed>().Should().BeEmpty();

        school.At("2026-07-04 00:00");

        school
            .Happened<TermMinimumMissed>()
            .Should()
            .Equal(new TermMinimumMissed(Civil.Day("2026-03-04"), Civil.Day("2026-07-03"), 1, 2, 0, Civil.Day("2027-01-22")));
        school.Raised[Alert].Recipients.Should().Equal("inspector/" + A.Inspector, "county/330521");
        school.Raised[Alert].EffectiveAt.Should().Be(Civil.At("2026-07-04"));
        school.Reason("COV-TERM-MINIMUM").Arguments.Should().Equal("2026-03-04", "2026-07-03", "1", "2");
        school.State.Ladder.Measures.Should().BeEmpty();
        school.State.Ladder.Rung.Should().Be(Rung.None);
    }

    [Fact]
    public void Term_NoticedWeeksLater_IsEffectiveAtItsEnd_AndOnce()
    {
        var school = School().Visit("2026-03-10 09:00").At("2026-09-20");
        var fact = school.Facts.Single(fact => fact.Event is TermMinimumMissed);
        (fact.EffectiveAt, fact.RecordedAt).Should().Be((Civil.At("2026-07-04"), Civil.At("2026-09-20")));
        school.At("2026-12-20").Happened<TermMinimumMissed>().Should().ContainSingle();
    }

    [Fact]
    public void Term_WithTwoVisits_IsKept_WhateverTheMonths() =>
        School().Visit("2026-03-10 09:00").Visit("2026-03-11 09:00").At("2026-09-01").Happened<TermMinimumMissed>().Should().BeEmpty();

    [Fact]
    public void CentralVisit_AndOneOfSomebodyElse_AreNoRegularSupervision()
    {
        var school = School()
            .Visit("2026-03-10 09:00")
            .Visit("2026-04-10 09:00", kind: VisitKind.Central)
            .Visit("2026-05-11 09:00", by: A.Other)
            .At("2026-07-04");
        school.Happened<TermMinimumMissed>().Single().Visits.Should().Be(1);
    }

    [Fact]
    public void Deputy_CountsOnHisDays() =>
        School()
            .Visit("2026-03-10 09:00")
            .Delegate(A.Other, "2026-05-01", "2026-05-31")
            .Visit("2026-05-11 09:00", by: A.Other)
            .At("2026-07-04")
            .Happened<TermMinimumMissed>()
            .Should()
            .BeEmpty();

    [Fact]
    public void VisitMadeInTermAndUploadedAfterIt_EndsTheAlertAndTheReason()
    {
        var school = School().Visit("2026-03-10 09:00").At("2026-07-05");
        school.OpenAlerts.Should().Contain(Alert);
        school.Visit("2026-07-02 09:00", uploadedAt: "2026-07-05 10:00");
        school.OpenAlerts.Should().NotContain(Alert);
        school.ReasonCodes.Should().NotContain("COV-TERM-MINIMUM");
        school.At("2026-08-20").Happened<TermMinimumMissed>().Should().ContainSingle("what was judged stays on record");
    }

    [Fact]
    public void NextTermOver_NobodyIsToldOfTheOneBefore()
    {
        var school = School().Visit("2026-03-10 09:00").At("2026-07-05");
        school.Visit("2026-09-10 09:00").Visit("2026-10-12 09:00").At("2027-02-01").OpenAlerts.Should().NotContain(Alert);
        school.ReasonCodes.Should().NotContain("COV-TERM-MINIMUM");
    }

    [Theory]
    [InlineData("2026-04-20", 1)]
    [InlineData("2026-06-01", 0)]
    public void School_ThatCameWithinTheTerm_AnswersForItWhenHalfOfItWasLeft(string registered, int missed) =>
        A.School()
            .InspectedBy(A.Inspector)
            .RegisteredAt(registered)
            .At("2026-07-10")
            .Happened<TermMinimumMissed>()
            .Should()
            .HaveCount(missed);

    [Fact]
    public void SuspendedSchool_AndAnInstitution_OweNone()
    {
        School().Becomes(UnitStatus.Suspended).At("2026-09-01").Happened<TermMinimumMissed>().Should().BeEmpty();
        A.Institution()
            .InspectedBy(A.Inspector)
            .RegisteredAt("2026-03-01")
            .At("2026-09-01")
            .Happened<TermMinimumMissed>()
            .Should()
            .BeEmpty();
    }

    [Fact]
    public void CountyWithItsOwnTerm_IsJudgedWhenThatEnds()
    {
        var own = new SchoolCalendar(
            Calendars.StateCouncil,
            Calendars.TermsOf("33"),
            new([new(Civil.Day("2026-02-25"), Civil.Day("2026-06-26"))], [])
        );
        var fact = A.School()
            .InCalendar(own)
            .InspectedBy(A.Inspector)
            .RegisteredAt("2026-03-01")
            .At("2026-07-04")
            .Facts.Single(fact => fact.Event is TermMinimumMissed);
        fact.EffectiveAt.Should().Be(Civil.At("2026-06-27"));
        ((TermMinimumMissed)fact.Event).First.Should().Be(Civil.Day("2026-02-25"));
    }

    [Fact]
    public void MinimumOfNone_AsksForNone()
    {
        var state = School().State;
        var rules = new Rulebook(
            A.Zhejiang,
            [
                Policy.Default with
                {
                    Version = 1,
                    EffectiveFrom = Civil.Day("2026-01-01"),
                    Office = OfficePolicy.Default with { TermMinimum = 0 },
                },
            ]
        );
        UnitClock.Advance(state, Civil.At("2026-09-01"), rules).Should().NotContain(fact => fact.Event is TermMinimumMissed);
        TermMinimum.ProgressOn(state, Civil.Day("2026-04-01"), rules).Should().BeNull();
    }

    [Fact]
    public void Progress_SaysTheTermAndTheVisitsSoFar() =>
        TermMinimum
            .ProgressOn(School().Visit("2026-03-10 09:00").State, Civil.Day("2026-04-01"), new(A.Zhejiang))
            .Should()
            .Be(new TermProgress(new(Civil.Day("2026-03-04"), Civil.Day("2026-07-03"), TermSource.Province), 1, 2));

    [Fact]
    public void SchoolVisitedWeekly_IsNeverShort_HoweverManyMarksWereDropped()
    {
        var school = A.School().InspectedBy(A.Inspector).RegisteredAt("2025-09-01");
        for (var day = Civil.At("2025-09-02 09:00"); day < Civil.At("2026-07-01"); day = day.AddDays(4))
            school.AdvanceTo(day.AddHours(1)).Do(new RecordVisit(A.Visit(day)));
        school.At("2026-08-30").Happened<TermMinimumMissed>().Should().BeEmpty();
    }
}
