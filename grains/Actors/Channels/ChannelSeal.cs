using System.Security.Cryptography;
using System.Text;

namespace Supervision.Actors.Channels;

/// <param name="Address">Whole, with its key.</param>
/// <param name="Secret">Signing secret or password.</param>
internal sealed record ChannelSecrets(string? Address, string? Secret)
{
    public static readonly ChannelSecrets None = new(null, null);

    public override string ToString() => nameof(ChannelSecrets);
}

/// <summary>
/// Seals what is secret about a channel (AES-256-GCM) under a key of the installation's secret. A sealed text opens for its own
/// county and channel only: a row copied to another opens nothing.
/// </summary>
public sealed class ChannelSeal(ClusterSecret secret)
{
    private const char Separator = '\n'; // no address and no secret has one: control characters are refused
    private readonly byte[] _key = secret.Derive("channels");
    private readonly byte[] _fingerprints = secret.Derive("channels: fingerprints");

    internal byte[] Seal(string county, string channel, ChannelSecrets secrets)
    {
        var plain = Encoding.UTF8.GetBytes($"{secrets.Address}{Separator}{secrets.Secret}");
        var nonceSize = AesGcm.NonceByteSizes.MaxSize;
        var tagSize = AesGcm.TagByteSizes.MaxSize;
        var sealedText = new byte[nonceSize + tagSize + plain.Length];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, nonceSize));
        using var aes = new AesGcm(_key, tagSize);
        aes.Encrypt(
            sealedText.AsSpan(0, nonceSize),
            plain,
            sealedText.AsSpan(nonceSize + tagSize),
            sealedText.AsSpan(nonceSize, tagSize),
            Owner(county, channel)
        );
        return sealedText;
    }

    /// <summary>Null when it can't be opened: another secret of the installation, or another channel's row.</summary>
    internal ChannelSecrets? Open(string county, string channel, ReadOnlySpan<byte> sealedText)
    {
        var nonceSize = AesGcm.NonceByteSizes.MaxSize;
        var tagSize = AesGcm.TagByteSizes.MaxSize;
        if (sealedText.Length < nonceSize + tagSize)
            return null;
        var plain = new byte[sealedText.Length - nonceSize - tagSize];
        using var aes = new AesGcm(_key, tagSize);
        try
        {
            aes.Decrypt(
                sealedText[..nonceSize],
                sealedText[(nonceSize + tagSize)..],
                sealedText.Slice(nonceSize, tagSize),
                plain,
                Owner(county, channel)
            );
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(plain).Split(Separator);
        return new(parts[0].Length == 0 ? null : parts[0], parts[1].Length == 0 ? null : parts[1]);
    }

    /// <summary>A request's fingerprint as it may be kept: a bare hash of a request with a password in it could be guessed at.</summary>
    internal byte[] Fingerprint(ReadOnlyMemory<byte> fingerprint) => HMACSHA256.HashData(_fingerprints, fingerprint.Span)[..16];

    private static byte[] Owner(string county, string channel) => Encoding.UTF8.GetBytes($"{county}/{channel}");
}
