using System.Security.Cryptography;
using System.Text;

namespace Supervision.Contracts.Access;

/// <summary>
/// The one secret of an installation, the same for all its silos and gateways and never in its database. Whatever needs a key
/// derives one of its own from it, so that no two purposes share a key.
/// </summary>
public sealed class ClusterSecret
{
    public const int LeastBytes = 32;

    private readonly byte[] _secret;

    /// <exception cref="ArgumentException">Shorter than <see cref="LeastBytes"/>.</exception>
    public ClusterSecret(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < LeastBytes)
            throw new ArgumentException($"The secret has {secret.Length} bytes; at least {LeastBytes} are needed.", nameof(secret));
        _secret = secret.ToArray();
    }

    public static ClusterSecret Create() => new(RandomNumberGenerator.GetBytes(LeastBytes));

    /// <param name="purpose">Names the use; changing it changes the key.</param>
    /// <returns>32 bytes (HKDF, SHA-256).</returns>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, 32, info: Encoding.UTF8.GetBytes(purpose));

    /// <summary>For the file or setting it is kept in.</summary>
    public string ToBase64() => Convert.ToBase64String(_secret);
}
