using System.Text.Json;

namespace Supervision.Journal.Verifying;

/// <summary>
/// Roots as JSON lines, to be kept where nobody who can write the database can reach them. Each line is one county's day with the
/// streams that moved since its day before; all lines together know every stream's newest version.
/// </summary>
public static class RootExport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="AuditMac">Of the county's newest audit entry, Base64; null when there was none.</param>
    private sealed record Line(
        string County,
        DateOnly Day,
        string Root,
        long AuditSequence,
        string? AuditMac,
        List<Tip> Streams,
        List<Loose>? Rows = null
    );

    private sealed record Tip(string Stream, long Version, string Mac);

    /// <summary>A row no event names.</summary>
    private sealed record Loose(string Stream, string Name, string Seal);

    /// <returns>How many lines were written.</returns>
    public static int Write(JournalOptions options, TextWriter to)
    {
        using var store = StoreSnapshot.Open(options);
        using var tips = new Cursor<Tip>(
            store.Rows(
                "select county, day, stream, version, mac from audit_tips order by county, day, stream, version",
                row => (RootWalk.Key(row.Text(0), row.Day(1)), new Tip(row.Text(2), row.Number(3), Convert.ToBase64String(row.Bytes(4)!)))
            )
        );
        using var loose = new Cursor<Loose>(
            store.Rows(
                "select county, day, stream, name, seal from audit_loose order by county, day, stream, name",
                row => (RootWalk.Key(row.Text(0), row.Day(1)), new Loose(row.Text(2), row.Text(3), Convert.ToBase64String(row.Bytes(4)!)))
            )
        );
        var lines = 0;
        foreach (
            var line in store.Rows(
                "select county, day, root, audit_sequence, audit_mac from audit_roots order by county, day",
                row => new Line(
                    row.Text(0),
                    row.Day(1),
                    Convert.ToHexStringLower(row.Bytes(2)!),
                    row.Number(3),
                    row.Bytes(4) is { } mac ? Convert.ToBase64String(mac) : null,
                    [],
                    []
                )
            )
        )
        {
            line.Streams.AddRange(tips.Of(RootWalk.Key(line.County, line.Day)));
            line.Rows!.AddRange(loose.Of(RootWalk.Key(line.County, line.Day)));
            to.WriteLine(JsonSerializer.Serialize(line, Json));
            lines++;
        }

        return lines;
    }

    /// <summary>Whatever an exported root names must still be there, and be the same.</summary>
    internal static void Compare(StoreSnapshot store, IEnumerable<string> lines, VerificationReport report)
    {
        foreach (var text in lines.Where(line => line.Length > 0))
        {
            var line = Parse(text);
            report.Saw("exported roots");
            var key = RootWalk.Key(line.County, line.Day);
            var root = store
                .Rows("select root from audit_roots where county = $1 and day = $2", row => row.Bytes(0), line.County, line.Day)
                .FirstOrDefault();
            if (root is null)
                report.Break("roots", key, "missing: it was exported");
            else if (Convert.ToHexStringLower(root) != line.Root)
                report.Break("roots", key, "not the one exported");
            foreach (var tip in line.Streams)
            {
                var link = store
                    .Rows("select mac from journal_events where stream = $1 and version = $2", row => row.Bytes(0), tip.Stream, tip.Version)
                    .FirstOrDefault();
                if (link is null)
                    report.Break("events", $"{tip.Stream} version {tip.Version}", $"missing: the exported root of {key} names it");
                else if (Convert.ToBase64String(link) != tip.Mac)
                    report.Break("events", $"{tip.Stream} version {tip.Version}", $"not the one the exported root of {key} names");
            }

            foreach (var row in line.Rows ?? [])
                Compare(store, row, key, report);
            if (line.AuditMac is null)
                continue;
            var entry = store
                .Rows(
                    "select mac from audit_entries where chain = $1 and sequence = $2",
                    row => row.Bytes(0),
                    line.County,
                    line.AuditSequence
                )
                .FirstOrDefault();
            if (entry is null)
                report.Break("audit", $"{line.County} entry {line.AuditSequence}", $"missing: the exported root of {key} names it");
            else if (Convert.ToBase64String(entry) != line.AuditMac)
                report.Break("audit", $"{line.County} entry {line.AuditSequence}", $"not the one the exported root of {key} names");
        }
    }

    private static void Compare(StoreSnapshot store, Loose row, string key, VerificationReport report)
    {
        var (kind, place, seal) = row switch
        {
            { Stream: LooseRow.Facts } => (
                "facts",
                row.Name,
                store.Rows("select seal from journal_facts where name = $1", found => found.Bytes(0), row.Name)
            ),
            _ when Guid.TryParseExact(row.Name, "N", out var id) => (
                "receipts",
                $"{row.Stream} operation {id}",
                store.Rows("select seal from journal_receipts where stream = $1 and op_id = $2", found => found.Bytes(0), row.Stream, id)
            ),
            _ => (
                "evidence",
                $"{row.Stream} file {row.Name}",
                store.Rows(
                    "select seal from journal_evidence where stream = $1 and hash = $2",
                    found => found.Bytes(0),
                    row.Stream,
                    row.Name
                )
            ),
        };
        var found = seal.FirstOrDefault();
        if (found is null)
            report.Break(kind, place, $"missing: the exported root of {key} names it");
        else if (Convert.ToBase64String(found) != row.Seal)
            report.Break(kind, place, $"not the one the exported root of {key} names");
    }

    private static Line Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(text, Json) ?? throw new FormatException("A line of the export is empty.");
        }
        catch (JsonException fault)
        {
            throw new FormatException("A line of the export is not readable: " + fault.Message, fault);
        }
    }
}
