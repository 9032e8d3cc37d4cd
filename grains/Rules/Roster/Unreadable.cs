namespace Supervision.Rules.Roster;

/// <summary>Turns rows away in which a cell that would be read holds no value: a blank and what can't be read are never the same.</summary>
internal static class Unreadable
{
    private static readonly Text Accepted = new(
        "改为实际内容（复制后“选择性粘贴—数值”），确无内容则留空",
        "what it should say (copy, then paste values only), or nothing if there is nothing to say"
    );

    private static readonly Text AcceptedUnmerged = new("取消合并单元格，逐格填写", "the cells unmerged, each with its own content");

    public static void Judge(RosterLine line)
    {
        foreach (var column in line.View.StoredColumns)
        {
            var cell = line.Cell(column);
            switch (cell.Kind)
            {
                case CellKind.Error:
                    Error(line, column, cell.Text);
                    break;
                case CellKind.Formula:
                    line.RejectUnreadable(
                        column,
                        new(
                            $"“{column.Zh}”是公式，文件中没有保存它的结果",
                            $"{column.Name} is a formula whose result was not saved with the file"
                        ),
                        new(
                            "用表格软件打开后重新保存，或改为实际内容",
                            "the file opened and saved again in a spreadsheet, or the content itself"
                        )
                    );
                    break;
                case CellKind.Merged:
                    line.RejectUnreadable(
                        column,
                        new(
                            $"“{column.Zh}”与旁边的列合并在一起，无法判断内容属于哪一列",
                            $"{column.Name} is merged with the columns beside it; which of them it belongs to cannot be told"
                        ),
                        AcceptedUnmerged
                    );
                    break;
                case CellKind.Repeated:
                    line.Say(
                        RosterCode.CellRepeated,
                        column,
                        new("合并单元格，按首格的内容读取", "merged cells; read as the first of them"),
                        new(cell.Text, cell.Text)
                    );
                    break;
                default:
                    if (SpreadsheetErrors.Is(cell.Text))
                        Error(line, column, CellCleaner.Clean(cell.Text, CellUse.Code).Text);
                    break;
            }
        }
    }

    private static void Error(RosterLine line, RosterColumn column, string error) =>
        line.RejectUnreadable(
            column,
            new(
                $"“{column.Zh}”是表格错误值 {error}（{SpreadsheetErrors.Cause(error).Zh}），不是内容",
                $"{column.Name} is the spreadsheet's error {error} ({SpreadsheetErrors.Cause(error).En}) and no content"
            ),
            Accepted
        );
}

/// <summary>The errors a spreadsheet shows in a cell.</summary>
public static class SpreadsheetErrors
{
    private static readonly ImmutableArray<(string Error, Text Cause)> Known =
    [
        ("#N/A", new("查找不到", "not found")),
        ("#DIV/0!", new("除数为零", "divided by zero")),
        ("#REF!", new("引用的单元格已不存在", "the cell it refers to is gone")),
        ("#NAME?", new("公式名称无法识别", "an unknown name in the formula")),
        ("#VALUE!", new("公式中的数据类型不对", "a wrong kind of value in the formula")),
        ("#NUM!", new("公式算不出数", "no number follows from the formula")),
        ("#NULL!", new("引用的区域不相交", "the ranges do not meet")),
        ("#GETTING_DATA", new("数据尚未取得", "the data had not arrived")),
        ("#SPILL!", new("结果放不下", "no room for the result")),
        ("#CALC!", new("公式无法计算", "the formula can't be calculated")),
        ("#FIELD!", new("引用的字段不存在", "no such field")),
        ("#BLOCKED!", new("外部数据被阻止", "blocked data")),
        ("#CONNECT!", new("外部数据连接失败", "no connection to the data")),
        ("#UNKNOWN!", new("版本不支持该内容", "unknown to this version")),
        ("#BUSY!", new("尚在计算", "still calculating")),
        ("#EXTERNAL!", new("外部数据不可用", "data from elsewhere is missing")),
        ("#PYTHON!", new("脚本出错", "a script failed")),
        ("#TIMEOUT!", new("计算超时", "calculation took too long")),
    ];

    /// <summary>Also the row of number signs that stands for a column that is too narrow.</summary>
    public static bool Is(string text)
    {
        if (text.Length is 0 or > 40)
            return false;
        var plain = CellCleaner.Clean(text, CellUse.Code).Text.ToUpperInvariant();
        return plain.StartsWith('#') && (Known.Any(known => known.Error == plain) || (plain.Length > 1 && plain.All(c => c == '#')));
    }

    public static Text Cause(string error)
    {
        foreach (var (known, cause) in Known)
            if (string.Equals(known, error, StringComparison.OrdinalIgnoreCase))
                return cause;
        return error.All(c => c == '#')
            ? new("列宽不足，只存下了井号", "the column was too narrow; number signs were saved instead")
            : new("公式出错", "the formula failed");
    }
}
