using System.Data;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace Supervision.Gateway.Lists;

/// <summary>The list as an xlsx workbook. Every cell is text: what begins like a formula is never reckoned.</summary>
internal static class IssueWorkbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Write(IssueSheet sheet)
    {
        using var list = Table([.. sheet.Columns.Select(column => column.Heading.Zh)], sheet.Rows);
        using var about = Table(["说明", "内容"], [["标题", sheet.Title], ["筛选条件", sheet.Filter], ["数据截至", sheet.AsOf], ["问题数", sheet.Rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)]]);
        using var stream = new MemoryStream();
        stream.SaveAs(new Dictionary<string, object> { ["问题清单"] = list, ["说明"] = about }, configuration: new OpenXmlConfiguration
        {
            DynamicColumns =
            [
                .. sheet.Columns.Select(column => new DynamicExcelColumn(column.Heading.Zh) { Width = Math.Round(column.Width / 100.0) }),
                new DynamicExcelColumn("说明") { Width = 14 }, new DynamicExcelColumn("内容") { Width = 60 },
            ],
        });
        return stream.ToArray();
    }

    private static DataTable Table(IReadOnlyList<string> headings, IEnumerable<string[]> rows)
    {
        var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var heading in headings) table.Columns.Add(heading, typeof(string));
        foreach (var row in rows) table.Rows.Add([.. row]);
        return table;
    }
}
