using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Supervision.TestKit;

/// <summary>An authenticator app (RFC 6238, SHA-1, six digits, thirty seconds).</summary>
public static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="steps">Half minutes from now; the gateway takes up to two, for clocks that are wrong.</param>
    public static string Code(string key, int steps = 0)
    {
        var bits = string.Concat(
            key.Where(char.IsAsciiLetterOrDigit)
                .Select(letter => Convert.ToString(Base32.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0'))
        );
        var secret = bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + steps);
#pragma warning disable CA5350 // what authenticator apps speak
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
