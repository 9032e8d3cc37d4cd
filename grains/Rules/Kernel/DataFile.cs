namespace Supervision.Rules.Kernel;

/// <summary>Reference data that ships inside the assembly.</summary>
public static class DataFile
{
    /// <param name="name">File name under Data/.</param>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static string ReadText(string name)
    {
        using var stream =
            typeof(DataFile).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"No data file '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The rows below the heading of a plain comma-separated list without quoting; a malformed row is a bug and throws.</summary>
    /// <exception cref="InvalidDataException">A row has another number of fields than the heading.</exception>
    public static ImmutableArray<string[]> ReadRows(string name)
    {
        var rows = ReadText(name)
            .ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(','))
            .ToList();
        return rows.Find(row => row.Length != rows[0].Length) is { } odd
            ? throw new InvalidDataException($"{name}: the row '{odd[0]}' has {odd.Length} fields, the heading {rows[0].Length}.")
            : [.. rows.Skip(1)];
    }
}
