namespace Supervision.Rules.Tests.Roster;

using static Tables;

public sealed class SchoolRowTests
{
    [Fact]
    public void School_WithEverything_BecomesAProfile()
    {
        var plan = Judge(Schools(School(town: "330502001", townName: "月河街道", students: "1724", primary: "1724", junior: "0")));

        plan.Findings.Should().BeEmpty();
        plan.Units.Should()
            .Equal(
                new RegisterUnit(
                    new(
                        UnitKind.School,
                        "2133901746",
                        "吴兴区实验小学",
                        "330502",
                        "330502001",
                        "月河街道",
                        "primary",
                        UnitStatus.Active,
                        1724
                    ),
                    null
                )
                {
                    Untold = ProfileFields.Position | ProfileFields.Central,
                }
            );
        plan.Counties.Should().Equal(new CountyProfile("330502", "吴兴区", "3305", "湖州市", "33", "浙江省"));
    }

    [Theory]
    [InlineData("primary", "primary")]
    [InlineData("小学", "primary")]
    [InlineData("教学点", "primary")]
    [InlineData("初级中学", "junior")]
    [InlineData("nine_year", "nine-year")]
    [InlineData("九年一贯制学校", "nine-year")]
    public void School_KindInEitherLanguage_IsOneOfThree(string word, string category) =>
        Judge(Schools(School(kind: word))).Units.Single().Profile.Category.Should().Be(category);

    [Theory]
    [InlineData("正常", UnitStatus.Active)]
    [InlineData("", UnitStatus.Active)]
    [InlineData("停办", UnitStatus.Suspended)]
    [InlineData("停业", UnitStatus.Suspended)]
    [InlineData("注销", UnitStatus.Closed)]
    [InlineData("撤销", UnitStatus.Closed)]
    public void School_Status_IsOneOfThree(string word, UnitStatus status) =>
        Judge(Schools(School(status: word))).Units.Single().Profile.Status.Should().Be(status);

    public static TheoryData<string[], RosterCode, string> Rejected() =>
        new()
        {
            { School(code: ""), RosterCode.FieldRequired, "school_code" },
            { School(name: " "), RosterCode.FieldRequired, "school_name" },
            { School(kind: ""), RosterCode.FieldRequired, "kind" },
            { School(county: ""), RosterCode.FieldRequired, "county_code" },
            { School(code: "213390174"), RosterCode.SchoolCodeInvalid, "school_code" },
            { School(code: "9933901746"), RosterCode.SchoolCodeInvalid, "school_code" },
            { School(code: "2133901746#"), RosterCode.SchoolCodeInvalid, "school_code" },
            { School(code: "2.13E+09"), RosterCode.CodeDamaged, "school_code" },
            { School(name: new string('校', 101)), RosterCode.TextTooLong, "school_name" },
            { School(kind: "完全中学"), RosterCode.WordUnknown, "kind" },
            { School(status: "不详"), RosterCode.WordUnknown, "status" },
            { School(county: "330103"), RosterCode.CountyAbolished, "county_code" },
            { School(county: "330500"), RosterCode.CountyUnknown, "county_code" },
            { School(county: "990101"), RosterCode.CountyUnknown, "county_code" },
            { School(county: "吴兴区"), RosterCode.CountyUnknown, "county_code" },
            { School(countyName: "南浔区"), RosterCode.CountyNameContradicts, "county_name" },
            { School(town: "330503001"), RosterCode.TownOfOtherCounty, "town_code" },
            { School(town: "3305020"), RosterCode.TownInvalid, "town_code" },
            { School(students: "-5"), RosterCode.NumberOutOfRange, "students" },
            { School(students: "1200000"), RosterCode.NumberOutOfRange, "students" },
            { School(students: "99999999999999999999"), RosterCode.NumberOutOfRange, "students" },
            { School(students: "约500"), RosterCode.NumberInvalid, "students" },
            { School(students: "1,72"), RosterCode.NumberInvalid, "students" },
            { School(students: "12.5"), RosterCode.NumberInvalid, "students" },
        };

    [Theory]
    [MemberData(nameof(Rejected))]
    public void School_WithAFault_IsRejectedWithRowAndColumn(string[] row, RosterCode code, string column)
    {
        var plan = Judge(Schools(row));

        plan.Units.Should().BeEmpty();
        plan.Counties.Should().BeEmpty();
        var finding = plan.Findings.Single(finding => finding.Severity == FindingGrade.Rejected);
        (finding.Code, finding.Column, finding.Row, finding.File).Should().Be((code, column, 2, "schools.csv"));
        (finding.Message.Zh, finding.Message.En).Should().NotBe(("", ""));
    }

    public static TheoryData<string[], RosterCode> Warned() =>
        new()
        {
            { School(code: "2113900001", county: "130171"), RosterCode.CountyStatisticalZone },
            { School(countyName: "吴兴开发区"), RosterCode.CountyNameDiffers },
            { School(code: "2141901746"), RosterCode.CodeProvinceDiffers },
            { School(code: "3133901746"), RosterCode.CodeKindDiffers },
            { School(town: "330502999"), RosterCode.TownUnknown },
            { School(townName: "不存在街道"), RosterCode.TownUnknown },
            { School(town: "330502001", townName: "月河"), RosterCode.TownNameDiffers },
            { School(students: "100", primary: "60", junior: "30"), RosterCode.StudentsDiffer },
        };

    [Theory]
    [MemberData(nameof(Warned))]
    public void School_ThatLooksOdd_IsTakenWithAWarning(string[] row, RosterCode code)
    {
        var plan = Judge(Schools(row));

        plan.Units.Should().HaveCount(1);
        plan.Codes(FindingGrade.Warning).Should().Equal(code);
        plan.Sheets.Single().Warned.Should().Be(1);
    }

    [Fact]
    public void School_InAnAbolishedCounty_IsToldTheSuccessorsAndNeverMoved()
    {
        var finding = Judge(Schools(School(county: "330104"))).Findings.Single();

        finding.Message.Zh.Should().Contain("江干区").And.Contain("2021");
        finding.Accepted!.Zh.Should().Be("330102 上城区 或 330114 钱塘区");
    }

    [Fact]
    public void School_InAProvinceWithoutTowns_KeepsWhatItSays()
    {
        var plan = Judge(Schools(School(code: "2144900001", county: "441900", town: "441900003", townName: "东城街道")));

        plan.Findings.Should().BeEmpty();
        plan.Units.Single().Profile.TownName.Should().Be("东城街道");
    }

    [Fact]
    public void School_WithTwelveDigitTown_IsReadAsNineAndSaid()
    {
        var plan = Judge(Schools(School(town: "330502001000")));

        plan.Units.Single().Profile.Town.Should().Be("330502001");
        plan.Codes(FindingGrade.Normalised).Should().Equal(RosterCode.CellNormalised);
    }

    [Fact]
    public void School_OutsideTheSendersScope_IsRejected()
    {
        var plan = RosterJudge.Judge([Schools(School(), School(code: "2133901747", county: "330602"))], Context with { Scope = ["3305"] });

        plan.Units.Should().ContainSingle();
        plan.Codes(FindingGrade.Rejected).Should().Equal(RosterCode.OutOfScope);
    }

    [Fact]
    public void School_AsStaffWriteIt_IsNormalisedAndSaid()
    {
        var plan = Judge(Schools(School(code: "２１３３９０１７４６", name: "吴兴区\n实验小学", county: "330502.0", students: "1,724人")));

        plan.Units.Single()
            .Profile.Should()
            .Be(new Profile(UnitKind.School, "2133901746", "吴兴区实验小学", "330502", null, null, "primary", UnitStatus.Active, 1724));
        plan.Findings.Should().OnlyContain(finding => finding.Severity == FindingGrade.Normalised).And.HaveCount(4);
        plan.Sheets.Single().Normalised.Should().Be(1);
    }
}
