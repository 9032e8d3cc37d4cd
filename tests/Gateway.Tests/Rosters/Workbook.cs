using System.IO.Compression;
using System.Security;
using System.Text;

namespace Supervision.Gateway.Tests.Rosters;

/// <summary>Writes small xlsx files by hand, with the cell types spreadsheets use.</summary>
internal sealed class Workbook
{
    private readonly List<(string Name, bool Hidden, string Data)> sheets = [];
    private string merges = "";

    /// <summary>Cells of every sheet that are merged, e.g. <c>C2:C4</c>.</summary>
    public Workbook Merged(params string[] ranges)
    {
        merges = $"<mergeCells>{string.Concat(ranges.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>";
        return this;
    }

    /// <summary>A sheet whose rows are written as they are given.</summary>
    public Workbook Raw(string name, string data)
    {
        sheets.Add((name, false, data));
        return this;
    }

    /// <param name="rows">Cells: null, string (text), double or int (number), DateOnly (date cell).</param>
    public Workbook With(string name, bool hidden, params object?[][] rows)
    {
        var data = new StringBuilder();
        for (var r = 0; r < rows.Length; r++)
        {
            data.Append(FormattableString.Invariant($"<row r=\"{r + 1}\">"));
            for (var c = 0; c < rows[r].Length; c++)
                data.Append(Cell($"{(char)('A' + c)}{r + 1}", rows[r][c]));
            data.Append("</row>");
        }

        sheets.Add((name, hidden, data.ToString()));
        return this;
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(
                zip,
                "[Content_Types].xml",
                """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>"""
            );
            Part(zip, "_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml")));
            Part(
                zip,
                "xl/workbook.xml",
                $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"{(sheet.Hidden ? " state=\"hidden\"" : "")}/>"))}</sheets></workbook>"""
            );
            Part(
                zip,
                "xl/_rels/workbook.xml.rels",
                Relations([
                    .. sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")),
                    ("rId90", "styles", "styles.xml"),
                ])
            );
            Part(
                zip,
                "xl/styles.xml",
                """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="0.00&quot;d&quot;"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs></styleSheet>"""
            );
            for (var i = 0; i < sheets.Count; i++)
                Part(
                    zip,
                    $"xl/worksheets/sheet{i + 1}.xml",
                    $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{sheets[i].Data}</sheetData>{merges}</worksheet>"""
                );
        }

        return stream.ToArray();
    }

    private static string Cell(string at, object? value) =>
        value switch
        {
            null => "",
            string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
            DateOnly day => $"<c r=\"{at}\" s=\"1\"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>",
            _ => FormattableString.Invariant($"<c r=\"{at}\"><v>{value}</v></c>"),
        };

    private static string Relations(params (string Id, string Type, string Target)[] relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{relation.Type}\" Target=\"{relation.Target}\"/>"))}</Relationships>""";

    private static void Part(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(content);
    }
}
