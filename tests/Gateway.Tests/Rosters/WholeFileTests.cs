namespace Supervision.Gateway.Tests.Rosters;

public sealed class WholeFileTests
{
    private static readonly string[] Tables = ["counties", "schools", "institutions", "inspectors", "assignments"];

    [Theory]
    [MemberData(nameof(HuzhouVariants))]
    public void Huzhou_InAnyForm_GivesTheSamePlanAndRejectsNothing(string[] files)
    {
        var plan = Files.Judge(files);

        plan.Counties.Select(county => county.Code).Should().Equal("330502", "330503", "330521", "330522", "330523");
        plan.Units.Count(unit => unit.Profile.Kind == UnitKind.School).Should().Be(241);
        plan.Units.Count(unit => unit.Profile.Kind == UnitKind.Institution).Should().Be(104);
        plan.Inspectors.Should().HaveCount(50);
        plan.Units.Count(unit => unit.Assignment is not null).Should().Be(345);
        plan.Assignments.Should().BeEmpty();
        plan.IsClean.Should().BeTrue();
        plan.Findings.Should()
            .OnlyContain(finding => finding.Code == RosterCode.StatusRead || finding.Code == RosterCode.SheetNotRecognised);
        plan.AsksTheSameAs(Files.Judge(Plain())).Should().BeTrue();
    }

    public static TheoryData<string[]> HuzhouVariants() =>
        new(
            Plain(),
            [.. Tables.Select(table => $"huzhou/excel/{table}.csv")],
            [.. Plain().Where(file => file != "huzhou/schools.csv"), "huzhou/schools.gb18030.csv"],
            ["huzhou/huzhou.xlsx"],
            [.. Plain().Reverse()],
            [.. Plain().Where(file => file != "huzhou/counties.csv")]
        );

    [Fact]
    public void Huzhou_ReadAndJudgedTwice_GivesEqualPlans() =>
        Files.Judge("huzhou/huzhou.xlsx").Should().Be(Files.Judge("huzhou/huzhou.xlsx"));

    [Fact]
    public void Huzhou_SentAsTextAndWorkbookTogether_SkipsEveryRowOfTheSecond()
    {
        var plan = Files.Judge([.. Plain(), "huzhou/huzhou.xlsx"]);

        plan.IsClean.Should().BeTrue();
        plan.AsksTheSameAs(Files.Judge(Plain())).Should().BeTrue();
        plan.Sheets.Where(sheet => sheet.File == "huzhou.xlsx").Sum(sheet => sheet.Accepted).Should().Be(0);
        plan.Findings.Count(finding => finding.Code == RosterCode.DuplicateIdentical).Should().Be(5 + 241 + 104 + 50 + 345);
    }

    [Fact]
    public void Zhejiang_AllOfIt_RejectsNothing()
    {
        var plan = Files.Judge([.. Tables.Select(table => $"zhejiang/{table}.csv.gz")]);

        plan.Counties.Should().HaveCount(90);
        plan.Units.Should().HaveCount(7_415);
        plan.Units.Should().OnlyContain(unit => unit.Assignment != null);
        plan.Inspectors.Should().HaveCount(1_049);
        plan.IsClean.Should().BeTrue();
        plan.Findings.Where(finding => finding.Severity == FindingGrade.Warning).Should().BeEmpty();
        plan.Findings.Count(finding => finding.Code == RosterCode.StatusRead).Should().Be(144);
    }

    [Fact]
    public void Zhejiang_SentByHuzhou_TakesHuzhouOnly()
    {
        var sheets = Files.Read([.. Tables.Select(table => $"zhejiang/{table}.csv.gz")]);

        var plan = RosterJudge.Judge(sheets, RosterContext.Empty(Files.Today) with { Scope = ["3305"] });

        plan.AsksTheSameAs(Files.Judge(Plain())).Should().BeTrue();
        plan.Findings.Where(finding => finding.Severity == FindingGrade.Rejected)
            .Should()
            .OnlyContain(finding => finding.Code == RosterCode.OutOfScope);
    }

    [Fact]
    public void Demonstration_Roster_RunsFromSeptember2025()
    {
        var plan = Files.Judge([.. Tables.Select(table => $"demo/{table}.csv")]);

        plan.IsClean.Should().BeTrue();
        plan.Units.Should().HaveCount(345).And.OnlyContain(unit => unit.Assignment!.From == new DateOnly(2025, 9, 1));
    }

    private static string[] Plain() => [.. Tables.Select(table => $"huzhou/{table}.csv")];
}
