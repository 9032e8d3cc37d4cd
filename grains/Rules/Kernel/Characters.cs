using System.Text;

namespace Supervision.Rules.Kernel;

/// <summary>
/// Counts and cuts text by characters as people count them: one for each Unicode scalar value, so that a rare ideograph (𠮷) is one
/// although a string holds it as two. Every limit of a text is checked here.
/// </summary>
public static class Characters
{
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }

    /// <summary>True when the text has at most <paramref name="most"/> characters; null is none.</summary>
    public static bool Fit(string? text, int most) => text is null || text.Length <= most || Count(text) <= most;

    /// <returns>The first <paramref name="most"/> characters, never half of one.</returns>
    public static string Cut(string text, int most) => Fit(text, most) ? text : text[..Place(text, most)];

    private static int Place(string text, int most)
    {
        var (place, count) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (count++ == most)
                break;
            place += rune.Utf16SequenceLength;
        }

        return place;
    }
}
