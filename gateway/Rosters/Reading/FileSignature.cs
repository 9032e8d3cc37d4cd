namespace Supervision.Gateway.Rosters.Reading;

internal enum FileType
{
    Unknown = 0,
    Text = 1,
    Gzip = 2,

    /// <summary>xlsx, and everything else that is a zip archive.</summary>
    Zip = 3,

    /// <summary>xls, a workbook with a password, and everything else Office wrote before 2007.</summary>
    Compound = 4,
}

/// <summary>Tells files apart by their first bytes.</summary>
internal static class FileSignature
{
    private const int Looked = 4096;

    public static FileType Of(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("PK\x03\x04"u8) || content.StartsWith("PK\x05\x06"u8))
            return FileType.Zip;
        if (content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return FileType.Compound;
        if (content.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return FileType.Gzip;
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return FileType.Text;
        if (content.StartsWith("%PDF"u8))
            return FileType.Unknown;
        return content[..Math.Min(Looked, content.Length)].Contains((byte)0) && Utf16(content) is null ? FileType.Unknown : FileType.Text;
    }

    /// <summary>Whether text without a byte order mark is in UTF-16: its separators and digits have a zero on one side, and always the same.</summary>
    /// <returns>True for big endian, false for little endian, null when it is neither.</returns>
    public static bool? Utf16(ReadOnlySpan<byte> content)
    {
        if (content.Length < 2 || content.Length % 2 != 0)
            return null;
        var (even, odd) = (0, 0);
        var looked = content[..Math.Min(Looked, content.Length)];
        for (var i = 0; i < looked.Length; i++)
            if (looked[i] != 0)
                continue;
            else if (i % 2 == 0)
                even++;
            else
                odd++;
        return (even, odd) switch
        {
            (> 0, 0) => true,
            (0, > 0) => false,
            _ => null,
        };
    }
}
