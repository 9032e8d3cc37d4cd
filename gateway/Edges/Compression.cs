using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Supervision.Gateway.Edges;

/// <summary>
/// Answers that are sent compressed, also over TLS. Only those that say so: the length of a compressed answer tells of a secret in it to
/// somebody who can put guesses beside it (BREACH), so one that holds a secret, such as an antiforgery token, or repeats what the request said
/// must never be among them.
/// </summary>
public static class Compression
{
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["application/json"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal); // its fastest writes three times what gzip does
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    /// <summary>Holds no secret and nothing of the request.</summary>
    public static TBuilder IsCompressed<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new CompressedMark());

    public static void UseCompression(this WebApplication app) =>
        app.UseWhen(
            context => context.GetEndpoint()?.Metadata.GetMetadata<CompressedMark>() is not null,
            branch => branch.UseResponseCompression()
        );

    private sealed class CompressedMark;
}
