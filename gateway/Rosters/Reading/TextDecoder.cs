using System.Text;

namespace Supervision.Gateway.Rosters.Reading;

/// <summary>Finds out how a text file is encoded. Nothing is replaced: a byte that does not fit rules the encoding out.</summary>
internal static class TextDecoder
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = Legacy("GB18030");

    /// <summary>By byte order mark; else UTF-16 by its zeros; else UTF-8 if every byte fits, else GB18030 (what Chinese Excel saves as csv) if every byte fits.</summary>
    public static string Decode(byte[] content)
    {
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Try(Utf8, content.AsSpan(3)) ?? throw Unreadable();
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Try(new UnicodeEncoding(false, false, true), content.AsSpan(2)) ?? throw Unreadable();
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Try(new UnicodeEncoding(true, false, true), content.AsSpan(2)) ?? throw Unreadable();
        if (content.AsSpan().Contains((byte)0) && FileSignature.Utf16(content) is { } bigEndian)
            return Try(new UnicodeEncoding(bigEndian, false, true), content) ?? throw Unreadable();
        return Try(Utf8, content) ?? (Try(Gb18030, content) is { } text ? Gb18030Later.Of(text) : null) ?? throw Unreadable();
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> content)
    {
        try
        {
            return encoding.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding Legacy(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    private static RosterRefusedException Unreadable() =>
        new(
            RosterCode.EncodingUnreadable,
            new("无法识别文件的文字编码", "the file's text encoding is not one that is read"),
            new("UTF-8 或 GB18030(GBK)编码的 csv，或 xlsx", "csv in UTF-8 or GB18030, or xlsx")
        );
}
