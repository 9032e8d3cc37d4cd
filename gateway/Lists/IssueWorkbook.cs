using System.Globalization;

namespace Supervision.Gateway.Lists;

/// <summary>The list as an xlsx workbook, with a sheet that says what it is a list of.</summary>
internal static class IssueWorkbook
{
    public const string MediaType = SpreadsheetFile.XlsxType;

    public static byte[] Write(IssueSheet sheet) =>
        SpreadsheetFile.Xlsx(
            new SpreadsheetTable(
                "问题清单",
                [.. sheet.Columns.Select(column => column.Heading.Zh)],
                sheet.Rows,
                [.. sheet.Columns.Select(column => Math.Round(column.Width / 100.0))]
            ),
            new SpreadsheetTable(
                "说明",
                ["说明", "内容"],
                [
                    ["标题", sheet.Title],
                    ["筛选条件", sheet.Filter],
                    ["数据截至", sheet.AsOf],
                    ["问题数", sheet.Rows.Count.ToString(CultureInfo.InvariantCulture)],
                ],
                [14, 60]
            )
        );
}
