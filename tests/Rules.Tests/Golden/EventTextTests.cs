using System.Text.RegularExpressions;

namespace Supervision.Rules.Tests.Golden;

/// <summary>The released facts of units, in words.</summary>
public partial class EventTextTests
{
    public static TheoryData<string> OfUnits() => Of<UnitEvent>();

    public static TheoryData<string> OfInspectors() => Of<InspectorEvent>();

    public static TheoryData<string> OfCounties() => Of<CountyEvent>();

    private static TheoryData<string> Of<TEvent>()
    {
        var names = typeof(TEvent)
            .GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false)
            .Cast<System.Text.Json.Serialization.JsonDerivedTypeAttribute>()
            .Select(released => (string)released.TypeDiscriminator!)
            .ToHashSet();
        return [.. GoldenTests.Files().Select(row => row.Data).Where(file => names.Contains(file.Split('.')[0]))];
    }

    [Theory]
    [MemberData(nameof(OfUnits))]
    public void ReleasedFact_OfAUnit_HasWordsInBothLanguages(string file)
    {
        var text = EventTexts.Say(Released(file));
        text.Zh.Should().MatchRegex(Chinese()).And.NotContain("  ");
        text.En.Should().MatchRegex(Latin()).And.NotContain("  ");
        (text.Zh + text.En).Should().NotMatchRegex(SlashedDate());
    }

    [Theory]
    [MemberData(nameof(OfInspectors))]
    public void ReleasedFact_OfAnInspector_HasWordsInBothLanguages(string file) => HasWords(InspectorTexts.Say(Read<InspectorEvent>(file)));

    [Theory]
    [MemberData(nameof(OfCounties))]
    public void ReleasedFact_OfACounty_HasWordsInBothLanguages(string file) => HasWords(CountyTexts.Say(Read<CountyEvent>(file)));

    private static void HasWords(Text text)
    {
        text.Zh.Should().MatchRegex(Chinese()).And.NotContain("  ");
        text.En.Should().MatchRegex(Latin()).And.NotContain("  ");
    }

    [Fact]
    public void Verified_WithASurpriseDay_TellsTheWindowOnly()
    {
        var text = EventTexts.Say(Released("issue-verified.json"));
        text.Zh.Should().Be("问题 3 核查通过：抽查四个班，未见家长作业；2026-05-21 至 2026-06-20 回头看");
        (text.Zh + text.En).Should().NotContain("2026-06-03");
        EventTexts
            .Say(new DeadlinePassed(CaseKind.Issue, 3, DeadlineKind.LookBackDay, Civil.Day("2026-06-03")))
            .Zh.Should()
            .Be("问题 3：今天是抽定的回头看日");
    }

    [Fact]
    public void Plan_Unannounced_IsToldWithoutItsDay()
    {
        var plan = new VisitPlan(Guid.Empty, A.Inspector, Civil.Day("2026-04-12"), VisitSlot.Morning, VisitKind.Special, false);
        EventTexts.Say(new VisitPlanned(plan, "督学 吴")).Zh.Should().Be("安排督学 督学-330521-01 于 2026-04-12（上午）专项督导");
        EventTexts.Say(new VisitPlanned(plan with { Unannounced = true }, "督学 吴")).Zh.Should().NotContain("2026-04-12");
    }

    public static TheoryData<UnitEvent, string> Samples() =>
        new()
        {
            { Released("issue-notified.json"), "问题 3 已通知单位，2026-04-14 前签收通知书，2026-04-27 前整改到位并报告" },
            { new IssueNotified(1, true, [new(DeadlineKind.Rectify, new(2026, 4, 9))]), "问题 1 开始整改，2026-04-09 前整改到位并报告" },
            { new IssueVerified(1, "沈", null, "属实", [], []), "问题 1 核查通过：属实" },
            { new IssueAcknowledged(1, "校办", null), "问题 1 的通知书已签收" },
            { Released("deadline-passed.json"), "问题 3：逾期，整改到位并报告（应于 2026-04-27 前）" },
            {
                new DeadlinePassed(CaseKind.SelfCheck, 20262, DeadlineKind.SelfCheck, new(2026, 5, 9)),
                "2026 年第 2 季度自查：逾期，报送自查（应于 2026-05-09 前）"
            },
            { new DeadlinePassed(CaseKind.Issue, 3, DeadlineKind.Silence, new(2026, 4, 17)), "问题 3：通知书到 2026-04-17 仍未签收" },
            { Released("measure-proposed.json"), "建议约谈（措施 4，LR-04 通报后整改不力），涉及问题 1、3，情节加重：通报后仍未整改" },
            { new MeasureDecided(2, "system", MeasureForm.Written, "", [], []), "系统按规则作出措施 2（书面）" },
            { new RemedyStepped(4, AppealStep.None, "system", "", RemedyState.Exhausted, []), "措施 4：救济途径已用尽" },
            { new VisitPlanDropped(Guid.Empty, null), "督导计划已执行" },
            {
                Released("visit-flagged.json"),
                "督学 督学-330521-01 的到访存疑，等待确认：与前后到访的路程和时间不符、定位疑似模拟、设备时间异常"
            },
        };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Event_InWords_ReadsAsPeopleSayIt(UnitEvent happened, string zh) => EventTexts.Say(happened).Zh.Should().Be(zh);

    [Fact]
    public void Deadline_OfEveryKind_HasWordsWhenItPasses()
    {
        foreach (var kind in Enum.GetValues<DeadlineKind>().Where(kind => kind != DeadlineKind.None))
        foreach (var about in Enum.GetValues<CaseKind>().Where(about => about is not (CaseKind.None or CaseKind.Step))) // steps are no unit's
            EventTexts.Say(new DeadlinePassed(about, 20262, kind, Civil.Day("2026-05-09"))).En.Should().NotBeNullOrWhiteSpace();
    }

    private static UnitEvent Released(string file) => Read<UnitEvent>(file);

    private static TEvent Read<TEvent>(string file)
    {
        using var stream = typeof(GoldenTests).Assembly.GetManifestResourceStream(file)!;
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return RulesJson.Read<TEvent>(buffer.ToArray());
    }

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Chinese();

    [GeneratedRegex("[a-z]{3}")]
    private static partial Regex Latin();

    [GeneratedRegex(@"\d+/\d+/\d+")]
    private static partial Regex SlashedDate();
}
