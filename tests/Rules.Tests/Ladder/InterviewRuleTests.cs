namespace Supervision.Rules.Tests.Ladder;

/// <summary>LR-04 to LR-08 and LR-12: rules that ask for an interview, which only a person decides.</summary>
public class InterviewRuleTests
{
    private const string Overdue = "04-02 open S-HW-04; ack 1; 04-18";
    private const string Circular = "04-18 LR-01 R1 served [1]";

    private static Life School(string story, Func<LadderPolicy, LadderPolicy>? change = null) =>
        (change is null ? A.School() : A.School().Climbing(change)).InspectedBy(A.Inspector).RegisteredAt("2026-03-01").Tell(story);

    private static string Calls(string story, Func<LadderPolicy, LadderPolicy>? change = null) =>
        string.Join(" | ", School(story, change).Calls);

    [Theory]
    [InlineData(Overdue + "; 05-03~", Circular)]
    [InlineData(Overdue + "; 05-04", Circular + " | 05-04 LR-04 R2 proposed [1]")]
    [InlineData(Overdue + "; 05-03 settle 1; 05-04", Circular)]
    [InlineData(Overdue + "; 05-03 report 1; 05-04", Circular + " | 05-04 LR-04 R2 proposed [1]")] // reported is not verified
    [InlineData(Overdue + "; 05-03 withdraw 1; 05-04", Circular)]
    [InlineData("04-01 ask 2026Q2 05-10; 05-25~", "05-10 LR-02 R1 served 2026Q2")]
    [InlineData("04-01 ask 2026Q2 05-10; 05-26", "05-10 LR-02 R1 served 2026Q2 | 05-26 LR-04 R2 proposed 2026Q2")]
    [InlineData("04-01 ask 2026Q2 05-10; 05-25 handin 2026Q2; 05-26", "05-10 LR-02 R1 served 2026Q2")]
    public void Lr04_ACircularsFifteenDaysOver_ProposesAnInterview(string story, string calls) => Calls(story).Should().Be(calls);

    [Fact]
    public void Lr04_OfTwoIssuesOneSettled_IsAboutTheOther()
    {
        var life = School("04-02 open S-HW-04; ack 1; open S-EX-01; ack 2; propose 1 1,2; impose 1; 04-10 settle 1; 04-18");
        life.Calls.Should().Equal("04-18 LR-04 R2 proposed [2]");
        life.Happened<MeasureProposed>().Last().Proof.Should().Equal("measure/1");
    }

    [Theory]
    [InlineData("04-02 named q1", "")]
    [InlineData("04-02 named q1; named q1", "")] // the same bulletin once
    [InlineData("04-02 named q1; 04-03 named q2", "04-03 LR-05 R2 proposed []")]
    [InlineData("04-02~ named q1; 2027-04-02~ named q2", "2027-04-02 LR-05 R2 proposed []")] // day 365 counts
    [InlineData("04-02 named q1; 2027-04-02~ named q2", "2027-04-02 LR-05 R2 proposed []")]
    [InlineData("04-02~ named q1; 2027-04-03 named q2", "")]
    [InlineData(Overdue + "; 04-19 named q1", Circular + " | 04-19 LR-05 R2 proposed [1]")]
    [InlineData(Overdue + "; 04-19 settle 1; 04-20 named q1", Circular + " | 04-20 LR-05 R2 proposed []")] // discharged, and counted all the same
    public void Lr05_TwoCircularsWithinAYear_ProposeAnInterview(string story, string calls) => Calls(story).Should().Be(calls);

    [Theory]
    [InlineData("04-02 named q1; 04-03 named q2", "")]
    [InlineData("04-02 named q1; 04-03 named q2; 04-04 named q3", "04-04 LR-05 R2 proposed []")]
    public void Lr05_CountsWhatPolicySays(string story, string calls) =>
        Calls(story, policy => policy with { RepeatNotices = 3 }).Should().Be(calls);

    [Theory]
    [InlineData("04-02 named q1; 04-03 named q2")]
    [InlineData("04-02 named q1; 2027-04-02~ named q2")]
    public void Lr05_NamesEveryCircularItCounted(string story) =>
        School(story).Happened<MeasureProposed>().Single().Proof.Should().Equal("bulletin/330521:2025Q3", "bulletin/330521:2025Q4");

    [Theory]
    [InlineData("04-08 open S-EX-02", "")]
    [InlineData("04-08 open S-EX-02; confirm 1", "04-08 LR-06 R2 proposed [1]")]
    [InlineData("04-08 open S-EX-02 self; ack 1", null)] // nothing to acknowledge
    [InlineData("04-08 open S-EX-02 self", "")]
    [InlineData("04-08 open S-EX-02 self; confirm 1", null)]
    [InlineData("04-08 open S-HW-04; confirm 1", null)]
    [InlineData("04-08 open S-HW-04 Serious; confirm 1", "04-08 LR-06 R2 proposed [1]")]
    [InlineData("04-08 open S-EX-02; open S-EX-02; confirm 1; confirm 2", "04-08 LR-06 R2 proposed [1] | 04-08 LR-06 joins 1 [2]")]
    [InlineData(
        "04-08 open S-EX-02; open S-EX-02; confirm 1; decide 1; confirm 2",
        "04-08 LR-06 R2 proposed [1] | 04-08 LR-06 joins 1 [2]"
    )]
    [InlineData(
        "04-08 open S-EX-02; open S-EX-02; confirm 1; impose 1; confirm 2",
        "04-08 LR-06 R2 proposed [1] | 04-08 LR-06 joins 1 [2]"
    )]
    [InlineData(
        "04-08 open S-EX-02; open S-EX-02; confirm 1; reject 1; confirm 2",
        "04-08 LR-06 R2 proposed [1] | 04-08 LR-06 R2 proposed [2]"
    )]
    [InlineData("04-08 open S-HW-04; open S-EX-02; propose 3 1; impose 1; confirm 2", "04-08 LR-06 joins 1 [2]")] // R3 is in force
    [InlineData("04-08 open S-HW-04; open S-EX-02; propose 3 1; confirm 2", "04-08 LR-06 R2 proposed [2]")] // R3 is only proposed
    public void Lr06_ASeriousIssueConfirmed_ProposesAnInterview(string story, string? calls)
    {
        if (calls is null)
            story.Invoking(told => School(told)).Should().Throw<InvalidOperationException>().WithMessage("*IssueStateConflict*");
        else
            Calls(story).Should().Be(calls);
    }

    [Theory]
    [InlineData("04-08 open S-AD-02", "")]
    [InlineData("04-08 open S-AD-02; confirm 1", "04-08 LR-06 R2 proposed [1] | 04-08 LR-07 joins 1 [1] aggravated")]
    [InlineData("04-08 open S-AD-06; confirm 1", "04-08 LR-06 R2 proposed [1]")]
    [InlineData("04-08 open S-AD-02 self", "")]
    public void Lr07_FalsificationConfirmed_IsAnAggravatedInterview(string story, string calls)
    {
        var life = School(story);
        string.Join(" | ", life.Calls).Should().Be(calls);
        life.Ladder.Measures.Any(measure => measure.Aggravated).Should().Be(calls.Contains("aggravated", StringComparison.Ordinal));
    }

    [Fact]
    public void Lr07_VerifiedBeforeTheDecision_DoesNotLapse() =>
        School("04-08 open S-AD-02; confirm 1; settle 1")
            .Measure(1)
            .State.Should()
            .Be(MeasureState.Proposed, "what was forged stays forged");

    private static string Complaints(string first, string last, string outcome, int between = 3) =>
        $"{first} complain S-HW p Open; {string.Concat(Enumerable.Repeat($"{last} complain S-AS p Open; ", between))}{last} complain S-EX p {outcome}";

    [Theory]
    [InlineData("04-01", "04-10", "Substantiated", 3, true)]
    [InlineData("04-01", "04-10", "Partly", 3, true)]
    [InlineData("04-01", "04-10", "Substantiated", 2, false)]
    [InlineData("04-01", "04-10", "Open", 3, false)]
    [InlineData("04-01", "04-10", "Unsubstantiated", 3, false)]
    [InlineData("04-01", "04-10", "Unverifiable", 3, false)]
    [InlineData("04-01", "06-30", "Substantiated", 3, true)] // day 90
    [InlineData("04-01", "07-01", "Substantiated", 3, false)]
    public void Lr08_ManyComplaintsOneOfThemTrue_ProposeAnInterview(
        string first,
        string last,
        string outcome,
        int between,
        bool proposes
    ) => Calls(Complaints(first, last, outcome, between)).Should().Be(proposes ? $"{last} LR-08 R2 proposed []" : "");

    [Fact]
    public void Lr08_AConclusionThatComesLater_CountsThen()
    {
        var life = School(
            "04-01 complain S-HW p Open c1; " + Complaints("04-02", "04-10", "Open", 2) + "; 04-20 complain S-HW p Substantiated c1"
        );
        life.Calls.Should().Equal("04-20 LR-08 R2 proposed []");
        life.Happened<MeasureProposed>().Single().Proof.Should().HaveCount(5).And.Contain("complaint/c1");
    }

    [Fact]
    public void Lr08_CountsWhatPolicySays() =>
        Calls(
                "04-01 complain S-HW p Substantiated; 04-11 complain S-AS p Open",
                policy => policy with { ManyComplaints = 2, ManyDays = 10 }
            )
            .Should()
            .Be("04-11 LR-08 R2 proposed []");

    [Theory]
    [InlineData("04-02 open S-HW-04; ack 1; report 1; return 1", "")]
    [InlineData("04-02 open S-HW-04; ack 1; report 1; return 1; report 1; return 1", "04-02 LR-12 R2 proposed [1]")]
    [InlineData(
        "04-02 open S-HW-04; ack 1; report 1; return 1; report 1; verify 1; 05-02 relapse 1; report 1; return 1",
        "05-02 LR-11 R2 proposed [1] | 05-02 LR-12 joins 1 [1]"
    )]
    [InlineData("04-02 open S-HW-04; open S-HW-05; ack 1; ack 2; report 1; return 1; report 2; return 2", "")] // of one issue
    [InlineData("04-02 open S-HW-04; ack 1; propose 2 1; impose 1; report 1; return 1; report 1; return 1", "04-02 LR-12 joins 1 [1]")]
    public void Lr12_TheSecondFailedVerification_ProposesAnInterview(string story, string calls) => Calls(story).Should().Be(calls);

    [Fact]
    public void Interview_ByRule_IsNeverDecidedByItself() =>
        School("04-08 open S-EX-02; confirm 1; ack 1; 2027-04-08")
            .Measure(1)
            .Should()
            .BeEquivalentTo(new { State = MeasureState.Proposed, DecidedBy = (string?)null });
}
