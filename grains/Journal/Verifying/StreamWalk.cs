using System.Security.Cryptography;

namespace Supervision.Journal.Verifying;

/// <summary>
/// Walks all streams side by side with everything that hangs on them. Of a stream it keeps operation ids and names of rows, of the store
/// no more than its document counters.
/// </summary>
internal sealed partial class StreamWalk(StoreSnapshot store, Seals seals, VerificationReport report)
{
    private readonly Dictionary<(string County, long Year, string Kind), (long Count, long Highest)> _numbers = [];

    public void Run()
    {
        using var heads = new Cursor<HeadSealed>(
            store.Rows(
                "select stream, version, county, inspector, next_due_at, summary, mac, seal from journal_heads order by stream",
                row =>
                    (
                        row.Text(0),
                        new HeadSealed(
                            new(row.Text(0), row.Number(1), row.Text(2), row.TextOrNull(3), row.InstantOrNull(4), row.Bytes(5)),
                            row.Bytes(6),
                            row.Bytes(7)
                        )
                    )
            )
        );
        using var events = new Cursor<EventSealed>(
            store.Rows(
                "select stream, version, kind, effective_at, recorded_at, actor, op_id, payload, effects, mac, visitor from journal_events order by stream, version",
                row =>
                    (
                        row.Text(0),
                        new EventSealed(
                            new(
                                row.Text(0),
                                row.Number(1),
                                row.Text(2),
                                row.Instant(3),
                                row.Instant(4),
                                row.Text(5),
                                row.IdOrNull(6),
                                row.Bytes(7)
                            ),
                            row.TextOrNull(8),
                            row.Bytes(9),
                            row.TextOrNull(10)
                        )
                    )
            )
        );
        using var receipts = new Cursor<(Receipt Receipt, byte[]? Seal, bool IsLoose)>(
            store.Rows(
                "select stream, op_id, fingerprint, answered_at, body, seal, loose from journal_receipts order by stream, op_id",
                row =>
                    (
                        row.Text(0),
                        (new Receipt(row.IdOrNull(1)!.Value, row.Bytes(2), row.Instant(3), row.Bytes(4)), row.Bytes(5), row.Number(6) == 1)
                    )
            )
        );
        using var alerts = new Cursor<AlertSealed>(
            store.Rows(
                "select stream, id, county, kind, recipients, effective_at, detected_at, payload, resolved_at, seal, resolved_seal, acknowledged_at, acknowledged_by, acknowledged_seal, resolved_reason from journal_alerts order by stream, id",
                row =>
                    (
                        row.Text(0),
                        new AlertSealed(
                            row.Text(2),
                            new(row.Text(1), row.Text(3), row.Texts(4), row.Instant(5), row.Instant(6), row.Bytes(7)),
                            row.InstantOrNull(8),
                            row.Bytes(9),
                            row.Bytes(10),
                            row.InstantOrNull(11),
                            row.TextOrNull(12),
                            row.Bytes(13),
                            row.TextOrNull(14)
                        )
                    )
            )
        );
        using var documents = new Cursor<(StoredDocument Document, byte[]? Seal)>(
            store.Rows(
                "select stream, id, county, year, kind, number, version, issued_at, seal from journal_documents order by stream, id",
                row =>
                    (
                        row.Text(0),
                        (
                            new StoredDocument(
                                row.Text(0),
                                row.Text(1),
                                row.Text(2),
                                (int)row.Number(3),
                                row.Text(4),
                                (int)row.Number(5),
                                row.Number(6),
                                row.Instant(7)
                            ),
                            row.Bytes(8)
                        )
                    )
            )
        );
        using var issues = new Cursor<IssueSealed>(
            store.Rows(
                "select stream, number, county, inspector, state, severity, category, opened_at, due_on, closed_at, payload, seal from journal_issues order by stream, number",
                row =>
                    (
                        row.Text(0),
                        new IssueSealed(
                            row.Text(2),
                            row.TextOrNull(3),
                            new(
                                (int)row.Number(1),
                                row.Text(4),
                                row.Text(5),
                                row.Text(6),
                                row.Instant(7),
                                row.DayOrNull(8),
                                row.InstantOrNull(9),
                                row.Bytes(10)
                            ),
                            row.Bytes(11)
                        )
                    )
            )
        );
        using var evidence = new Cursor<(StoredEvidence File, byte[]? Seal, byte[] Hash)>(
            store.Rows(
                "select stream, hash, county, media_type, size, file_name, uploaded_by, uploaded_at, seal, content from journal_evidence order by stream, hash",
                row =>
                    (
                        row.Text(0),
                        (
                            new StoredEvidence(
                                row.Text(0),
                                row.Text(1),
                                row.Text(2),
                                row.Text(3),
                                row.Number(4),
                                row.TextOrNull(5),
                                row.Text(6),
                                row.Instant(7)
                            ),
                            row.Bytes(8),
                            SHA256.HashData(row.Bytes(9)!)
                        )
                    )
            )
        );

        using var loose = new Cursor<LooseRow>(
            store.Rows(
                $"select stream, name, seal, county, day from audit_loose where stream <> '{LooseRow.Facts}' order by stream, name",
                row => (row.Text(0), new LooseRow(row.Text(0), row.Text(1), row.Bytes(2)!))
            )
        );

        while (
            First(
                heads.Stream,
                events.Stream,
                receipts.Stream,
                alerts.Stream,
                documents.Stream,
                issues.Stream,
                evidence.Stream,
                loose.Stream
            )
                is { } stream
        )
        {
            var head = heads.Of(stream).SingleOrDefault();
            var said = Chain(stream, head, events.Of(stream));
            var listed = loose.Of(stream).ToDictionary(row => row.Name, row => row.Seal, StringComparer.Ordinal);
            Receipts(stream, receipts.Of(stream), said, listed);
            Alerts(stream, alerts.Of(stream), said);
            Documents(stream, documents.Of(stream), said);
            Issues(stream, issues.Of(stream), said, head?.Head);
            Evidence(stream, evidence.Of(stream), said, listed);
            foreach (var name in listed.Keys.Order(StringComparer.Ordinal))
            {
                if (Guid.TryParseExact(name, "N", out var id))
                    report.Break("receipts", $"{stream} operation {id}", "missing: a root lists it");
                else
                    report.Break("evidence", $"{stream} file {name}", "missing: a root lists it");
            }
        }

        Numbers();
    }

    private EffectsRead Chain(string stream, HeadSealed? head, IEnumerable<EventSealed> events)
    {
        var said = new EffectsRead();
        var (version, link) = (0L, Seals.Genesis);
        foreach (var (next, effects, mac, visitor) in events)
        {
            report.Saw("events");
            if (next.Version != version + 1)
                report.Break("events", $"{stream} version {version + 1}", "missing");
            else if (
                !Same(
                    mac,
                    seals.Event(
                        link,
                        stream,
                        next.Version,
                        next.Kind,
                        next.EffectiveAt,
                        next.RecordedAt,
                        next.Actor,
                        next.OpId,
                        effects,
                        next.Payload.Span
                    )
                )
            )
                report.Break("events", $"{stream} version {next.Version}", "changed, or does not follow the one before");
            else if (!Visitors.Agree(next.Kind, next.Payload.Span, visitor))
                report.Break("events", $"{stream} version {next.Version}", "found under another visitor than it names");
            (version, link) = (next.Version, mac ?? []);
            if (next.OpId is { } id)
                said.Operations.Add(id);
            said.Take(effects);
            if (next.Kind != RootWalk.EventKind)
                said.TakeHashes(next.Payload.Span); // a root is 64 hex digits too
        }

        if (head is null)
        {
            if (version > 0)
                report.Break("heads", stream, "missing");
            return said;
        }

        report.Saw("heads");
        if (head.Head.Version > version)
            report.Break("events", $"{stream} version {version + 1}", $"missing: the head is at version {head.Head.Version}");
        else if (head.Head.Version < version)
            report.Break("heads", stream, $"at version {head.Head.Version}, but its events reach {version}");
        else if (!Same(head.Mac, link))
            report.Break("heads", stream, "does not name its newest event");
        if (!Same(head.Seal, seals.Head(head.Head, head.Mac ?? [])))
            report.Break("heads", stream, "changed");
        return said;
    }

    private void Receipts(
        string stream,
        IEnumerable<(Receipt, byte[]?, bool)> receipts,
        EffectsRead said,
        Dictionary<string, byte[]> listed
    )
    {
        foreach (var (receipt, seal, isLoose) in receipts)
        {
            report.Saw("receipts");
            var place = $"{stream} operation {receipt.OpId}";
            var isNamed = said.Operations.Remove(receipt.OpId);
            var isListed = listed.Remove(receipt.OpId.ToString("N"), out var then);
            if (!Same(seal, seals.Receipt(stream, receipt)))
                report.Break("receipts", place, "changed");
            else if (isListed && !Same(seal, then!))
                report.Break("receipts", place, "not the one a root lists");
            else if (!isNamed && !isLoose)
                report.Break("receipts", place, "no event names it");
        }

        foreach (var missing in said.Operations.Order())
            report.Break("receipts", $"{stream} operation {missing}", "missing: events name it");
    }

    private void Alerts(string stream, IEnumerable<AlertSealed> alerts, EffectsRead said)
    {
        foreach (var each in alerts)
        {
            report.Saw("alerts");
            var (place, id) = ($"{stream} alert {each.Alert.Id}", each.Alert.Id);
            if (!Same(each.Seal, seals.Alert(stream, each.County, each.Alert)))
                report.Break("alerts", place, "changed");
            else if (!said.Raised.Remove(id))
                report.Break("alerts", place, "no event raised it");
            else if (said.Resolved.Contains(id) && each.ResolvedAt is null)
                report.Break("alerts", place, "resolved by an event, but stands");
            else if (each.ResolvedAt is { } at && !IsResolved(each, at, said.Resolved.Contains(id), out var why))
                report.Break("alerts", place, why);
            else if (
                each is not { SeenAt: null, SeenBy: null, SeenSeal: null }
                && !Same(each.SeenSeal, seals.Acknowledged(id, each.SeenBy ?? "", each.SeenAt ?? default))
            )
                report.Break("alerts", place, "changed: who saw it, and when");
            said.Raised.Remove(id);
        }

        foreach (var missing in said.Raised.Order(StringComparer.Ordinal))
            report.Break("alerts", $"{stream} alert {missing}", "missing: an event raised it");
    }

    /// <summary>By an event that names it, or apart from events under a seal of its own.</summary>
    private bool IsResolved(AlertSealed each, DateTimeOffset at, bool named, out string why)
    {
        why = named ? "changed: when it was resolved" : "resolved by no event";
        if (each.ResolvedReason is { } reason && Same(each.ResolvedSeal, seals.Ended(each.Alert.Id, at, reason)))
            return true;
        return named && Same(each.ResolvedSeal, seals.Resolved(each.Alert.Id, at, each.ResolvedReason));
    }

    private void Issues(string stream, IEnumerable<IssueSealed> issues, EffectsRead said, Head? head)
    {
        foreach (var (county, inspector, issue, seal) in issues)
        {
            report.Saw("issues");
            var place = $"{stream} issue {issue.Number}";
            if (!Same(seal, seals.Issue(stream, issue)))
                report.Break("issues", place, "changed");
            else if (!said.Issues.TryGetValue(issue.Number, out var newest))
                report.Break("issues", place, "no event wrote it");
            else if (newest != Convert.ToBase64String(seal!))
                report.Break("issues", place, "an older state of it");
            else if (head is not null && (county, inspector) != (head.County, head.Inspector))
                report.Break("issues", place, "not of its stream's county or inspector");
            said.Issues.Remove(issue.Number);
        }

        foreach (var missing in said.Issues.Keys.Order())
            report.Break("issues", $"{stream} issue {missing}", "missing: an event wrote it");
    }

    private void Evidence(
        string stream,
        IEnumerable<(StoredEvidence, byte[]?, byte[])> files,
        EffectsRead said,
        Dictionary<string, byte[]> listed
    )
    {
        foreach (var (file, seal, hash) in files)
        {
            report.Saw("evidence");
            var place = $"{stream} file {file.Hash}";
            if (Convert.ToHexStringLower(hash) != file.Hash)
                report.Break("evidence", place, "its content is not that of its hash");
            else if (!Same(seal, seals.Evidence(file)))
                report.Break("evidence", place, "changed: what is said of it");
            else if (listed.TryGetValue(file.Hash, out var then) && !Same(seal, then))
                report.Break("evidence", place, "not the one a root lists");
            listed.Remove(file.Hash);
            said.Evidence.Remove(file.Hash);
        }

        foreach (var missing in said.Evidence.Order(StringComparer.Ordinal))
            report.Break("evidence", $"{stream} file {missing}", "missing: an event names it");
    }

    private static string? First(params ReadOnlySpan<string?> streams)
    {
        string? first = null;
        foreach (var stream in streams)
            if (stream is not null && (first is null || string.CompareOrdinal(stream, first) < 0))
                first = stream;
        return first;
    }

    private static bool Same(byte[]? found, byte[] expected) => found is not null && found.AsSpan().SequenceEqual(expected);
}
