namespace Supervision.Rules.Tests.Inspectors;

/// <summary>What missed duties lead to by themselves (5.5, D-14, D-17).</summary>
public class LadderTests
{
    private const string Inspector = A.Inspector;

    [Fact]
    public void MissedDuty_NoticedTwice_IsRecordedOnceAtThePeriodsEnd()
    {
        var career = new Career().At("2026-05-03 08:00").Told("2026-04").Told("2026-04");

        career
            .Facts.Where(fact => fact.Event is DutyMissed)
            .Should()
            .ContainSingle()
            .Which.Should()
            .Match<Fact<InspectorEvent>>(fact =>
                fact.EffectiveAt == Civil.At("2026-05-01") && fact.RecordedAt == Civil.At("2026-05-03 08:00")
            );
        career
            .State.Missed.Should()
            .ContainSingle()
            .Which.Should()
            .Match<MissedDuty>(duty => duty.Unit == "school/1" && duty.Stands && duty.At == Civil.At("2026-05-01"));
    }

    [Fact]
    public void Reminder_ComesOnceAMonth_HoweverManySchoolsAndBatches()
    {
        var career = new Career().At("2026-05-01").Told("2026-04", DutyState.Missed, "1", "2").Told("2026-04", DutyState.Missed, "3");

        career.Steps.Should().Equal((1, InspectorRung.Reminder, StepState.Decided));
        career
            .State.Steps[0]
            .Should()
            .Match<InspectorStep>(
                step => step.Duties.Length == 3 && step.Due == Civil.Day("2026-05-08"),
                "1–5 May are off, 6, 7, 8 May are worked"
            );
        career.OpenAlerts.Should().Equal($"inspector-reminder:{Inspector}:1");
        career.Facts.Single(fact => fact.Event is ReminderIssued).EffectiveAt.Should().Be(Civil.At("2026-05-01"));
    }

    [Fact]
    public void Quarter_CountsForItsLastMonth()
    {
        var career = new Career().At("2026-07-01").Told("2026Q2").Told("2026-06", DutyState.Missed, "2");

        career.State.Months(career.Now).Should().Equal(Period.Month(2026, 6));
        career.Steps.Should().ContainSingle();
    }

    [Fact]
    public void PeriodNotEnded_OrEndedOverAYearAgo_IsNotNoticed()
    {
        new Career().At("2026-04-30 23:59:59.999").Told("2026-04").Facts.Should().ContainSingle("the appointment");
        new Career().At("2027-05-01 23:59:59.999").Told("2026-04").State.Missed.Should().ContainSingle("365 days, that day included");
        new Career().At("2027-05-02").Told("2026-04").State.Missed.Should().BeEmpty();
    }

    [Fact]
    public void ForgottenDuty_IsNeverCountedAgain()
    {
        var career = new Career().Missing("2026-04").At("2027-05-02").Told("2027-04").Told("2026-04");

        career.State.Missed.Should().ContainSingle().Which.Period.Should().Be(Period.Month(2027, 4));
        career.Happened<DutyMissed>().Should().HaveCount(2);
    }

    [Theory]
    [InlineData(DutyState.SatisfiedLate)]
    [InlineData(DutyState.Excused)]
    public void RestatedDuty_NoLongerCounts_AndItsReminderLapses(DutyState restated)
    {
        var career = new Career().Missing("2026-04").At("2026-05-02").Told("2026-04", restated).Told("2026-04", restated);

        career.Happened<DutyRestated>().Should().ContainSingle();
        career.State.Months(career.Now).Should().BeEmpty();
        career.Steps.Should().Equal((1, InspectorRung.Reminder, StepState.Lapsed));
        career.OpenAlerts.Should().BeEmpty();
        career.Told("2026-04").Happened<DutyMissed>().Should().ContainSingle("a row that is late changes nothing");
    }

    [Fact]
    public void RestatedDuty_NeverNoticedAsMissed_IsNobodysMatter() =>
        new Career().At("2026-05-02").Told("2026-04", DutyState.SatisfiedLate).Facts.Should().ContainSingle();

    [Fact]
    public void RestatedDuty_LeavesAReminderThatOtherSchoolsKeepUp()
    {
        var career = new Career()
            .At("2026-05-01")
            .Told("2026-04", DutyState.Missed, "1", "2")
            .Told("2026-04", DutyState.SatisfiedLate, "1");

        career.Steps.Should().Equal((1, InspectorRung.Reminder, StepState.Decided));
    }

    [Fact]
    public void LapsedReminder_IsIssuedAnewForAnotherSchoolOfTheMonth()
    {
        var career = new Career().Missing("2026-04").Told("2026-04", DutyState.SatisfiedLate).Told("2026-04", DutyState.Missed, "2");

        career.Steps.Should().Equal((1, InspectorRung.Reminder, StepState.Lapsed), (2, InspectorRung.Reminder, StepState.Decided));
        career.OpenAlerts.Should().Equal($"inspector-reminder:{Inspector}:2");
    }

    [Theory]
    [InlineData(1, InspectorRung.None)]
    [InlineData(2, InspectorRung.Criticism)]
    [InlineData(3, InspectorRung.SelfExamination)]
    [InlineData(4, InspectorRung.CircularCriticism)]
    [InlineData(5, InspectorRung.CircularCriticism)]
    public void Months_WithMissedDuties_CallForARung(int months, InspectorRung rung)
    {
        var career = new Career().Missing([.. new[] { "2026-03", "2026-04", "2026-05", "2026-06", "2026-09" }.Take(months)]);

        career
            .State.Steps.Where(step => step.State == StepState.Proposed)
            .Select(step => step.Rung)
            .Should()
            .Equal(rung == InspectorRung.None ? [] : [rung]);
        career.Happened<StepDecided>().Should().BeEmpty("nothing but the reminder issues itself");
        career.Happened<QualificationRevoked>().Should().BeEmpty();
        career.State.Steps.Count(step => step.Rung == InspectorRung.Reminder).Should().Be(months);
    }

    [Fact]
    public void ManySchools_InOneMonth_AreOneMonth() =>
        new Career()
            .At("2026-05-01")
            .Told("2026-04", DutyState.Missed, "1", "2", "3", "4", "5")
            .Happened<StepProposed>()
            .Should()
            .BeEmpty();

    [Fact]
    public void HigherProposal_TakesTheLowerOnesPlace()
    {
        var career = new Career().Missing("2026-03", "2026-04", "2026-05");

        career
            .Steps.Should()
            .Contain((3, InspectorRung.Criticism, StepState.Lapsed))
            .And.Contain((5, InspectorRung.SelfExamination, StepState.Proposed));
        career
            .OpenAlerts.Where(id => id.StartsWith("inspector-step", StringComparison.Ordinal))
            .Should()
            .Equal($"inspector-step-proposed:{Inspector}:5");
        career
            .State.Steps.Single(step => step.No == 5)
            .Should()
            .Match<InspectorStep>(step => step.Duties.Length == 3 && step.Due == Civil.Day("2026-06-08") && step.IsByRule);
    }

    [Fact]
    public void Outage_OverTwoMonths_EndsLikeNoticingEachInTime()
    {
        var late = new Career().At("2026-05-20").Told("2026-03").At("2026-05-20");
        late.Told("2026-04");

        late.Steps.Select(step => (step.Item2, step.Item3))
            .Should()
            .Equal(new Career().Missing("2026-03", "2026-04").Steps.Select(step => (step.Item2, step.Item3)));
    }

    [Fact]
    public void Proposal_WhoseMonthIsRestated_Lapses()
    {
        var career = new Career().Missing("2026-03", "2026-04").Told("2026-03", DutyState.Excused);

        career
            .Steps.Should()
            .Equal(
                (1, InspectorRung.Reminder, StepState.Lapsed),
                (2, InspectorRung.Reminder, StepState.Decided),
                (3, InspectorRung.Criticism, StepState.Lapsed)
            );
    }

    [Fact]
    public void Decision_StandsWhenAMonthIsRestatedLater()
    {
        var career = new Career()
            .Missing("2026-03", "2026-04")
            .Do(Career.Director, new DecideStep(3, "情况属实", null))
            .Told("2026-03", DutyState.Excused);

        career.Steps.Should().Contain((3, InspectorRung.Criticism, StepState.Decided));
    }

    [Fact]
    public void RejectedProposal_ComesBackWithTheNextMonthOnly()
    {
        var policy = InspectorPolicy.Default with { SelfExaminationMonths = 6, CircularMonths = 6 };
        var career = new Career(policy).Missing("2026-03", "2026-04").Do(Career.Director, new RejectStep(3, "已另行安排"));

        career
            .Told("2026-04", DutyState.Missed, "2")
            .Happened<StepProposed>()
            .Should()
            .ContainSingle("it is the month that was decided on");
        career.Missing("2026-05").Happened<StepProposed>().Should().HaveCount(2);
    }

    [Fact]
    public void Months_OlderThanAYear_NoLongerPropose()
    {
        new Career()
            .Missing("2025-10", "2026-10")
            .Happened<StepProposed>()
            .Should()
            .ContainSingle("31 October 2025 to 1 November 2026 is 365 days");
        new Career().Missing("2025-10").At("2026-11-02").Told("2026-10").Happened<StepProposed>().Should().BeEmpty();
    }

    [Fact]
    public void Policy_OfTheCounty_DecidesWhen() =>
        new Career(new(1, 2, 3, 2, 1))
            .Missing("2026-03")
            .State.Steps.Select(step => (step.Rung, step.Due, step.PolicyVersion))
            .Should()
            .Equal((InspectorRung.Reminder, Civil.Day("2026-04-02"), 1), (InspectorRung.Criticism, Civil.Day("2026-04-03"), 1));

    [Fact]
    public void NobodyAppointed_IsNotCharged() =>
        InspectorLadderRules
            .Charge(
                InspectorState.Empty,
                [new("school/1", "示例小学", 1, Period.Month(2026, 4), DutyState.Missed)],
                Civil.At("2026-05-01"),
                new(A.Zhejiang)
            )
            .Should()
            .BeEmpty();
}
