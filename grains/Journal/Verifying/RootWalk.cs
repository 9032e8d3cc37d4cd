using System.Text.Json;

namespace Supervision.Journal.Verifying;

/// <summary>Walks the roots of all counties: each follows from its tips and the one before, and the county's own stream says the same.</summary>
internal sealed class RootWalk(StoreSnapshot store, AuditSeals seals, VerificationReport report)
{
    /// <summary>The event of a county's stream that holds a root.</summary>
    public const string EventKind = "audit-root-sealed";

    public void Run()
    {
        using var tips = new Cursor<(StreamTip Tip, byte[]? Found)>(
            store.Rows(
                """
                select t.county, t.day, t.stream, t.version, t.mac, e.mac from audit_tips t
                left join journal_events e on e.stream = t.stream and e.version = t.version
                order by t.county, t.day, t.stream, t.version
                """,
                row => (Key(row.Text(0), row.Day(1)), (new StreamTip(row.Text(2), row.Number(3), row.Bytes(4)!), row.Bytes(5)))
            )
        );
        using var loose = new Cursor<LooseRow>(
            store.Rows(
                "select county, day, stream, name, seal from audit_loose order by county, day, stream, name",
                row => (Key(row.Text(0), row.Day(1)), new LooseRow(row.Text(2), row.Text(3), row.Bytes(4)!))
            )
        );
        using var said = new Cursor<string>(
            store.Rows(
                $"select stream, payload from journal_events where kind = '{EventKind}' order by stream, version",
                row => Said(row.Text(0), row.Bytes(1)!)
            )
        );
        var (county, previous) = ("", default(byte[]));
        foreach (
            var root in store.Rows(
                """
                select r.county, r.day, r.sealed_at, r.streams, r.events, r.audit_sequence, r.audit_mac, r.root, a.mac from audit_roots r
                left join audit_entries a on a.chain = r.county and a.sequence = r.audit_sequence
                order by r.county, r.day
                """,
                row => new RootRow(
                    row.Text(0),
                    row.Day(1),
                    row.Instant(2),
                    row.Number(3),
                    row.Number(4),
                    row.Number(5),
                    row.Bytes(6),
                    row.Bytes(7)!,
                    row.Bytes(8)
                )
            )
        )
        {
            report.Saw("roots");
            if (root.County != county)
                (county, previous) = (root.County, null);
            var key = Key(root.County, root.Day);
            Skip(tips, key, tip => tip.Tip.Stream);
            Skip(loose, key, row => $"{row.Stream} {row.Name}");
            var moved = tips.Of(key).ToList();
            if (
                !seals
                    .Root(
                        previous,
                        root.County,
                        root.Day,
                        root.SealedAt,
                        root.Streams,
                        root.Events,
                        root.AuditSequence,
                        root.AuditLink,
                        [.. moved.Select(tip => tip.Tip)],
                        [.. loose.Of(key)]
                    )
                    .AsSpan()
                    .SequenceEqual(root.Root)
            )
                report.Break("roots", key, "changed, or does not follow from its streams and the day before");
            previous = root.Root;
            foreach (var (tip, found) in moved)
            {
                report.Saw("root tips");
                if (found is null)
                    report.Break("events", $"{tip.Stream} version {tip.Version}", $"missing: the root of {key} names it");
                else if (!found.AsSpan().SequenceEqual(tip.Link))
                    report.Break("events", $"{tip.Stream} version {tip.Version}", $"not the one the root of {key} names");
            }

            if (root.AuditLink is { } link && !(root.AuditFound?.AsSpan().SequenceEqual(link) ?? false))
                report.Break("audit", $"{root.County} entry {root.AuditSequence}", $"not the one the root of {key} names");
            Say(said, key, Convert.ToHexStringLower(root.Root));
        }

        Skip(tips, null, tip => tip.Tip.Stream);
        Skip(loose, null, row => $"{row.Stream} {row.Name}");
        while (said.Stream is { } left)
            report.Break("roots", left, $"missing: the county's stream says {said.Of(left).Last()}");
    }

    /// <summary>The county writes its event after the root; one that is not written yet is no breach, a later one says so.</summary>
    private void Say(Cursor<string> said, string key, string root)
    {
        while (said.Stream is { } earlier && string.CompareOrdinal(earlier, key) < 0)
            report.Break("roots", earlier, $"missing: the county's stream says {said.Of(earlier).Last()}");
        if (said.Stream == key && said.Of(key).ToList() is var events && events.Exists(each => each != root))
            report.Break("roots", key, "not the one in the county's stream");
    }

    private void Skip<T>(Cursor<T> rows, string? until, Func<T, string> place)
    {
        while (rows.Stream is { } stray && (until is null || string.CompareOrdinal(stray, until) < 0))
            report.Break("root tips", $"{stray} {place(rows.Of(stray).ToList()[0])}", "of no root");
    }

    private static (string, string) Said(string stream, byte[] payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return (
                Key(
                    stream[(stream.IndexOf('/', StringComparison.Ordinal) + 1)..],
                    DateOnly.Parse(json.RootElement.GetProperty("day").GetString()!, System.Globalization.CultureInfo.InvariantCulture)
                ),
                json.RootElement.GetProperty("root").GetString()!
            );
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            return (stream, "nothing readable");
        }
    }

    internal static string Key(string county, DateOnly day) => $"{county} {day:yyyy-MM-dd}";

    private sealed record RootRow(
        string County,
        DateOnly Day,
        DateTimeOffset SealedAt,
        long Streams,
        long Events,
        long AuditSequence,
        byte[]? AuditLink,
        byte[] Root,
        byte[]? AuditFound
    );
}
