using System.IO.Compression;
using System.Text;

namespace Supervision.Gateway.Tests.Rosters;

public sealed class WorkbookTests
{
    private static readonly object?[] Inspectors = ["督学编号", "县级行政区划代码", "专兼职", "起始日期", "截止日期"];
    private static readonly object?[] Schools = ["学校标识码", "学校名称", "办学类型", "县级行政区划代码", "在校生数"];

    [Fact]
    public void Cells_OfEveryType_AreRead()
    {
        var plan = Judge(
            new Workbook()
                .With(
                    "学校",
                    false,
                    Schools,
                    ["2133901746", "吴兴区实验小学", "小学", "330502", 1724],
                    [2133901747.0, "吴兴区第一小学", "小学", 330502, "866"]
                )
                .With("督学", false, Inspectors, ["督学-330502-01", "330502", "兼职", new DateOnly(2025, 9, 1), "2027/8/31"])
        );

        plan.Findings.Should().BeEmpty();
        plan.Units.Select(unit => unit.Profile.Code).Should().Equal("2133901746", "2133901747");
        plan.Inspectors.Single().Profile.TermFrom.Should().Be(new DateOnly(2025, 9, 1));
    }

    [Fact]
    public void Cells_ThatLostTheirValue_AreRejected()
    {
        var plan = Judge(
            new Workbook()
                .With(
                    "学校",
                    false,
                    Schools,
                    [new DateOnly(2026, 1, 1), "吴兴区实验小学", "小学", "330502", 1],
                    ["2133901747", "吴兴区第一小学", "小学", "330502", 1.5]
                )
                .With(
                    "机构",
                    false,
                    ["统一社会信用代码", "机构名称", "培训类别", "县级行政区划代码"],
                    [913305220000000123.0, "某机构", "体育类", "330522"]
                )
                .With("督学", false, Inspectors, ["督学-330502-01", "330502", "兼职", 45901, null])
        );

        plan.Findings.Where(finding => finding.Severity == FindingGrade.Rejected)
            .Select(finding => (finding.Sheet, finding.Row, finding.Code))
            .Should()
            .Equal(
                ("学校", 2, RosterCode.CodeDamaged),
                ("学校", 3, RosterCode.NumberInvalid),
                ("机构", 2, RosterCode.CodeDamaged),
                ("督学", 2, RosterCode.DateInvalid)
            );
    }

    [Fact]
    public void Sheets_HiddenAndEmptyOnes_AreSaid()
    {
        var plan = Judge(
            new Workbook()
                .With("学校", true, Schools, ["2133901746", "吴兴区实验小学", "小学", "330502", 1724])
                .With("Sheet2", false)
                .With("说明", false, ["项目", "内容"])
        );

        plan.Units.Should().ContainSingle();
        plan.Findings.Select(finding => finding.Code)
            .Should()
            .Equal(RosterCode.SheetHidden, RosterCode.SheetEmpty, RosterCode.SheetNotRecognised);
    }

    [Fact]
    public void Rows_BlankAtTheEnd_AreNotCounted()
    {
        var blank = Enumerable.Repeat(Array.Empty<object?>(), 500);
        var plan = Judge(
            new Workbook().With(
                "学校",
                false,
                [Schools, ["2133901746", "吴兴区实验小学", "小学", "330502", 1724], [], ["合计", null, null, null, 1724], .. blank]
            )
        );

        plan.Sheets.Single().Rows.Should().Be(3);
        plan.Findings.Select(finding => (finding.Row, finding.Code)).Should().Equal((null, RosterCode.BlankRows), (4, RosterCode.TotalRow));
    }

    [Fact]
    public void Cells_MergedDownAColumn_HoldForEveryRowAndAcrossColumnsForNone()
    {
        var plan = Judge(
            new Workbook()
                .With(
                    "学校",
                    false,
                    Schools,
                    ["2133901746", "吴兴区实验小学", "小学", "330502", 1724],
                    ["2133901747", "吴兴区第一小学", null, null, 866],
                    ["2133901748", "吴兴区第二小学", "小学", "330502"]
                )
                .Merged("C2:C3", "D2:D3", "D4:E4")
        );

        plan.Units.Select(unit => unit.Profile.Code).Should().Equal("2133901746", "2133901747");
        plan.Findings.Where(finding => finding.Code == RosterCode.CellRepeated).Select(finding => finding.Row).Should().Equal(3, 3);
        plan.Findings.Should()
            .ContainSingle(finding => finding.Code == RosterCode.CellUnreadable && finding.Row == 4 && finding.Column == "在校生数");
    }

    [Fact]
    public void Cells_InTheLastRowAndColumn_CostNothingAndAreSaid()
    {
        var began = TimeProvider.System.GetTimestamp();
        var plan = Judge(
            new Workbook().Raw(
                "学校",
                Row(1, Schools)
                    + Row(2, ["2133901746", "吴兴区实验小学", "小学", "330502", "1724"])
                    + "<row r=\"3\"><c r=\"XFD3\" t=\"inlineStr\"><is><t>x</t></is></c></row><row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t> </t></is></c></row>"
            )
        );

        plan.Units.Should().ContainSingle();
        plan.Findings.Should().ContainSingle(finding => finding.Code == RosterCode.ColumnsBeyond && finding.Message.Zh.Contains('1'));
        TimeProvider.System.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(5));

        static string Row(int number, object?[] cells) =>
            $"<row r=\"{number}\">{string.Concat(cells.Select((cell, i) => $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>";
    }

    [Fact]
    public void Reading_ThatIsCancelled_Ends()
    {
        var content = new Workbook().With("学校", false, [Schools, .. Enumerable.Repeat<object?[]>(["2133901746", "x"], 5_000)]).ToBytes();

        FluentActions
            .Invoking(() => RosterReader.Read(content, "a.xlsx", new CancellationToken(canceled: true)))
            .Should()
            .Throw<OperationCanceledException>();
    }

    [Theory]
    [InlineData("<c r=\"E2\" s=\"2\"><v>46082</v></c>", "2026-03-01")]
    [InlineData("<c r=\"E2\" t=\"d\"><v>2026-03-01T00:00:00</v></c>", "2026-03-01")]
    [InlineData("<c r=\"E2\" s=\"3\"><v>46082</v></c>", null)]
    [InlineData("<c r=\"E2\"><f>A1</f><v></v></c>", null)]
    [InlineData("<c r=\"E2\" t=\"e\"><v>#NAME?</v></c>", null)]
    [InlineData("<c r=\"E2\" t=\"str\"><f>T(1)</f><v></v></c>", null)]
    public void Date_OfACellThatIsOne_IsReadAndOfAnyOtherIsRefused(string cell, string? day)
    {
        var headers = string.Concat(
            Inspectors.Select((header, i) => $"<c r=\"{(char)('A' + i)}1\" t=\"inlineStr\"><is><t>{header}</t></is></c>")
        );
        var row = string.Concat(
            new[] { "督学-330502-01", "330502", "兼职", "2025-09-01" }.Select(
                (text, i) => $"<c r=\"{(char)('A' + i)}2\" t=\"inlineStr\"><is><t>{text}</t></is></c>"
            )
        );
        var plan = Judge(new Workbook().Raw("督学", $"<row r=\"1\">{headers}</row><row r=\"2\">{row}{cell}</row>"));

        if (day is not null)
            plan.Inspectors.Single().Profile.TermTo.Should().Be(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        else if (cell.Contains("T(1)", StringComparison.Ordinal))
            plan.Findings.Should()
                .ContainSingle(finding => finding.Code == RosterCode.BlankRead, "a formula that gave an empty text was saved with it");
        else
            plan.Inspectors.Should().BeEmpty();
    }

    [Fact]
    public void Archive_ThatIsNoWorkbook_IsRefused() =>
        RosterReader.Read(Archive("word/document.xml", 10), "a.xlsx").Refusal!.Code.Should().Be(RosterCode.FileTypeRefused);

    [Fact]
    public void Archive_ThatUnpacksToTooMuch_IsRefused() =>
        RosterReader
            .Read(Archive("xl/workbook.xml", RosterLimits.MostUnpackedBytes + 1), "a.xlsx")
            .Refusal!.Code.Should()
            .Be(RosterCode.FileTooLarge);

    [Fact]
    public void Gzip_ThatUnpacksToTooMuch_IsRefused()
    {
        using var stream = new MemoryStream();
        using (var packed = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
            Fill(packed, RosterLimits.MostBytes + 1);

        RosterReader.Read(stream.ToArray(), "a.csv.gz").Refusal!.Code.Should().Be(RosterCode.FileTooLarge);
    }

    [Fact]
    public void Workbook_CutShort_IsRefused()
    {
        var whole = new Workbook().With("学校", false, Schools).ToBytes();
        for (var length = 4; length < whole.Length; length += 97)
            RosterReader.Read(whole[..length], "a.xlsx").Refusal!.Code.Should().Be(RosterCode.FileDamaged);
    }

    [Fact]
    public void Gzip_CutShort_IsRefused()
    {
        using var stream = new MemoryStream();
        using (var packed = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
            packed.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 10_000))));
        var whole = stream.ToArray();

        RosterReader.Read(whole, "a.csv.gz").Refusal.Should().BeNull();
        RosterReader.Read(whole[..(whole.Length / 2)], "a.csv.gz").Refusal!.Code.Should().Be(RosterCode.FileDamaged);
    }

    [Theory]
    [InlineData("D0CF11E0A1B11AE1", RosterCode.FileDamaged)]
    [InlineData("1F8B0800", RosterCode.FileDamaged)]
    [InlineData("89504E470D0A1A0A0000000D49484452", RosterCode.FileTypeRefused)]
    public void Bytes_OfSomethingElse_AreRefused(string hex, RosterCode code) =>
        RosterReader.Read(Convert.FromHexString(hex), "a.xls").Refusal!.Code.Should().Be(code);

    private static RosterPlan Judge(Workbook workbook)
    {
        var reading = RosterReader.Read(workbook.ToBytes(), "名册.xlsx");
        reading.Refusal.Should().BeNull();
        return RosterJudge.Judge(reading.Sheets, RosterContext.Empty(Files.Today));
    }

    private static byte[] Archive(string entry, long size)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var content = zip.CreateEntry(entry, CompressionLevel.Fastest).Open())
            Fill(content, size);
        return stream.ToArray();
    }

    private static void Fill(Stream stream, long size)
    {
        var block = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
        for (var left = size; left > 0; left -= block.Length)
            stream.Write(block, 0, (int)Math.Min(left, block.Length));
    }
}
