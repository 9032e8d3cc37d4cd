namespace Supervision.Rules.Tests.Ladder;

/// <summary>LR-09 to LR-11, LR-13 to LR-17 and the memory: what leads above the interview.</summary>
public class HigherRuleTests
{
    private const string InForce = "04-02 open S-HW-04; ack 1; propose 2 1; impose 1; hold 1";

    private static Life School(string story, Func<LadderPolicy, LadderPolicy>? change = null) =>
        (change is null ? A.School() : A.School().Climbing(change)).InspectedBy(A.Inspector).RegisteredAt("2026-03-01").Tell(story);

    private static Life Institution(string story) => A.Institution().InspectedBy(A.Inspector).RegisteredAt("2026-03-01").Tell(story);

    private static string Calls(string story, Func<LadderPolicy, LadderPolicy>? change = null) =>
        string.Join(" | ", School(story, change).Calls);

    [Theory]
    [InlineData(
        "04-01 complain S-HW a Open; 04-02 complain S-HW b Substantiated; 05-01 complain S-HW c Unverifiable",
        "05-01 LR-09 R3 proposed []"
    )] // day 30
    [InlineData("04-01~ complain S-HW a Open; 04-02 complain S-HW b Open; 05-02 complain S-HW c Open", "")]
    [InlineData("04-01 complain S-HW a Open; complain S-HW b Open; complain S-HW b Open", "")] // the same person again
    [InlineData("04-01 complain S-HW a Open; complain S-HW b Open; complain S-AS c Open", "")] // another group
    [InlineData("04-01 complain S-HW a Open; complain S-HW b Open; complain S-HW c Unsubstantiated", "")] // found false
    [InlineData("04-01 complain S-HW a Open c1; complain S-HW b Open; complain S-HW a Unsubstantiated c1; complain S-HW c Open", "")] // found false later
    [InlineData("04-01 complain S-HW - Open; complain S-HW - Open; complain S-HW - Open", "")] // nobody knows whether they are three
    [InlineData("04-01 complain S-HW a Open; complain S-HW b Open; complain S-HW - Open", "04-01 LR-09 R3 proposed []")]
    [InlineData(
        "04-01 open S-HW-04; open S-EX-01; complain S-HW a Open; complain S-HW b Open; complain S-HW c Open",
        "04-01 LR-09 R3 proposed [1]"
    )]
    [InlineData("04-01 open S-HW-04; open S-EX-01; opinion on", "04-01 LR-09 R3 proposed [1,2]")]
    [InlineData("04-01 opinion on; opinion on", "04-01 LR-09 R3 proposed []")]
    [InlineData(
        "04-01 opinion on; complain S-HW a Open; complain S-HW b Open; complain S-HW c Open",
        "04-01 LR-09 R3 proposed [] | 04-01 LR-09 joins 1 []"
    )]
    [InlineData("04-01 opinion on; impose 1; opinion off; opinion on", "04-01 LR-09 R3 proposed [] | 04-01 LR-09 joins 1 []")]
    public void Lr09_Outcry_ProposesKeySupervision(string story, string calls) => Calls(story).Should().Be(calls);

    [Fact]
    public void Lr09_CountsWhatPolicySays_AndNamesItsComplaints()
    {
        var life = School(
            "04-01 complain S-HW a Open c1; 04-11 complain S-HW b Open c2",
            policy => policy with { OutcryPersons = 2, OutcryDays = 10 }
        );
        life.Calls.Should().Equal("04-11 LR-09 R3 proposed []");
        life.Happened<MeasureProposed>().Single().Proof.Should().Equal("complaint/c1", "complaint/c2");
    }

    [Theory]
    [InlineData(InForce + "; commit 1 04-30; 04-30~", "")]
    [InlineData(InForce + "; commit 1 04-30; 05-01", "05-01 LR-10 R3 proposed [1]")]
    [InlineData(InForce + "; commit 1 04-30; 04-30 settle 1; 05-01", "")]
    [InlineData(InForce + "; commit 1 04-30; 04-30 report 1; 05-01", "05-01 LR-10 R3 proposed [1]")]
    [InlineData(InForce + "; commit 1 04-30; 04-03 opinion on; impose 2; 05-01", "04-03 LR-09 R3 proposed [1]")] // the interview is superseded
    public void Lr10_ABrokenPromise_ProposesKeySupervision(string story, string calls) => Calls(story).Should().Be(calls);

    [Theory]
    [InlineData("04-02 open S-HW-04; ack 1; settle 1; 05-02 relapse 1", "05-02 LR-11 R2 proposed [1]")] // nothing served before
    [InlineData("04-02 open S-HW-04; ack 1; propose 1 1; impose 1; settle 1; 05-02 relapse 1", "05-02 LR-11 R2 proposed [1]")]
    [InlineData("04-02 open S-HW-04; ack 1; propose 2 1; settle 1; 05-02 relapse 1", "05-02 LR-11 R2 proposed [1]")] // only proposed
    [InlineData(InForce + "; commit 1 04-30; settle 1; 05-02 relapse 1", "05-02 LR-11 R3 proposed [1]")]
    [InlineData(
        "04-02 open S-HW-04; ack 1; propose 3 1; impose 1; settle 1; apply 1; delist 1; 05-02 relapse 1",
        "05-02 LR-11 joins 1 [1]"
    )] // R3 at most
    [InlineData("04-02 open S-HW-04; ack 1; settle 1; 05-02 keep 1", "")]
    public void Lr11_ARelapse_GoesOneRungAboveTheHighestServed(string story, string calls) => Calls(story).Should().Be(calls);

    [Theory]
    [InlineData("04-08 open T-SUB-01; confirm 1", "04-08 LR-06 R2 proposed [1]")]
    [InlineData("04-08 open T-SUB-01; confirm 1; major 1", "04-08 LR-06 R2 proposed [1] | 04-08 LR-13 R4 proposed [1]")]
    [InlineData("04-08 open T-SUB-01; major 1; major 1", "04-08 LR-13 R4 proposed [1]")]
    public void Lr13_AMajorViolationConfirmed_ProposesExposure(string story, string calls) =>
        string.Join(" | ", Institution(story).Calls).Should().Be(calls);

    [Fact]
    public void Lr13_ConfirmedMajor_IsReferredToTheDepartmentToo()
    {
        var life = Institution("04-08 open T-SUB-01; major 1");
        life.State.Referrals.Should().ContainSingle(referral => referral.Issue == 1 && referral.Department == "市场监管局");
        life.Tell("confirm 1; settle 1").Measure(1).State.Should().Be(MeasureState.Proposed, "rectification does not undo it");
    }

    [Fact]
    public void Lr13_OfOtherCategories_IsRefused() =>
        Institution("04-08 open T-SUB-03").IsMajor(1).Refused.Should().Be(RefusalCode.NotMajor);

    [Fact]
    public void Lr13_OfASchool_ProposesNothing() => Calls("04-08 open S-AD-07; major 1").Should().BeEmpty();

    public static TheoryData<string, bool, string, Rung, RefusalCode?> Inaction() =>
        new()
        {
            { "S-AD-03", true, nameof(The.Director), Rung.Exposure, null },
            { "S-AD-03", true, nameof(The.CommitteeDirector), Rung.Exposure, null },
            { "S-AD-03", true, nameof(The.Clerk), Rung.Exposure, RefusalCode.RoleNotAllowed },
            { "S-AD-03", false, nameof(The.Director), Rung.Exposure, RefusalCode.RungNotAllowed },
            { "S-AD-03", true, nameof(The.Director), Rung.KeySupervision, RefusalCode.FieldInvalid },
            { "S-AD-06", true, nameof(The.Director), Rung.Exposure, RefusalCode.FieldInvalid },
        };

    [Theory]
    [MemberData(nameof(Inaction))]
    public void Lr14_TypicalInaction_IsBegunByTheDirectorWhereSwitchedOn(
        string category,
        bool on,
        string who,
        Rung rung,
        RefusalCode? refused
    )
    {
        var actor =
            who == nameof(The.Clerk) ? The.Clerk
            : who == nameof(The.Director) ? The.Director
            : The.CommitteeDirector;
        var life = School($"04-08 open {category}", policy => policy with { SchoolsExposed = on })
            .As(actor, new ProposeMeasure(rung, "LR-14", [1], "久拖不办"));
        life.Refused.Should().Be(refused);
        life.Ladder.Measures.Select(measure => (measure.Rule, measure.Rung, measure.State))
            .Should()
            .Equal(refused is null ? [("LR-14", Rung.Exposure, MeasureState.Proposed)] : []);
    }

    [Fact]
    public void Lr14_OfAnInstitution_IsRefused() =>
        Institution("04-08 open T-AD-03")
            .As(The.Director, new ProposeMeasure(Rung.Exposure, "LR-14", [1], "久拖不办"))
            .Refused.Should()
            .Be(RefusalCode.RungNotAllowed);

    [Theory]
    [InlineData(false, RefusalCode.RungNotAllowed)]
    [InlineData(true, null)]
    public void Exposure_OfASchoolByHand_NeedsTheSwitchToo(bool on, RefusalCode? refused) =>
        School("04-08 open S-HW-04", policy => policy with { SchoolsExposed = on }).Proposes(Rung.Exposure, 1).Refused.Should().Be(refused);

    private const string Persistent = "03-02 named q1; 03-03 named q2; 04-02 open S-HW-04; ack 1; 04-03 propose 3 1; impose 2";
    private const string Repeated = "03-03 LR-05 R2 proposed []";

    [Theory]
    [InlineData("03-10 impose 1; hold 1; ", "05-03~", "")]
    [InlineData("03-10 impose 1; hold 1; ", "05-04", " | 05-04 LR-15 R5 proposed [1]")]
    [InlineData("03-10 impose 1; hold 1; ", "05-03 settle 1; 05-04", "")]
    [InlineData("03-10 impose 1; hold 1; ", "05-03 report 1; 05-04", " | 05-04 LR-15 R5 proposed [1]")]
    [InlineData("03-10 impose 1; hold 1; ", "04-20 extend 2; 05-04; 06-02~", "")]
    [InlineData("03-10 impose 1; hold 1; ", "04-20 extend 2; 06-03", " | 06-03 LR-15 R5 proposed [1]")]
    [InlineData("", "05-04", "")] // no interview was ever served
    [InlineData("", "05-04; 05-06 impose 1", " | 05-06 LR-15 R5 proposed [1]")] // now there was one
    public void Lr15_EverythingProvenAndKeySupervisionOver_ProposesAccountability(string before, string after, string calls)
    {
        var story = Persistent.Replace("04-02 open", before + "04-02 open", StringComparison.Ordinal);
        var automatic = School(story + "; " + after, policy => policy with { FixDays = 60, AutomaticRules = [] })
            .Calls.Where(call => !call.Contains("LR-01", StringComparison.Ordinal));
        string.Join(" | ", automatic).Should().Be(Repeated + calls);
    }

    [Theory]
    [InlineData("2026-07-01", true)]
    [InlineData("2026-07-02", false)]
    public void Lr15_CountsThe365DaysBeforeThePeriodsEnd(string served, bool proposes)
    {
        // The period of the 30 days from 31 May 2027 ends on 30 June: day 365 of 1 July is counted at 00:00 of 1 July.
        var first = Civil.Day(served).AddDays(proposes ? 0 : -2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var life = School(
            $"{first}~ named q1; 2026-08-01 named q2; impose 1; 2027-05-31 open S-HW-04; ack 1; propose 3 1; impose 2; 2027-07-01",
            policy => policy with { AutomaticRules = [] }
        );
        life.Happened<MeasureProposed>().Any(e => e.Rule == "LR-15").Should().Be(proposes);
        if (proposes)
            life.Happened<MeasureProposed>()
                .Single(e => e.Rule == "LR-15")
                .Proof.Should()
                .Equal("bulletin/330521:2025Q3", "bulletin/330521:2025Q4", "measure/1", "measure/2");
    }

    [Theory]
    [InlineData("04-02 open S-HW-04; ack 1; 04-20 harm 1", "04-18 LR-01 R1 served [1] | 04-20 LR-16 R5 proposed [1]")]
    [InlineData("04-02 open S-HW-04; ack 1; harm 1; 04-18", "04-18 LR-01 R1 served [1] | 04-18 LR-16 R5 proposed [1]")]
    [InlineData("04-02 open S-HW-04; ack 1; harm 1; 04-17", "")] // no circular yet
    [InlineData("04-02 open S-HW-04; ack 1; 04-20 settle 1; harm 1", "04-18 LR-01 R1 served [1]")]
    [InlineData("04-02 open S-HW-04; ack 1; open S-EX-01; ack 2; 04-17 report 2; 04-20 harm 2", "04-18 LR-01 R1 served [1]")] // another issue
    public void Lr16_HarmAfterACircular_ProposesAccountabilityWherePolicySaysSo(string story, string calls)
    {
        Calls(story, policy => policy with { DirectRules = ["LR-16", "LR-17"] }).Should().Be(calls);
        Calls(story).Should().NotContain("LR-16");
    }

    [Theory]
    [InlineData("04-08 open S-AD-07", "")]
    [InlineData("04-08 open S-AD-07; confirm 1", "04-08 LR-06 R2 proposed [1] | 04-08 LR-17 R5 proposed [1] aggravated")]
    [InlineData("04-08 open S-AD-06; confirm 1", "04-08 LR-06 R2 proposed [1]")]
    public void Lr17_ObstructionConfirmed_ProposesAggravatedAccountability(string story, string calls)
    {
        Calls(story).Should().Be(calls);
        Calls(story, policy => policy with { DirectRules = [] }).Should().NotContain("LR-17");
    }

    [Theory]
    [InlineData(true, HarmMark.PublicImpact, 1)]
    [InlineData(true, HarmMark.StudentsHarmed, 0)]
    [InlineData(false, HarmMark.PublicImpact, 0)]
    public void Lr18_BadPublicImpactMarked_ProposesKeySupervisionWherePolicySaysSo(bool switchedOn, HarmMark mark, int proposals)
    {
        var life = A.VisitedSchool()
            .Climbing(policy => policy with { ImpactOrders = switchedOn })
            .At("2026-04-02 10:00")
            .Opens("S-HW-04")
            .As(The.Clerk, new MarkHarm(1, mark, "舆情专报"));
        life.Happened<MeasureProposed>().Count(e => e is { Rule: "LR-18", Rung: Rung.KeySupervision }).Should().Be(proposals);
    }

    private const string Cleared = "04-02 open S-HW-04; ack 1; propose 2 1; impose 1; hold 1; commit 1 05-30; settle 1"; // back at R0 on 2 April

    [Theory]
    [InlineData(Cleared + "; 09-29~ open S-HW-05", "09-29 LR-MEMORY R2 proposed [2]")] // day 180, inclusive
    [InlineData(Cleared + "; 09-30 open S-HW-05", "")]
    [InlineData(Cleared + "; 09-29 open S-EX-01", "")] // another group
    [InlineData(Cleared + "; 09-29 open S-HW-01", "09-29 LR-MEMORY R2 proposed [2]")]
    [InlineData("04-02 open S-HW-04; ack 1; propose 1 1; impose 1; settle 1; 04-20 open S-HW-05", "04-20 LR-MEMORY R1 proposed [2]")] // not one of the clerical rules
    [InlineData("04-02 open S-HW-04; ack 1; propose 2 1; impose 1; 04-03 open S-HW-05", "")] // not back at R0
    [InlineData("04-02 open S-HW-04; ack 1; propose 2 1; settle 1; 04-03 open S-HW-05", "")] // never served
    [InlineData(Cleared + "; 04-20 open S-HW-05; open S-HW-09", "04-20 LR-MEMORY R2 proposed [2] | 04-20 LR-MEMORY joins 2 [3]")]
    public void Memory_OfAGroup_BringsANewIssueBackToItsRung(string story, string calls) => Calls(story).Should().Be(calls);

    [Fact]
    public void Memory_OfAccountability_StartsAtKeySupervisionAtMost()
    {
        var life = School(
            "04-02 open S-HW-04; ack 1; propose 5 1; impose 1; execute 1; settle 1; 05-03; 05-04 open S-HW-05",
            policy => policy with { AutomaticRules = [] }
        );
        life.Calls.Should().Equal("05-04 LR-MEMORY R3 proposed [2]");
    }

    [Theory]
    [InlineData(0, "04-02 open S-HW-05", 1)]
    [InlineData(0, "04-03 open S-HW-05", 0)]
    [InlineData(10, "04-12 open S-HW-05", 1)]
    public void Memory_LastsAsLongAsPolicySays(int days, string then, int calls) =>
        School(Cleared + "; " + then, policy => policy with { MemoryDays = days }).Calls.Should().HaveCount(calls);

    [Fact]
    public void EveryRule_IsListedOnceWithItsSource()
    {
        LadderRules.All.Select(rule => rule.Code).Should().Equal(Enumerable.Range(1, 19).Select(no => $"LR-{no:00}").Append("LR-MEMORY"));
        LadderRules
            .All.Should()
            .OnlyContain(rule =>
                rule.Name.Zh.Length > 0 && rule.Name.En.Length > 0 && rule.Clause.Zh.Length > 0 && rule.Clause.En.Length > 0
            );
        LadderRules.Find("LR-04")!.Name.En.Should().Be("stalled after a circular");
        LadderRules.Find("LR-20").Should().BeNull();
    }
}
