using System.Text.RegularExpressions;

namespace Supervision.Rules.Codes;

/// <summary>Codes a county issues itself: letters, the county's six digits, a serial; parted by hyphens.</summary>
public static partial class LocalCode
{
    /// <summary>An institution without 统一社会信用代码, e.g. <c>PX-330502-0001</c>.</summary>
    public static bool IsInstitution(string code) => Institution().IsMatch(code);

    /// <summary>An inspector's certificate, e.g. <c>督学-330502-01</c>.</summary>
    public static bool IsInspector(string code) => Inspector().IsMatch(code);

    /// <summary>The six digits in the middle; the code must be of one of the two forms.</summary>
    public static string CountyOf(string code)
    {
        var start = code.IndexOf('-', StringComparison.Ordinal) + 1;
        return code[start..(start + 6)];
    }

    [GeneratedRegex(@"^(?:[A-Z]{1,8}|[\u4e00-\u9fff]{1,8})-[0-9]{6}-[0-9]{2,8}\z")]
    private static partial Regex Institution();

    [GeneratedRegex(@"^(?:[A-Z]{1,8}|[\u4e00-\u9fff]{1,8})-[0-9]{6}-[0-9]{2,6}\z")]
    private static partial Regex Inspector();
}
