using System.Globalization;

namespace Supervision.Rules.Roster.Cells;

/// <summary>What became of a code that a spreadsheet took for a number.</summary>
public enum CodeDamage
{
    None = 0,

    /// <summary>Every digit is still written, only in number form (<c>2133901746.0</c>, <c>2.133901746E+09</c>).</summary>
    Restorable = 1,

    /// <summary>Digits are gone (<c>2.13E+09</c>), or may be: past 15 digits a spreadsheet writes zeros.</summary>
    Lost = 2,
}

public static class DamagedCode
{
    /// <summary>Digits a spreadsheet number keeps.</summary>
    public const int Kept = 15;

    /// <param name="text">Already cleaned of spaces and full-width forms.</param>
    /// <returns>The restored digits when <see cref="CodeDamage.Restorable"/>, otherwise the text as it is.</returns>
    public static (CodeDamage Damage, string Text) Examine(string text)
    {
        var e = text.IndexOfAny(['E', 'e']);
        var mantissa = e < 0 ? text : text[..e];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        if (e < 0 && point < 0)
            return (CodeDamage.None, text);
        var whole = point < 0 ? mantissa : mantissa[..point];
        var fraction = point < 0 ? "" : mantissa[(point + 1)..];
        if (!Digits(whole) || (point >= 0 && !Digits(fraction)))
            return (CodeDamage.None, text);
        if (e < 0)
            return fraction.Trim('0').Length == 0 ? Whole(whole, text) : (CodeDamage.None, text);

        // A credit code may look like a number with an exponent only if it has a sign or a point: 12E4… without either is left to the code's own rule.
        var sign = e + 1 < text.Length && text[e + 1] is '+' or '-';
        if (point < 0 && !sign)
            return (CodeDamage.None, text);
        if (!int.TryParse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
            return (CodeDamage.None, text);
        if (exponent < fraction.Length || exponent > 20 || whole.Length != 1)
            return (CodeDamage.Lost, text);
        return exponent == fraction.Length ? Whole(whole + fraction, text) : (CodeDamage.Lost, text);
    }

    private static (CodeDamage Damage, string Text) Whole(string digits, string text) =>
        digits.Length <= Kept ? (CodeDamage.Restorable, digits) : (CodeDamage.Lost, text);

    private static bool Digits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
