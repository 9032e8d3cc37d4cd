using System.Net.Http.Headers;

namespace Supervision.TestKit.Malformed;

/// <summary>One request, whole: it can be sent again by hand from what <see cref="ToString"/> says.</summary>
/// <param name="As">Account name; null for nobody.</param>
/// <param name="Target">Path and query as they are written on the wire.</param>
/// <param name="Body">Null for none.</param>
/// <param name="Chunked">Sent without its length.</param>
public sealed record MalformedRequest(
    string? As,
    string Method,
    string Target,
    IReadOnlyList<(string Name, string Value)> Headers,
    byte[]? Body,
    bool Chunked
)
{
    private const int Shown = 400;

    /// <summary>Asks only what would follow.</summary>
    public bool IsPreview =>
        Target.Contains("preview=true", StringComparison.Ordinal) || Target.Contains("dryRun=true", StringComparison.Ordinal);

    /// <summary>About signing in and out, which leaves the store alone.</summary>
    public bool IsOfSession => Target.StartsWith("/api/v1/session", StringComparison.OrdinalIgnoreCase);

    public HttpRequestMessage Message(Uri address, string? token)
    {
        var request = new HttpRequestMessage(
            new(Method),
            new Uri(
                address.GetLeftPart(UriPartial.Authority) + Target,
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
            )
        );
        if (Body is not null)
            request.Content = Chunked ? new StreamContent(new MemoryStream(Body)) : new ByteArrayContent(Body);
        if (Chunked && Body is not null)
            request.Headers.TransferEncodingChunked = true;
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in Headers)
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content?.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public override string ToString()
    {
        var body = Body is null ? "" : System.Text.Encoding.UTF8.GetString(Body);
        var headers = string.Join(
            ", ",
            Headers.Select(header => $"{header.Name}: {(header.Value.Length > 80 ? header.Value[..80] + "…" : header.Value)}")
        );
        return $"{As ?? "nobody"} {Method} {(Target.Length > 300 ? Target[..300] + "…" : Target)} [{headers}] {(body.Length > Shown ? $"{body[..Shown]}… ({Body!.Length} bytes)" : body)}";
    }
}
