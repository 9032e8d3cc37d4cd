namespace Supervision.Rules.Tests.Roster;

using static Tables;

/// <summary>What a careful clerk would notice in a roster.</summary>
public sealed class JudgementTests
{
    [Fact]
    public void Name_UnderTwoCodesInACounty_IsWarnedOfInEachRow()
    {
        var plan = Judge(
            Schools(School(), School(code: "2133901747", name: "吴兴区　实验小学"), School(code: "2133901748", name: "吴兴区第一小学"))
        );

        plan.Units.Should().HaveCount(3);
        plan.Findings.Where(finding => finding.Code == RosterCode.SameNameTwice)
            .Select(finding => (finding.Row, finding.Column))
            .Should()
            .Equal((2, "school_name"), (3, "school_name"));
    }

    [Fact]
    public void Name_OfARegisteredUnitUnderAnotherCode_IsWarnedOf()
    {
        var context = Context with
        {
            Namesakes = (kind, county, name) =>
                (kind, county, name) == (UnitKind.School, "330502", RosterContext.NameOf("吴兴区实验小学")) ? ["2133909999"] : [],
        };

        RosterJudge
            .Judge([Schools(School())], context)
            .Findings.Should()
            .ContainSingle(finding => finding.Code == RosterCode.SameNameTwice && finding.Message.Zh.Contains("2133909999"));
    }

    [Theory]
    [InlineData("=1+1小学")]
    [InlineData("+86小学")]
    [InlineData("-小学")]
    [InlineData("@小学")]
    [InlineData("＝小学")]
    [InlineData("＋小学")]
    [InlineData("－小学")]
    [InlineData("＠小学")]
    [InlineData("\t小学")]
    [InlineData(" =1+1小学")]
    public void Name_ThatBeginsLikeAFormula_IsTakenWithAWarning(string name)
    {
        var plan = Judge(Schools(School(name: name)));

        plan.Units.Should().ContainSingle();
        plan.Codes(FindingGrade.Warning).Should().Equal(RosterCode.NameLikeFormula);
    }

    [Fact]
    public void Position_InTheCounty_IsRead()
    {
        var plan = Judge(Placed("120.2418", "30.9208"));

        plan.Findings.Should().BeEmpty();
        plan.Units.Single().Profile.Should().Match<Profile>(profile => profile.Longitude == 120.2418 && profile.Latitude == 30.9208);
        plan.Units.Single()
            .Untold.Should()
            .Be(ProfileFields.Town | ProfileFields.TownName | ProfileFields.Status | ProfileFields.Students | ProfileFields.Central);
    }

    [Theory]
    [InlineData("30.9208", "120.2418", RosterCode.PositionSwapped, 120.2418, 30.9208)]
    [InlineData("119.3", "26.1", RosterCode.PositionOutside, 119.3, 26.1)]
    [InlineData("0", "0", RosterCode.PositionOutside, 0, 0)]
    public void Position_ElsewhereOrSwapped_IsReadWithAWarning(string lng, string lat, RosterCode code, double east, double north)
    {
        var plan = Judge(Placed(lng, lat));

        plan.Codes(FindingGrade.Warning).Should().Equal(code);
        plan.Units.Single().Profile.Should().Match<Profile>(profile => profile.Longitude == east && profile.Latitude == north);
    }

    [Theory]
    [InlineData("120°14′30″", "30°55′15″", 120.241667, 30.920833)]
    [InlineData("东经120.2418", "北纬30.9208", 120.2418, 30.9208)]
    [InlineData("120.2418E", "30.9208°N", 120.2418, 30.9208)]
    [InlineData("１２０.２４１８", "30.9208", 120.2418, 30.9208)]
    public void Position_AsPeopleWriteIt_IsNormalisedAndSaid(string lng, string lat, double east, double north)
    {
        var plan = Judge(Placed(lng, lat));

        plan.Units.Single().Profile.Should().Match<Profile>(profile => profile.Longitude == east && profile.Latitude == north);
        plan.Codes(FindingGrade.Normalised).Should().Contain(RosterCode.CellNormalised);
    }

    [Theory]
    [InlineData("abc", "30.9", RosterCode.NumberInvalid)]
    [InlineData("120.2418, 30.9208", "30.9", RosterCode.NumberInvalid)]
    [InlineData("200", "30.9", RosterCode.NumberOutOfRange)]
    public void Position_ThatIsNone_IsRejected(string lng, string lat, RosterCode code) =>
        Judge(Placed(lng, lat)).Codes(FindingGrade.Rejected).Should().Equal(code);

    [Fact]
    public void Position_OfOneNumberOnly_IsNotReadAndSaid()
    {
        var plan = Judge(Placed("120.2418", ""));

        plan.Codes(FindingGrade.Warning).Should().Equal(RosterCode.PositionIncomplete);
        plan.Units.Single().Untold.Should().HaveFlag(ProfileFields.Position);
    }

    [Theory]
    [InlineData("60", "40", "100")]
    [InlineData("60", "", "60")]
    public void Pupils_EmptyWhileTheirPartsAreGiven_AreWarnedOfWithTheSum(string primary, string junior, string sum) =>
        Judge(Schools(School(primary: primary, junior: junior)))
            .Findings.Should()
            .ContainSingle(finding => finding.Code == RosterCode.TotalEmpty)
            .Which.Should()
            .Match<RosterFinding>(finding =>
                finding.Severity == FindingGrade.Warning && finding.Accepted!.Zh == sum && finding.Column == "students"
            );

    [Theory]
    [InlineData("1633人")]
    [InlineData("1633 人")]
    [InlineData("1633名")]
    [InlineData("1,633名学生")]
    [InlineData("１６３３")]
    [InlineData("1,633")]
    [InlineData("1633.0")]
    [InlineData("1633学生")]
    public void Number_WithAUnitOrSeparators_IsNormalisedAndSaid(string written)
    {
        var plan = Judge(Schools(School(students: written)));

        plan.Units.Single().Profile.Students.Should().Be(1633);
        plan.Findings.Should()
            .ContainSingle(finding =>
                finding.Code == RosterCode.CellNormalised && finding.Value == written && finding.Accepted!.Zh == "1633"
            );
    }

    [Theory]
    [InlineData("0.16万人")]
    [InlineData("一千六百")]
    [InlineData("1600左右")]
    [InlineData("人")]
    public void Number_ThatCannotBeRead_IsRejectedWithTheCell(string written) =>
        Judge(Schools(School(students: written)))
            .Findings.Should()
            .ContainSingle(finding => finding.Severity == FindingGrade.Rejected)
            .Which.Should()
            .Match<RosterFinding>(finding => finding.Value == written && finding.Column == "students" && finding.Accepted != null);

    [Fact]
    public void Duplicates_ThatDiffer_SayWhatEachWouldBeTakenAs()
    {
        var plan = Judge(Schools(School(students: "1633"), School(students: "1724")));

        plan.Findings.Where(finding => finding.Code == RosterCode.DuplicateDiffers)
            .Should()
            .HaveCount(2)
            .And.OnlyContain(finding =>
                finding.Accepted!.Zh.Contains("1633") && finding.Accepted.Zh.Contains("1724") && finding.Accepted.Zh.Contains("在校生数")
            );
    }

    [Fact]
    public void Name_OfAHundredCharacters_IsTakenWhateverTheyNeedInMemory()
    {
        Judge(Schools(School(name: "𠮷" + new string('校', 99)))).Findings.Should().BeEmpty();
        Judge(Schools(School(name: new string('校', 100) + "𠮷"))).Codes(FindingGrade.Rejected).Should().Equal(RosterCode.TextTooLong);
    }

    [Fact]
    public void Findings_ThatTurnARowAwayOrWarn_SayRowColumnAndWhatWouldBeAccepted()
    {
        var faulty = new[]
        {
            Schools([.. Rows(SchoolRowTests.Rejected()), .. Rows(SchoolRowTests.Warned())]),
            Institutions([.. Rows(InstitutionRowTests.Rejected())]),
            Assignments([.. Rows(AssignmentRowTests.Rejected()), .. Rows(AssignmentRowTests.Warned())]),
            Inspectors(
                Inspector(to: "2026-01-01"),
                Inspector(code: "督学-330502-02", employment: "临时"),
                Inspector(code: "督学-330503-09")
            ),
        };

        var said = Judge(faulty)
            .Findings.Where(finding => finding is { Severity: FindingGrade.Rejected or FindingGrade.Warning, Row: not null })
            .ToList();

        said.Should().HaveCountGreaterThan(40);
        said.Should()
            .OnlyContain(finding =>
                finding.Column != null
                && finding.ColumnName != null
                && finding.Accepted != null
                && finding.Accepted.Zh != ""
                && finding.Accepted.En != ""
            );
    }

    private static IEnumerable<string[]> Rows(IEnumerable<ITheoryDataRow> data) => data.Select(row => (string[])row.GetData()[0]!);

    private static RosterSheet Placed(string lng, string lat) =>
        RosterSheet.Of(
            "a.csv",
            ["school_code", "school_name", "kind", "county_code", "lng", "lat"],
            ["2133901746", "吴兴区实验小学", "primary", "330502", lng, lat]
        );
}
