namespace Supervision.Contracts;

/// <summary>
/// Keys of the actors: <c>kind/code</c>. Every key has a letter outside a–f and a slash, because a key made only of hex digits
/// is read back as a number by the ADO.NET storage. Codes are text: they keep leading zeros and case.
/// </summary>
public static class Keys
{
    public const int MaxCodeLength = 40;

    public static string Unit(UnitKind kind, string code) => $"{UnitKeys.Prefix(kind)}/{code}";

    public static string Inspector(string code) => $"inspector/{code}";

    public static string County(string code) => $"county/{code}";

    /// <summary>A county's outgoing channels.</summary>
    public static string Channels(string county) => $"channels/{county}";

    /// <param name="code"><c>3305</c>, <c>33</c> or <c>CN</c>.</param>
    public static string Region(string code) => $"region/{code}";

    public static string Code(string key) => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>Reads the path segment of a unit's kind; false for anything but <c>school</c> and <c>institution</c>.</summary>
    public static bool TryKind(string? segment, out UnitKind kind)
    {
        kind = segment switch
        {
            "school" => UnitKind.School,
            "institution" => UnitKind.Institution,
            _ => UnitKind.None,
        };
        return kind != UnitKind.None;
    }

    /// <summary>Whether a text is the key a unit can have, e.g. <c>school/2133901746</c>.</summary>
    public static bool IsUnit(string key) =>
        key.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && TryKind(key[..slash], out _) && IsCode(key[(slash + 1)..]);

    /// <summary>1–40 letters, digits, hyphens or <c>#</c> (the separator of teaching points). Nothing else reaches a grain key.</summary>
    public static bool IsCode(string? code) =>
        code is { Length: > 0 and <= MaxCodeLength } && code.All(c => char.IsLetterOrDigit(c) || c is '-' or '#');

    /// <summary>The region above a region: <c>3305</c> → <c>33</c> → <c>CN</c> → null.</summary>
    public static string? ParentRegion(string code) =>
        code switch
        {
            "CN" => null,
            { Length: 4 } => code[..2],
            _ => "CN",
        };

    public static bool IsRegion(string code) => code == "CN" || (code.Length is 2 or 4 && code.All(char.IsAsciiDigit));
}
