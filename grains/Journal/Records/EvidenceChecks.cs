using System.Security.Cryptography;

namespace Supervision.Journal.Records;

/// <summary>What both stores demand of a file before they keep it.</summary>
internal static class EvidenceChecks
{
    public static void Demand(StoredEvidence meta, ReadOnlyMemory<byte> content)
    {
        ArgumentNullException.ThrowIfNull(meta);
        if (content.Length > IEvidenceStore.MaxSize)
            throw new JournalRejectedException($"{meta.Stream}: a file of {content.Length} bytes is larger than {IEvidenceStore.MaxSize}.");
        if (meta.Size != content.Length)
            throw new ArgumentException($"{meta.Stream}: the content has {content.Length} bytes, not {meta.Size}.", nameof(meta));
        if (meta.Hash != Convert.ToHexStringLower(SHA256.HashData(content.Span)))
            throw new ArgumentException($"{meta.Stream}: {meta.Hash} is not the SHA-256 of the content.", nameof(meta));
    }
}
