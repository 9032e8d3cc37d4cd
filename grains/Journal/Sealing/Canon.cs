using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Supervision.Contracts;

namespace Supervision.Journal.Sealing;

/// <summary>
/// What a seal is taken over: fields in a fixed order, each with its length, so that no two different rows give the same bytes. The
/// same on both stores: instants as unix milliseconds, ids as sixteen bytes in text order.
/// </summary>
internal ref struct Canon
{
    private byte[] _buffer;
    private int _length;

    /// <param name="kind">Of the row; no two kinds share a seal.</param>
    public Canon(string kind, int expected = 512)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(expected);
        Text(kind);
    }

    public void Text(string? value)
    {
        if (value is null)
        {
            Length(-1);
            return;
        }

        var count = Encoding.UTF8.GetByteCount(value);
        Length(count);
        Encoding.UTF8.GetBytes(value, Take(count));
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Length(value.Length);
        value.CopyTo(Take(value.Length));
    }

    public void Number(long value) => BinaryPrimitives.WriteInt64BigEndian(Take(8), value);

    public void Instant(DateTimeOffset value) => Number(value.ToUnixTimeMilliseconds());

    public void Instant(DateTimeOffset? value) => Number(value?.ToUnixTimeMilliseconds() ?? long.MinValue);

    public void Id(Guid? value)
    {
        Length(value is null ? -1 : 16);
        value?.TryWriteBytes(Take(16), bigEndian: true, out _);
    }

    /// <summary>HMAC-SHA-256 of everything said; nothing may be said afterwards.</summary>
    public byte[] Seal(KeyedMac mac)
    {
        var seal = mac.Of(_buffer.AsSpan(0, _length));
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        return seal;
    }

    private void Length(int value) => BinaryPrimitives.WriteInt32BigEndian(Take(4), value);

    private Span<byte> Take(int count)
    {
        if (_length + count > _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _buffer.Length, _length + count));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        _length += count;
        return _buffer.AsSpan(_length - count, count);
    }
}
