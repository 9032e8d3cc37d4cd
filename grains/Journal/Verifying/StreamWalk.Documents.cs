namespace Supervision.Journal.Verifying;

/// <summary>Numbered papers: each belongs to an event, and the numbers of a county and year have no gap.</summary>
internal sealed partial class StreamWalk
{
    private void Documents(string stream, IEnumerable<(StoredDocument, byte[]?)> documents, EffectsRead said)
    {
        foreach (var (document, seal) in documents)
        {
            report.Saw("documents");
            var place = $"{stream} document {document.Id}";
            var half = seals.Document(
                stream,
                new(document.Id, document.Kind, document.Year),
                document.County,
                document.Version,
                document.IssuedAt
            );
            if (!Same(seal, Seals.Numbered(half, document.Number)))
                report.Break("documents", place, "changed");
            else if (!said.Documents.Contains(document.Id))
                report.Break("documents", place, "no event issued it");
            said.Documents.Remove(document.Id);
            var key = (document.County, (long)document.Year, document.Kind);
            var (count, highest) = _numbers.GetValueOrDefault(key);
            _numbers[key] = (count + 1, Math.Max(highest, document.Number));
        }

        foreach (var missing in said.Documents.Order(StringComparer.Ordinal))
            report.Break("documents", $"{stream} document {missing}", "missing: an event issued it");
    }

    private void Numbers()
    {
        foreach (
            var (county, year, kind, last) in store.Rows(
                "select county, year, kind, last from journal_numbers order by county, year, kind",
                row => (row.Text(0), row.Number(1), row.Text(2), row.Number(3))
            )
        )
        {
            report.Saw("numbers");
            _numbers.Remove((county, year, kind), out var documents);
            if (documents.Count != last || documents.Highest != last)
                report.Break(
                    "numbers",
                    $"{county} {year} {kind}",
                    $"counts {last}, but there are {documents.Count} documents up to {documents.Highest}"
                );
        }

        foreach (var (county, year, kind) in _numbers.Keys)
            report.Break("numbers", $"{county} {year} {kind}", "missing: there are documents");
    }
}
