namespace Supervision.Rules.Tests.Cadence;

/// <summary>Ticks discover, they never define (5.1.8).</summary>
public class OutageTests
{
    [Fact]
    public void Outage_OfSevenMonths_GivesTheFactsThatDailyTicksGive()
    {
        Life Start() => A.VisitedSchool().Assign(A.Other, "2026-05-20").Assign("督学-330521-03", "2026-06-24", "2026-09-10");
        var asleep = Start().At("2026-10-15 08:00");
        var awake = Start();
        for (var at = awake.Now; at < asleep.Now; at = at.AddDays(1))
            awake.AdvanceTo(at);
        awake.AdvanceTo(asleep.Now);

        awake
            .Facts.Select(fact => (fact.Event, fact.EffectiveAt))
            .Should()
            .Equal(asleep.Facts.Select(fact => (fact.Event, fact.EffectiveAt)));
        A.Json(awake.State).Should().Be(A.Json(asleep.State));
        awake.OpenAlerts.Should().Equal(asleep.OpenAlerts);
        awake.Raised.Keys.Should().BeEquivalentTo(asleep.Raised.Keys);
        asleep
            .Happened<PeriodMissed>()
            .Select(missed => (missed.Period.Index, missed.ChargedTo, missed.Basis))
            .Should()
            .Equal(
                (4, A.Inspector, ChargeBasis.Responsible),
                (5, A.Other, ChargeBasis.Responsible),
                (6, null, ChargeBasis.Handover),
                (9, null, ChargeBasis.Unassigned)
            );
    }

    [Fact]
    public void NextAt_IsTheInstantOfTheNextFact()
    {
        var school = A.VisitedSchool();
        for (var i = 0; i < 30; i++)
        {
            var due = Deadlines.NextAt(school.State, school.Rules)!.Value;
            UnitClock.Advance(school.State, due.AddTicks(-1), school.Rules).Should().BeEmpty();
            var facts = school.Facts.Count;
            school.AdvanceTo(due).Facts.Skip(facts).Should().NotBeEmpty().And.OnlyContain(fact => fact.EffectiveAt == due);
        }
    }
}
