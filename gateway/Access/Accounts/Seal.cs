using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace Supervision.Gateway.Access.Accounts;

/// <summary>Keeps what is secret in the database unreadable to whoever has the database alone (AES-GCM).</summary>
public sealed class Seal(ClusterSecret secret)
{
    private const string Prefix = "s1:";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] _key = secret.Derive("supervision accounts at rest");

    /// <param name="about">What it belongs to: a sealed value can't be moved to another row.</param>
    public string Close(string text, string about)
    {
        var (plain, sealedBytes) = (Encoding.UTF8.GetBytes(text), new byte[NonceBytes + TagBytes + Encoding.UTF8.GetByteCount(text)]);
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceBytes));
        using var gcm = new AesGcm(_key, TagBytes);
        gcm.Encrypt(
            sealedBytes.AsSpan(0, NonceBytes),
            plain,
            sealedBytes.AsSpan(NonceBytes + TagBytes),
            sealedBytes.AsSpan(NonceBytes, TagBytes),
            Encoding.UTF8.GetBytes(about)
        );
        return Prefix + Convert.ToBase64String(sealedBytes);
    }

    /// <exception cref="CryptographicException">Sealed with another secret, for another place, or tampered with.</exception>
    public string Open(string text, string about)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
            throw new CryptographicException("The value is not sealed.");
        var bytes = Convert.FromBase64String(text[Prefix.Length..]);
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        using var gcm = new AesGcm(_key, TagBytes);
        gcm.Decrypt(
            bytes.AsSpan(0, NonceBytes),
            bytes.AsSpan(NonceBytes + TagBytes),
            bytes.AsSpan(NonceBytes, TagBytes),
            plain,
            Encoding.UTF8.GetBytes(about)
        );
        return Encoding.UTF8.GetString(plain);
    }
}

/// <summary>The keys that protect cookies and tokens, sealed where they are stored.</summary>
public sealed class KeyEncryptor(Seal seal) : IXmlEncryptor
{
    internal const string About = "data protection key";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("sealed", seal.Close(plaintextElement.ToString(SaveOptions.DisableFormatting), About)), typeof(KeyDecryptor));
}

/// <summary>Made by the key manager, which gives it the services.</summary>
public sealed class KeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<Seal>().Open(encryptedElement.Value, KeyEncryptor.About));
}

internal sealed class SealedKeys(Seal seal) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlEncryptor = new KeyEncryptor(seal);
}
