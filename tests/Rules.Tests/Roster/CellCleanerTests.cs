namespace Supervision.Rules.Tests.Roster;

public sealed class CellCleanerTests
{
    [Theory]
    [InlineData("2133901746", "2133901746", CellChange.None)]
    [InlineData("２１３３９０１７４６", "2133901746", CellChange.FullWidth)]
    [InlineData(" 2133901746 ", "2133901746", CellChange.Spaces)]
    [InlineData("21339\u00a001746", "2133901746", CellChange.Spaces)]
    [InlineData("2133901746\u3000", "2133901746", CellChange.Spaces)]
    [InlineData("\u200b2133901746\ufeff", "2133901746", CellChange.InvisibleCharacters)]
    [InlineData("21339\r\n01746", "2133901746", CellChange.LineBreaks)]
    [InlineData("'2133901746", "2133901746", CellChange.Quotation)]
    [InlineData("=\"2133901746\"", "2133901746", CellChange.Quotation)]
    [InlineData("2133901746＃０１", "2133901746#01", CellChange.FullWidth)]
    [InlineData("督学—330502–01", "督学-330502-01", CellChange.FullWidth)]
    public void Code_LosesWhatMeansNothing(string raw, string text, CellChange changes) =>
        CellCleaner.Clean(raw, CellUse.Code).Should().Be((text, changes));

    [Theory]
    [InlineData("1,724", "1724", CellChange.ThousandsSeparators)]
    [InlineData("１，７２４", "1724", CellChange.ThousandsSeparators | CellChange.FullWidth)]
    [InlineData("1 724", "1724", CellChange.Spaces)]
    [InlineData("12,345,678", "12345678", CellChange.ThousandsSeparators)]
    [InlineData("1,72", "1,72", CellChange.None)]
    [InlineData(",724", ",724", CellChange.None)]
    [InlineData("-1,724", "-1724", CellChange.ThousandsSeparators)]
    public void Number_LosesProperSeparatorsOnly(string raw, string text, CellChange changes) =>
        CellCleaner.Clean(raw, CellUse.Number).Should().Be((text, changes));

    [Theory]
    [InlineData("吴兴区\n实验小学", "吴兴区实验小学", CellChange.LineBreaks)]
    [InlineData("吴兴区 实验\u3000小学", "吴兴区实验小学", CellChange.Spaces)]
    [InlineData("湖州ABC  English School", "湖州ABC English School", CellChange.Spaces)]
    [InlineData("吴兴区实验小学（东校区）", "吴兴区实验小学（东校区）", CellChange.None)]
    public void Name_KeepsItsOwnCharacters(string raw, string text, CellChange changes) =>
        CellCleaner.Clean(raw, CellUse.Name).Should().Be((text, changes));

    [Theory]
    [InlineData("")]
    [InlineData(" \u3000\u00a0\u200b\r\n")]
    public void Blank_IsWhatShowsNothing(string raw) => CellCleaner.IsBlank(raw).Should().BeTrue();
}
