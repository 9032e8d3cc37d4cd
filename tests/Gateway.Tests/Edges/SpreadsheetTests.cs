using System.Text;
using CsCheck;
using ExcelDataReader;

namespace Supervision.Gateway.Tests.Edges;

/// <summary>Whatever stands in a cell, no program reckons it.</summary>
public sealed class SpreadsheetTests
{
    private const string Beginnings = "=+-@＝＋－＠\t\r\n";

    private static readonly string[] Starts =
    [
        "",
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        " =",
        "　=",
        "＝",
        "＋",
        "－",
        "＠",
        "'",
        "\"",
        "\uFEFF=",
        "\0=",
        "\u0001@",
    ];

    private static readonly Gen<string> Cell = Gen.Select(
        Gen.Int[0, Starts.Length - 1].Select(at => Starts[at]),
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char["=+-@,;\"'\r\n\t |!ab督"]), 0, 12],
        (start, rest) => start + rest
    );

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\0=1", "'=1")]
    [InlineData("—", "—")]
    [InlineData("德清县实验小学 😀", "德清县实验小学 😀")]
    [InlineData("2026-04-09", "2026-04-09")]
    [InlineData(null, "")]
    public void Safe_IsWhatWasWritten_OrMarkedAsText(string? text, string expected) => SpreadsheetText.Safe(text).Should().Be(expected);

    [Fact]
    public void Safe_HalfACharacterBefore_IsNoShelter() => SpreadsheetText.Safe(new string([(char)0xD800, '=', '1'])).Should().Be("'=1");

    [Fact]
    public void Safe_NeverBeginsAFormula_AndLosesNothingThatCanBeShown() =>
        Cell.Sample(text =>
        {
            var safe = SpreadsheetText.Safe(text);
            return (safe.Length == 0 || !Beginnings.Contains(safe[0], StringComparison.Ordinal))
                && !Beginnings.Contains(safe.TrimStart() is [var first, ..] ? first : 'x', StringComparison.Ordinal)
                && safe.EndsWith(SpreadsheetText.Printable(text), StringComparison.Ordinal)
                && SpreadsheetText.Printable(text).Length <= text.Length;
        });

    [Fact]
    public void Csv_ReadBack_HasTheSafeCells() =>
        Cell.Array[1, 4]
            .Array[0, 5]
            .Sample(
                rows =>
                {
                    var headings = Enumerable.Range(0, 4).Select(i => $"=h{i}").ToArray();
                    var table = new SpreadsheetTable(
                        "x",
                        headings,
                        rows.Select(row => (IReadOnlyList<string>)[.. row, .. Enumerable.Repeat("", 4 - row.Length)])
                    );
                    var read = Parse(Encoding.UTF8.GetString(SpreadsheetFile.Csv(table)).TrimStart('\uFEFF'));
                    return read.Zip(table.Rows.Prepend(headings))
                            .All(pair => pair.First.SequenceEqual(pair.Second.Select(SpreadsheetText.Safe)))
                        && read.Count == rows.Length + 1;
                },
                iter: 300
            );

    [Fact]
    public void Xlsx_ReadBack_HoldsTextOnly()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Cell.Array[3]
            .Array[1, 6]
            .Sample(
                rows =>
                {
                    var file = SpreadsheetFile.Xlsx(
                        new SpreadsheetTable("清单", ["=a", "b", "c"], rows),
                        new SpreadsheetTable(
                            "说明",
                            ["x"],
                            [
                                ["@y"],
                            ],
                            [14]
                        )
                    );
                    using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(file));
                    foreach (
                        var entry in archive.Entries.Where(entry =>
                            entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)
                            && entry.Name.EndsWith(".xml", StringComparison.Ordinal)
                        )
                    )
                    {
                        using var sheet = new StreamReader(entry.Open());
                        var xml = System.Xml.Linq.XDocument.Parse(sheet.ReadToEnd());
                        if (xml.Descendants().Any(element => element.Name.LocalName == "f"))
                            return false;
                        if (
                            xml.Descendants()
                                .Where(element => element.Name.LocalName is "v" or "t")
                                .Any(element => element.Value is [var first, ..] && Beginnings.Contains(first, StringComparison.Ordinal))
                        )
                            return false;
                    }

                    using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file));
                    reader.Read();
                    foreach (var row in rows)
                    {
                        if (!reader.Read())
                            return false;
                        for (var i = 0; i < row.Length; i++)
                            if (Flat(reader.GetValue(i)?.ToString() ?? "") != Flat(SpreadsheetText.Safe(row[i])))
                                return false;
                    }

                    return true;
                },
                iter: 60
            );

        // XML itself makes one kind of line end of all.
        static string Flat(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
    }

    private static List<List<string>> Parse(string csv)
    {
        var (rows, row, cell, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            if (csv[i] == '"' && quoted && i + 1 < csv.Length && csv[i + 1] == '"')
                cell.Append(csv[i++]);
            else if (csv[i] == '"')
                quoted = !quoted;
            else if (!quoted && (csv[i] == ',' || csv[i] == '\r'))
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (csv[i] == ',')
                    continue;
                rows.Add(row);
                (row, i) = ([], i + 1);
            }
            else
                cell.Append(csv[i]);
        }

        return rows;
    }
}
