using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Supervision.Gateway.Lists;

/// <summary>Where a page ended, as an opaque text: clients send it back and read nothing into it.</summary>
internal static class PageCursor
{
    public static string Of(IssueCursor cursor) =>
        Write(FormattableString.Invariant($"{cursor.OpenedAt.ToUnixTimeMilliseconds()} {cursor.No} {cursor.Unit}"));

    public static string Of(DocumentCursor cursor) => Write(FormattableString.Invariant($"{cursor.Year} {(int)cursor.Kind} {cursor.No}"));

    public static string Of(AuditPosition position) =>
        Write(FormattableString.Invariant($"{position.At.ToUnixTimeMilliseconds()} {position.Sequence} {position.Chain}"));

    public static AuditPosition? Audit(string text) =>
        Read(text) is [var at, var sequence, { Length: > 0 and <= 20 } chain]
        && Number(at, out var instant)
        && Number(sequence, out var number)
        && instant is > 0 and < 7_258_118_400_000
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(instant), chain, number)
            : null;

    public static IssueCursor? Issue(string text) =>
        Read(text) is [var at, var no, { Length: > 0 and <= 80 } unit]
        && Number(at, out var instant)
        && Number(no, out var issue)
        && instant is > 0 and < 7_258_118_400_000
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(instant), unit, (int)Math.Clamp(issue, 0, int.MaxValue))
            : null;

    public static DocumentCursor? Document(string text) =>
        Read(text) is [var year, var kind, var no]
        && Number(year, out var at)
        && Number(kind, out var of)
        && Number(no, out var number)
        && Enum.IsDefined((DocumentKind)of)
        && of != 0
            ? new((int)Math.Clamp(at, 0, 9999), (DocumentKind)of, (int)Math.Clamp(number, 0, int.MaxValue))
            : null;

    public static Refusal Invalid() =>
        new(
            RefusalCode.CursorInvalid,
            "after",
            new("翻页标记无效", "this is no cursor"),
            new("上一页答复中的翻页标记", "next of the page before")
        );

    private static string Write(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string[] Read(string text)
    {
        var bytes = new byte[256];
        return text.Length <= 256 && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var written)
            ? Encoding.UTF8.GetString(bytes, 0, written).Split(' ')
            : [];
    }

    private static bool Number(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= int.MaxValue * 10_000L;
}
