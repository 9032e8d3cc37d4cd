namespace Supervision.Rules.Roster.Cells;

/// <summary>Puts into words what cleaning did to a cell.</summary>
internal static class ChangeTexts
{
    private static readonly ImmutableArray<(CellChange Change, string Zh, string En)> Words =
    [
        (CellChange.Spaces, "去除空格", "spaces removed"),
        (CellChange.LineBreaks, "去除换行", "line breaks removed"),
        (CellChange.InvisibleCharacters, "去除不可见字符", "invisible characters removed"),
        (CellChange.FullWidth, "全角字符改为半角", "full-width characters made half-width"),
        (CellChange.ThousandsSeparators, "去除千位分隔符", "separators of thousands removed"),
        (CellChange.Quotation, "去除强制文本的符号", "the mark that forces text removed"),
        (CellChange.PointZero, "去除小数点后的零", "zeros after the decimal point removed"),
        (CellChange.Case, "小写字母改为大写", "letters made upper case"),
        (CellChange.UnitOfMeasure, "去除单位", "the unit of measure removed"),
        (CellChange.TimeOfDay, "去除零点时间", "the time 00:00 removed"),
        (CellChange.Degrees, "换算为度", "made decimal degrees"),
        (CellChange.TrailingZeros, "去除统计用区划代码末尾的 000", "the last 000 of a statistical division code removed"),
    ];

    public static Text Of(CellChange changes)
    {
        var said = Words.Where(word => changes.HasFlag(word.Change)).ToList();
        return new("已规范：" + string.Join("、", said.Select(word => word.Zh)), string.Join(", ", said.Select(word => word.En)));
    }
}
