namespace Supervision.Rules.Tests.Access;

/// <summary>Scope first, then role; who inspects what kind of unit; and people, whatever their role is by now.</summary>
public class ReachTests
{
    private const string School = "school/2133901746";
    private const string Institution = "institution/PX-330521-0001";

    private static readonly Actor Independent = new("独立检查员 郑", ActorRole.IndependentInspector, "330521", "督学-330521-91");
    private static readonly Actor Special = new("特约监督员 王", ActorRole.SpecialSupervisor, "330521", "督学-330521-92");
    private static readonly Actor Desk = new("受理员 周", ActorRole.IntakeDesk, "330521", null);

    [Fact]
    public void Kinds_OfIndependentInspectorsAndSpecialSupervisors_AreKept()
    {
        foreach (
            var command in new Func<string, UnitCommand>[]
            {
                by => new RecordVisit(VisitBy(by)),
                by => new PlanVisit(new(Guid.Empty, by, new(2026, 4, 20), VisitSlot.Morning, VisitKind.Covert, true)),
                _ => new VerifyIssue(1, "属实", []),
            }
        )
        {
            Permission.Objection(Independent, command(Independent.InspectorCode!), School, "330521").Should().BeNull();
            Permission
                .Objection(Independent, command(Independent.InspectorCode!), Institution, "330521")!
                .Code.Should()
                .Be(RefusalCode.RoleNotAllowed);
            Permission.Objection(Special, command(Special.InspectorCode!), Institution, "330521").Should().BeNull();
            Permission.Objection(Special, command(Special.InspectorCode!), School, "330521")!.Code.Should().Be(RefusalCode.RoleNotAllowed);
            foreach (var unit in new[] { School, Institution })
                Permission.Objection(The.Inspector, command(A.Inspector), unit, "330521").Should().BeNull();
        }

        Permission
            .Objection(Independent, new RecordVisit(VisitBy(Independent.InspectorCode!)), School, "330522")!
            .Code.Should()
            .Be(RefusalCode.OutOfScope);
        Reach.OfUnit(Special, May.ReadUnit, School, "330521")!.Code.Should().Be(RefusalCode.RoleNotAllowed);
    }

    [Fact]
    public void Visit_OfAnIndependentInspector_SatisfiesNothingUnlessDelegated()
    {
        var life = A.School().InspectedBy(A.Inspector).RegisteredAt("2026-03-01").At("2026-04-10 15:00");
        var visit = VisitBy(Independent.InspectorCode!);
        life.As(Independent, new RecordVisit(visit));
        life.State.Current.Should().BeEquivalentTo(new { State = DutyState.Pending, Counted = Array.Empty<Guid>() });

        var deputy = A.School().InspectedBy(A.Inspector).RegisteredAt("2026-03-01").At("2026-04-09 09:00");
        deputy.As(The.Clerk, new DelegateDeputy(new(Independent.InspectorCode!, new(2026, 4, 9), new(2026, 4, 12))));
        deputy.At("2026-04-10 15:00").As(Independent, new RecordVisit(visit));
        deputy.State.Current!.State.Should().Be(DutyState.Satisfied);
    }

    [Fact]
    public void Desk_CountsComplaintsAndNothingElse()
    {
        var count = new CountComplaint(new("330521-2026-17", Civil.At("2026-04-19 15:20"), "S-HW", null, ComplaintOutcome.Open));
        Permission.Objection(Desk, count, School, "330521").Should().BeNull();
        Permission.Objection(Desk, count, School, "330522")!.Code.Should().Be(RefusalCode.OutOfScope);
        foreach (
            var command in new UnitCommand[]
            {
                new SetOpinionFlag(true, "x"),
                new NameUnit("330521:2026Q2"),
                new VerifyIssue(1, "x", []),
                new ConfirmSerious(1, "x"),
            }
        )
            Permission.Objection(Desk, command, School, "330521")!.Code.Should().Be(RefusalCode.RoleNotAllowed);
    }

    public static TheoryData<ActorRole> Administrators =>
        [ActorRole.Administrator, ActorRole.SecurityAdministrator, ActorRole.AuditAdministrator, ActorRole.Display];

    [Theory]
    [MemberData(nameof(Administrators))]
    public void Administrators_SeeNoCaseAndDecideNothing(ActorRole role)
    {
        var actor = new Actor("管理员", role, "", null);
        foreach (
            var roles in new[]
            {
                May.ReadUnit,
                May.ReadEvidence,
                May.ReadIssues,
                May.ReadOffice,
                May.ExportIssues,
                May.HandleMeasure,
                May.DecideIssue,
                May.CheckIssue,
                May.DecideStep,
                May.DecideApproval,
            }
        )
            roles.Has(role).Should().BeFalse();
        foreach (
            var command in new UnitCommand[]
            {
                new DecideMeasure(1, MeasureForm.Written, "x", []),
                new RejectMeasure(1, "x"),
                new ConfirmFlagged(Guid.Empty, "x"),
                new VerifyIssue(1, "x", []),
            }
        )
            Permission.Objection(actor, command, School, "330521")!.Code.Should().Be(RefusalCode.RoleNotAllowed);
        May.ReadBoard.Has(role).Should().Be(role is ActorRole.Administrator or ActorRole.Display);
    }

    [Fact]
    public void Scope_IsJudgedBeforeRole()
    {
        Reach.OfArea(The.Inspector, May.SetUp, "330522")!.Code.Should().Be(RefusalCode.OutOfScope);
        Reach.OfArea(The.Inspector, May.SetUp, "330521")!.Code.Should().Be(RefusalCode.RoleNotAllowed);
        Reach.OfArea(The.Clerk, May.ReadBoard, "3305")!.Code.Should().Be(RefusalCode.OutOfScope, "a region holds more than the county");
        Reach.OfArea(The.School, May.Anybody, "330521")!.Code.Should().Be(RefusalCode.OutOfScope, "a unit's user has its unit only");
        Reach
            .OfUnit(The.School, May.ReadUnit, "school/2133901747", null)!
            .Code.Should()
            .Be(RefusalCode.OutOfScope, "also when nobody knows it");
        Reach.OfInspector(The.Inspector, May.ReadInspector, A.Other, null)!.Code.Should().Be(RefusalCode.OutOfScope);
        May.Anybody.Has(ActorRole.None).Should().BeFalse();
        May.Anybody.Has(ActorRole.System).Should().BeFalse();
    }

    [Fact]
    public void Person_InAnotherRole_IsTheSamePerson()
    {
        var promoted = The.Clerk with { Role = ActorRole.CommitteeDirector };
        foreach (var rung in new[] { Rung.KeySupervision, Rung.Exposure, Rung.Accountability })
        {
            var life = A.School()
                .Climbing(policy => policy with { AutomaticRules = [], SchoolsExposed = true })
                .InspectedBy(A.Inspector)
                .RegisteredAt("2026-03-01")
                .Tell("04-02 open S-HW-04; ack 1; ");
            life.As(The.Clerk, new ProposeMeasure(rung, "manual", [1], "问题突出"));
            life.As(promoted, life.Decision(1)).Refused.Should().Be(RefusalCode.DeciderIsProposer);
            life.As(The.CommitteeDirector, life.Decision(1)).Refused.Should().BeNull();
        }

        var reported = A.School().InspectedBy(A.Inspector).RegisteredAt("2026-03-01").Tell("04-02 open S-HW-04; ack 1; ");
        reported.As(The.Clerk, new SubmitRectification(1, "已整改", [], "整改报告"));
        reported.Verify(1, promoted).Refused.Should().Be(RefusalCode.VerifierIsReporter);
        reported.Verify(1, The.Director).Refused.Should().BeNull();
        reported
            .At("2026-05-20 10:00")
            .LookBackPassed(1, The.Director with { Role = ActorRole.Inspector, InspectorCode = A.Other })
            .Refused.Should()
            .Be(RefusalCode.LookBackByVerifier);
    }

    private static Visit VisitBy(string inspector) =>
        new(
            Guid.Parse("7b6a3f1e-2c4d-4b8f-9f3e-6a5b4c3d2e10"),
            inspector,
            VisitKind.Regular,
            Civil.At("2026-04-10 13:00"),
            Civil.At("2026-04-10 14:00"),
            [new(VisitMethod.SiteInspection, 1)],
            null
        );
}
