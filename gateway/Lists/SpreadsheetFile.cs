using System.Data;
using System.Globalization;
using System.Text;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace Supervision.Gateway.Lists;

/// <summary>A table to hand on.</summary>
/// <param name="Name">Of its sheet in a workbook.</param>
/// <param name="Headings">Each once.</param>
/// <param name="Rows">As many cells as there are headings.</param>
/// <param name="Widths">In characters; null leaves them to the program that opens it.</param>
public sealed record SpreadsheetTable(
    string Name,
    IReadOnlyList<string> Headings,
    IEnumerable<IReadOnlyList<string>> Rows,
    IReadOnlyList<double>? Widths = null
);

/// <summary>The one way tables leave the gateway as files. Every cell is text made safe (<see cref="SpreadsheetText"/>), headings included.</summary>
public static class SpreadsheetFile
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string CsvType = "text/csv; charset=utf-8";

    /// <summary>A workbook with a sheet for each table.</summary>
    public static byte[] Xlsx(params IReadOnlyList<SpreadsheetTable> tables)
    {
        var sheets = tables.ToDictionary(table => table.Name, object (table) => DataOf(table));
        using var stream = new MemoryStream();
        stream.SaveAs(
            sheets,
            configuration: new OpenXmlConfiguration
            {
                DynamicColumns =
                [
                    .. tables
                        .Where(table => table.Widths is not null)
                        .SelectMany(table => table.Headings.Zip(table.Widths!))
                        .Select(column => new DynamicExcelColumn(SpreadsheetText.Safe(column.First)) { Width = column.Second })
                        .DistinctBy(column => column.Key),
                ],
            }
        );
        foreach (var sheet in sheets.Values)
            ((DataTable)sheet).Dispose();
        return stream.ToArray();
    }

    /// <summary>UTF-8 with its mark, which Excel needs to read Chinese; every cell quoted (RFC 4180).</summary>
    public static byte[] Csv(SpreadsheetTable table)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in table.Rows.Prepend(table.Headings))
            text.AppendJoin(',', row.Select(Quoted)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Quoted(string cell) => $"\"{SpreadsheetText.Safe(cell).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static DataTable DataOf(SpreadsheetTable table)
    {
        var data = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var heading in table.Headings)
            data.Columns.Add(SpreadsheetText.Safe(heading), typeof(string));
        foreach (var row in table.Rows)
            data.Rows.Add([.. row.Select(SpreadsheetText.Safe)]);
        return data;
    }
}
