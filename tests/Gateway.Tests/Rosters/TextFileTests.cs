using System.Text;

namespace Supervision.Gateway.Tests.Rosters;

public sealed class TextFileTests
{
    private const string Headers = "学校标识码,学校名称,办学类型,县级行政区划代码,在校生数";
    private const string School = "2133901746,吴兴区实验小学,小学,330502,1724";

    static TextFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("gb18030", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    public void Text_InAnyEncodingOfUse_GivesTheSameSchool(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] content = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes($"{Headers}\r\n{School}\r\n")];

        Judge(content).Units.Single().Profile.Name.Should().Be("吴兴区实验小学");
    }

    [Theory]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData(';')]
    [InlineData('|')]
    public void Text_WithAnySeparatorOfUse_GivesTheSameSchool(char separator) =>
        Judge($"{Headers}\n{School}".Replace(',', separator)).Units.Single().Profile.Students.Should().Be(1724);

    [Theory]
    [InlineData(',', ';')]
    [InlineData('\t', ',')]
    [InlineData(';', ',')]
    [InlineData('|', '\t')]
    public void Text_WithAnotherSeparatorInsideItsCells_IsReadByThatOfItsHeaders(char separator, char inside)
    {
        var name = "\"吴兴区" + string.Concat(Enumerable.Repeat($"{inside}实验", 20)) + "小学\"";
        var text = $"{Headers}\n{School}\n2133901747,{name.Replace(',', '\u0001')},小学,330502,1"
            .Replace(',', separator)
            .Replace('\u0001', ',');

        Judge(text).Units.Should().HaveCount(2);
    }

    [Fact]
    public void Text_WithExcelsSeparatorLine_IsReadByIt() =>
        Judge("sep=;\r\n" + $"{Headers}\r\n{School}".Replace(',', ';')).Units.Should().ContainSingle();

    [Fact]
    public void Text_AsStaffSaveIt_IsReadAndEveryChangeIsSaid()
    {
        var plan = Judge(
            $"""
            湖州市2026年学校名册,,,,
            {Headers}
            ２１３３９０１７４６,"吴兴区
            实验小学",小学,330502,"1,724"
            ="2133901747",吴兴区 第一小学,小学,'330502,866
            2133901748.0,吴兴区第二小学,小学,３３０５０２,６３６
            ,,,,
            2.13E+09,吴兴区第三小学,小学,330502,1
            2133901750,吴兴区第四小学,小学,330103,1
            2133901751,吴兴区第五小学,小学,110101,1
            合计,,,,"3,226"
            """,
            "3305"
        );

        plan.Units.Select(unit => (unit.Profile.Code, unit.Profile.Name, unit.Profile.Students))
            .Should()
            .Equal(("2133901746", "吴兴区实验小学", 1724), ("2133901747", "吴兴区第一小学", 866), ("2133901748", "吴兴区第二小学", 636));
        plan.Findings.Where(finding => finding.Severity == FindingGrade.Rejected)
            .Select(finding => (finding.Row, finding.Code))
            .Should()
            .Equal((7, RosterCode.CodeDamaged), (8, RosterCode.CountyAbolished), (9, RosterCode.OutOfScope));
        plan.Sheets.Single().Should().Be(new SheetCount("school.csv", null, RosterKind.Schools, 8, 3, 0, 3, 3, 2));
    }

    [Fact]
    public void Text_Changed_GivesAnotherPlan()
    {
        var (before, after) = (
            Judge($"{Headers}\n{School}"),
            Judge($"{Headers}\n{School.Replace("1724", "1725", StringComparison.Ordinal)}")
        );

        after.AsksTheSameAs(before).Should().BeFalse();
        after.Units.Single().Profile.Should().Be(before.Units.Single().Profile with { Students = 1725 });
    }

    [Theory]
    [InlineData("", RosterCode.FileEmpty)]
    [InlineData("\ufeff \r\n", RosterCode.FileEmpty)]
    [InlineData("<html><table><tr><td>学校标识码</td></tr></table></html>", RosterCode.FileTypeRefused)]
    [InlineData("{\"schools\":[]}", RosterCode.FileTypeRefused)]
    [InlineData("%PDF-1.7", RosterCode.FileTypeRefused)]
    [InlineData("a,b\n\"c,d\ne,f\n", RosterCode.FileDamaged)]
    public void Text_ThatIsNoTable_IsRefused(string text, RosterCode code)
    {
        var reading = RosterReader.Read(Encoding.UTF8.GetBytes(text), "a.csv");

        reading.Sheets.Should().BeEmpty();
        reading.Refusal!.Code.Should().Be(code);
    }

    [Fact]
    public void Text_InNoEncoding_IsRefused() =>
        RosterReader.Read([0x61, 0x2c, 0xff, 0xff, 0x0a], "a.csv").Refusal!.Code.Should().Be(RosterCode.EncodingUnreadable);

    [Fact]
    public void Text_WithTooManyRows_IsRefused()
    {
        var text = new StringBuilder(Headers).Append('\n');
        for (var i = 0; i < RosterLimits.MostRows; i++)
            text.Append("1\n");

        RosterReader.Read(Encoding.UTF8.GetBytes(text.ToString()), "a.csv").Refusal!.Code.Should().Be(RosterCode.TooManyRows);
    }

    [Fact]
    public async Task Stream_TooLarge_IsRefusedBeforeItIsReadToItsEnd()
    {
        using var endless = new MemoryStream(new byte[RosterLimits.MostBytes + 1_000_000]);

        var reading = await RosterReader.ReadAsync(endless, "C:\\名册\\schools.csv");

        reading.Refusal!.Code.Should().Be(RosterCode.FileTooLarge);
        reading.Refusal.File.Should().Be("schools.csv");
        endless.Position.Should().BeLessThan(endless.Length);
    }

    private static RosterPlan Judge(string text, params string[] scope) => Judge(Encoding.UTF8.GetBytes(text), scope);

    private static RosterPlan Judge(byte[] content, params string[] scope)
    {
        var reading = RosterReader.Read(content, "school.csv");
        reading.Refusal.Should().BeNull();
        return RosterJudge.Judge(reading.Sheets, RosterContext.Empty(Files.Today) with { Scope = [.. scope] });
    }
}
