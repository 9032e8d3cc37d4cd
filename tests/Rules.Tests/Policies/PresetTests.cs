namespace Supervision.Rules.Tests.Policies;

/// <summary>What the source's plans set, no more and no less.</summary>
public class PresetTests
{
    public static TheoryData<string> Names() => [.. PolicyPresets.All.Select(preset => preset.Name)];

    private static Policy Of(string name) => PolicyPresets.Find(name)!.Over(Policy.Default);

    [Fact]
    public void Presets_AreThePlansTheSourceHolds() =>
        PolicyPresets.All.Select(preset => preset.Name).Should().Equal("plan-1", "plan-2", "plan-5", "plan-6");

    [Theory]
    [MemberData(nameof(Names))]
    public void Preset_IsAPolicy_OfAcceptedValuesWithTheirLines(string name)
    {
        var preset = PolicyPresets.Find(name)!;
        PolicyCatalogue
            .Lay(Policy.Default, preset.Values.Select(each => KeyValuePair.Create(each.Key, each.Value)))
            .Refusals.Should()
            .BeEmpty();
        PolicyRules.Objection(preset.Over(Policy.Default)).Should().BeNull();
        preset.Values.Select(each => each.Key).Should().OnlyHaveUniqueItems();
        var lines = Lines(preset.Source);
        preset
            .Values.Should()
            .OnlyContain(each =>
                Lines(each.Source.Split(' ', 2)[0]).First >= lines.First && Lines(each.Source.Split(' ', 2)[0]).Last <= lines.Last
            );
    }

    [Fact]
    public void Plan1_ReachesAccountabilityOverTheRungsAlone()
    {
        var policy = Of("plan-1");
        policy.OfLadder.DirectRules.Should().Equal("LR-17");
        (
            policy.OfLadder.SchoolsExposed,
            policy.OfLadder.PersistNotices,
            policy.OfLadder.PersistInterviews,
            policy.OfLadder.PersistKeySupervisions
        )
            .Should()
            .Be((false, 2, 1, 1));
    }

    [Fact]
    public void Plan5_ReachesAccountabilityByHarmDirectly()
    {
        Of("plan-5").OfLadder.DirectRules.Should().Equal("LR-16", "LR-17", "LR-19");
    }

    [Fact]
    public void Plan6_ExposesSchoolsAndNamesItsPlatform()
    {
        var policy = Of("plan-6");
        policy.OfLadder.SchoolsExposed.Should().BeTrue();
        policy.OfOffice.PlatformName.Should().Be("湖州安心培");
    }

    [Fact]
    public void Plan2_BreaksOff_AndDecidesTheCampaignAlone() =>
        PolicyPresets.Find("plan-2")!.Values.Select(each => each.Key).Should().Equal("campaign");

    [Fact]
    public void Preset_OverAnother_LeavesWhatItIsSilentOf()
    {
        var policy = PolicyPresets.Find("plan-5")!.Over(Of("plan-6"));
        policy.OfLadder.SchoolsExposed.Should().BeTrue();
        PolicyPresets.Find("plan-1")!.Over(policy).OfLadder.Should().BeEquivalentTo(Of("plan-1").OfLadder);
    }

    private static (int First, int Last) Lines(string source)
    {
        var ends = source.Split('–').Select(line => int.Parse(line[1..], CultureInfo.InvariantCulture)).ToList();
        return (ends[0], ends[^1]);
    }
}
