namespace Supervision.Gateway.Rosters.Reading;

/// <summary>Tells from a cell's number format whether its number is a day.</summary>
internal static class NumberFormats
{
    /// <summary>27–36 and 50–58 are days in the Chinese, Japanese and Korean versions of Excel and in WPS; their codes are not written into the file.</summary>
    public static bool IsDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <param name="code">A format written into the file, e.g. <c>yyyy"年"m"月"d"日"</c>.</param>
    public static bool IsDate(string code)
    {
        // Only the part for positive numbers matters.
        for (var i = 0; i < code.Length; i++)
            switch (code[i])
            {
                case '"':
                    i = Beyond(code, i + 1, '"');
                    break;
                case '[':
                    var end = Beyond(code, i + 1, ']');
                    // [h] counts hours; colours, conditions and locales stand in brackets too.
                    if (end - i == 2 && "hHmMsS".Contains(code[i + 1], StringComparison.Ordinal))
                        return true;
                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case ';':
                    return false;
                case 'G' or 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    i += "General".Length - 1;
                    break;
                case 'E' or 'e' when i + 1 < code.Length && code[i + 1] is '+' or '-':
                    return false;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' or 'e':
                    return true;
            }

        return false;
    }

    private static int Beyond(string code, int from, char mark) =>
        code.IndexOf(mark, Math.Min(from, code.Length)) is >= 0 and var found ? found : code.Length;
}
