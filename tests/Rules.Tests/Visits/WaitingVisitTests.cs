namespace Supervision.Rules.Tests.Visits;

/// <summary>Visits the county has to believe or approve first (5.3), and planned ones.</summary>
public class WaitingVisitTests
{
    private static Life School() => A.VisitedSchool().At("2026-04-02 10:00");

    private static readonly Guid PlanId = new("7b6a3f1e-2c4d-4b8f-9f3e-6a5b4c3d2e10");

    private static VisitPlan Planned(string day = "2026-04-09", string by = A.Inspector) =>
        new(PlanId, by, Civil.Day(day), VisitSlot.Morning, VisitKind.Regular, true);

    private static ClockBracket Bracket(string serverBefore, string deviceBefore, string deviceNow) =>
        new(Civil.At(serverBefore), Civil.At(deviceBefore), Civil.At(deviceNow));

    private static Life Flagged()
    {
        var life = School();
        return life.VisitWith(life.Content(Life.Finding("S-HW-04")), flags: VisitFlag.ImplausibleTravel);
    }

    private static Guid Waiting(Life life) => life.State.Flagged.Single().Id;

    [Fact]
    public void Location_Simulated_FlagsTheVisit()
    {
        var life = School();
        life.VisitWith(life.Content() with { Presence = new(30.5, 119.9, 10, true) });
        life.Happened<VisitFlagged>().Single().Flags.Should().Equal(VisitFlag.MockLocation);
        var honest = School();
        honest.VisitWith(honest.Content() with { Presence = new(30.5, 119.9, 10, false) }).State.Flagged.Should().BeEmpty();
    }

    public static TheoryData<ClockBracket, bool> Brackets() =>
        new()
        {
            { Bracket("2026-04-02 08:00", "2026-04-02 08:00", "2026-04-02 10:00"), false },
            { Bracket("2026-04-02 08:00", "2026-04-02 06:30", "2026-04-02 08:30"), false }, // a wrong clock that runs well
            { Bracket("2026-04-02 08:00", "2026-04-02 08:00", "2026-04-02 10:05"), false },
            { Bracket("2026-04-02 08:00", "2026-04-02 08:00", "2026-04-02 10:05:00.001"), true },
            { Bracket("2026-04-02 08:00", "2026-04-02 08:00", "2026-04-02 09:00"), true }, // set back meanwhile
            { Bracket("2026-04-02 09:55", "2026-04-02 09:55", "2026-04-02 10:00"), false }, // 5 minutes after the start
            { Bracket("2026-04-02 09:55:00.001", "2026-04-02 09:55", "2026-04-02 10:00"), true },
            { Bracket("2026-04-02 11:00", "2026-04-02 11:00", "2026-04-02 10:00"), true },
        };

    [Theory]
    [MemberData(nameof(Brackets))]
    public void Clock_OfTheDevice_FlagsTheVisitWhenItIsOutsideItsBracket(ClockBracket bracket, bool flagged)
    {
        var life = School();
        life.VisitWith(life.Content() with { Bracket = bracket });
        life.Refused.Should().BeNull();
        life.Happened<VisitFlagged>().SelectMany(e => e.Flags).Should().Equal(flagged ? [VisitFlag.ClockOutsideBracket] : []);
    }

    [Fact]
    public void Flags_OfTheEdge_OnlyTravelIsTaken()
    {
        var life = School();
        life.VisitWith(life.Content(), flags: [VisitFlag.MockLocation, VisitFlag.None]).State.Flagged.Should().BeEmpty();
        Flagged().Happened<VisitFlagged>().Single().Flags.Should().Equal(VisitFlag.ImplausibleTravel);
    }

    [Fact]
    public void Flagged_Visit_HoldsNothingUntilItIsConfirmed()
    {
        var life = Flagged();
        (life.Outcome!.Held, life.Duty("2026-04"), life.State.Issues.IsEmpty, life.State.LastVisitAt)
            .Should()
            .Be((true, DutyState.Pending, true, Civil.At("2026-03-10 09:00")));
        life.By(The.Inspector).Do(new ConfirmFlagged(Waiting(life), "属实")).Refused.Should().Be(RefusalCode.RoleNotAllowed);
        life.By(The.Clerk).Do(new ConfirmFlagged(Waiting(life), " ")).Refused.Should().Be(RefusalCode.FieldRequired);
        life.At("2026-04-08 09:00").Do(new ConfirmFlagged(Waiting(life), "门卫登记相符")).Refused.Should().BeNull();
        life.State.Flagged.Should().BeEmpty();
        life.Duty("2026-04").Should().Be(DutyState.Satisfied);
        life.Facts.Single(fact => fact.Event is PeriodSatisfied { Period.Index: 4 }).EffectiveAt.Should().Be(Civil.At("2026-04-02 09:50"));
        (life.State.Issue(1)!.FoundBy, life.Clock(1, DeadlineKind.Rectify)).Should().Be((A.Inspector, "2026-04-23"));
    }

    [Fact]
    public void Flagged_Visit_ConfirmedAfterTheGrace_WaitsForApprovalLikeAnyOther()
    {
        var life = Flagged().At("2026-05-20 09:00").By(The.Clerk);
        life.Do(new ConfirmFlagged(Waiting(life), "门卫登记相符"));
        (life.Duty("2026-04"), life.State.Visits.Last().AwaitsApproval).Should().Be((DutyState.Missed, true));
        life.Approve("2026-04").Duty("2026-04").Should().Be(DutyState.SatisfiedLate);
    }

    [Fact]
    public void Flagged_Visit_Voided_LeavesNothing()
    {
        var life = Flagged().By(The.Clerk);
        var id = Waiting(life);
        life.Do(new VoidVisit(id, "门卫登记无此人")).Refused.Should().BeNull();
        (life.State.Flagged.IsEmpty, life.State.Issues.IsEmpty, life.Duty("2026-04")).Should().Be((true, true, DutyState.Pending));
        life.Do(new ConfirmFlagged(id, "属实")).Refused.Should().Be(RefusalCode.VisitNotFlagged);
        life.Do(new VoidVisit(id, "再次")).Refused.Should().Be(RefusalCode.VisitNotFlagged);
    }

    [Fact]
    public void Flagged_Visit_ThatAnotherOverlapsSince_CanNotBeConfirmed()
    {
        var life = Flagged();
        life.Visit("2026-04-02 09:45", uploadedAt: "2026-04-03 09:00").Refused.Should().BeNull();
        life.By(The.Clerk).Do(new ConfirmFlagged(Waiting(life), "属实")).Refused.Should().Be(RefusalCode.VisitOverlaps);
        life.Do(new VoidVisit(Waiting(life), "与另一次督导重叠")).Refused.Should().BeNull();
    }

    [Fact]
    public void Flagged_Visit_OfAUnitClosedSince_CanNotBeConfirmed()
    {
        var life = Flagged().Becomes(UnitStatus.Closed).By(The.Clerk);
        life.Do(new ConfirmFlagged(Waiting(life), "属实")).Refused.Should().Be(RefusalCode.UnitNotOperating);
    }

    [Fact]
    public void Flagged_Visit_TooOldMeanwhile_CanNotBeConfirmed()
    {
        var life = Flagged().At("2027-06-01 09:00").By(The.Clerk);
        life.Do(new ConfirmFlagged(Waiting(life), "属实")).Refused.Should().Be(RefusalCode.VisitTooOld);
    }

    [Fact]
    public void Held_Visit_Voided_SatisfiesNothing()
    {
        var life = A.VisitedSchool().At("2026-05-20 09:00").Visit("2026-04-15 09:00", uploadedAt: "2026-05-20 09:00").By(The.Clerk);
        var held = life.State.Visits.Single(mark => mark.AwaitsApproval);
        life.OpenAlerts.Should().Contain(id => id.StartsWith(AlertNames.LateVisitWaiting, StringComparison.Ordinal));
        life.Do(new VoidVisit(held.Id, "查无此次到访")).Refused.Should().BeNull();
        life.OpenAlerts.Should().NotContain(id => id.StartsWith(AlertNames.LateVisitWaiting, StringComparison.Ordinal));
        life.Do(new ApproveLateVisit(Period.Month(2026, 4), null, "属实")).Refused.Should().Be(RefusalCode.NothingToApprove);
        life.Duty("2026-04").Should().Be(DutyState.Missed);
    }

    [Fact]
    public void Accepted_Visit_CanNotBeVoided()
    {
        var life = School().By(The.Clerk);
        life.Do(new VoidVisit(life.State.Visits[0].Id, "理由")).Refused.Should().Be(RefusalCode.VisitNotFlagged);
    }

    [Theory]
    [InlineData("2026-04-02", null)]
    [InlineData("2027-04-02", null)]
    [InlineData("2026-04-01", RefusalCode.PlanDayInvalid)]
    [InlineData("2027-04-03", RefusalCode.PlanDayInvalid)]
    public void Plan_ForADay_IsTakenFromTodayToAYearAhead(string day, RefusalCode? refused) =>
        School().By(The.Inspector).Do(new PlanVisit(Planned(day))).Refused.Should().Be(refused);

    [Fact]
    public void Plan_OfAnother_IsNotMadeNorDroppedByAnInspector()
    {
        var life = School().By(The.OtherInspector);
        life.Do(new PlanVisit(Planned())).Refused.Should().Be(RefusalCode.NotYourself);
        life.By(The.Inspector)
            .Do(new PlanVisit(Planned()))
            .By(The.OtherInspector)
            .Do(new DropPlan(PlanId, "改期"))
            .Refused.Should()
            .Be(RefusalCode.PlanUnknown);
        life.By(The.School).Do(new PlanVisit(Planned())).Refused.Should().Be(RefusalCode.RoleNotAllowed);
        life.By(The.Inspector).Do(new DropPlan(PlanId, "")).Refused.Should().Be(RefusalCode.FieldRequired);
        life.Do(new DropPlan(PlanId, "改期")).State.Plans.Should().BeEmpty();
        life.Do(new DropPlan(PlanId, "改期")).Refused.Should().Be(RefusalCode.PlanUnknown);
    }

    [Fact]
    public void Plan_WhenItIsVisited_IsFulfilled()
    {
        var life = School().By(The.Inspector).Do(new PlanVisit(Planned())).At("2026-04-09 10:00");
        life.VisitWith(life.Content()).State.Plans.Should().BeEmpty();
        life.Happened<VisitPlanDropped>().Single().Should().Be(new VisitPlanDropped(PlanId, null));

        var named = School().By(The.Inspector).Do(new PlanVisit(Planned())).At("2026-04-10 10:00");
        named.VisitWith(named.Content()).State.Plans.Should().ContainSingle(); // another day, and not named
        named.At("2026-04-10 11:00");
        named.VisitWith(named.Content() with { Plan = PlanId }).State.Plans.Should().BeEmpty();
    }

    [Fact]
    public void Plans_OfOneUnit_AreSixteenAtMost_AndARepeatChangesNothing()
    {
        var life = School().By(The.Clerk);
        for (var i = 1; i <= 16; i++)
            life.Do(new PlanVisit(Planned() with { Id = new(i, 0, 0, new byte[8]) })).Refused.Should().BeNull();
        life.Do(new PlanVisit(Planned())).Refused.Should().Be(RefusalCode.TooManyPlans);
        var few = School().By(The.Clerk).Do(new PlanVisit(Planned())).Do(new PlanVisit(Planned()));
        (few.Refused, few.State.Plans.Length).Should().Be((null, 1));
        School().By(The.Clerk).Do(new PlanVisit(Planned() with { Kind = VisitKind.None })).Refused.Should().Be(RefusalCode.FieldInvalid);
        School().By(The.Clerk).Do(new PlanVisit(Planned() with { Inspector = " " })).Refused.Should().Be(RefusalCode.FieldRequired);
    }
}
