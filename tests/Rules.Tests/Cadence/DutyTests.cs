namespace Supervision.Rules.Tests.Cadence;

/// <summary>Every state of 5.3 and how a period gets there.</summary>
public class DutyTests
{
    [Fact]
    public void School_NewMonth_IsPending()
    {
        var school = A.VisitedSchool().At("2026-04-01");
        school.Duty("2026-04").Should().Be(DutyState.Pending);
        school.Duty("2026-03").Should().Be(DutyState.Satisfied);
        school.Happened<PeriodOpened>().Last().Should().Be(new PeriodOpened(Period.Month(2026, 4), 1, 0, 18, false));
    }

    [Theory]
    [InlineData("2026-04-23 23:59:59.999", DutyState.Pending, null)]
    [InlineData("2026-04-24 00:00", DutyState.DueSoon, 7)]
    [InlineData("2026-04-27 23:59:59.999", DutyState.DueSoon, 7)]
    [InlineData("2026-04-28 00:00", DutyState.DueSoon, 3)]
    [InlineData("2026-04-29 23:59:59.999", DutyState.DueSoon, 3)]
    [InlineData("2026-04-30 00:00", DutyState.DueSoon, 1)]
    [InlineData("2026-04-30 23:59:59.999", DutyState.DueSoon, 1)]
    [InlineData("2026-05-01 00:00", DutyState.Missed, 1)]
    public void School_NoVisitInApril_IsWarnedAndThenMissedAtMidnight(string at, DutyState state, int? daysLeft)
    {
        var duty = A.VisitedSchool().At(at).DutyOf("2026-04");
        (duty.State, duty.DaysLeft).Should().Be((state, daysLeft));
    }

    [Fact]
    public void School_NoVisitInApril_IsMissedFromMidnightHoweverLateSomebodyLooks()
    {
        var school = A.VisitedSchool().At("2026-05-03 10:00");
        var missed = school.Facts.Single(fact => fact.Event is PeriodMissed);
        (missed.EffectiveAt, missed.RecordedAt).Should().Be((Civil.At("2026-05-01"), Civil.At("2026-05-03 10:00")));
        missed.Event.Should().Be(new PeriodMissed(Period.Month(2026, 4), A.Inspector, ChargeBasis.Responsible));
        school.DutyOf("2026-04").Since.Should().Be(Civil.At("2026-05-01"));
    }

    [Theory]
    [InlineData("2026-05", "7@2026-05-25 1@2026-05-29")] // 31 May is a Sunday: its warning joins that of the 29th
    [InlineData("2026-10", "7@2026-10-23 3@2026-10-29 1@2026-10-30")] // 25 October is a Sunday, 31 a Saturday
    [InlineData("2026-02", "7@2026-02-14 3@2026-02-26 1@2026-02-28")] // 22 February lies in Spring Festival
    [InlineData("2026Q2", "7@2026-06-24 3@2026-06-26 1@2026-06-30")] // 28 June is a Sunday
    public void Warning_OnADayOff_MovesToTheWorkingDayBefore(string period, string expected) =>
        string.Join(
                ' ',
                Duties
                    .Warnings(Period.Parse(period), CadencePolicy.Default, Calendars.StateCouncil)
                    .Select(w => $"{w.DaysLeft}@{Civil.Clock(w.At)[..10]}")
            )
            .Should()
            .Be(expected);

    [Fact]
    public void Warning_MovedOutOfItsPeriod_IsNotGiven() =>
        Duties
            .Warnings(Period.Month(2026, 2), CadencePolicy.Default with { WarnDays = [27, 8] }, Calendars.StateCouncil)
            .Should()
            .ContainSingle(w => w.DaysLeft == 8);

    [Theory]
    [InlineData("2026-03-31 23:59:59.999", "2026-03")]
    [InlineData("2026-04-01 00:00", "2026-04")]
    [InlineData("2026-04-30 23:59:59.999", "2026-04")]
    [InlineData("2026-05-01 00:00", "2026-05")]
    public void Visit_AtAMonthsBoundary_CountsForTheMonthItStartedIn(string startedAt, string month)
    {
        var school = A.School().InspectedBy(A.Inspector).RegisteredAt("2026-03-01").Visit(startedAt);
        school.Outcome!.Counts.Should().Be(Period.Parse(month));
        school.Duty(month).Should().Be(school.DutyOf(month).Period.Contains(school.Now) ? DutyState.Satisfied : DutyState.SatisfiedLate);
    }

    [Fact]
    public void School_VisitedInTime_IsSatisfiedSinceTheVisitBegan()
    {
        var school = A.VisitedSchool().Visit("2026-04-29 09:00");
        school
            .DutyOf("2026-04")
            .Should()
            .BeEquivalentTo(
                new
                {
                    State = DutyState.Satisfied,
                    Since = Civil.At("2026-04-29 09:00"),
                    Outstanding = 0,
                }
            );
        school.At("2026-05-01").Happened<PeriodMissed>().Should().BeEmpty();
    }

    [Fact]
    public void School_VisitedAgain_NeedsNothingMore()
    {
        var school = A.VisitedSchool().Visit("2026-04-09 09:00").Visit("2026-04-20 09:00");
        school.Outcome.Should().Be(new VisitOutcome(school.Outcome!.Id, false, null, NotCountedReason.AlreadySatisfied));
        school.DutyOf("2026-04").Counted.Should().ContainSingle();
    }

    [Theory]
    [InlineData("2026-05-01 00:00", false)]
    [InlineData("2026-05-07 23:59:59.999", false)]
    [InlineData("2026-05-08 00:00", true)]
    public void Upload_AfterTheMonth_CountsWithinSevenDaysAndIsHeldAfterwards(string uploadedAt, bool held)
    {
        var school = A.VisitedSchool().Visit("2026-04-29 09:00", uploadedAt: uploadedAt);
        school.Outcome.Should().Be(new VisitOutcome(school.Outcome!.Id, held, Period.Month(2026, 4), null));
        school.Duty("2026-04").Should().Be(held ? DutyState.Missed : DutyState.SatisfiedLate);
        school.Happened<PeriodMissed>().Should().ContainSingle("restating adds an event and removes none");
    }

    [Fact]
    public void HeldVisit_Approved_RestatesTheMonth()
    {
        var school = A.VisitedSchool().Visit("2026-04-29 09:00", uploadedAt: "2026-05-20 10:00").At("2026-05-21 09:00").Approve("2026-04");
        school.Refused.Should().BeNull();
        school
            .DutyOf("2026-04")
            .Should()
            .BeEquivalentTo(
                new
                {
                    State = DutyState.SatisfiedLate,
                    Since = Civil.At("2026-04-29 09:00"),
                    ChargedTo = A.Inspector,
                }
            );
        school
            .Facts.Select(fact => fact.Event.GetType().Name)
            .TakeLast(2)
            .Should()
            .Equal(nameof(LateVisitApproved), nameof(PeriodSatisfied));
        school.State.LastVisitAt.Should().Be(Civil.At("2026-04-29 09:00"));
    }

    [Fact]
    public void HeldVisit_ApprovedByItsId_LeavesTheOthersNothingToWaitFor()
    {
        var school = A.VisitedSchool().Visit("2026-04-28 09:00", uploadedAt: "2026-05-20 10:00");
        var first = school.Outcome!.Id;
        school.Visit("2026-04-29 09:00", uploadedAt: "2026-05-20 11:00").Approve("2026-04", first);
        school.Duty("2026-04").Should().Be(DutyState.SatisfiedLate);
        school.DutyOf("2026-04").Counted.Should().Equal(first);
        school.State.Visits.Should().NotContain(mark => mark.AwaitsApproval);
        school.OpenAlerts.Should().BeEmpty();
    }

    [Fact]
    public void HeldVisit_OfAnExcusedMonth_WaitsForNothing()
    {
        var school = A.VisitedSchool().Visit("2026-04-28 09:00", uploadedAt: "2026-05-20 10:00").Excuse("2026-04");
        school.State.Visits.Should().NotContain(mark => mark.AwaitsApproval);
        school.OpenAlerts.Should().BeEmpty();
    }

    [Fact]
    public void HeldVisit_NeverApproved_IsLetGoWithItsPeriod()
    {
        var school = A.VisitedSchool().Visit("2026-04-28 09:00", uploadedAt: "2026-05-20 10:00").At("2027-05-31");
        school.State.Visits.Should().Contain(mark => mark.AwaitsApproval);
        school.At("2027-06-01").State.DutyOf(Period.Month(2026, 4)).Should().BeNull();
        school.State.Visits.Should().NotContain(mark => mark.AwaitsApproval);
        school.OpenAlerts.Should().NotContain(id => id.StartsWith(AlertNames.LateVisitWaiting));
    }

    [Fact]
    public void MissedMonth_Excused_StaysClosedOnceAndCountsNoVisit()
    {
        var school = A.VisitedSchool().At("2026-05-06 09:00").Excuse("2026-04");
        school
            .DutyOf("2026-04")
            .Should()
            .BeEquivalentTo(
                new
                {
                    State = DutyState.Excused,
                    Basis = "德教督〔2026〕5号",
                    Since = Civil.At("2026-05-06 09:00"),
                }
            );
        school.Visit("2026-04-30 09:00", uploadedAt: "2026-05-06 10:00").Outcome!.NotCounted.Should().Be(NotCountedReason.Excused);
        school.Happened<PeriodMissed>().Should().ContainSingle();
    }

    [Fact]
    public void August_IsExempt_AndAVisitThenIsWelcomeButOwedToNobody()
    {
        var school = A.VisitedSchool().At("2026-08-15");
        school
            .DutyOf("2026-07")
            .Should()
            .BeEquivalentTo(
                new
                {
                    State = DutyState.Exempt,
                    Required = 0,
                    Basis = nameof(ExemptionBasis.FewTeachingDays),
                }
            );
        school.Duty("2026-08").Should().Be(DutyState.Exempt);
        school.Visit("2026-08-16 09:00").Outcome!.NotCounted.Should().Be(NotCountedReason.NothingOwed);
        school.At("2026-09-01").Happened<PeriodMissed>().Select(missed => missed.Period.Index).Should().Equal(4, 5, 6);
    }

    [Fact]
    public void February_WithExactlyFiveTeachingDays_IsOwed() =>
        A.School().RegisteredAt("2026-01-05").At("2026-02-01").Duty("2026-02").Should().Be(DutyState.Pending);

    [Fact]
    public void August_WhereHolidaysAreRequired_IsMissed() =>
        A.School()
            .InspectedBy(A.Inspector)
            .Under(policy => policy with { HolidayMode = HolidayMode.Required })
            .RegisteredAt("2026-07-01")
            .At("2026-09-01")
            .Duty("2026-08")
            .Should()
            .Be(DutyState.Missed);

    [Theory]
    [InlineData("2026-04-24 09:00", DutyState.Pending)] // Friday: five teaching days are left, today included
    [InlineData("2026-04-24 23:59:59.999", DutyState.Pending)]
    [InlineData("2026-04-25 00:00", DutyState.Exempt)] // Saturday: four
    public void School_RegisteredLateInApril_OwesAVisitWhenFiveTeachingDaysAreLeft(string registeredAt, DutyState state)
    {
        var school = A.School().InspectedBy(A.Inspector).RegisteredAt(registeredAt);
        school.Duty("2026-04").Should().Be(state);
        if (state == DutyState.Exempt)
            school.DutyOf("2026-04").Basis.Should().Be(nameof(ExemptionBasis.NotInOperation));
        school.Happened<PeriodDueSoon>().Should().BeEmpty();
        school
            .At("2026-05-01")
            .Happened<PeriodDueSoon>()
            .Select(warning => warning.DaysLeft)
            .Should()
            .Equal(state == DutyState.Exempt ? [] : [3, 1], "warnings of before the registration are not given afterwards");
    }

    [Fact]
    public void School_SuspendedAllMonth_IsExempt()
    {
        var school = A.VisitedSchool().At("2026-03-31 17:00").Becomes(UnitStatus.Suspended).At("2026-04-30 17:00");
        school.DutyOf("2026-04").Should().BeEquivalentTo(new { State = DutyState.Exempt, Basis = nameof(ExemptionBasis.NotInOperation) });
    }

    [Theory]
    [InlineData("2026-04-13 09:00", DutyState.Exempt)] // four teaching days before: 7 to 10 April
    [InlineData("2026-04-14 09:00", DutyState.Missed)] // five
    [InlineData("2026-04-30 09:00", DutyState.Missed)]
    public void School_SuspendedWithinAMonth_OwesAVisitWhenItTaughtFiveDays(string suspendedAt, DutyState state) =>
        A.VisitedSchool().At(suspendedAt).Becomes(UnitStatus.Suspended).At("2026-05-01").Duty("2026-04").Should().Be(state);

    [Theory]
    [InlineData("2026-04-02 09:00", DutyState.Pending)]
    [InlineData("2026-04-24 09:00", DutyState.Pending)] // five teaching days are left
    [InlineData("2026-04-27 09:00", DutyState.Exempt)]
    public void School_ReopenedWithinAMonth_OwesAVisitWhenFiveTeachingDaysAreLeft(string reopenedAt, DutyState state)
    {
        var school = A.VisitedSchool().At("2026-03-20 09:00").Becomes(UnitStatus.Suspended).At(reopenedAt).Becomes(UnitStatus.Active);
        school.Duty("2026-04").Should().Be(state);
        school.State.Duties.Select(duty => duty.Period).Should().OnlyHaveUniqueItems();
        school.At("2026-05-01").Duty("2026-04").Should().Be(state == DutyState.Pending ? DutyState.Missed : DutyState.Exempt);
    }

    [Fact]
    public void School_Closed_ChangesNoMore()
    {
        var school = A.VisitedSchool().At("2026-04-25").Becomes(UnitStatus.Closed);
        Deadlines.NextAt(school.State, school.Rules).Should().BeNull();
        var facts = school.Facts.Count;
        school.At("2027-04-25").Facts.Should().HaveCount(facts);
    }

    [Fact]
    public void Policy_OfTwoVisits_IsSatisfiedByTheSecondInTrueTime()
    {
        var school = A.School().InspectedBy(A.Inspector).Under(policy => policy with { SchoolPerMonth = 2 }).RegisteredAt("2026-04-01");
        school.Visit("2026-04-20 09:00").Duty("2026-04").Should().Be(DutyState.Pending);
        school.Visit("2026-04-09 09:00", uploadedAt: "2026-04-21 09:00");
        school.DutyOf("2026-04").Should().BeEquivalentTo(new { State = DutyState.Satisfied, Since = Civil.At("2026-04-20 09:00") });
    }

    [Fact]
    public void Policy_OfTwoVisits_MissesAMonthWithOne()
    {
        var school = A.School()
            .InspectedBy(A.Inspector)
            .Under(policy => policy with { SchoolPerMonth = 2 })
            .RegisteredAt("2026-04-01")
            .Visit("2026-04-20 09:00")
            .At("2026-05-02");
        school.DutyOf("2026-04").Should().BeEquivalentTo(new { State = DutyState.Missed, Outstanding = 1 });
        school
            .Visit("2026-04-22 09:00", uploadedAt: "2026-05-09 09:00")
            .Visit("2026-04-23 09:00", uploadedAt: "2026-05-09 10:00")
            .Approve("2026-04");
        school.Duty("2026-04").Should().Be(DutyState.SatisfiedLate);
    }

    [Fact]
    public void Policy_ActivatedWithinAMonth_AppliesFromTheNext()
    {
        var rules = new Rulebook(A.Zhejiang, [new Policy(1, Civil.Day("2026-04-15"), CadencePolicy.Default with { SchoolPerMonth = 2 })]);
        (rules.PolicyOn(Civil.Day("2026-04-14")).Version, rules.PolicyOn(Civil.Day("2026-04-15")).Version).Should().Be((0, 1));
        var state = A.VisitedSchool().At("2026-04-01").State;
        var facts = UnitClock.Advance(state, Civil.At("2026-05-01"), rules);
        Unit.Replay(state, facts).Duties[^2].Required.Should().Be(1);
        Unit.Replay(state, facts).Duties[^1].Required.Should().Be(2);
    }

    [Fact]
    public void Institution_IsCountedByQuarter()
    {
        var institution = A.Institution().InspectedBy(A.Inspector).RegisteredAt("2026-01-05").At("2026-03-31 23:59:59.999");
        institution.Duty("2026Q1").Should().Be(DutyState.DueSoon);
        institution.At("2026-04-01").Duty("2026Q1").Should().Be(DutyState.Missed);
        institution.Visit("2026-06-30 22:59:59").Duty("2026Q2").Should().Be(DutyState.Satisfied);
        institution.At("2026-10-01").Duty("2026Q3").Should().Be(DutyState.Missed, "institutions have no terms: summer counts");
    }

    [Fact]
    public void Institution_WhereNoneIsOwed_IsExempt() =>
        A.Institution()
            .Under(policy => policy with { InstitutionPerQuarter = 0 })
            .RegisteredAt("2026-01-05")
            .DutyOf("2026Q1")
            .Should()
            .BeEquivalentTo(new { State = DutyState.Exempt, Basis = nameof(ExemptionBasis.NothingOwed) });

    [Fact]
    public void Institution_InAProvinceWithoutTerms_HasAnOfficialCalendar()
    {
        var unknown = new SchoolCalendar(Calendars.StateCouncil, Terms.Unknown);
        A.Institution().InCalendar(unknown).RegisteredAt("2026-01-05").Happened<PeriodOpened>().Single().Provisional.Should().BeFalse();
        A.School().InCalendar(unknown).RegisteredAt("2026-01-05").Happened<PeriodOpened>().Single().Provisional.Should().BeTrue();
        A.Institution().InCalendar(unknown).RegisteredAt("2027-01-05").Happened<PeriodOpened>().Single().Provisional.Should().BeTrue();
    }
}
