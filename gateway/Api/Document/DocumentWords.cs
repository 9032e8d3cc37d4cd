using System.Collections.Frozen;

namespace Supervision.Gateway.Api.Document;

/// <summary>The tables beside this file: what each operation is called, and what each member and parameter is.</summary>
internal static class DocumentWords
{
    private static readonly FrozenDictionary<string, string> Ids = Lines("operations.txt")
        .ToFrozenDictionary(line => line[0], line => line[1]);

    private static readonly FrozenDictionary<string, string> Members = Lines("members.txt")
        .ToFrozenDictionary(line => line[0], line => $"{line[1]} / {line[2]}");

    /// <param name="operation"><c>POST /units/{kind}/{code}/visits</c>.</param>
    /// <returns>Null when it has none, which a test tells.</returns>
    public static string? IdOf(string operation) => Ids.GetValueOrDefault(operation);

    /// <summary>Null when nobody wrote it, which a test tells.</summary>
    public static string? OfMember(string type, string member) =>
        Members.GetValueOrDefault($"{type}.{member}") ?? Members.GetValueOrDefault(member);

    /// <summary>Headers stand under their own name, parts of an address behind a question mark.</summary>
    public static string? OfParameter(string name) =>
        Members.GetValueOrDefault(name.Contains('-', StringComparison.Ordinal) ? name : "?" + name);

    private static IEnumerable<string[]> Lines(string file)
    {
        using var reader = new StreamReader(typeof(DocumentWords).Assembly.GetManifestResourceStream($"Api/Document/{file}")!);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split(" | "); // a name that stands twice fails the first reader
    }
}
