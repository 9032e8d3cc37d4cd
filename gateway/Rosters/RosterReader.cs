using System.Buffers.Binary;
using System.IO.Compression;

namespace Supervision.Gateway.Rosters;

/// <summary>Reads tables out of csv, csv.gz, xlsx and xls files. What a file is, is told by its content; its name is only repeated.</summary>
public static class RosterReader
{
    /// <param name="content">Read to its end, at most <see cref="RosterLimits.MostBytes"/>; not closed.</param>
    /// <param name="fileName">As sent; folders are cut off.</param>
    public static async Task<RosterReading> ReadAsync(Stream content, string fileName, CancellationToken cancellation = default)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            copy.Write(buffer, 0, count);
            if (copy.Length > RosterLimits.MostBytes)
                return new([], RosterRefusedException.TooLarge(RosterLimits.MostBytes).For(NameOf(fileName)));
        }

        return Read(copy.ToArray(), fileName, cancellation);
    }

    /// <param name="fileName">As sent; folders are cut off.</param>
    public static RosterReading Read(byte[] content, string fileName, CancellationToken cancellation = default)
    {
        var file = NameOf(fileName);
        try
        {
            if (content.Length > RosterLimits.MostBytes)
                throw RosterRefusedException.TooLarge(RosterLimits.MostBytes);
            return new(
                FileSignature.Of(content) switch
                {
                    FileType.Gzip => TextTables.Read(Unpack(content), file, cancellation),
                    FileType.Zip => WorkbookTables.ReadZipped(content, file, cancellation),
                    FileType.Compound => WorkbookTables.Read(content, file, cancellation),
                    FileType.Text => TextTables.Read(content, file, cancellation),
                    _ => throw RosterRefusedException.Type(new("不支持这种文件", "this kind of file is not read")),
                },
                null
            );
        }
        catch (RosterRefusedException refusal)
        {
            return new([], refusal.For(file));
        }
    }

    private static byte[] Unpack(byte[] content)
    {
        try
        {
            using var packed = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var buffer = new byte[64 * 1024];
            int count;
            while ((count = packed.Read(buffer)) > 0)
            {
                plain.Write(buffer, 0, count);
                if (plain.Length > RosterLimits.MostBytes)
                    throw RosterRefusedException.TooLarge(RosterLimits.MostBytes);
            }

            var unpacked = plain.ToArray();
            if (!EndsWhole(content, unpacked.Length))
                throw RosterRefusedException.Damaged();
            return FileSignature.Of(unpacked) == FileType.Text
                ? unpacked
                : throw RosterRefusedException.Type(new("压缩包里不是 csv 文件", "what was compressed is no csv file"));
        }
        catch (InvalidDataException)
        {
            throw RosterRefusedException.Damaged();
        }
    }

    /// <summary>A gzip file ends with the length of what it holds; one that was cut short unpacks in part without an error.</summary>
    private static bool EndsWhole(byte[] content, int length) =>
        content.Length >= 18 && BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(content.Length - 4)) == length;

    private static string NameOf(string fileName) => fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
}
