using System.Text;

namespace Supervision.Rules.Roster.Tables;

/// <summary>Finds the row of headers and what the table is about.</summary>
internal static class Headers
{
    /// <summary>A title, a unit of measure and a date may stand above the headers.</summary>
    private const int SearchedRows = 10;

    /// <summary>One naming column and something beside it; a lone familiar word is no table.</summary>
    private const int EnoughScore = 4;

    /// <summary>
    /// The header without what people put around it: spaces, line breaks, byte order mark, asterisk, brackets, underscores, full-width forms,
    /// case, and the words 必填 and 选填.
    /// </summary>
    public static string Fold(string header)
    {
        var folded = new StringBuilder(header.Length);
        foreach (var raw in header)
        {
            var c = CellCleaner.HalfWidth(raw);
            if (char.IsLetterOrDigit(c))
                folded.Append(char.ToLowerInvariant(c));
        }

        var text = folded.ToString();
        foreach (var word in new[] { "必填", "选填", "必填项" })
            if (text.Length > word.Length && text.EndsWith(word, StringComparison.Ordinal))
                text = text[..^word.Length];
        return text;
    }

    /// <returns>The headers' place in <see cref="RosterSheet.Rows"/> and the table; null when no row looks like one.</returns>
    public static (int Index, RosterTable Table)? Find(RosterSheet sheet)
    {
        (int Index, RosterTable Table)? best = null;
        var bestScore = EnoughScore - 1;
        for (var i = 0; i < Math.Min(SearchedRows, sheet.Rows.Length); i++)
        {
            var folded = sheet.Rows[i].Cells.Select(cell => Fold(cell.Text)).Where(text => text.Length > 0).ToList();
            if (folded.Count < 2)
                continue;
            foreach (var table in RosterTable.All)
            {
                var score = table.Score(folded);
                if (score > bestScore)
                    (best, bestScore) = ((i, table), score);
            }
        }

        return best;
    }
}
