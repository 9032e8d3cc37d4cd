using System.Globalization;

namespace Supervision.Gateway.Lists;

/// <summary>A county's list of issues, ready to be written: title, what it is a list of, until when, headings and rows.</summary>
/// <param name="Filter">What was asked for, in words.</param>
/// <param name="AsOf">Civil time, to the minute (数据截至).</param>
internal sealed record IssueSheet(
    string Title,
    string Filter,
    string AsOf,
    IReadOnlyList<IssueColumn> Columns,
    IReadOnlyList<string[]> Rows
)
{
    private static readonly IssueColumn[] Official =
    [
        new(new("序号", "No."), 700, (_, number) => number.ToString(CultureInfo.InvariantCulture)),
        new(new("单位", "Unit"), 2300, (record, _) => record.UnitName),
        new(new("镇街", "Town"), 1250, (record, _) => record.TownName ?? ""),
        new(new("问题类别", "Category"), 2476, (record, _) => Taxonomy.Find(record.Issue.Category)?.Name.Zh ?? record.Issue.Category),
        new(new("等级", "Severity"), 1000, (record, _) => CaseWords.Of(record.Issue.Severity).Zh),
        new(new("发现日期", "Found on"), 1250, (record, _) => Day(record.Issue.FoundDay)),
        new(new("整改期限", "Rectify by"), 1250, (record, _) => RectifyBy(record.Issue) is { } due ? Day(due) : "—"),
        new(new("状态", "State"), 1300, (record, _) => CaseWords.Of(record.Issue.State).Zh),
        new(new("轮次", "Cycle"), 650, (record, _) => record.Issue.Cycle.ToString(CultureInfo.InvariantCulture)),
        new(new("责任督学", "Inspector"), 1600, (record, _) => record.Inspector ?? "—"),
    ];

    /// <summary>What a paper has no room for.</summary>
    private static readonly IssueColumn[] Besides =
    [
        new(new("类别代码", "Code"), 1200, (record, _) => record.Issue.Category),
        new(new("问题描述", "Description"), 6000, (record, _) => record.Issue.Description),
        new(new("办结日期", "Closed on"), 1250, (record, _) => record.ClosedAt is { } closed ? Day(CivilTime.DateOf(closed)) : ""),
    ];

    /// <param name="whole">With the columns a paper has no room for.</param>
    /// <param name="english">Headings in both languages.</param>
    public static IssueSheet Of(
        string county,
        string filter,
        DateTimeOffset asOf,
        IReadOnlyList<IssueRecord> records,
        bool whole,
        bool english
    )
    {
        IssueColumn[] columns = whole ? [.. Official, .. Besides] : Official;
        return new(
            $"{county}“双减”督导问题清单",
            filter,
            asOf.ToOffset(CivilTime.Offset).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture),
            [
                .. columns.Select(column =>
                    column with
                    {
                        Heading = english ? new($"{column.Heading.Zh} {column.Heading.En}", column.Heading.En) : column.Heading,
                    }
                ),
            ],
            [
                .. records.Select(
                    (record, index) => columns.Select(column => SpreadsheetText.Printable(column.Cell(record, index + 1))).ToArray()
                ),
            ]
        );
    }

    /// <summary>The term of the rectification itself; of one that ran out it is the day it ran out on.</summary>
    private static DateOnly? RectifyBy(Issue issue) =>
        issue.Deadlines.Where(deadline => deadline.Kind == DeadlineKind.Rectify).Select(deadline => (DateOnly?)deadline.Due).Max()
        ?? IssueRecord.DueOn(issue);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <param name="Width">Twentieths of a point on paper.</param>
/// <param name="Cell">The text of a row, given its number from 1.</param>
internal sealed record IssueColumn(Text Heading, int Width, Func<IssueRecord, int, string> Cell);
