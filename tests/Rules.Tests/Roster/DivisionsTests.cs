namespace Supervision.Rules.Tests.Roster;

public sealed class DivisionsTests
{
    private static readonly Divisions China = Divisions.Embedded;

    [Theory]
    [InlineData("330502", "吴兴区", "3305", "湖州市", "33", "浙江省")]
    [InlineData("110101", "东城区", "11", "北京市", "11", "北京市")]
    [InlineData("419001", "济源市", "41", "河南省", "41", "河南省")]
    [InlineData("441900", "东莞市", "4419", "东莞市", "44", "广东省")]
    [InlineData("442000", "中山市", "4420", "中山市", "44", "广东省")]
    [InlineData("620200", "嘉峪关市", "6202", "嘉峪关市", "62", "甘肃省")]
    public void County_InUse_KnowsWhatLiesAboveIt(
        string code,
        string name,
        string city,
        string cityName,
        string province,
        string provinceName
    ) => China.FindCounty(code)!.ToProfile().Should().Be(new CountyProfile(code, name, city, cityName, province, provinceName));

    [Theory]
    [InlineData("330103", 2021, "330105")]
    [InlineData("330104", 2021, "330102,330114")]
    [InlineData("330621", 2013, "330602,330603")]
    [InlineData("412722", 2000, "411602,411622")]
    [InlineData("332527", 2000, "331123,331124")]
    public void Abolished_Code_NamesTheCodesInUseToday(string code, int until, string successors)
    {
        China.FindCounty(code).Should().BeNull();
        China.FindAbolished(code)!.Until.Should().Be(until);
        China.FindAbolished(code)!.Successors.Should().Equal(successors.Split(','));
    }

    [Fact]
    public void County_InUse_IsNeverAbolished() =>
        China.Counties.Select(county => China.FindAbolished(county.Code)).Should().OnlyContain(abolished => abolished == null);

    [Fact]
    public void Counties_OfTheList_Count124StatisticalZones()
    {
        China.Counties.Count(county => county.StatisticalZone).Should().Be(124);
        China.Counties.Should().HaveCount(2_978 + 1, "嘉峪关 is known by its prefecture code too");
        China.FindCounty("330500").Should().BeNull();
        China.FindCity("3305").Should().Be("湖州市");
    }

    [Fact]
    public void Towns_AreKnownForTwoProvinces()
    {
        China.KnowsTownsOf("33").Should().BeTrue();
        China.KnowsTownsOf("41").Should().BeTrue();
        China.KnowsTownsOf("44").Should().BeFalse();
        China.FindTown("330502001").Should().Be(new Town("330502001", "月河街道", "330502"));
    }
}
