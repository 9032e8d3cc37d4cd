namespace Supervision.Rules.Tests.Ladder;

/// <summary>Where one matter meets another's measure.</summary>
public class JoinTests
{
    [Fact]
    public void AutomaticCircular_WhileAnotherIsOnlyProposed_IssuesItself()
    {
        var life = A.VisitedSchool()
            .At("2026-04-02 10:00")
            .Opens("S-HW-04")
            .Acknowledges(1)
            .Opens("S-HW-05")
            .Acknowledges(2)
            .Proposes(Rung.Circular, 2)
            .At("2026-04-18");
        life.Ladder.Measures.Where(measure => measure.IsInForce).SelectMany(measure => measure.Issues).Should().BeEquivalentTo([1, 2]);
        life.Ladder.Measures.Where(measure => measure.Rung == Rung.Circular)
            .Should()
            .OnlyContain(measure => measure.IsInForce || measure.Rule == "manual");
    }

    [Fact]
    public void IssueThatJoinsAMeasureInForce_HasReachedItsRung()
    {
        var life = A.VisitedSchool().At("2026-04-08 10:00").Opens("S-TE-01").Confirms(1).Decides(1).Serves(1).Opens("S-AS-09").Confirms(2);
        life.Measure(1).Issues.Should().Equal(1, 2);
        life.Issue(2).TopRung.Should().Be(Rung.Interview);
        life.Ladder.Memory.Select(memory => memory.Group).Should().BeEquivalentTo("S-TE", "S-AS");
    }

    [Fact]
    public void Relapse_AfterDelisting_OpensKeySupervisionAgain()
    {
        var life = A.VisitedSchool()
            .At("2026-04-08 10:00")
            .Opens("S-TE-01")
            .Confirms(1)
            .Proposes(Rung.KeySupervision, 1)
            .Decides(2)
            .Serves(2)
            .Settles(1)
            .Applies(2)
            .Delists(2);
        life.Measure(2).Should().Match<Measure>(measure => measure.Delisted && measure.IsInForce && measure.Deadlines.IsEmpty);
        life.At("2026-05-20 10:00").Relapses(1);
        life.Measure(2).Delisted.Should().BeFalse();
        (life.Due(2, DeadlineKind.Progress), life.Due(2, DeadlineKind.Period)).Should().Be(("2026-05-27", "2026-06-19"));
    }

    [Theory]
    [InlineData("S-AD-02", Severity.Complex)]
    [InlineData("S-AD-02", Severity.General)]
    [InlineData("S-AD-07", Severity.Complex)]
    public void FalsificationAndObstruction_JudgedOtherThanSerious_AreRefused(string category, Severity severity) =>
        A.VisitedSchool().At("2026-04-08 10:00").Opens(category, severity).Refused.Should().Be(RefusalCode.SeverityTooLow);
}
