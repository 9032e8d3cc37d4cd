using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Supervision.Gateway.Evidence;

/// <summary>A file as it is kept: looked at, counted and hashed; photographs without what a camera writes beside the picture.</summary>
/// <param name="Hash">SHA-256, lower-case hex.</param>
/// <param name="Name">At most <see cref="MaxName"/> characters without folders; null when the client gave none.</param>
internal sealed record EvidenceUpload(byte[] Content, EvidenceType Type, string Hash, string? Name)
{
    public const string NameHeader = "X-File-Name";
    public const int MaxName = 200;

    private static readonly int MostBytes = EvidenceType.All.Max(type => type.Limit);

    /// <summary>Reads the body, never more than its kind may have. Null besides a refusal.</summary>
    /// <param name="expected">What the client says the hash is, or null.</param>
    public static async Task<(EvidenceUpload? Upload, Refusal? Refusal)> Read(HttpRequest request, string? expected)
    {
        if (expected is not null && !EvidenceHash.IsValid(expected))
            return (null, EvidenceRefusals.HashInvalid("hash"));
        var declared = EvidenceType.Named(MediaTypeOf(request));
        if (declared is null && MediaTypeOf(request) is not (null or "application/octet-stream"))
            return (null, EvidenceRefusals.TypeInvalid());
        var limit = declared?.Limit ?? MostBytes;
        if (request.ContentLength > limit)
            return (null, EvidenceRefusals.TooLarge(limit));
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
            most.MaxRequestBodySize = MostBytes + 1;
        if (await ReadBody(request, limit) is not { } content)
            return (null, EvidenceRefusals.TooLarge(limit));
        if (EvidenceType.Of(content) is not { } type || (declared is not null && declared != type))
            return (null, EvidenceRefusals.TypeInvalid());
        if (content.Length > type.Limit)
            return (null, EvidenceRefusals.TooLarge(type.Limit));
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (expected is not null && expected != hash)
            return (null, EvidenceRefusals.HashMismatch(hash));
        // The hash a client gave is of what it sent; what is kept, and named by commands, is the photograph without its camera's remarks.
        var kept = PhotoMetadata.Remove(content, type.MediaType);
        return (
            new(
                kept,
                type,
                ReferenceEquals(kept, content) ? hash : Convert.ToHexStringLower(SHA256.HashData(kept)),
                CleanName(request.Headers[NameHeader])
            ),
            null
        );
    }

    /// <summary>The last part of a percent-encoded path, without what can't be seen.</summary>
    public static string? CleanName(string? encoded)
    {
        if (string.IsNullOrEmpty(encoded))
            return null;
        var name = Uri.UnescapeDataString(encoded);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var seen = name.EnumerateRunes()
            .Where(rune => !Rune.IsControl(rune) && rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            .ToList();
        name = string.Concat(seen).Trim(' ', '.');
        if (!Characters.Fit(name, MaxName))
        {
            var extension = Path.GetExtension(name) is { Length: > 0 and <= 10 } kept ? kept : "";
            name = string.Concat(seen.Take(MaxName - extension.Length)) + extension;
        }

        return name.Length == 0 ? null : name;
    }

    private static string? MediaTypeOf(HttpRequest request) =>
        Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            ? type.MediaType.Value?.ToLowerInvariant()
            : request.ContentType;

    private static async Task<byte[]?> ReadBody(HttpRequest request, int limit)
    {
        var buffer = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, limit));
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            if (buffer.Length + read > limit)
                return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
