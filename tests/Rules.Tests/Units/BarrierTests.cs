namespace Supervision.Rules.Tests.Units;

/// <summary>What ends an inspector's business with a unit, and visits that arrive before and after it, dated before and after it: a date never decides alone.</summary>
public class BarrierTests
{
    private const string Day = "2026-04-08 10:00";

    public enum Barrier
    {
        Recusal,
        Handover,
        EndOfAssignment,
        EndOfDelegation,
        Suspension,
        Closing,
    }

    public enum Fate
    {
        Counts,
        Waits,
        Refused,
        DoesNotCount,
    }

    /// <summary>Barrier, when the visit arrives and how it is dated (both by the barrier, on 8 April at ten), and what becomes of it.</summary>
    public static TheoryData<Barrier, string, string, Fate> Table() =>
        new()
        {
            { Barrier.Recusal, "2026-04-08 09:30", "2026-04-07 09:00", Fate.Counts },
            { Barrier.Recusal, "2026-04-08 10:30", "2026-04-07 09:00", Fate.Waits },
            { Barrier.Recusal, "2026-04-20 10:30", "2026-04-07 09:00", Fate.Waits },
            { Barrier.Recusal, "2026-04-08 12:30", "2026-04-08 10:00", Fate.Refused },
            { Barrier.Recusal, "2026-04-20 10:30", "2026-04-20 09:00", Fate.Refused },
            { Barrier.Handover, "2026-04-08 09:30", "2026-04-07 09:00", Fate.Counts },
            { Barrier.Handover, "2026-04-14 10:30", "2026-04-07 09:00", Fate.Counts }, // an honest late upload: cadence.lateSyncGraceD is 7
            { Barrier.Handover, "2026-04-15 00:00", "2026-04-07 09:00", Fate.Waits },
            { Barrier.Handover, "2026-04-20 10:30", "2026-04-07 09:00", Fate.Waits },
            { Barrier.Handover, "2026-04-20 10:30", "2026-04-20 09:00", Fate.DoesNotCount },
            { Barrier.EndOfAssignment, "2026-04-14 10:30", "2026-04-07 09:00", Fate.Counts },
            { Barrier.EndOfAssignment, "2026-04-20 10:30", "2026-04-07 09:00", Fate.Waits },
            { Barrier.EndOfAssignment, "2026-04-20 10:30", "2026-04-20 09:00", Fate.DoesNotCount },
            { Barrier.EndOfDelegation, "2026-04-07 10:30", "2026-04-07 09:00", Fate.Counts },
            { Barrier.EndOfDelegation, "2026-04-14 10:30", "2026-04-07 09:00", Fate.Counts },
            { Barrier.EndOfDelegation, "2026-04-20 10:30", "2026-04-07 09:00", Fate.Waits },
            { Barrier.EndOfDelegation, "2026-04-20 10:30", "2026-04-20 09:00", Fate.DoesNotCount },
            { Barrier.Suspension, "2026-04-08 09:30", "2026-04-07 09:00", Fate.Counts },
            { Barrier.Suspension, "2026-04-14 10:30", "2026-04-07 09:00", Fate.Counts },
            { Barrier.Suspension, "2026-04-20 10:30", "2026-04-07 09:00", Fate.Waits },
            { Barrier.Closing, "2026-04-08 09:30", "2026-04-07 09:00", Fate.Counts },
            { Barrier.Closing, "2026-04-08 10:30", "2026-04-07 09:00", Fate.Refused },
            { Barrier.Closing, "2026-04-20 10:30", "2026-04-20 09:00", Fate.Refused },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Visit_ByItsArrivalAndItsDate_MeetsItsFate(Barrier barrier, string arrives, string dated, Fate fate)
    {
        var by = barrier == Barrier.EndOfDelegation ? A.Other : A.Inspector;
        var life = Begin(barrier);
        var visit = A.Visit(dated, by);
        var before = Civil.At(arrives) < Civil.At(Day);
        if (!before)
            life = Fall(life, barrier);
        life.AdvanceTo(Civil.At(arrives)).Do(new RecordVisit(visit));

        var counts = life.State.Duties.Any(duty => duty.Counted.Contains(visit.Id));
        var met =
            life.Refused is not null ? Fate.Refused
            : life.State.Flagged.Any(waiting => waiting.Id == visit.Id) ? Fate.Waits
            : counts ? Fate.Counts
            : Fate.DoesNotCount;
        met.Should().Be(fate);
        if (fate == Fate.Waits)
            life.By(The.Clerk)
                .Do(new ConfirmFlagged(visit.Id, "门卫登记属实"))
                .State.Duties.Any(duty => duty.Counted.Contains(visit.Id))
                .Should()
                .BeTrue("the county may believe it");
    }

    /// <summary>Whatever the visit says of itself, after a recusal nothing counts that no person has looked at.</summary>
    [Fact]
    public void AfterARecusal_NoDateLetsAVisitCount()
    {
        for (var hours = -24 * 35; hours <= 24 * 12; hours += 7)
        {
            var life = Fall(Begin(Barrier.Recusal), Barrier.Recusal).At("2026-04-20 10:00");
            var startedAt = Civil.At(Day).AddHours(hours);
            if (startedAt.AddHours(1) > life.Now)
                break;
            life.Do(new RecordVisit(A.Visit(startedAt)));
            life.State.Duties.Should().NotContain(duty => duty.Counted.Contains(A.Visit(startedAt).Id), $"dated {startedAt:O}");
            (life.Refused is not null || life.State.Flagged.Length == 1).Should().BeTrue($"dated {startedAt:O}");
        }
    }

    [Fact]
    public void Recusal_WithADateInThePast_ListsTheVisitsSince_WhichStandUntilTheCountyLooked()
    {
        var life = A.VisitedSchool()
            .Visit("2026-04-02 09:00")
            .At(Day)
            .By(The.Clerk)
            .Do(new RecuseInspector(A.Inspector, "配偶在该校任教", "德督回避〔2026〕3号", Civil.Day("2026-03-10")))
            .By(null);

        life.State.Recusals.Single().Should().BeEquivalentTo(new { From = Civil.Day("2026-03-10"), Since = Civil.At(Day) });
        life.State.Doubts.Select(doubt => (doubt.StartedAt, doubt.Taken!.Stands))
            .Should()
            .Equal((Civil.At("2026-03-10 09:00"), true), (Civil.At("2026-04-02 09:00"), true));
        (life.Duty("2026-03"), life.Duty("2026-04")).Should().Be((DutyState.Satisfied, DutyState.Satisfied), "nothing is voided silently");
        life.OpenAlerts.Count(id => id.StartsWith("visit-flagged:", StringComparison.Ordinal)).Should().Be(2);
        CaseSummaries.Waiting(life.State).Should().HaveCount(2);

        life.By(The.Clerk)
            .Do(new ConfirmFlagged(A.Visit("2026-03-10 09:00").Id, "有校方陪同记录"))
            .Do(new VoidVisit(A.Visit("2026-04-02 09:00").Id, "回避期间"))
            .By(null);
        (life.Duty("2026-03"), life.Duty("2026-04"), life.State.Doubts.Length).Should().Be((DutyState.Satisfied, DutyState.Pending, 0));
        life.OpenAlerts.Should()
            .NotContain(id => id.StartsWith("visit-flagged:", StringComparison.Ordinal), "the county has looked at each");
    }

    [Fact]
    public void Recusal_ListsVisitsTheUnitRemembersNoMore_AsTheJournalTellsThem()
    {
        var old = new VisitMark(Guid.NewGuid(), A.Inspector, Civil.At("2025-09-10 09:00"), Civil.At("2025-09-10 10:00"), false);
        var life = A.VisitedSchool()
            .At(Day)
            .By(The.Clerk)
            .Do(new RecuseInspector(A.Inspector, "亲属任教", "文", Civil.Day("2025-09-01"), [old]))
            .By(null);
        life.State.Doubts.Select(doubt => doubt.Id).Should().Equal(old.Id, A.Visit("2026-03-10 09:00").Id);
        life.By(The.Clerk).Do(new VoidVisit(old.Id, "不实")).Refused.Should().BeNull();
    }

    [Theory]
    [InlineData("2026-04-09")]
    [InlineData("1980-01-01")]
    public void Recusal_FromTheFutureOrTooLongAgo_IsRefused_WithWhatWouldBeAccepted(string since)
    {
        var life = A.VisitedSchool().At(Day);
        var refused = UnitDecisions.Decide(
            life.State,
            new RecuseInspector(A.Inspector, "亲属任教", "文", Civil.Day(since)),
            new(The.Clerk, Guid.NewGuid(), life.Now, life.Rules)
        );
        refused
            .Should()
            .BeOfType<Decision<UnitEvent>.Refused>()
            .Which.Refusal.Should()
            .BeEquivalentTo(new { Field = "since", Accepted = new Text("1990-01-01 至 2026-04-08", "1990-01-01 to 2026-04-08") });
    }

    [Fact]
    public void Visit_DatedIntoARecusalThatWasLifted_WaitsForTheCounty()
    {
        var life = Fall(Begin(Barrier.Recusal), Barrier.Recusal)
            .At("2026-04-10 10:00")
            .By(The.Clerk)
            .Do(new LiftRecusal(A.Inspector, "已调离", "文"))
            .By(null)
            .Assign(A.Inspector, "2026-04-01");
        life.At("2026-04-10 12:00")
            .Do(new RecordVisit(A.Visit("2026-04-09 09:00")))
            .Happened<VisitFlagged>()
            .Single()
            .Flags.Should()
            .Equal(VisitFlag.Recused);
    }

    [Fact]
    public void RecusedInspector_LearnsOfNoIssue_WhenHeHandsAVisitIn()
    {
        var life = Life.Until(IssueState.Notified).At(Day).By(The.Clerk).Do(new RecuseInspector(A.Inspector, "亲属任教", "文")).By(null);
        life.As(The.Inspector, new RecordVisit(A.Visit("2026-04-07 09:00")))
            .Refused.Should()
            .BeNull("no remark on issue 1 is asked of him");
    }

    /// <summary>The appointment as a barrier: dated and arriving before and after its end.</summary>
    [Theory]
    [InlineData("2026-04-07", "2026-04-07 12:00", false, false)]
    [InlineData("2026-04-07", "2026-04-08 12:00", false, false)] // within the grace
    [InlineData("2026-04-07", "2026-04-14 12:00", false, false)]
    [InlineData("2026-04-07", "2026-04-15 12:00", false, true)]
    [InlineData("2026-04-08", "2026-04-08 12:00", false, true)] // dated after the term
    [InlineData("2025-08-31", "2026-04-07 12:00", false, true)] // dated before it began
    [InlineData("2026-04-07", "2026-04-07 12:00", true, false)] // the last day of a revoked qualification still counts
    [InlineData("2026-04-07", "2026-04-08 12:00", true, true)]
    [InlineData("2026-03-01", "2026-04-08 12:00", true, true)]
    public void Visit_AroundTheEndOfAnAppointment_WaitsOrNot(string dated, string arrives, bool revoked, bool waits)
    {
        var profile = new InspectorProfile(
            A.Inspector,
            "330521",
            null,
            Employment.FullTime,
            Civil.Day("2025-09-01"),
            Civil.Day("2026-04-07")
        );
        AppointmentBarrier
            .Doubts(profile, revoked ? Civil.Day("2026-04-07") : null, A.Visit($"{dated} 09:00"), "330521", Civil.At(arrives), 7)
            .Should()
            .Be(waits);
    }

    [Fact]
    public void Inspector_WhoMovedToAnotherCounty_IsNoRegularVisitorHere_AndReadsNothingHere()
    {
        var profile = new InspectorProfile(A.Inspector, "330522", null, Employment.FullTime, Civil.Day("2025-09-01"), null);
        AppointmentBarrier.Doubts(profile, null, A.Visit("2026-04-07 09:00"), "330521", Civil.At("2026-04-07 12:00"), 7).Should().BeTrue();
        AppointmentBarrier
            .Doubts(profile, null, A.Visit("2026-04-07 09:00") with { Kind = VisitKind.Special }, "330521", Civil.At("2026-04-07 12:00"), 7)
            .Should()
            .BeFalse("joint inspections lead into other counties");
        AppointmentBarrier.Reading(profile, "330521", Civil.Day("2026-04-07"))!.Code.Should().Be(RefusalCode.OutOfScope);
        AppointmentBarrier.Reading(profile, "330522", Civil.Day("2026-04-07")).Should().BeNull();
        AppointmentBarrier
            .Reading(profile with { TermTo = Civil.Day("2026-04-06") }, "330522", Civil.Day("2026-04-07"))!
            .Message.Zh.Should()
            .Contain("2026-04-06");
    }

    private static Life Begin(Barrier barrier)
    {
        var life =
            barrier == Barrier.EndOfAssignment
                ? A.School().InspectedBy(A.Inspector, "2026-03-01", "2026-04-07").RegisteredAt("2026-03-01")
                : A.School().InspectedBy(A.Inspector).RegisteredAt("2026-03-01");
        return barrier == Barrier.EndOfDelegation ? life.Delegate(A.Other, "2026-04-01", "2026-04-07") : life;
    }

    private static Life Fall(Life life, Barrier barrier)
    {
        life.At(Day);
        return barrier switch
        {
            Barrier.Recusal => life.By(The.Clerk).Do(new RecuseInspector(A.Inspector, "配偶在该校任教", "文")).By(null),
            Barrier.Handover => life.Assign(A.Other, "2026-04-08"),
            Barrier.Suspension => life.Becomes(UnitStatus.Suspended),
            Barrier.Closing => life.Becomes(UnitStatus.Closed),
            _ => life,
        };
    }
}
