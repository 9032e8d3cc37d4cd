namespace Supervision.Rules.Tests.Roster;

using static Tables;

public sealed class SheetTests
{
    [Theory]
    [InlineData("学校标识码,学校名称,办学类型,县级行政区划代码")]
    [InlineData("\ufeff学校标识码,学校名称,办学类型,县级行政区划代码")]
    [InlineData("*学校标识码, 学校 名称 ,办学类型（必填）,县级行政区划代码*")]
    [InlineData("School Code,SCHOOL_NAME,kind,ｃｏｕｎｔｙ＿ｃｏｄｅ")]
    [InlineData("序号,学校标识码,学校\n名称,办学类型,县级行政区划代码,备注")]
    public void Headers_AsPeopleWriteThem_AreRecognised(string headers)
    {
        var columns = headers.Split(',');
        var row = columns
            .Select(header =>
                header.Contains("标识码", StringComparison.Ordinal) || header == "School Code" ? "2133901746"
                : header.Contains('名') || header == "SCHOOL_NAME" ? "吴兴区实验小学"
                : header.Contains("类型", StringComparison.Ordinal) || header == "kind" ? "小学"
                : header is "序号" or "备注" ? "1"
                : "330502"
            )
            .ToArray();

        var plan = Judge(RosterSheet.Of("a.csv", columns, row));

        plan.Findings.Should().BeEmpty();
        plan.Sheets.Single().Kind.Should().Be(RosterKind.Schools);
        plan.Units.Should().ContainSingle();
    }

    [Fact]
    public void Columns_Missing_TurnTheTableAwayNamingEach()
    {
        var plan = Judge(RosterSheet.Of("a.csv", ["学校名称", "办学类型"], ["吴兴区实验小学", "小学"], ["吴兴区第一小学", "小学"]));

        plan.Findings.Select(finding => (finding.Code, finding.Column))
            .Should()
            .Equal((RosterCode.ColumnMissing, "学校标识码"), (RosterCode.ColumnMissing, "县级行政区划代码"));
        plan.Sheets.Single().Rejected.Should().Be(2);
    }

    [Fact]
    public void Columns_Unknown_AreSaidOnceAndNotStoredOnesAreNot()
    {
        var plan = Judge(
            RosterSheet.Of(
                "a.csv",
                ["school_code", "school_name", "kind", "county_code", "ownership", "boarding", "classes", "校长手机"],
                ["2133901746", "吴兴区实验小学", "primary", "330502", "x", "y", "z", "1"],
                ["2133901747", "吴兴区第一小学", "primary", "330502", "", "", "", "2"]
            )
        );

        plan.Findings.Select(finding => (finding.Code, finding.Column)).Should().Equal((RosterCode.ColumnUnknown, "校长手机"));
    }

    [Fact]
    public void Columns_ThereTwice_TurnTheTableAway() =>
        Judge(
                RosterSheet.Of(
                    "a.csv",
                    ["school_code", "学校标识码", "school_name", "kind", "county_code"],
                    ["2133901746", "2133901747", "某校", "primary", "330502"]
                )
            )
            .Codes(FindingGrade.Rejected)
            .Should()
            .Equal(RosterCode.ColumnRepeated);

    [Fact]
    public void Rows_ThatHoldNothing_AreSkipped()
    {
        var plan = Judge(
            Schools(
                School(),
                ["", " ", "\u3000"],
                [
                    "school_code",
                    "school_name",
                    "kind",
                    "county_code",
                    "county_name",
                    "town_code",
                    "town_name",
                    "students",
                    "primary_students",
                    "junior_students",
                    "status",
                ],
                ["合 计", "", "", "", "", "", "", "1,724"],
                ["", "总计：", "", "", "", "", "", "1724"],
                ["", "", "", "", "", "", "", "1724", "1724", "0"],
                ["填表人：张三", "", "", "审核人：李四"],
                []
            )
        );

        plan.IsClean.Should().BeTrue();
        plan.Units.Should().ContainSingle();
        plan.Codes(FindingGrade.Skipped)
            .Should()
            .Equal(
                RosterCode.BlankRows,
                RosterCode.HeaderRow,
                RosterCode.TotalRow,
                RosterCode.TotalRow,
                RosterCode.TotalRow,
                RosterCode.NoteRow
            );
        plan.Sheets.Single().Should().Be(new SheetCount("schools.csv", null, RosterKind.Schools, 8, 1, 0, 0, 0, 7));
    }

    [Fact]
    public void Title_AboveTheHeaders_IsSkipped()
    {
        var sheet = Schools(School());
        var titled = sheet with
        {
            Rows = [new(1, [new("2026年湖州市学校名册")]), .. sheet.Rows.Select(row => row with { Number = row.Number + 1 })],
        };

        var plan = Judge(titled);

        plan.Units.Should().ContainSingle();
        plan.Codes(FindingGrade.Skipped).Should().Equal(RosterCode.TitleRow);
    }

    [Fact]
    public void Sheet_OfSomethingElse_IsSkippedBesideARosterAndRejectedAlone()
    {
        var other = RosterSheet.Of("a.xlsx", ["项目", "内容"], ["年度", "2026"]) with { Sheet = "说明" };
        var empty = new RosterSheet("a.xlsx", "Sheet3", false, []);

        Judge(Schools(School()) with { File = "a.xlsx", Sheet = "学校" }, other, empty)
            .Codes(FindingGrade.Skipped)
            .Should()
            .Equal(RosterCode.SheetNotRecognised, RosterCode.SheetEmpty);
        Judge(other).Codes(FindingGrade.Rejected).Should().Equal(RosterCode.SheetNotRecognised);
    }

    [Fact]
    public void Sheet_Hidden_IsReadAndSaid()
    {
        var plan = Judge(Schools(School()) with { Hidden = true });

        plan.Units.Should().ContainSingle();
        plan.Codes(FindingGrade.Warning).Should().Equal(RosterCode.SheetHidden);
    }

    [Fact]
    public void Duplicates_Identical_AreSkippedAndSaid()
    {
        var plan = Judge(Schools(School(), School(name: "吴兴区 实验小学"), School()));

        plan.Units.Should().ContainSingle();
        plan.Codes(FindingGrade.Skipped).Should().Equal(RosterCode.DuplicateIdentical, RosterCode.DuplicateIdentical);
        plan.Findings[^1].Message.Zh.Should().Contain("第2行");
    }

    [Fact]
    public void Duplicates_ThatDiffer_AreAllRejectedNamingTheOthers()
    {
        var plan = Judge(
            Schools(School(students: "1"), School(code: "2133901747"), School(students: "2")),
            Schools(School(students: "1")) with
            {
                File = "b.csv",
            }
        );

        plan.Units.Single().Profile.Code.Should().Be("2133901747");
        var rejected = plan.Findings.Where(finding => finding.Code == RosterCode.DuplicateDiffers).ToList();
        rejected.Should().HaveCount(3);
        rejected[0].Message.Zh.Should().Contain("第4行").And.Contain("b.csv第2行");
        rejected[2].Message.Zh.Should().Contain("schools.csv第2行");
    }

    [Fact]
    public void Duplicates_OfAFaultyRow_AreNotTakenInItsPlace() =>
        Judge(Schools(School(), School(county: "330103"))).Units.Should().BeEmpty();

    [Fact]
    public void Duplicates_OfOneUnitWithTwoInspectors_AreRejected()
    {
        var plan = Judge(
            Schools(School()),
            Inspectors(Inspector(), Inspector(code: "督学-330502-02")),
            Assignments(Assignment(), Assignment(inspector: "督学-330502-02"))
        );

        plan.Units.Single().Assignment.Should().BeNull();
        plan.Codes(FindingGrade.Rejected).Should().Equal(RosterCode.DuplicateDiffers, RosterCode.DuplicateDiffers);
    }

    [Fact]
    public void Inspector_OfEachFault_IsRejected()
    {
        Judge(Inspectors(Inspector(employment: "临时"))).Codes(FindingGrade.Rejected).Should().Equal(RosterCode.WordUnknown);
        Judge(Inspectors(Inspector(from: "2027-09-01"))).Codes(FindingGrade.Rejected).Should().Equal(RosterCode.DatesReversed);
        Judge(Inspectors(Inspector(code: "督学330502"))).Codes(FindingGrade.Rejected).Should().Equal(RosterCode.InspectorCodeInvalid);
        Judge(Inspectors(Inspector(county: "330503"))).Codes(FindingGrade.Warning).Should().Equal(RosterCode.CodeCountyDiffers);
        Judge(Inspectors(Inspector(to: "2026-01-01"))).Codes(FindingGrade.Warning).Should().Equal(RosterCode.TermOver);
        Judge(Inspectors(Inspector(to: "长期"))).Inspectors.Single().Profile.TermTo.Should().BeNull();
    }

    [Fact]
    public void Findings_InJson_NameTheirCodeInKebabCase()
    {
        var json = System.Text.Json.JsonSerializer.Serialize(Judge(Schools(School(town: "330503001"))).Findings.Single());

        json.Should().Contain("\"town-of-other-county\"").And.Contain("\"Rejected\"");
    }
}
