namespace Supervision.Rules.Codes;

/// <summary>统一社会信用代码 (GB 32100): 18 characters, the last one a check over the other 17.</summary>
public static class CreditCode
{
    /// <summary>I, O, S, V and Z are never used.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public const int Length = 18;

    public static bool IsValid(string code) => code.Length == Length && IsShaped(code) && code[^1] == CheckCharacter(code);

    /// <summary>Registration authority and kind, six digits of place, then body and check; says nothing of the check.</summary>
    public static bool IsShaped(string code)
    {
        if (code.Length != Length)
            return false;
        for (var i = 0; i < Length; i++)
        {
            if (!Alphabet.Contains(code[i], StringComparison.Ordinal))
                return false;
            if (i is >= 2 and < 8 && !char.IsAsciiDigit(code[i]))
                return false;
        }

        return true;
    }

    /// <param name="code">Its first 17 characters are used, all from <see cref="Alphabet"/>.</param>
    public static char CheckCharacter(string code)
    {
        var (sum, weight) = (0, 1);
        for (var i = 0; i < Length - 1; i++)
        {
            sum += Alphabet.IndexOf(code[i], StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - sum % 31) % 31];
    }

    /// <summary>Two digits of the province it was registered in.</summary>
    public static string ProvinceOf(string code) => code[2..4];
}
