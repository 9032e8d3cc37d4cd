namespace Supervision.Rules.Tests.Time;

/// <summary>A county says when its term begins; where it says nothing, its province does, and then what is assumed.</summary>
public class OwnTermsTests
{
    private static readonly CountyState Deqing = CountyState.Empty with
    {
        Profile = new("330521", "德清县", "3305", "湖州市", "33", "浙江省"),
    };
    private static readonly Terms February = new([new(Civil.Day("2026-02-25"), Civil.Day("2026-07-03"))], []);

    private static CountyState After(CountyState state, CountyCommand command) =>
        ((Decision<CountyEvent>.Accepted)County.Decide(state, command, Civil.At("2026-02-20"))).Facts.Aggregate(state, County.Evolve);

    [Fact]
    public void Term_BeginningOn25February_IsTaughtFromThenOn_AndTheOtherHalvesStayTheProvinces()
    {
        var calendar = County.Rulebook(After(Deqing, new SetTerms(February))).Calendar;

        (calendar.IsTeachingDay(Civil.Day("2026-02-25")), calendar.IsTeachingDay(Civil.Day("2026-02-24"))).Should().Be((true, false));
        calendar
            .TermsEnding(Civil.Day("2025-09-01"), Civil.Day("2027-02-01"))
            .Should()
            .Equal(
                new SchoolTerm(Civil.Day("2025-09-01"), Civil.Day("2026-02-06"), TermSource.Province),
                new SchoolTerm(Civil.Day("2026-02-25"), Civil.Day("2026-07-03"), TermSource.County),
                new SchoolTerm(Civil.Day("2026-09-01"), Civil.Day("2027-01-22"), TermSource.Province)
            );
        calendar.TermOn(Civil.Day("2026-08-01")).First.Should().Be(Civil.Day("2026-09-01"));
        calendar.IsProvisional(Civil.Day("2026-03-01"), Civil.Day("2026-03-31")).Should().BeFalse();
    }

    [Fact]
    public void County_OfAProvinceWithoutATable_IsProvisionalOnlyWhereItSaysNothing()
    {
        var calendar = new SchoolCalendar(Calendars.StateCouncil, Terms.Unknown, February);
        calendar.IsProvisional(Civil.Day("2026-03-01"), Civil.Day("2026-03-31")).Should().BeFalse();
        calendar.IsProvisional(Civil.Day("2026-09-01"), Civil.Day("2026-09-30")).Should().BeTrue();
        calendar
            .TermOn(Civil.Day("2026-09-15"))
            .Should()
            .Be(new SchoolTerm(Civil.Day("2026-09-01"), Civil.Day("2027-01-20"), TermSource.Assumed));
    }

    [Fact]
    public void Reset_ReturnsToTheProvince_AndTwiceChangesNothing()
    {
        var state = After(After(Deqing, new SetTerms(February)), new ResetTerms());
        state.Terms.Should().BeNull();
        County.Decide(state, new ResetTerms(), Civil.At("2026-02-20")).Should().Be(Decision<CountyEvent>.Unchanged);
        County
            .Decide(After(Deqing, new SetTerms(February)), new SetTerms(February), Civil.At("2026-02-20"))
            .Should()
            .Be(Decision<CountyEvent>.Unchanged);
    }

    [Theory]
    [InlineData("2026-07-03", "2026-02-25", null, null, "2026-07-03 或以后")]
    [InlineData("2026-02-25", "2026-12-31", null, null, "不晚于 2026-11-02")]
    [InlineData("2026-02-25", "2026-07-03", "2026-07-10", "2026-07-12", "学期之内的假期；寒暑假由学期起止日期得出")]
    public void Terms_ThatCannotBe_AreRefusedWithWhatWouldBeAccepted(
        string first,
        string last,
        string? pauseFirst,
        string? pauseLast,
        string accepted
    )
    {
        var terms = new Terms(
            [new(Civil.Day(first), Civil.Day(last))],
            pauseFirst is null ? [] : [new(Civil.Day(pauseFirst), Civil.Day(pauseLast!))]
        );
        var refusal = ((Decision<CountyEvent>.Refused)County.Decide(Deqing, new SetTerms(terms), Civil.At("2026-02-20"))).Refusal;
        (refusal.Code, refusal.Accepted!.Zh).Should().Be((RefusalCode.TermsInvalid, accepted));
    }

    [Fact]
    public void Table_OfTerms_IsReadInEveryFormOfDate_AndReplacesOnlyTheHalvesItNames()
    {
        var own = new Terms(
            [new(Civil.Day("2025-09-01"), Civil.Day("2026-01-30"))],
            [new(Civil.Day("2025-11-12"), Civil.Day("2025-11-14"))]
        );
        var sheet = RosterSheet.Of(
            "terms.csv",
            ["类型", "开始", "结束"],
            ["学期", "2026年2月25日", "2026/7/3"],
            ["假期", "2026-04-01", "2026-04-03"]
        );

        var (terms, problems) = TermTable.Read([sheet], own);

        problems.Should().BeEmpty();
        terms!
            .Taught.Should()
            .Equal(
                new DateSpan(Civil.Day("2025-09-01"), Civil.Day("2026-01-30")),
                new DateSpan(Civil.Day("2026-02-25"), Civil.Day("2026-07-03"))
            );
        terms.Breaks.Should().HaveCount(2);
    }

    [Fact]
    public void Table_WithFaults_NamesEachByItsRow()
    {
        var sheet = RosterSheet.Of(
            "terms.csv",
            ["kind", "first", "last"],
            ["term", "46078", "2026-07-03"],
            ["暑假", "2026-07-04", "2026-08-31"]
        );
        TermTable.Read([sheet], null).Problems.Select(problem => problem.Field).Should().Equal("row 2", "row 3");
        TermTable
            .Read([RosterSheet.Of("x.csv", ["a", "b"], ["1", "2"])], null)
            .Problems.Should()
            .ContainSingle()
            .Which.Accepted!.Zh.Should()
            .Be("类型,开始,结束");
    }
}
