using System.Collections.Frozen;
using System.Text;

namespace Supervision.Gateway.Rosters.Reading;

/// <summary>
/// The decoder knows GB18030 as of 2000, which put some characters into the private use area; the editions of 2005 and 2022 give
/// them their own places. Only those in use as letters, ideographs and punctuation are moved.
/// </summary>
internal static class Gb18030Later
{
    private static readonly FrozenDictionary<char, string> Moved = new Dictionary<char, int>
    {
        ['\uE7C7'] = 0x1E3F,
        ['\uE78D'] = 0xFE10,
        ['\uE78E'] = 0xFE12,
        ['\uE78F'] = 0xFE11,
        ['\uE790'] = 0xFE13,
        ['\uE791'] = 0xFE14,
        ['\uE792'] = 0xFE15,
        ['\uE793'] = 0xFE16,
        ['\uE794'] = 0xFE17,
        ['\uE795'] = 0xFE18,
        ['\uE796'] = 0xFE19,
        ['\uE81E'] = 0x9FB4,
        ['\uE826'] = 0x9FB5,
        ['\uE82B'] = 0x9FB6,
        ['\uE82C'] = 0x9FB7,
        ['\uE832'] = 0x9FB8,
        ['\uE843'] = 0x9FB9,
        ['\uE854'] = 0x9FBA,
        ['\uE864'] = 0x9FBB,
        ['\uE816'] = 0x20087,
        ['\uE817'] = 0x20089,
        ['\uE818'] = 0x200CC,
        ['\uE831'] = 0x215D7,
        ['\uE83B'] = 0x2298F,
        ['\uE855'] = 0x241FE,
    }.ToFrozenDictionary(entry => entry.Key, entry => char.ConvertFromUtf32(entry.Value));

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uE78D', '\uE864'))
            return text;
        var moved = new StringBuilder(text.Length);
        foreach (var c in text)
            if (Moved.TryGetValue(c, out var place))
                moved.Append(place);
            else
                moved.Append(c);
        return moved.ToString();
    }
}
