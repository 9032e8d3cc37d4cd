namespace Supervision.Rules.Tests.Policies;

/// <summary>Policies as they may arrive from outside: out of range, at odds with themselves, or with parts missing.</summary>
public class PolicyRulesTests
{
    public static TheoryData<string, string, string, string> Contradictions =>
        new()
        {
            { "inspector.softMax", "9", "inspector.hardMax", "8" },
            { "lookback.windowD.from", "61", "lookback.windowD.to", "60" },
            { "ladder.r3.periodD", "61", "ladder.r3.extD", "60" },
        };

    [Fact]
    public void Default_IsAPolicy() => PolicyRules.Objection(Policy.Default).Should().BeNull();

    [Fact]
    public void Policy_RecordedBeforeAllRecordsExisted_IsAPolicy() =>
        PolicyRules.Objection(new(1, Civil.Day("2026-09-01"), CadencePolicy.Default)).Should().BeNull();

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Values_AtOdds_AreRefused_EqualOnesAreNot(string key, string value, string blamed, string bound)
    {
        var refusal = PolicyRules.Objection(With(key, value))!;
        (refusal.Code, refusal.Field).Should().Be((RefusalCode.PolicyValuesConflict, blamed));
        refusal.Accepted!.Zh.Should().Contain(value);
        PolicyRules.Objection(With(key, bound)).Should().BeNull();
    }

    [Fact]
    public void Version_WithValuesThatNothingReads_IsStillAPolicy()
    {
        var policy = Policy.Default with
        {
            Office = OfficePolicy.Default with
            {
                Rounds = [],
                BulletinDay = 1,
                BulletinCutoffDay = 28,
                DrawRatePercent = 0,
                RegisterDays = -1,
            },
        };
        PolicyRules.Objection(policy).Should().BeNull();
        PolicyCatalogue.Differences(Policy.Default, policy).Should().BeEmpty();
    }

    [Fact]
    public void SeveralProblems_AreAllNamed()
    {
        var policy = Policy.Default with { Issues = IssuePolicy.Default with { VerifyDays = 0, FileDays = 16 }, Title = " " };
        PolicyRules.Problems(policy).Select(problem => problem.Field).Should().Equal("issue.fileD", "issue.verifyW", "title");
    }

    public static TheoryData<string, Policy> Damaged =>
        new()
        {
            { "cadence.school.perMonth", Policy.Default with { Cadence = null! } },
            { "cadence.warnDays", Policy.Default with { Cadence = CadencePolicy.Default with { WarnDays = default } } },
            { "cadence.warnDays", Policy.Default with { Cadence = CadencePolicy.Default with { WarnDays = [1, 3] } } },
            { "cadence.holidayMode", Policy.Default with { Cadence = CadencePolicy.Default with { HolidayMode = HolidayMode.None } } },
            { "cadence.holidayMode", Policy.Default with { Cadence = CadencePolicy.Default with { HolidayMode = (HolidayMode)9 } } },
            { "issue.rectifyD.minor", Policy.Default with { Issues = IssuePolicy.Default with { RectifyDays = null! } } },
            { "ladder.r1.autoRules", Policy.Default with { Ladder = LadderPolicy.Default with { AutomaticRules = default } } },
            { "ladder.r1.autoRules", Policy.Default with { Ladder = LadderPolicy.Default with { AutomaticRules = ["LR-04"] } } },
            { "ladder.r1.autoRules", Policy.Default with { Ladder = LadderPolicy.Default with { AutomaticRules = [null!] } } },
            { "ladder.r5.directRules", Policy.Default with { Ladder = LadderPolicy.Default with { DirectRules = ["LR-17", "LR-17"] } } },
            { "campaign", Policy.Default with { Office = OfficePolicy.Default with { Campaign = new(new(13, 0), new(12, 31)) } } },
            { "platformName", Policy.Default with { Office = OfficePolicy.Default with { PlatformName = null! } } },
        };

    [Theory]
    [MemberData(nameof(Damaged), DisableDiscoveryEnumeration = true)]
    public void Policy_WithAPartMissingOrUnheardOf_IsRefusedByKey(string key, Policy policy)
    {
        var refusal = PolicyRules.Objection(policy)!;
        (refusal.Code, refusal.Field).Should().Be((RefusalCode.PolicyValueInvalid, key));
    }

    private static Policy With(string key, string value) => PolicyCatalogue.Find(key)!.Write(Policy.Default, value).Policy;
}
