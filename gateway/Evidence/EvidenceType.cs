using System.IO.Compression;

namespace Supervision.Gateway.Evidence;

/// <summary>A kind of file that may be evidence.</summary>
/// <param name="Extension">With its dot.</param>
/// <param name="Limit">Bytes.</param>
internal sealed record EvidenceType(string MediaType, string Extension, int Limit)
{
    private const int Photo = 10 * 1024 * 1024;
    private const int Paper = 20 * 1024 * 1024;

    private static readonly EvidenceType Jpeg = new("image/jpeg", ".jpg", Photo);
    private static readonly EvidenceType Png = new("image/png", ".png", Photo);
    private static readonly EvidenceType Webp = new("image/webp", ".webp", Photo);
    private static readonly EvidenceType Heic = new("image/heic", ".heic", Photo);
    private static readonly EvidenceType Pdf = new("application/pdf", ".pdf", Paper);
    private static readonly EvidenceType Document = new(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".docx",
        Paper
    );
    private static readonly EvidenceType Workbook = new(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".xlsx",
        Paper
    );

    public static IReadOnlyList<EvidenceType> All { get; } = [Jpeg, Png, Webp, Heic, Pdf, Document, Workbook];

    /// <summary>Null when nothing of that name is taken.</summary>
    public static EvidenceType? Named(string? mediaType) =>
        mediaType?.ToLowerInvariant() switch
        {
            "image/jpg" => Jpeg,
            "image/heif" => Heic,
            var name => All.FirstOrDefault(type => type.MediaType == name),
        };

    /// <summary>What the content is, whatever it is called; null when it is nothing that is taken.</summary>
    public static EvidenceType? Of(byte[] content)
    {
        ReadOnlySpan<byte> bytes = content;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return Jpeg;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return Png;
        if (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8))
            return Webp;
        if (IsHeic(bytes))
            return Heic;
        if (bytes.StartsWith("%PDF-"u8))
            return Pdf;
        return bytes.StartsWith("PK\x03\x04"u8) ? OfArchive(content) : null;
    }

    /// <summary>The first box names its brands: a still picture, not the film or sound that is packed the same way.</summary>
    private static bool IsHeic(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || !bytes[4..].StartsWith("ftyp"u8))
            return false;
        var brand = bytes[8..12];
        if (
            brand.SequenceEqual("heic"u8)
            || brand.SequenceEqual("heix"u8)
            || brand.SequenceEqual("heim"u8)
            || brand.SequenceEqual("heis"u8)
        )
            return true;
        if (!brand.SequenceEqual("mif1"u8))
            return false;
        var length = (int)Math.Min(256, Math.Min((uint)bytes.Length, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes)));
        for (var i = 16; i + 4 <= length; i += 4)
            if (bytes.Slice(i, 4).SequenceEqual("heic"u8) || bytes.Slice(i, 4).SequenceEqual("heix"u8))
                return true;
        return false;
    }

    /// <summary>Only its table of contents is read, nothing is unpacked. Documents with macros are not taken.</summary>
    private static EvidenceType? OfArchive(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            var names = archive.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (
                !names.Contains("[Content_Types].xml")
                || names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            )
                return null;
            return names.Contains("word/document.xml") ? Document
                : names.Contains("xl/workbook.xml") ? Workbook
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
