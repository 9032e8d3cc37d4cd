using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Rules.Roster.Tables;

/// <summary>Reads one cell as what it should be. Null means blank or turned away; in the second case the line has been told.</summary>
internal static partial class Fields
{
    private const int LongestCode = 40;
    private const int LongestName = 100;

    /// <returns>Upper case, without anything a spreadsheet put around it.</returns>
    public static string? Code(this RosterLine line, RosterColumn column, bool required = true)
    {
        var cell = line.Cell(column);
        if (line.SaysNothing(column, required))
            return null;
        var (cleaned, changes) = CellCleaner.Clean(cell.Text, CellUse.Code);
        var (damage, text) = DamagedCode.Examine(cleaned);
        if (cell.Kind == CellKind.Number && text.Count(char.IsAsciiDigit) > DamagedCode.Kept)
            damage = CodeDamage.Lost;
        if (damage == CodeDamage.Lost || cell.Kind == CellKind.Date)
        {
            line.Reject(
                RosterCode.CodeDamaged,
                column,
                cell.Kind == CellKind.Date
                    ? new("代码被表格软件当作日期，原值已丢失", "the spreadsheet took the code for a date; the original is lost")
                    : new(
                        "代码被表格软件当作数字（科学记数法），部分数字已丢失，无法还原",
                        "the spreadsheet took the code for a number; digits are lost and cannot be restored"
                    ),
                new(
                    "请先把该列单元格格式设为“文本”，再重新填写完整代码",
                    "format the column as text first, then enter the whole code again"
                )
            );
            return null;
        }

        var upper = text.ToUpperInvariant();
        if (upper != text)
            changes |= CellChange.Case;
        line.Changed(column, changes, upper);
        if (damage == CodeDamage.Restorable)
            line.Say(
                RosterCode.CodeRestored,
                column,
                new(
                    $"代码被写成了数字形式，各位数字齐全，已还原为{upper}",
                    $"the code was written as a number with all its digits; read as {upper}"
                ),
                new(upper, upper)
            );
        return line.NotLonger(column, upper, LongestCode);
    }

    public static string? Name(this RosterLine line, RosterColumn column, bool required = true)
    {
        if (line.SaysNothing(column, required))
            return null;
        var raw = line.Cell(column).Text;
        var (text, changes) = CellCleaner.Clean(raw, CellUse.Name);
        line.Changed(column, changes, text);
        if (FormulaText.Begins(text) || FormulaText.Begins(raw.TrimStart(' ')))
            line.Warn(
                RosterCode.NameLikeFormula,
                column,
                new(
                    "以公式或制表符号开头，可能是误填；导出时会加单引号以免被当作公式",
                    "begins like a formula or with a tab and may be a slip; exports put an apostrophe before it"
                ),
                new("不以 =、+、-、@（含全角）或制表符开头的名称", "a name that does not begin with =, +, -, @ (full width too) or a tab")
            );
        return line.NotLonger(column, text, LongestName);
    }

    /// <returns>A word of a closed list, lower case and half width; what it means is for the caller to say.</returns>
    public static string? Word(this RosterLine line, RosterColumn column, bool required)
    {
        if (line.SaysNothing(column, required))
            return null;
        var (text, changes) = CellCleaner.Clean(line.Cell(column).Text, CellUse.Code);
        line.Changed(column, changes, text);
        return text.ToLowerInvariant();
    }

    /// <summary>People, 0 to <paramref name="most"/>.</summary>
    public static int? Count(this RosterLine line, RosterColumn column, int most)
    {
        if (line.SaysNothing(column, required: false))
            return null;
        var cell = line.Cell(column);
        var unit = UnitOfPeople().Match(cell.Text);
        var (text, changes) = CellCleaner.Clean(unit.Success ? cell.Text[..unit.Index] : cell.Text, CellUse.Number);
        if (unit.Success)
            changes |= CellChange.UnitOfMeasure;
        if (PointZero().Match(text) is { Success: true } match)
            (text, changes) = (match.Groups[1].Value, changes | CellChange.PointZero);
        var accepted = new Text($"0 至 {most} 的整数", $"a whole number from 0 to {most}");
        if (cell.Kind == CellKind.Date || !WholeNumber().IsMatch(text))
        {
            line.Reject(RosterCode.NumberInvalid, column, new("不是整数", "this is no whole number"), accepted);
            return null;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < 0 || number > most)
        {
            line.Reject(RosterCode.NumberOutOfRange, column, new("人数超出合理范围", "this cannot be a number of people here"), accepted);
            return null;
        }

        line.Changed(column, changes, text);
        return number;
    }

    /// <summary>Says what cleaning did; silent when it did nothing.</summary>
    public static void Changed(this RosterLine line, RosterColumn column, CellChange changes, string text)
    {
        if (changes == CellChange.None)
            return;
        line.Say(RosterCode.CellNormalised, column, ChangeTexts.Of(changes), new(text, text));
    }

    /// <summary>True when the cell is blank, or unreadable, which has been said. A blank one that is required is said here.</summary>
    public static bool SaysNothing(this RosterLine line, RosterColumn column, bool required)
    {
        if (line.IsUnreadable(column))
            return true;
        if (!CellCleaner.IsBlank(line.Cell(column).Text))
            return false;
        line.Missing(column, required);
        return true;
    }

    public static string? Missing(this RosterLine line, RosterColumn column, bool required)
    {
        if (required && !line.IsUnreadable(column))
            line.Reject(
                RosterCode.FieldRequired,
                column,
                new($"“{column.Zh}”未填写", $"{column.Name} is empty"),
                RosterColumns.Accepted(column)
            );
        return null;
    }

    private static string? NotLonger(this RosterLine line, RosterColumn column, string text, int most)
    {
        if (Characters.Fit(text, most))
            return text;
        line.Reject(
            RosterCode.TextTooLong,
            column,
            new("内容过长", "this is too long"),
            new($"不超过 {most} 个字", $"at most {most} characters")
        );
        return null;
    }

    /// <summary>What people write behind a number of people.</summary>
    [GeneratedRegex(@"\s*(?:人次|[人名位个](?:小?学生|学员|同学)?|学生|学员|生)\s*\z")]
    private static partial Regex UnitOfPeople();

    [GeneratedRegex(@"^(-?[0-9]+)\.0+\z")]
    private static partial Regex PointZero();

    [GeneratedRegex(@"^-?[0-9]+\z")]
    private static partial Regex WholeNumber();
}
