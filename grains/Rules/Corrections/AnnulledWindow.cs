using System.Globalization;

namespace Supervision.Rules.Corrections;

/// <summary>A time in which a wrong clock ruled: what it recorded then says nothing of the present. Kept as a fact of the store.</summary>
/// <param name="From">Inclusive, by the wrong clock.</param>
/// <param name="To">Inclusive, by the wrong clock.</param>
public sealed record AnnulledWindow(DateTimeOffset From, DateTimeOffset To)
{
    public const string Prefix = "clock-annulled:";

    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Name of the fact; its value is the document relied on.</summary>
    public string Name =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Prefix}{From.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture)}/{To.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture)}"
        );

    public static AnnulledWindow Parse(string name)
    {
        var (from, to) = name[Prefix.Length..].Split('/') is [var first, var last]
            ? (first, last)
            : throw new FormatException($"'{name}' names no window.");
        return new(Read(from), Read(to));
    }

    private static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
