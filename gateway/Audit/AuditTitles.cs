using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Metadata;

namespace Supervision.Gateway.Audit;

/// <summary>The words of an action: the summary of its endpoint.</summary>
internal static class AuditTitles
{
    private static readonly ConditionalWeakTable<EndpointDataSource, Dictionary<string, Text>> Known = [];

    public static IReadOnlyDictionary<string, Text> Of(EndpointDataSource source) => Known.GetValue(source, Read);

    private static Dictionary<string, Text> Read(EndpointDataSource source)
    {
        var titles = new Dictionary<string, Text>
        {
            ["hub watch"] = new("查看实时看板", "Watch a live board"),
            ["hub watch unit"] = new("实时查看单位", "Watch a unit live"),
            [Operators.AnnulClock.Action] = new(
                "在服务器上撤销错误时钟产生的事实",
                "Annul what a wrong clock brought about, at the server"
            ),
            [Operators.FirstRunCode.Action] = new(
                "在服务器上重发管理员的首次密码",
                "Print an administrator's first password anew, at the server"
            ),
        };
        foreach (var endpoint in source.Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary.Split(" / ") is not [var zh, var en])
                continue;
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
                titles[$"{method} {AuditedRequest.Name(endpoint.RoutePattern.RawText)}"] = new(zh, en);
        }

        return titles;
    }
}
