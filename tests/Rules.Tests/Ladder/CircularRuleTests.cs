namespace Supervision.Rules.Tests.Ladder;

/// <summary>LR-01 to LR-03: the three clerical rules, whose circulars issue themselves (D-07).</summary>
public class CircularRuleTests
{
    private static Life School(string story, Func<LadderPolicy, LadderPolicy>? change = null) =>
        (change is null ? A.School() : A.School().Climbing(change)).InspectedBy(A.Inspector).RegisteredAt("2026-03-01").Tell(story);

    private static string Calls(string story, Func<LadderPolicy, LadderPolicy>? change = null) =>
        string.Join(" | ", School(story, change).Calls);

    [Theory]
    [InlineData("04-02 open S-HW-04; ack 1; 04-17~", "")]
    [InlineData("04-02 open S-HW-04; ack 1; 04-18", "04-18 LR-01 R1 served [1]")]
    [InlineData("04-02 open S-HW-04; ack 1; 04-17 report 1; 04-18", "")]
    [InlineData("04-02 open S-HW-04; ack 1; 04-17 withdraw 1; 04-18", "")]
    [InlineData("04-02 open S-HW-01; 04-30", "")] // a minor one is never worth a circular
    [InlineData("04-02 open S-EX-01 Complex; ack 1; 05-02~", "")]
    [InlineData("04-02 open S-EX-01 Complex; ack 1; 05-03", "05-03 LR-01 R1 served [1]")]
    [InlineData("04-02 open S-HW-04 self; 05-02~", "")]
    [InlineData("04-02 open S-HW-04 self; 05-03", "05-03 LR-01 R1 served [1]")]
    [InlineData("04-08 open S-EX-02; confirm 1; ack 1; 04-24", "04-08 LR-06 R2 proposed [1] | 04-24 LR-01 R1 served [1]")]
    [InlineData("04-02 open S-HW-04; ack 1; report 1; 04-10 return 1; 04-17~", "")] // rework D(7)
    [InlineData("04-02 open S-HW-04; ack 1; report 1; 04-10 return 1; 04-18", "04-18 LR-01 R1 served [1]")]
    public void Lr01_AnOverdueIssue_IssuesACircularByItself(string story, string calls) => Calls(story).Should().Be(calls);

    [Theory]
    [InlineData("04-01 ask 2026Q2 05-10; 05-09~", "")]
    [InlineData("04-01 ask 2026Q2 05-10; 05-10", "05-10 LR-02 R1 served 2026Q2")]
    [InlineData("04-01 ask 2026Q2 05-10; 05-09 handin 2026Q2; 05-10", "")]
    public void Lr02_AMissingSelfCheck_IssuesACircularWhenTheWindowOpens(string story, string calls) => Calls(story).Should().Be(calls);

    [Theory]
    [InlineData("04-02 open S-HW-04; 04-10~", "")] // 6 April is a day off
    [InlineData("04-02 open S-HW-04; 04-11", "04-11 LR-03 R1 served [1]")]
    [InlineData("04-02 open S-HW-04; 04-10 ack 1; 04-11", "")]
    [InlineData("04-02 open S-HW-04; 04-10 report 1; 04-11", "")]
    [InlineData("04-02 open S-HW-01; 04-11", "")]
    [InlineData("04-02 open S-EX-02; 04-30", "")] // not confirmed: the unit has not been told
    [InlineData("04-29 open S-HW-04; 05-09~", "")] // 1–5 May are off, 9 May is worked
    [InlineData("04-29 open S-HW-04; 05-10", "05-10 LR-03 R1 served [1]")]
    public void Lr03_AnUnacknowledgedNotice_IssuesACircularAfterFiveWorkingDays(string story, string calls) =>
        Calls(story).Should().Be(calls);

    [Theory]
    [InlineData("LR-01", "04-02 open S-HW-04; ack 1; 04-18", "04-18 LR-01 R1 proposed [1]")]
    [InlineData("LR-02", "04-01 ask 2026Q2 05-10; 05-10", "05-10 LR-02 R1 proposed 2026Q2")]
    [InlineData("LR-03", "04-02 open S-HW-04; 04-11", "04-11 LR-03 R1 proposed [1]")]
    public void Clerical_SwitchedOff_IsProposedToTheClerk(string rule, string story, string calls)
    {
        var life = School(story, policy => policy with { AutomaticRules = policy.AutomaticRules.Remove(rule) });
        string.Join(" | ", life.Calls).Should().Be(calls);
        life.Measure(1).Should().BeEquivalentTo(new { State = MeasureState.Proposed, Rung = Rung.Circular });
        life.Measure(1).Deadlines.Should().ContainSingle(clock => clock.Kind == DeadlineKind.Decide);
        life.Tell("decide 1; serve 1").Rung.Should().Be(Rung.Circular);
    }

    [Fact]
    public void NoOtherRule_MayIssueItself_WhateverPolicySays() =>
        Calls("04-08 open S-EX-02; confirm 1", policy => policy with { AutomaticRules = ["LR-06"] })
            .Should()
            .Be("04-08 LR-06 R2 proposed [1]");

    [Fact]
    public void AutomaticCircular_IsDecidedAndServedBySystem_WithItsProofAndItsFifteenDays()
    {
        var life = School("04-02 open S-HW-04; ack 1; 04-20 open S-HW-05");
        life.Happened<MeasureProposed>().Single().Proof.Should().Equal("issue/1");
        life.Measure(1)
            .Should()
            .BeEquivalentTo(
                new
                {
                    State = MeasureState.InForce,
                    Form = MeasureForm.Written,
                    ProposedBy = "system",
                    DecidedBy = "system",
                    ServedAt = Civil.At("2026-04-18"),
                }
            );
        life.Due(1, DeadlineKind.Fix).Should().Be("2026-05-03");
        life.Measure(1).Deadlines.Should().ContainSingle("nobody has to decide any more");
        (life.Rung, life.Issue(1).TopRung, life.Issue(2).TopRung).Should().Be((Rung.Circular, Rung.Circular, Rung.None));
    }

    [Theory]
    [InlineData("04-02 open S-HW-04; 04-25", "04-11 LR-03 R1 served [1]")] // overdue on the 18th: covered already
    [InlineData(
        "04-02 open S-HW-04; ack 1; 04-05 open S-EX-01; ack 2; 04-21",
        "04-18 LR-01 R1 served [1] | 04-21 LR-01 R1 served [2] | 04-21 LR-05 R2 proposed [1,2]"
    )]
    [InlineData("04-02 open S-HW-04; ack 1; propose 2 1; impose 1; 04-18", "")] // an interview covers it
    [InlineData("04-02 open S-HW-04; open S-EX-01; ack 1; ack 2; propose 2 1; impose 1; 04-18", "04-18 LR-01 R1 served [2]")] // R1 still, for what none covers
    [InlineData("04-02 open S-HW-04; ack 1; propose 1 1; decide 1; 04-18", "")] // decided already
    [InlineData(
        "04-01 ask 2026Q2 05-10; 04-26 open S-HW-04; ack 1; 05-12",
        "05-10 LR-02 R1 served 2026Q2 | 05-12 LR-01 R1 served [1] | 05-12 LR-05 R2 proposed [1]"
    )]
    public void Circular_ForWhatAMeasureCovers_IsNotServedAgain(string story, string calls) => Calls(story).Should().Be(calls);

    [Fact]
    public void Circular_WhileOneIsProposed_IssuesItselfAllTheSame()
    {
        var life = School("04-02 open S-HW-04; ack 1; open S-EX-01; ack 2; propose 1 2; 04-18");
        life.Calls.Should().Equal("04-18 LR-01 R1 served [1]", "04-18 LR-01 R1 served [2]", "04-18 LR-05 R2 proposed [1,2]");
    }

    [Fact]
    public void Circular_ThatPolicyLeavesToTheClerk_JoinsTheOneProposed()
    {
        var life = A.VisitedSchool()
            .Climbing(policy => policy with { AutomaticRules = [] })
            .At("2026-04-02 10:00")
            .Opens("S-HW-04")
            .Acknowledges(1)
            .Opens("S-EX-01")
            .Acknowledges(2)
            .Proposes(Rung.Circular, 2)
            .At("2026-04-18");
        life.Ladder.Measures.Should().ContainSingle().Which.Issues.Should().Equal(1, 2);
    }
}
