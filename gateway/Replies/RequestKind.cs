using Microsoft.AspNetCore.Authorization;

namespace Supervision.Gateway.Replies;

/// <summary>What a request costs and risks; each kind has limits of its own.</summary>
public enum RequestKind
{
    None = 0,

    /// <summary>Changes something without being signed in.</summary>
    SignIn = 1,
    Command = 2,
    Read = 3,
    Export = 4,
    Upload = 5,

    /// <summary>A connection to a hub; it is counted while it lasts.</summary>
    Hub = 6,
}

/// <summary>The kind of an endpoint that its method and path don't tell.</summary>
public sealed record RequestKindMark(RequestKind Kind);

public static class RequestKinds
{
    private static readonly string[] Files = [".xlsx", ".docx", ".csv", ".pdf", ".zip"];

    /// <summary>For endpoints that are not what they seem: a POST that is an upload, a GET that makes a file under a plain name.</summary>
    public static TBuilder CountsAs<TBuilder>(this TBuilder endpoint, RequestKind kind)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new RequestKindMark(kind));

    /// <summary>After routing.</summary>
    public static RequestKind Of(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<RequestKindMark>() is { } mark)
            return mark.Kind;
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (context.Request.Path.StartsWithSegments("/hubs"))
            return reads || HttpMethods.IsConnect(context.Request.Method) ? RequestKind.Hub : RequestKind.Read;
        if (reads)
            return
                endpoint is RouteEndpoint { RoutePattern.RawText: { } route }
                && Files.Any(file => route.EndsWith(file, StringComparison.Ordinal))
                ? RequestKind.Export
                : RequestKind.Read;
        return endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null ? RequestKind.SignIn : RequestKind.Command;
    }
}
