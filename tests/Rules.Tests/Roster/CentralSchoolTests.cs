namespace Supervision.Rules.Tests.Roster;

/// <summary>Central schools and their teaching points in a roster (L42).</summary>
public class CentralSchoolTests
{
    private const string Central = "2133901746";
    private const string Village = "2133901747";

    private static RosterSheet Sheet(params string[] rows) => Of("school_code,school_name,kind_cn,county_code,central_code", rows);

    private static RosterSheet Of(string columns, params string[] rows) =>
        RosterSheet.Of("schools.csv", columns.Split(','), [.. rows.Select(row => row.Split(','))]);

    private static RosterContext Context(params Profile[] known) =>
        RosterContext.Empty(Civil.Day("2026-04-10")) with
        {
            Unit = (kind, code) => known.FirstOrDefault(unit => unit.Kind == kind && unit.Code == code),
            PointsOf = code => known.Where(unit => unit.Central == code),
        };

    private static Profile School(string code, string? central = null, string county = "330502") =>
        new(UnitKind.School, code, $"示例{code}", county, null, null, "primary", UnitStatus.Active, null) { Central = central };

    private static string? CentralOf(RosterPlan plan, string code) => plan.Units.Single(unit => unit.Profile.Code == code).Profile.Central;

    /// <summary>As the registration takes it over what is registered.</summary>
    private static string? MergedCentralOf(RosterPlan plan, string code, RosterContext known)
    {
        var told = plan.Units.Single(unit => unit.Profile.Code == code);
        return Profiles.Merge(known.Unit(UnitKind.School, code), told.Profile, told.Untold).Central;
    }

    private static RosterCode Rejected(RosterPlan plan) => plan.Findings.Single(finding => finding.Severity == FindingGrade.Rejected).Code;

    [Fact]
    public void TeachingPoint_BelongsToTheSchoolItsCodeBeginsWith_WithOrWithoutTheColumn()
    {
        CentralOf(
                RosterJudge.Judge([Sheet($"{Central},中心小学,小学,330502,", $"{Central}#01,一村教学点,教学点,330502,")], Context()),
                $"{Central}#01"
            )
            .Should()
            .Be(Central);
        var without = Of(
            "school_code,school_name,kind_cn,county_code",
            $"{Central},中心小学,小学,330502",
            $"{Central}#01,一村教学点,教学点,330502"
        );
        CentralOf(RosterJudge.Judge([without], Context()), $"{Central}#01").Should().Be(Central);
    }

    [Fact]
    public void School_OfItsOwnCode_BelongsToTheCentralSchoolOfTheColumn_AndKeepsItWhereThereIsNoColumn()
    {
        CentralOf(
                RosterJudge.Judge([Sheet($"{Central},中心小学,小学,330502,", $"{Village},一村小学,小学,330502,{Central}")], Context()),
                Village
            )
            .Should()
            .Be(Central);
        var without = Of("school_code,school_name,kind_cn,county_code", $"{Village},一村小学,小学,330502");
        var known = Context(School(Central), School(Village, Central));
        MergedCentralOf(RosterJudge.Judge([without], known), Village, known)
            .Should()
            .Be(Central, "a column that is not there changes nothing");
        MergedCentralOf(RosterJudge.Judge([Sheet($"{Village},一村小学,小学,330502,")], known), Village, known).Should().BeNull();
    }

    [Fact]
    public void CentralSchool_ThatCannotBeOne_RejectsTheRowWithTheCause()
    {
        Rejected(RosterJudge.Judge([Sheet($"{Village},一村小学,小学,330502,{Central}")], Context())).Should().Be(RosterCode.CentralUnknown);
        Rejected(RosterJudge.Judge([Sheet($"{Village},一村小学,小学,330502,{Central}")], Context(School(Central, county: "330521"))))
            .Should()
            .Be(RosterCode.CentralOfOtherCounty);
        Rejected(RosterJudge.Judge([Sheet($"{Village},一村小学,小学,330502,{Village}")], Context())).Should().Be(RosterCode.CentralInvalid);
        Rejected(RosterJudge.Judge([Sheet($"{Village},一村小学,小学,330502,{Central}#01")], Context()))
            .Should()
            .Be(RosterCode.CentralInvalid);
        Rejected(RosterJudge.Judge([Sheet($"{Central}#01,一村教学点,教学点,330502,{Village}")], Context(School(Central), School(Village))))
            .Should()
            .Be(RosterCode.CentralInvalid);
        Rejected(RosterJudge.Judge([Sheet($"{Village},一村小学,小学,330502,{Central}")], Context(School(Central, "2133901748"))))
            .Should()
            .Be(RosterCode.CentralIsAPoint);
        Rejected(
                RosterJudge.Judge(
                    [Sheet($"{Central},中心小学,小学,330502,{Village}")],
                    Context(School(Village), School("2133901748", Central))
                )
            )
            .Should()
            .Be(RosterCode.CentralIsAPoint);
        Rejected(RosterJudge.Judge([Sheet($"{Village},一村小学,小学,330502,12345")], Context(School(Central))))
            .Should()
            .Be(RosterCode.SchoolCodeInvalid);
    }

    [Theory]
    [InlineData(Central, null, null)]
    [InlineData(Village, Central, null)]
    [InlineData(Central + "#01", Central, null)]
    [InlineData(Central + "#01", Village, RefusalCode.CodeInvalid)]
    [InlineData(Central, Central, RefusalCode.CodeInvalid)]
    [InlineData(Village, Central + "#01", RefusalCode.CodeInvalid)]
    [InlineData(Village, "x", RefusalCode.CodeInvalid)]
    public void Registration_OfACentralSchoolThatIsNone_IsRefused(string code, string? central, RefusalCode? refused) =>
        CentralSchools.Objection(School(code, central))?.Code.Should().Be(refused);

    [Fact]
    public void Institution_HasNoCentralSchool() =>
        CentralSchools.Objection(A.Institution().Profile with { Central = Central })!.Field.Should().Be("central");
}
