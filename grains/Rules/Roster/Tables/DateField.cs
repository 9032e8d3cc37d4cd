using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Rules.Roster.Tables;

/// <summary>Reads civil days: <c>2026-09-01</c>, <c>2026/9/1</c>, <c>2026年9月1日</c>, and date cells of a workbook.</summary>
internal static partial class DateField
{
    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;

    private static readonly Text Accepted = new("2026-09-01、2026/9/1 或 2026年9月1日", "2026-09-01, 2026/9/1 or 2026年9月1日");

    public static DateOnly? Date(this RosterLine line, RosterColumn column, bool required)
    {
        if (line.SaysNothing(column, required))
            return null;
        var cell = line.Cell(column);
        var midnight = Midnight().Match(cell.Text);
        var (text, changes) = CellCleaner.Clean(midnight.Success ? cell.Text[..midnight.Index] : cell.Text, CellUse.Code);
        if (midnight.Success)
            changes |= CellChange.TimeOfDay;
        if (cell.Kind != CellKind.Number && Read(text) is { } date)
        {
            line.Changed(column, changes, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            return date;
        }

        line.Reject(
            RosterCode.DateInvalid,
            column,
            Serial().IsMatch(text)
                ? new("这是表格软件内部的日期序号，不是日期", "this is a spreadsheet's serial number of a day, not a date")
                : new("不是有效的日期", "this is no valid date"),
            Accepted
        );
        return null;
    }

    /// <summary>First and last day, both inclusive; null, and said, when one is wrong or they are reversed.</summary>
    public static (DateOnly From, DateOnly? To)? Term(this RosterLine line)
    {
        var from = line.Date(RosterColumn.ValidFrom, required: true);
        var openEnd = CellCleaner.Clean(line.Cell(RosterColumn.ValidTo).Text, CellUse.Code).Text is "长期" or "至今";
        var to = openEnd ? null : line.Date(RosterColumn.ValidTo, required: false);
        if (from is null || line.IsUnreadable(RosterColumn.ValidTo) || line.IsRejected)
            return null;
        if (openEnd)
            line.Say(RosterCode.CellNormalised, RosterColumn.ValidTo, new("按没有截止日期读取", "read as without a last day"), null);
        if (to < from)
        {
            line.Reject(
                RosterCode.DatesReversed,
                RosterColumn.ValidTo,
                new("截止日期早于起始日期", "the last day lies before the first"),
                new($"不早于 {from:yyyy-MM-dd} 的日期，或留空", $"{from:yyyy-MM-dd} or later, or nothing")
            );
            return null;
        }

        return (from.Value, to);
    }

    private static DateOnly? Read(string text)
    {
        var match = Shape().Match(text);
        if (!match.Success)
            return null;
        var (year, month, day) = (Number(match.Groups["y"]), Number(match.Groups["m"]), Number(match.Groups["d"]));
        if (year is < EarliestYear or > LatestYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        return new(year, month, day);
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<y>[0-9]{4})(?:-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})|/(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})|年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日)\z"
    )]
    private static partial Regex Shape();

    [GeneratedRegex(@"[\sT]+0{1,2}:00(?::00(?:\.0+)?)?\s*\z")]
    private static partial Regex Midnight();

    [GeneratedRegex(@"^[0-9]{5}(?:\.[0-9]+)?\z")]
    private static partial Regex Serial();
}
