namespace Supervision.Rules.Codes;

/// <summary>学校(机构)标识码: two digits of category, two of province, six of serial; a teaching point is its parent's code, <c>#</c> and two digits.</summary>
public static class SchoolCode
{
    /// <summary>11 幼儿园, 21 小学, 31 初中, 34 高中和完全中学, 37 工读, 51 特殊教育.</summary>
    private static readonly ImmutableArray<string> Categories = ["11", "21", "31", "34", "37", "51"];

    /// <summary>Ten digits, or ten digits, <c>#</c> and two digits; says nothing of category and province.</summary>
    public static bool IsShaped(string code) =>
        code.Length is 10 or 13
        && code.AsSpan(0, 10).IndexOfAnyExceptInRange('0', '9') < 0
        && (code.Length == 10 || (code[10] == '#' && char.IsAsciiDigit(code[11]) && char.IsAsciiDigit(code[12])));

    public static bool IsValid(string code, Divisions divisions) =>
        IsShaped(code) && HasCategory(code) && divisions.FindProvince(ProvinceOf(code)) is not null;

    public static bool HasCategory(string code) => Categories.Contains(code[..2]);

    public static bool IsTeachingPoint(string code) => code.Length == 13;

    public static string ProvinceOf(string code) => code[2..4];

    /// <summary>
    /// False when the code was issued for another kind of school. A complete school (34) may hold a junior or nine-year part,
    /// a special school (51) and a 工读 school (37) any. A code is re-issued when the kind changes, so a mismatch means one of the two is old.
    /// </summary>
    /// <param name="category"><c>primary</c>, <c>junior</c> or <c>nine-year</c>.</param>
    public static bool Suits(string code, string category) =>
        code[..2] switch
        {
            "21" => category == "primary",
            "31" or "34" => category is "junior" or "nine-year",
            "37" or "51" => true,
            _ => false,
        };
}
