using System.Text;

namespace Supervision.Rules.Roster.Cells;

/// <summary>What a cell holds, as far as cleaning it is concerned.</summary>
public enum CellUse
{
    /// <summary>A name: full-width brackets and digits are somebody's choice and stay.</summary>
    Name = 0,

    /// <summary>A code, date or word of a closed list: no space inside means anything, width means nothing.</summary>
    Code = 1,

    /// <summary>A count: as <see cref="Code"/>, and separators of thousands go too.</summary>
    Number = 2,
}

[Flags]
public enum CellChange
{
    None = 0,
    Spaces = 1,
    LineBreaks = 2,
    InvisibleCharacters = 4,
    FullWidth = 8,
    ThousandsSeparators = 16,
    Quotation = 32,
    PointZero = 64,
    Case = 128,
    UnitOfMeasure = 256,
    TimeOfDay = 512,
    TrailingZeros = 1024,
    Degrees = 2048,
}

/// <summary>Takes out of a cell what spreadsheets and people put in without meaning anything by it.</summary>
public static class CellCleaner
{
    /// <returns>The text and everything that was done to it.</returns>
    public static (string Text, CellChange Changes) Clean(string raw, CellUse use)
    {
        if (IsPlain(raw, use))
            return (raw, CellChange.None);
        var changes = CellChange.None;
        var text = new StringBuilder(raw.Length);
        var trimmed = raw.Trim(' ');
        if (trimmed.Length != raw.Length)
            changes |= CellChange.Spaces;
        if (Unquoted(trimmed) is { } inner)
        {
            changes |= CellChange.Quotation;
            trimmed = inner;
        }

        foreach (var c in trimmed)
        {
            if (c is '\r' or '\n' or '\u2028' or '\u2029' or '\v' or '\f')
                Blank(CellChange.LineBreaks);
            else if (char.IsWhiteSpace(c))
                Blank(CellChange.Spaces);
            else if (char.IsControl(c) || IsInvisible(c))
                changes |= CellChange.InvisibleCharacters;
            else if (use != CellUse.Name && HalfWidth(c) != c)
            {
                text.Append(HalfWidth(c));
                changes |= CellChange.FullWidth;
            }
            else
                text.Append(c);
        }

        var cleaned = use == CellUse.Name ? JoinName(text.ToString()) : text.ToString();
        return use == CellUse.Number ? WithoutThousands(cleaned, changes) : (cleaned, changes);

        void Blank(CellChange change)
        {
            changes |= change;
            if (use == CellUse.Name)
                text.Append(' ');
        }
    }

    /// <summary>True when nothing would be left of the text.</summary>
    public static bool IsBlank(string raw)
    {
        foreach (var c in raw)
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && !IsInvisible(c))
                return false;
        return true;
    }

    /// <summary>The ASCII twin of a full-width character, other dashes as hyphens; any other character as it is.</summary>
    public static char HalfWidth(char c) =>
        c switch
        {
            >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
            '\u3000' => ' ',
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
            _ => c,
        };

    private static bool IsPlain(string raw, CellUse use)
    {
        foreach (var c in raw)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '/') && !(c is >= '\u4e00' and <= '\u9fff'))
                return false;
        return true;
    }

    /// <summary>Zero-width characters, joiners, direction marks, the byte order mark and the soft hyphen.</summary>
    private static bool IsInvisible(char c) =>
        c
            is '\u00ad'
                or '\u034f'
                or '\u180e'
                or '\ufeff'
                or (>= '\u200b' and <= '\u200f')
                or (>= '\u202a' and <= '\u202e')
                or (>= '\u2060' and <= '\u206f');

    /// <summary>People force text with <c>'2133901746</c> or <c>="2133901746"</c>.</summary>
    private static string? Unquoted(string text)
    {
        if (text.Length > 3 && text.StartsWith("=\"", StringComparison.Ordinal) && text[^1] == '"')
            return text[2..^1];
        return text.Length > 1 && text[0] is '\'' or '\u2018' or '\u2019' or '`' ? text[1..] : null;
    }

    /// <summary>A space stays only between Latin words.</summary>
    private static string JoinName(string text)
    {
        var joined = new StringBuilder(text.Length);
        var pending = false;
        foreach (var c in text)
        {
            if (c == ' ')
            {
                pending = joined.Length > 0;
                continue;
            }

            if (pending && char.IsAscii(c) && char.IsAscii(joined[^1]))
                joined.Append(' ');
            pending = false;
            joined.Append(c);
        }

        return joined.ToString();
    }

    /// <summary>Removes commas only where they part groups of three; <c>1,72</c> stays as it is, and is no number.</summary>
    private static (string Text, CellChange Changes) WithoutThousands(string text, CellChange changes)
    {
        if (!text.Contains(',', StringComparison.Ordinal))
            return (text, changes);
        var groups = text.TrimStart('-').Split(',');
        var proper =
            groups[0].Length is >= 1 and <= 3
            && groups.Skip(1).All(group => group.Length == 3 || (group.Length > 3 && group[3] == '.'))
            && groups.Take(groups.Length - 1).All(group => group.All(char.IsAsciiDigit));
        return proper ? (text.Replace(",", "", StringComparison.Ordinal), changes | CellChange.ThousandsSeparators) : (text, changes);
    }
}
