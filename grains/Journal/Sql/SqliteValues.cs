using System.Globalization;

namespace Supervision.Journal.Sql;

/// <summary>How values stand in the file: instants as unix milliseconds UTC, days as yyyy-MM-dd, operation ids as sixteen bytes in text order.</summary>
internal static class SqliteValues
{
    public static object Of(object? value) =>
        value switch
        {
            null => DBNull.Value,
            DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
            Guid id => id.ToByteArray(bigEndian: true),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ReadOnlyMemory<byte> bytes => bytes.ToArray(),
            _ => value,
        };

    public static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    public static Guid Id(byte[] bytes) => new(bytes, bigEndian: true);
}
