namespace Supervision.Rules.Tests.Cadence;

public class RefusalTests
{
    private static readonly Life Missed = A.VisitedSchool().At("2026-05-20 10:00");

    private static RecordVisit Recorded(Func<Visit, Visit> change) => new RecordVisit(change(A.Visit("2026-05-20 08:00")));

    private static Assignment Named(string from, string? to) => new(A.Other, Civil.Day(from), to is null ? null : Civil.Day(to));

    public static TheoryData<RefusalCode, string?, UnitCommand> Cases() =>
        new()
        {
            { RefusalCode.VisitTimesReversed, "endedAt", Recorded(visit => visit with { EndedAt = visit.StartedAt }) },
            {
                RefusalCode.VisitTooLong,
                "endedAt",
                Recorded(visit => visit with { StartedAt = visit.EndedAt.AddHours(-12).AddMilliseconds(-1) })
            },
            { RefusalCode.VisitInFuture, "endedAt", Recorded(visit => visit with { EndedAt = Civil.At("2026-05-20 10:02:00.001") }) },
            { RefusalCode.VisitTooOld, "startedAt", Recorded(_ => A.Visit("2025-04-30 23:59:59.999")) },
            { RefusalCode.VisitMethodMissing, "methods", Recorded(visit => visit with { Methods = [] }) },
            { RefusalCode.VisitMethodMissing, "methods", Recorded(visit => visit with { Methods = default }) },
            { RefusalCode.VisitMethodInvalid, "methods", Recorded(visit => visit with { Methods = [new(VisitMethod.None, 1)] }) },
            { RefusalCode.VisitMethodInvalid, "methods", Recorded(visit => visit with { Methods = [new((VisitMethod)9, 1)] }) },
            { RefusalCode.VisitMethodInvalid, "methods", Recorded(visit => visit with { Methods = [new(VisitMethod.Briefing, 0)] }) },
            { RefusalCode.VisitMethodInvalid, "methods", Recorded(visit => visit with { Methods = [new(VisitMethod.Briefing, 1_000)] }) },
            {
                RefusalCode.VisitMethodInvalid,
                "methods",
                Recorded(visit => visit with { Methods = [new(VisitMethod.Briefing, 1), new(VisitMethod.Briefing, 2)] })
            },
            { RefusalCode.VisitNoteTooLong, "note", Recorded(visit => visit with { Note = new string('字', 4_001) }) },
            { RefusalCode.FieldInvalid, "kind", Recorded(visit => visit with { Kind = VisitKind.None }) },
            { RefusalCode.FieldRequired, "inspector", Recorded(visit => visit with { Inspector = null! }) },
            { RefusalCode.FieldRequired, "reason", new ExcusePeriod(Period.Month(2026, 4), " ", "文件") },
            { RefusalCode.FieldRequired, "document", new ExcusePeriod(Period.Month(2026, 4), "理由", "") },
            { RefusalCode.FieldInvalid, "document", new ExcusePeriod(Period.Month(2026, 4), "理由", new string('文', 201)) },
            { RefusalCode.FieldInvalid, "reason", new ApproveLateVisit(Period.Month(2026, 4), null, new string('文', 501)) },
            { RefusalCode.PeriodInvalid, "period", new ExcusePeriod(Period.Quarter(2026, 1), "理由", "文件") },
            { RefusalCode.PeriodInvalid, "period", new ExcusePeriod(Period.Month(2026, 6), "理由", "文件") },
            { RefusalCode.PeriodNotKept, "period", new ExcusePeriod(Period.Month(2026, 2), "理由", "文件") },
            { RefusalCode.PeriodNotClosed, "period", new ExcusePeriod(Period.Month(2026, 5), "理由", "文件") },
            { RefusalCode.PeriodNotMissed, "period", new ExcusePeriod(Period.Month(2026, 3), "理由", "文件") },
            { RefusalCode.PeriodNotClosed, "period", new ApproveLateVisit(Period.Month(2026, 5), null, "理由") },
            { RefusalCode.PeriodNotMissed, "period", new ApproveLateVisit(Period.Month(2026, 3), null, "理由") },
            { RefusalCode.NothingToApprove, "period", new ApproveLateVisit(Period.Month(2026, 4), null, "理由") },
            { RefusalCode.AssignmentReversed, "to", new AssignInspector(Named("2026-06-02", "2026-06-01")) },
            { RefusalCode.AssignmentEnded, "to", new AssignInspector(Named("2026-05-01", "2026-05-19")) },
            { RefusalCode.AssignmentTooFar, "from", new AssignInspector(Named("2028-05-20", null)) },
            { RefusalCode.FieldRequired, "inspector", new AssignInspector(Named("2026-06-02", null) with { Inspector = "" }) },
            { RefusalCode.FieldRequired, "to", new DelegateDeputy(Named("2026-06-02", null)) },
            { RefusalCode.AssignmentEnded, "to", new DelegateDeputy(Named("2026-05-01", "2026-05-19")) },
            { RefusalCode.AssignmentReversed, "to", new RegisterUnit(Missed.Profile, Named("2026-06-02", "2026-06-01")) },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Command_AgainstARule_IsRefusedWithItsCodeAndField(RefusalCode code, string? field, UnitCommand command)
    {
        var refusal = UnitDecisions
            .Decide(Missed.State, command, new(Actor.System, Guid.Empty, Missed.Now, Missed.Rules))
            .Should()
            .BeOfType<Decision<UnitEvent>.Refused>()
            .Subject.Refusal;
        (refusal.Code, refusal.Field).Should().Be((code, field));
        refusal.Message.Zh.Should().NotBeNullOrWhiteSpace();
        refusal.Message.En.Should().NotBeNullOrWhiteSpace();
        RulesJson.Read<Outcome>(RulesJson.Write(new Outcome(null, refusal))).Refusal.Should().Be(refusal);
    }

    public static TheoryData<UnitCommand> Borders() =>
        new()
        {
            Recorded(visit => visit with { EndedAt = visit.StartedAt.AddMilliseconds(1) }),
            Recorded(visit => visit with { StartedAt = visit.EndedAt.AddHours(-12) }),
            Recorded(visit => visit with { EndedAt = Civil.At("2026-05-20 10:02") }),
            Recorded(_ => A.Visit("2025-05-01 00:00")),
            Recorded(visit => visit with { Methods = [new(VisitMethod.Briefing, 999)], Note = new string('字', 4_000) }),
            new AssignInspector(Named("2028-05-19", null)),
            new AssignInspector(Named("2026-05-01", "2026-05-20")),
            new ExcusePeriod(Period.Month(2026, 4), new string('字', 500), new string('字', 200)),
        };

    [Theory]
    [MemberData(nameof(Borders))]
    public void Command_JustWithinARule_IsAccepted(UnitCommand command) =>
        UnitDecisions
            .Decide(Missed.State, command, new(Actor.System, Guid.Empty, Missed.Now, Missed.Rules))
            .Should()
            .BeOfType<Decision<UnitEvent>.Accepted>();

    [Theory]
    [InlineData("2026-04-09 08:01", A.Inspector, true)]
    [InlineData("2026-04-09 09:59", A.Inspector, true)]
    [InlineData("2026-04-09 08:00", A.Inspector, false)] // ends when the other begins
    [InlineData("2026-04-09 10:00", A.Inspector, false)]
    [InlineData("2026-04-09 09:00", A.Other, false)] // two people may come at once
    public void Visit_OverlappingOneOfTheSameInspector_IsRefused(string startedAt, string by, bool refused) =>
        A.VisitedSchool()
            .Visit("2026-04-09 09:00")
            .At("2026-04-10")
            .Visit(startedAt, by, uploadedAt: "2026-04-10 01:00")
            .Refused.Should()
            .Be(refused ? RefusalCode.VisitOverlaps : null);

    [Fact]
    public void Visit_InTheNextMonthByAFastClock_IsInTheFuture()
    {
        var school = A.VisitedSchool().At("2026-04-30 23:59:30");
        school
            .Do(new RecordVisit(A.Visit("2026-05-01 00:00:01") with { EndedAt = Civil.At("2026-05-01 00:00:10") }))
            .Refused.Should()
            .Be(RefusalCode.VisitInFuture);
    }

    [Fact]
    public void HeldVisit_ThatDoesNotExist_CannotBeApproved() =>
        A.VisitedSchool()
            .Visit("2026-04-29 09:00", uploadedAt: "2026-05-20 10:00")
            .Approve("2026-04", Guid.NewGuid())
            .Refused.Should()
            .Be(RefusalCode.VisitUnknown);

    [Fact]
    public void Visit_BeforeTheUnitWasKnown_CountsNothing() =>
        A.VisitedSchool()
            .Delegate(A.Other, "2026-02-01", "2026-04-30")
            .Visit("2026-02-27 09:00", by: A.Other, uploadedAt: "2026-03-11 09:00")
            .Outcome!.NotCounted.Should()
            .Be(NotCountedReason.PeriodNotKept);

    [Fact]
    public void Unit_NeverRegistered_IsUnknown() =>
        A.School().Do(new AssignInspector(Named("2026-05-01", null))).Refused.Should().Be(RefusalCode.UnitUnknown);

    [Fact]
    public void Unit_Closed_TakesNoCommands()
    {
        var closed = A.VisitedSchool().At("2026-04-01").Becomes(UnitStatus.Closed);
        closed.Assign(A.Other, "2026-05-01").Refused.Should().Be(RefusalCode.UnitClosedForGood);
        closed.Delegate(A.Other, "2026-05-01", "2026-05-02").Refused.Should().Be(RefusalCode.UnitClosedForGood);
        closed.Visit("2026-04-02 09:00").Refused.Should().Be(RefusalCode.UnitNotOperating);
        closed.Becomes(UnitStatus.Active).Refused.Should().Be(RefusalCode.UnitClosedForGood);
    }

    [Fact]
    public void Terms_ThatCannotBe_AreRefused()
    {
        var known = new CountyState(new("330521", "德清县", "3305", "湖州市", "33", "浙江省"), null, []);
        RefusalCode? Code(CountyState state, params (string First, string Last)[] taught) =>
            (
                County.Decide(
                    state,
                    new SetTerms(new([.. taught.Select(span => new DateSpan(Civil.Day(span.First), Civil.Day(span.Last)))], [])),
                    Civil.At("2026-03-01")
                ) as Decision<CountyEvent>.Refused
            )
                ?.Refusal
                .Code;

        Code(CountyState.Empty, ("2026-03-01", "2026-06-30")).Should().Be(RefusalCode.CountyUnknown);
        Code(known).Should().Be(RefusalCode.FieldRequired);
        Code(known, ("2026-06-30", "2026-03-01")).Should().Be(RefusalCode.TermsInvalid);
        Code(known, ("2026-03-01", "2026-12-31")).Should().Be(RefusalCode.TermsInvalid);
        Code(known, ("2026-03-01", "2026-06-30"), ("2026-06-30", "2026-07-10")).Should().Be(RefusalCode.TermsInvalid);
        Code(known, ("2026-03-01", "2026-06-29"), ("2026-06-30", "2026-07-10")).Should().BeNull();
    }

    [Fact]
    public void Appointment_Reversed_IsRefused_AndRepeatedChangesNothing()
    {
        var profile = new InspectorProfile(
            A.Inspector,
            "330521",
            null,
            Employment.FullTime,
            Civil.Day("2026-01-01"),
            Civil.Day("2025-12-31")
        );
        var now = new DecisionContext(Actor.System, Guid.NewGuid(), Civil.At("2026-01-01"), new(A.Zhejiang));
        Inspector.Decide(InspectorState.Empty, new AppointInspector(profile), now).Should().BeOfType<Decision<InspectorEvent>.Refused>();
        Inspector
            .Decide(
                InspectorState.Empty with
                {
                    Profile = profile with { TermTo = null },
                },
                new AppointInspector(profile with { TermTo = null }),
                now
            )
            .Should()
            .BeSameAs(Decision<InspectorEvent>.Unchanged);
    }

    [Theory]
    [InlineData(ActorRole.Inspector, "330521", A.Inspector, "330521", null)]
    [InlineData(ActorRole.Inspector, "330521", A.Other, "330521", RefusalCode.NotYourself)]
    [InlineData(ActorRole.CountyOffice, "330521", null, "330521", null)]
    [InlineData(ActorRole.CountyOffice, "330521", null, "330522", RefusalCode.OutOfScope)]
    [InlineData(ActorRole.Province, "33", null, "330522", RefusalCode.RoleNotAllowed)]
    [InlineData(ActorRole.None, "", null, "330522", RefusalCode.RoleNotAllowed)]
    [InlineData(ActorRole.System, "", null, "330522", null)]
    public void Visit_IsRecordedByTheOneWhoMadeIt_OrByTheCounty(
        ActorRole role,
        string area,
        string? code,
        string county,
        RefusalCode? refusal
    ) =>
        (Permission.Objection(new Actor("x", role, area, code), new RecordVisit(A.Visit("2026-04-01")), "school/2133901746", county)?.Code)
            .Should()
            .Be(refusal);
}
