using System.Buffers.Binary;

namespace Supervision.Gateway.Evidence;

/// <summary>
/// Takes out of a photograph what a camera writes beside the picture: place, time, device, remarks, preview. The picture itself is not
/// touched, and which way up it is stays known. A photograph without such parts, or one that can't be followed to its end, stays as it is.
/// </summary>
internal static class PhotoMetadata
{
    private const byte Start = 0xD8,
        End = 0xD9,
        Scan = 0xDA,
        Exif = 0xE1,
        Pictures = 0xE2,
        Iptc = 0xED,
        Comment = 0xFE;
    private const ushort OrientationTag = 0x0112;

    private static readonly string[] PngRemarks = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME"];

    /// <returns>The same array when there is nothing to take out.</returns>
    public static byte[] Remove(byte[] content, string mediaType)
    {
        try
        {
            return mediaType switch
            {
                "image/jpeg" => OfJpeg(content),
                "image/png" => OfPng(content),
                "image/webp" => OfWebp(content),
                "image/heic" => OfHeic(content),
                _ => content,
            };
        }
        catch (Exception astray) when (astray is ArgumentException or IndexOutOfRangeException or OverflowException) // A length inside the file leads outside of it.
        {
            return content;
        }
    }

    private static byte[] OfJpeg(byte[] content)
    {
        var kept = new MemoryStream(content.Length);
        kept.Write(content.AsSpan(0, 2));
        byte? orientation = null;
        for (var at = 2; ; )
        {
            while (content.AsSpan(at)[0] == 0xFF && content.AsSpan(at + 1)[0] == 0xFF)
                at++;
            if (content.AsSpan(at)[0] != 0xFF)
                return content;
            var marker = content.AsSpan(at + 1)[0];
            if (marker == End)
            {
                kept.Write(content.AsSpan(at, 2));
                break;
            }

            if (marker is Start or 0x01 or (>= 0xD0 and <= 0xD7))
                return content;
            var segment = content.AsSpan(at, 2 + BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(at + 2)));
            if (marker == Exif)
                orientation ??= Orientation(segment[4..]);
            if (!IsRemark(marker, segment[4..]))
                kept.Write(segment);
            at += segment.Length;
            if (marker != Scan)
                continue;
            var data = at;
            while (content.AsSpan(at)[0] != 0xFF || content.AsSpan(at + 1)[0] is 0x00 or 0xFF or (>= 0xD0 and <= 0xD7))
                at++;
            kept.Write(content.AsSpan(data, at - data));
        }

        if (kept.Length == content.Length)
            return content;
        var clean = kept.ToArray();
        return orientation is > 1 and <= 8 ? [.. clean.AsSpan(0, 2), .. OnlyOrientation(orientation.Value), .. clean.AsSpan(2)] : clean;
    }

    private static bool IsRemark(byte marker, ReadOnlySpan<byte> said) =>
        marker is Exif or Iptc or Comment || (marker == Pictures && said.StartsWith("MPF\0"u8));

    private static byte? Orientation(ReadOnlySpan<byte> said)
    {
        if (!said.StartsWith("Exif\0\0"u8) || said.Length < 14)
            return null;
        var tiff = said[6..];
        var little = tiff.StartsWith("II"u8);
        ushort Two(ReadOnlySpan<byte> bytes) =>
            little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
        var directory = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory + 2 > tiff.Length)
            return null;
        var entries = tiff[((int)directory + 2)..];
        for (var count = Two(tiff[(int)directory..]); count > 0 && entries.Length >= 12; count--, entries = entries[12..])
            if (Two(entries) == OrientationTag)
                return (byte)Two(entries[8..]);
        return null;
    }

    /// <summary>An Exif segment that says which way up the picture is, and nothing else.</summary>
    private static byte[] OnlyOrientation(byte orientation) =>
        [
            0xFF,
            Exif,
            0,
            34,
            .. "Exif\0\0"u8,
            .. "MM\0*"u8,
            0,
            0,
            0,
            8,
            0,
            1,
            OrientationTag >> 8,
            OrientationTag & 0xFF,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            orientation,
            0,
            0,
            0,
            0,
            0,
            0,
        ];

    private static byte[] OfPng(byte[] content)
    {
        const int signature = 8;
        const int around = 12; // length, name and checksum
        var kept = new MemoryStream(content.Length);
        kept.Write(content.AsSpan(0, signature));
        for (var at = signature; ; )
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(at));
            if (length > content.Length)
                return content;
            var chunk = content.AsSpan(at, around + (int)length);
            var name = Name(chunk[4..]);
            if (!PngRemarks.Contains(name))
                kept.Write(chunk);
            at += chunk.Length;
            if (name == "IEND")
                break;
        }

        return kept.Length == content.Length ? content : kept.ToArray();
    }

    private static byte[] OfWebp(byte[] content)
    {
        const int header = 12;
        const byte hasExif = 0x08,
            hasXmp = 0x04;
        var kept = new MemoryStream(content.Length);
        kept.Write(content.AsSpan(0, header));
        for (var at = header; at + 8 <= content.Length; )
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(at + 4));
            if (length > content.Length)
                return content;
            var padded = (int)(length + (length & 1));
            var chunk = content.AsSpan(at, Math.Min(8 + padded, content.Length - at));
            if (chunk.Length < 8 + length)
                return content;
            if (Name(chunk) is not ("EXIF" or "XMP "))
                kept.Write(chunk);
            at += chunk.Length;
        }

        if (kept.Length == content.Length)
            return content;
        var clean = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(clean.AsSpan(4), (uint)clean.Length - 8);
        if (Name(clean.AsSpan(header)) == "VP8X")
            clean.AsSpan(header + 8)[0] &= unchecked((byte)~(hasExif | hasXmp));
        return clean;
    }

    /// <summary>The remarks are overwritten where they stand: the file's parts name each other by their place, which stays.</summary>
    private static byte[] OfHeic(byte[] content)
    {
        if (Box(content, 0, content.Length, "meta") is not var (metaAt, metaLength))
            return content;
        var (inMeta, end) = (metaAt + 4, metaAt + metaLength);
        if (
            Box(content, inMeta, end, "iinf") is not var (infoAt, infoLength)
            || Box(content, inMeta, end, "iloc") is not var (placesAt, placesLength)
        )
            return content;
        var remarks = Remarks(content, infoAt, infoLength);
        if (remarks.Count == 0)
            return content;
        var clean = (byte[])content.Clone();
        var data = Box(content, inMeta, end, "idat");
        foreach (var (item, inData, offset, length) in Places(content, placesAt, placesLength))
            if (remarks.Contains(item) && (!inData || data is not null))
                clean.AsSpan(checked((int)((inData ? data!.Value.At : 0) + offset)), checked((int)length)).Clear();
        return clean.AsSpan().SequenceEqual(content) ? content : clean;
    }

    private static HashSet<uint> Remarks(byte[] content, int at, int length)
    {
        var remarks = new HashSet<uint>();
        var end = at + length;
        at += content.AsSpan(at)[0] == 0 ? 6 : 8; // version, flags and the count
        while (at + 8 <= end)
        {
            var entry = content.AsSpan(at, (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(at)), (uint)(end - at)));
            if (entry.Length < 20)
                break;
            var wide = entry[8] >= 3;
            var item = wide ? BinaryPrimitives.ReadUInt32BigEndian(entry[12..]) : BinaryPrimitives.ReadUInt16BigEndian(entry[12..]);
            if (Name(entry[(wide ? 18 : 16)..]) is "Exif" or "mime")
                remarks.Add(item);
            at += entry.Length;
        }

        return remarks;
    }

    private static IEnumerable<(uint Item, bool InData, long Offset, long Length)> Places(byte[] content, int at, int length)
    {
        var end = at + length;
        var version = content[at];
        var (offsetSize, lengthSize, baseSize, indexSize) = (
            content[at + 4] >> 4,
            content[at + 4] & 0xF,
            content[at + 5] >> 4,
            version == 0 ? 0 : content[at + 5] & 0xF
        );
        at += 6;
        long Take(int size)
        {
            long value = 0;
            foreach (var part in content.AsSpan(at, size))
                value = (value << 8) | part;
            at += size;
            return value;
        }

        var count = Take(version < 2 ? 2 : 4);
        for (; count > 0 && at < end; count--)
        {
            var item = (uint)Take(version < 2 ? 2 : 4);
            var method = version == 0 ? 0 : Take(2) & 0xF;
            Take(2);
            var start = Take(baseSize);
            for (var extents = Take(2); extents > 0 && at < end; extents--)
            {
                Take(indexSize);
                var (offset, size) = (Take(offsetSize), Take(lengthSize));
                if (method <= 1)
                    yield return (item, method == 1, start + offset, size);
            }
        }
    }

    /// <summary>Where a box's content stands between two places; null when there is none of that name.</summary>
    private static (int At, int Length)? Box(byte[] content, int from, int end, string name)
    {
        while (from + 8 <= end)
        {
            var said = BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(from));
            var header = said == 1 ? 16 : 8;
            var length =
                said == 1 ? BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(from + 8))
                : said == 0 ? end - from
                : said;
            if (length < header || length > end - from)
                return null;
            if (Name(content.AsSpan(from + 4)) == name)
                return (from + header, (int)length - header);
            from += (int)length;
        }

        return null;
    }

    private static string Name(ReadOnlySpan<byte> at) => System.Text.Encoding.ASCII.GetString(at[..4]);
}
