using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Supervision.Contracts.Access;

/// <summary>
/// HMAC-SHA-256 under one key. Hashes with the key already in them are kept and used again: hashing in one shot looks the algorithm
/// up and takes the key in anew each time, which costs more than a short text itself.
/// </summary>
public sealed class KeyedMac(byte[] key)
{
    public const int Bytes = HMACSHA256.HashSizeInBytes;

    private readonly ConcurrentBag<IncrementalHash> _idle = [];

    /// <param name="mac">At least <see cref="Bytes"/> long.</param>
    public void Of(ReadOnlySpan<byte> text, Span<byte> mac)
    {
        var hash = _idle.TryTake(out var idle) ? idle : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(text);
        hash.GetHashAndReset(mac);
        _idle.Add(hash);
    }

    public byte[] Of(ReadOnlySpan<byte> text)
    {
        var mac = new byte[Bytes];
        Of(text, mac);
        return mac;
    }
}
