namespace Supervision.Gateway.Tests.Rosters;

/// <summary>Files that were once read wrongly, each with what is right.</summary>
public sealed class CaseFileTests
{
    [Fact]
    public void Inspectors_WithErrorCells_AreRejectedWithCellAndCauseAndTheReadableOneIsTaken()
    {
        var plan = Files.Judge("cases/error-cells.xlsx");

        plan.Inspectors.Select(appointed => (appointed.Profile.Code, appointed.Profile.TermTo))
            .Should()
            .Equal(("督学-330521-03", new DateOnly(2027, 2, 28)));
        plan.Findings.Where(finding => finding.Severity == FindingGrade.Rejected)
            .Select(finding => (finding.Row, finding.Column, finding.Value, finding.Code))
            .Should()
            .Equal((2, "截止日期", "#N/A", RosterCode.CellUnreadable), (3, "截止日期", "=DATE(2027,2,28)", RosterCode.CellUnreadable));
        plan.Findings[0].Message.Zh.Should().Contain("#N/A").And.Contain("查找不到");
        plan.Findings.Should().OnlyContain(finding => finding.Accepted != null && finding.ColumnName != null);
    }

    [Fact]
    public void School_WithErrorCells_IsRejectedNamingBoth()
    {
        var plan = Files.Judge("cases/error-cells-school.xlsx");

        plan.Units.Should().BeEmpty();
        plan.Findings.Where(finding => finding.Severity == FindingGrade.Rejected)
            .Select(finding => (finding.Row, finding.Column, finding.Value))
            .Should()
            .Equal((2, "状态", "#DIV/0!"), (2, "在校生数", "#REF!"));
    }

    [Fact]
    public void Dates_InTheFormatsOfChineseExcelAndWps_AreRead()
    {
        var plan = Files.Judge("cases/builtin-dates.xlsx");

        plan.IsClean.Should().BeTrue();
        plan.Inspectors.Should()
            .HaveCountGreaterThanOrEqualTo(6)
            .And.OnlyContain(appointed =>
                appointed.Profile.TermFrom == new DateOnly(2026, 3, 1) && appointed.Profile.TermTo == new DateOnly(2027, 2, 28)
            );
    }

    [Fact]
    public void Text_WithSemicolonsInsideItsCells_IsReadByItsCommas() =>
        Files.Judge("cases/semicolon.csv").Inspectors.Should().HaveCount(5);

    [Fact]
    public void Workbook_InStrictOpenXml_IsReadLikeAnyOther() =>
        Files
            .Judge("cases/strict.xlsx")
            .Inspectors.Single()
            .Profile.Should()
            .Match<InspectorProfile>(inspector => inspector.Code == "督学-330521-01" && inspector.TermTo == new DateOnly(2027, 2, 28));

    [Fact]
    public void Names_ThatBeginLikeAFormula_AreTakenWithAWarning() =>
        Files
            .Judge("cases/fullwidth-names.xlsx")
            .Findings.Where(finding => finding.Code == RosterCode.NameLikeFormula)
            .Select(finding => finding.Row)
            .Should()
            .Equal(2, 3);

    [Fact]
    public void Name_OfAHundredCharacters_IsTaken() => Files.Judge("cases/name100.xlsx").Units.Should().ContainSingle();
}
