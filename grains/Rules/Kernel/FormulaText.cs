namespace Supervision.Rules.Kernel;

/// <summary>The one rule by which text in a table may be taken for a formula. The front end keeps the same rule, tested against the same table of cases.</summary>
public static class FormulaText
{
    // The full-width forms too: where Chinese and Japanese are typed, spreadsheets take them for the others.
    private const string Beginnings = "=+-@＝＋－＠\t\r\n";

    /// <summary>Blanks before it are no shelter: some programs trim them.</summary>
    public static bool Begins(string text) =>
        text.Length > 0
        && (
            Beginnings.Contains(text[0], StringComparison.Ordinal)
            || (text.AsSpan().TrimStart() is [var first, ..] && Beginnings.Contains(first, StringComparison.Ordinal))
        );
}
