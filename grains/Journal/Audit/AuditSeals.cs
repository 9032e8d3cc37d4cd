using Supervision.Contracts;

namespace Supervision.Journal.Audit;

/// <summary>The links of the audit chains and the roots of days, under a key of their own.</summary>
public sealed class AuditSeals(byte[] key)
{
    private readonly KeyedMac _mac = new(key);

    /// <summary>What <c>ClusterSecret.Derive</c> is asked for.</summary>
    public const string Purpose = "audit";

    internal static readonly byte[] Genesis = new byte[32];

    internal byte[] Entry(byte[] previous, long sequence, NewAuditEntry entry)
    {
        var canon = new Canon("audit");
        canon.Bytes(previous);
        canon.Text(entry.Chain);
        canon.Number(sequence);
        canon.Instant(entry.At);
        canon.Text(entry.Who);
        canon.Text(entry.Role);
        canon.Text(entry.Area);
        canon.Text(entry.Session);
        canon.Text(entry.Address);
        canon.Text(entry.Agent);
        canon.Text(entry.Action);
        canon.Text(entry.Target);
        canon.Id(entry.OpId);
        canon.Text(entry.Fingerprint);
        canon.Text(entry.Result.ToString());
        canon.Number(entry.Status);
        canon.Text(entry.Code);
        if (entry.Kept is not null)
        {
            canon.Text(entry.Kept);
            canon.Text(entry.File);
        }

        return canon.Seal(_mac);
    }

    /// <param name="previous">Root of the day sealed before; null for the first.</param>
    /// <param name="auditLink">Of the newest audit entry; null when there is none.</param>
    /// <param name="tips">Streams that moved since then, by name.</param>
    /// <param name="loose">Rows no event names and no root named before, by stream and name.</param>
    internal byte[] Root(
        byte[]? previous,
        string county,
        DateOnly day,
        DateTimeOffset sealedAt,
        long streams,
        long events,
        long auditSequence,
        byte[]? auditLink,
        IReadOnlyList<StreamTip> tips,
        IReadOnlyList<LooseRow> loose
    )
    {
        var canon = new Canon("root", 64 * tips.Count + 96 * loose.Count + 512);
        canon.Bytes(previous ?? []);
        canon.Text(county);
        canon.Number(day.DayNumber);
        canon.Instant(sealedAt);
        canon.Number(streams);
        canon.Number(events);
        canon.Number(auditSequence);
        canon.Bytes(auditLink ?? []);
        foreach (var tip in tips)
        {
            canon.Text(tip.Stream);
            canon.Number(tip.Version);
            canon.Bytes(tip.Link);
        }

        if (loose.Count > 0)
            canon.Number(-loose.Count); // no stream has a name of such a length
        foreach (var row in loose)
        {
            canon.Text(row.Stream);
            canon.Text(row.Name);
            canon.Bytes(row.Seal);
        }

        return canon.Seal(_mac);
    }
}

/// <param name="Link">Of the event with that version.</param>
internal sealed record StreamTip(string Stream, long Version, byte[] Link);

/// <summary>A row that no event names, and whose absence nothing else would show: the receipt of what changed nothing, a file, a fact.</summary>
/// <param name="Stream"><c>facts</c> for a fact, which belongs to no stream.</param>
/// <param name="Name">Operation id in 32 hex digits, hash of the file, or name of the fact.</param>
internal sealed record LooseRow(string Stream, string Name, byte[] Seal)
{
    public const string Facts = "facts";
}
