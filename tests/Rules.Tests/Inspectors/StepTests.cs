namespace Supervision.Rules.Tests.Inspectors;

/// <summary>What people do with an inspector's measures, and who may (5.5, 2.3).</summary>
public class StepTests
{
    private static Career TwoMonths() => new Career().Missing("2026-03", "2026-04");

    [Fact]
    public void Reminder_IsAcknowledgedByTheInspector_Once()
    {
        var career = new Career().Missing("2026-04").Do(Career.Self, new AcknowledgeReminder(1));
        career.Steps.Should().Equal((1, InspectorRung.Reminder, StepState.Acknowledged));
        career.OpenAlerts.Should().BeEmpty();

        career.Do(Career.Self, new AcknowledgeReminder(1)).Happened<ReminderAcknowledged>().Should().ContainSingle();
        career.Refused.Should().BeNull();
    }

    [Fact]
    public void Proposal_IsDecidedByTheDirector_AndAcknowledged()
    {
        var career = TwoMonths().At("2026-05-06 09:00").Do(Career.Director, new DecideStep(3, "情况属实", null));
        career
            .State.Step(3)
            .Should()
            .Match<InspectorStep>(
                step => step.State == StepState.Decided && step.DecidedBy == "主任乙" && step.Due == Civil.Day("2026-05-09"),
                "9 May is worked"
            );
        career
            .OpenAlerts.Should()
            .Contain($"inspector-step-decided:{A.Inspector}:3")
            .And.NotContain($"inspector-step-proposed:{A.Inspector}:3");

        career.Do(Career.Self, new AcknowledgeReminder(3)).State.Step(3)!.State.Should().Be(StepState.Acknowledged);
        career.OpenAlerts.Should().NotContain($"inspector-step-decided:{A.Inspector}:3");
    }

    [Fact]
    public void CircularCriticism_NeedsADocument()
    {
        var career = new Career().Missing("2026-03", "2026-04", "2026-05", "2026-06");
        var no = career.State.Steps.Single(step => step.State == StepState.Proposed).No;

        career
            .Do(Career.Director, new DecideStep(no, "情况属实", null))
            .Refused.Should()
            .Match<Refusal>(refusal => refusal.Code == RefusalCode.FieldRequired && refusal.Field == "document");
        career
            .Do(Career.Director, new DecideStep(no, "情况属实", "德教督〔2026〕7号"))
            .State.Step(no)!
            .Document.Should()
            .Be("德教督〔2026〕7号");
    }

    [Fact]
    public void Revocation_ProposedByOne_IsDecidedByAnother_AndEndsTheAppointment()
    {
        var career = TwoMonths().At("2026-05-06 09:00").Do(Career.Director, new ProposeRevocation("长期不履行职责"));
        career.State.Step(4)!.Duties.Should().HaveCount(2);
        career.Do(Career.Director, new DecideStep(4, "同意", "德教督〔2026〕8号")).Refused!.Code.Should().Be(RefusalCode.DeciderIsProposer);

        career.Do(Career.Chair, new DecideStep(4, "同意", "德教督〔2026〕8号"));

        (career.State.RevokedOn, career.State.Profile!.TermTo).Should().Be((Civil.Day("2026-05-06"), Civil.Day("2026-05-06")));
        career.State.Step(3)!.State.Should().Be(StepState.Lapsed, "nothing is left to decide");
        career
            .Do(Career.Clerk, new AppointInspector(career.State.Profile with { TermTo = Civil.Day("2029-08-31") }))
            .Refused!.Code.Should()
            .Be(RefusalCode.QualificationRevoked);
        career.Do(Career.Clerk, new ProposeRevocation("再次")).Refused!.Code.Should().Be(RefusalCode.QualificationRevoked);
        career
            .At("2026-06-01")
            .Told("2026-05")
            .Happened<StepProposed>()
            .Should()
            .HaveCount(2, "what is charged later is on record and proposes nothing");
        career.State.Missed.Should().HaveCount(3);
        career.Happened<ReminderIssued>().Should().HaveCount(2);
    }

    [Fact]
    public void Revocation_ProposedTwice_IsRefused() =>
        new Career()
            .Do(Career.Clerk, new ProposeRevocation("长期不履行职责"))
            .Do(Career.Director, new ProposeRevocation("同上"))
            .Refused!.Code.Should()
            .Be(RefusalCode.StepProposalOpen);

    [Theory]
    [InlineData(99, RefusalCode.StepUnknown)]
    [InlineData(1, RefusalCode.StepStateConflict)]
    public void Decision_OfWhatIsNoProposal_IsRefused(int step, RefusalCode code)
    {
        TwoMonths().Do(Career.Director, new DecideStep(step, "情况属实", null)).Refused!.Code.Should().Be(code);
        TwoMonths().Do(Career.Director, new RejectStep(step, "情况不符")).Refused!.Code.Should().Be(code);
    }

    [Fact]
    public void Acknowledgement_OfAProposal_IsRefused()
    {
        TwoMonths().Do(Career.Self, new AcknowledgeReminder(3)).Refused!.Code.Should().Be(RefusalCode.StepStateConflict);
        TwoMonths().Do(Career.Self, new AcknowledgeReminder(9)).Refused!.Code.Should().Be(RefusalCode.StepUnknown);
    }

    [Theory]
    [InlineData(0, RefusalCode.FieldRequired)]
    [InlineData(500, null)]
    [InlineData(501, RefusalCode.FieldInvalid)]
    public void Reason_HasItsLength(int length, RefusalCode? code)
    {
        var reason = new string('由', length);
        TwoMonths().Do(Career.Director, new DecideStep(3, reason, null)).Refused?.Code.Should().Be(code);
        TwoMonths().Do(Career.Director, new RejectStep(3, reason)).Refused?.Code.Should().Be(code);
        (new Career().Do(Career.Clerk, new ProposeRevocation(reason)).Refused?.Code).Should().Be(code);
    }

    [Theory]
    [InlineData(ActorRole.Inspector, false, false, false, true)]
    [InlineData(ActorRole.UnitUser, false, false, false, false)]
    [InlineData(ActorRole.CountyOffice, true, false, true, false)]
    [InlineData(ActorRole.CountyDirector, true, true, true, false)]
    [InlineData(ActorRole.CommitteeOffice, true, true, true, false)]
    [InlineData(ActorRole.CommitteeDirector, true, true, true, false)]
    [InlineData(ActorRole.Province, true, false, false, false)]
    [InlineData(ActorRole.Administrator, true, false, false, false)]
    [InlineData(ActorRole.System, true, false, false, false)]
    public void Role_MayDoItsPart(ActorRole role, bool appoints, bool decides, bool proposes, bool acknowledges)
    {
        var actor = new Actor("某人", role, "330521", role == ActorRole.Inspector ? A.Inspector : null);
        bool May(InspectorCommand command) => InspectorPermission.Objection(actor, command, A.Inspector, "330521") is null;

        (
            May(new AppointInspector(new Career().State.Profile!)),
            May(new DecideStep(1, "x", null)),
            May(new RejectStep(1, "x")),
            May(new ProposeRevocation("x")),
            May(new AcknowledgeReminder(1))
        )
            .Should()
            .Be((appoints, decides, decides, proposes, acknowledges));
    }

    [Fact]
    public void OtherInspectorOrCounty_IsOutOfScope()
    {
        InspectorPermission.Objection(Career.Self, new AcknowledgeReminder(1), A.Other, "330521")!.Code.Should().Be(RefusalCode.OutOfScope);
        InspectorPermission
            .Objection(Career.Director, new DecideStep(1, "x", null), A.Inspector, "330522")!
            .Code.Should()
            .Be(RefusalCode.OutOfScope);
        InspectorPermission
            .Objection(
                Career.Director,
                new AppointInspector(new Career().State.Profile! with { County = "330522" }),
                A.Inspector,
                "330521"
            )!
            .Code.Should()
            .Be(RefusalCode.OutOfScope);
    }
}
