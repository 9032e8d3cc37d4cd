namespace Supervision.Rules.Roster.Tables;

/// <summary>An empty table to fill in, with an example and what may stand in each column.</summary>
/// <param name="Headers">The last one is a remark; rows whose remark begins with 示例 or 填写说明 are skipped when imported.</param>
/// <param name="Rows">The example, then what each column takes.</param>
/// <param name="Guide">For a sheet of its own: column, whether it is needed, what may stand in it, an example.</param>
public sealed record RosterTemplate(
    RosterKind Kind,
    string Name,
    ImmutableArray<string> Headers,
    ImmutableArray<ImmutableArray<string>> Rows,
    ImmutableArray<string> GuideHeaders,
    ImmutableArray<ImmutableArray<string>> Guide
)
{
    /// <summary>Kinds there is a template of.</summary>
    public static readonly ImmutableArray<RosterKind> Kinds =
    [
        RosterKind.Schools,
        RosterKind.Institutions,
        RosterKind.Inspectors,
        RosterKind.Assignments,
    ];

    /// <summary>Null when there is none of this kind.</summary>
    public static RosterTemplate? Of(RosterKind kind, bool english)
    {
        if (!Kinds.Contains(kind))
            return null;
        var table = RosterTable.All.Single(known => known.Kind == kind);
        // Of two columns that say the same the first is offered.
        var alternatives = table.Required.SelectMany(choice => choice.Skip(1)).ToList();
        var columns = table.Read.Except(alternatives).Append(RosterColumn.Remark).ToList();
        return new(
            kind,
            NameOf(kind, english),
            [.. columns.Select(column => Title(column))],
            [
                [
                    .. columns.Select(column =>
                        column == RosterColumn.Remark
                            ? english
                                ? "example, skipped when imported"
                                : "示例，导入时跳过"
                            : RosterColumns.Example(column)
                    ),
                ],
                [
                    .. columns.Select(column =>
                        column == RosterColumn.Remark
                            ? english
                                ? "explanation, skipped when imported"
                                : "填写说明，导入时跳过"
                            : $"{Needed(column)}{(english ? ": " : "：")}{Accepted(column)}"
                    ),
                ],
            ],
            english ? ["what", "needed", "what may stand there", "such as"] : ["项目", "是否必填", "可填内容", "举例"],
            // Worded so that no row of the guide looks like the headers of a roster.
            [
                .. columns
                    .Where(column => column != RosterColumn.Remark)
                    .Select(
                        ImmutableArray<string> (column) =>
                            [
                                (english ? "column " : "列：") + Title(column),
                                Needed(column),
                                (english ? "takes: " : "可填：") + Accepted(column),
                                (english ? "e.g. " : "例：") + RosterColumns.Example(column),
                            ]
                    ),
                [
                    english ? "a column that is left out" : "不需要的列",
                    "",
                    english ? "changes nothing of what is registered; remove it with its header" : "连同列名一起删去：已登记的内容不变",
                    "",
                ],
                [
                    english ? "a cell that is left empty" : "留空的单元格",
                    "",
                    english ? "clears what is registered, which the check says beforehand" : "将清除已登记的内容，检查时会先说明",
                    "",
                ],
            ]
        );

        string Title(RosterColumn column) => english ? column.Name : column.Zh;

        string Accepted(RosterColumn column) => english ? RosterColumns.Accepted(column).En : RosterColumns.Accepted(column).Zh;

        string Needed(RosterColumn column) =>
            table.Required.Any(choice => choice.Contains(column))
                ? english
                    ? "needed"
                    : "必填"
                : english
                    ? "may be left out"
                    : "选填";
    }

    /// <summary>What a table of the kind is called.</summary>
    public static string NameOf(RosterKind kind, bool english) =>
        kind switch
        {
            RosterKind.Schools => english ? "schools" : "学校",
            RosterKind.Institutions => english ? "institutions" : "培训机构",
            RosterKind.Inspectors => english ? "inspectors" : "督学",
            RosterKind.Assignments => english ? "assignments" : "责任分配",
            _ => english ? "counties" : "县（市、区）",
        };
}
