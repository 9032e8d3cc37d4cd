using System.Buffers.Binary;
using System.Security.Cryptography;
using Supervision.Contracts;

namespace Supervision.Journal.Sealing;

/// <summary>
/// The seals of the journal's rows, keyed by the installation's secret, which the database does not hold: who may write the tables but
/// has no key can't make a row that verifies. Each is 32 bytes of HMAC-SHA-256.
/// </summary>
/// <remarks>
/// Events of a stream are a chain. Its newest link stands in the head, and the last event of a commit names everything else the
/// commit wrote (<see cref="Effects"/>), so that no other row can be taken away unnoticed either.
/// </remarks>
public sealed class Seals(byte[] key)
{
    private readonly KeyedMac _mac = new(key);

    /// <summary>What <c>ClusterSecret.Derive</c> is asked for.</summary>
    public const string Purpose = "journal";

    /// <summary>What precedes the first event of a stream.</summary>
    internal static readonly byte[] Genesis = new byte[32];

    /// <summary>Tells whether a store was sealed under this key; says nothing about the key.</summary>
    public string CheckValue => Convert.ToHexStringLower(new Canon("check").Seal(_mac));

    /// <param name="previous">The link before; <see cref="Genesis"/> for the first.</param>
    internal byte[] Event(
        ReadOnlySpan<byte> previous,
        string stream,
        long version,
        string kind,
        DateTimeOffset effectiveAt,
        DateTimeOffset recordedAt,
        string actor,
        Guid? opId,
        string? effects,
        ReadOnlySpan<byte> payload
    )
    {
        var canon = new Canon("event", payload.Length + 512);
        canon.Bytes(previous);
        canon.Text(stream);
        canon.Number(version);
        canon.Text(kind);
        canon.Instant(effectiveAt);
        canon.Instant(recordedAt);
        canon.Text(actor);
        canon.Id(opId);
        canon.Text(effects);
        canon.Bytes(payload);
        return canon.Seal(_mac);
    }

    /// <param name="link">Of the newest event.</param>
    internal byte[] Head(Head head, ReadOnlySpan<byte> link)
    {
        var canon = new Canon("head", head.Summary.Length + 512);
        canon.Text(head.Stream);
        canon.Number(head.Version);
        canon.Text(head.County);
        canon.Text(head.Inspector);
        canon.Instant(head.NextDueAt);
        canon.Bytes(head.Summary.Span);
        canon.Bytes(link);
        return canon.Seal(_mac);
    }

    internal byte[] Receipt(string stream, Receipt receipt)
    {
        var canon = new Canon("receipt", receipt.Body.Length + 512);
        canon.Text(stream);
        canon.Id(receipt.OpId);
        canon.Bytes(receipt.Fingerprint.Span);
        canon.Instant(receipt.At);
        canon.Bytes(receipt.Body.Span);
        return canon.Seal(_mac);
    }

    /// <summary>Of what was raised; that it was resolved has a seal of its own.</summary>
    internal byte[] Alert(string stream, string county, NewAlert alert)
    {
        var canon = new Canon("alert", alert.Payload.Length + 512);
        canon.Text(alert.Id);
        canon.Text(stream);
        canon.Text(county);
        canon.Text(alert.Kind);
        canon.Number(alert.Recipients.Count);
        foreach (var recipient in alert.Recipients)
            canon.Text(recipient);
        canon.Instant(alert.EffectiveAt);
        canon.Instant(alert.DetectedAt);
        canon.Bytes(alert.Payload.Span);
        return canon.Seal(_mac);
    }

    /// <param name="reason">Null for what was resolved before reasons were kept.</param>
    internal byte[] Resolved(string alert, DateTimeOffset at, string? reason)
    {
        var canon = new Canon("resolved");
        canon.Text(alert);
        canon.Instant(at);
        if (reason is not null)
            canon.Text(reason);
        return canon.Seal(_mac);
    }

    /// <summary>Of an alert that was resolved by no event: somebody has seen it, or it was found to stand no longer.</summary>
    internal byte[] Ended(string alert, DateTimeOffset at, string reason)
    {
        var canon = new Canon("ended");
        canon.Text(alert);
        canon.Instant(at);
        canon.Text(reason);
        return canon.Seal(_mac);
    }

    internal byte[] Acknowledged(string alert, string by, DateTimeOffset at)
    {
        var canon = new Canon("acknowledged");
        canon.Text(alert);
        canon.Text(by);
        canon.Instant(at);
        return canon.Seal(_mac);
    }

    /// <summary>Without county and inspector, which follow the head.</summary>
    internal byte[] Issue(string stream, IssueRow issue)
    {
        var canon = new Canon("issue", issue.Payload.Length + 512);
        canon.Text(stream);
        canon.Number(issue.Number);
        canon.Text(issue.State);
        canon.Text(issue.Severity);
        canon.Text(issue.Category);
        canon.Instant(issue.OpenedAt);
        canon.Number(issue.DueOn?.DayNumber ?? -1);
        canon.Instant(issue.ClosedAt);
        canon.Bytes(issue.Payload.Span);
        return canon.Seal(_mac);
    }

    /// <summary>
    /// Of a document before it has its number. The store, which gives the number, puts the two together (<see cref="Numbered"/>); the
    /// row never holds this half.
    /// </summary>
    internal byte[] Document(string stream, NewDocument document, string county, long version, DateTimeOffset issuedAt)
    {
        var canon = new Canon("document");
        canon.Text(stream);
        canon.Text(document.Id);
        canon.Text(county);
        canon.Number(document.Year);
        canon.Text(document.Kind);
        canon.Number(version);
        canon.Instant(issuedAt);
        return canon.Seal(_mac);
    }

    /// <summary>Of a counter before it counts.</summary>
    internal byte[] Epoch(string scope)
    {
        var canon = new Canon("epoch");
        canon.Text(scope);
        return canon.Seal(_mac);
    }

    /// <summary>On PostgreSQL: <c>sha256(half || int8send(number))</c>.</summary>
    internal static byte[] Numbered(byte[] half, long number)
    {
        Span<byte> both = stackalloc byte[40];
        half.CopyTo(both);
        BinaryPrimitives.WriteInt64BigEndian(both[32..], number);
        return SHA256.HashData(both);
    }

    internal byte[] Fact(string name, string value)
    {
        var canon = new Canon("fact");
        canon.Text(name);
        canon.Text(value);
        return canon.Seal(_mac);
    }

    internal byte[] Evidence(StoredEvidence meta)
    {
        var canon = new Canon("evidence");
        canon.Text(meta.Stream);
        canon.Text(meta.Hash);
        canon.Text(meta.County);
        canon.Text(meta.MediaType);
        canon.Number(meta.Size);
        canon.Text(meta.FileName);
        canon.Text(meta.UploadedBy);
        canon.Instant(meta.UploadedAt);
        return canon.Seal(_mac);
    }
}
