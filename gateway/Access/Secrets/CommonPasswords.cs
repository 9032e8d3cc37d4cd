using System.Collections.Frozen;

namespace Supervision.Gateway.Access.Secrets;

/// <summary>Passwords that guessers try first, alone or put together.</summary>
public static class CommonPasswords
{
    /// <summary>What three unrelated words are worth, or a few letters that belong to none.</summary>
    private const int Enough = 7;

    private const int OfAWord = 3;
    private const int ShortestWord = 4;
    private const string Runs = "abcdefghijklmnopqrstuvwxyz\n01234567890\nqwertyuiop\nasdfghjkl\nzxcvbnm\n1qaz2wsx3edc4rfv";

    private static readonly FrozenSet<string> Words = Read();
    private static readonly int Longest = Words.Max(word => word.Length);
    private static readonly string[] OfTheSystem = ["supervision", "actors", "dudao", "督导", "双减", "admin", "demo"];

    /// <param name="context">Names of the person and the place; null and short ones say nothing.</param>
    public static bool IsGuessable(string password, IEnumerable<string?> context)
    {
        var text = password.ToLowerInvariant();
        foreach (
            var word in context
                .Concat(OfTheSystem)
                .Where(word => word is { Length: >= 2 })
                .Select(word => word!.ToLowerInvariant())
                .OrderByDescending(word => word.Length)
        )
            text = text.Replace(word, " ", StringComparison.Ordinal);
        return Worth(text) < Enough;
    }

    /// <summary>Each different word, run or repetition counts three; each different letter or digit that belongs to none counts one.</summary>
    private static int Worth(string text)
    {
        var (words, left) = (new HashSet<string>(), new HashSet<char>());
        for (var at = 0; at < text.Length; )
        {
            var known = Known(text, at);
            if (known > 0)
                words.Add(text.Substring(at, known));
            else if (char.IsLetterOrDigit(text[at]))
                left.Add(text[at]);
            at += Math.Max(known, 1);
        }

        return (words.Count * OfAWord) + left.Count;
    }

    /// <summary>Length of the longest guessable piece that begins here; 0 for none.</summary>
    private static int Known(string text, int at)
    {
        for (var length = Math.Min(Longest, text.Length - at); length >= ShortestWord; length--)
        {
            var piece = text.Substring(at, length);
            if (Words.Contains(piece) || Runs.Contains(piece, StringComparison.Ordinal))
                return length;
        }

        var same = at;
        while (same < text.Length && text[same] == text[at])
            same++;
        return same - at >= 3 ? same - at : 0;
    }

    private static FrozenSet<string> Read()
    {
        using var list = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("Access/common-passwords.txt")!);
        return list.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(word => word.Length >= ShortestWord && word[0] != '#')
            .ToFrozenSet();
    }
}
