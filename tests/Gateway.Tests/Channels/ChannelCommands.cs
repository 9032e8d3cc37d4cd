using System.Net.Http.Json;
using Supervision.Contracts;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Channels;

/// <summary>Channels as their office sets them.</summary>
internal static class ChannelCommands
{
    public static Task<Answer> Channel(this Person person, HttpMethod method, string path, object? body = null, Guid? key = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", (key ?? Guid.CreateVersion7()).ToString());
        return person.Send(request);
    }

    public static Task<Answer> Put(this Person person, string county, string channel, object body, Guid? key = null) =>
        person.Channel(HttpMethod.Put, Path(county, channel), body, key);

    public static Task<Answer> Test(this Person person, string county, string channel, Guid? key = null) =>
        person.Channel(HttpMethod.Post, Path(county, channel) + "/test", new { }, key);

    public static Task<Answer> Resend(this Person person, string county, string channel, long alert) =>
        person.Channel(HttpMethod.Post, $"{Path(county, channel)}/deliveries/{alert}/resend", new { });

    public static Task<DeliveryView[]> Log(this Person person, string county, string channel, string query = "?take=200") =>
        person.Get<DeliveryView[]>($"{Path(county, channel)}/deliveries{query}");

    public static async Task<ChannelView> Channel(this Person person, string county, string channel) =>
        (await person.Get<ChannelView[]>($"/api/v1/counties/{county}/channels")).Single(each => each.Channel == channel);

    public static object Robot(
        string kind,
        string? address,
        string? secret = null,
        string? keyword = null,
        string[]? alerts = null,
        object? quiet = null,
        int? over = null,
        bool enabled = true
    ) =>
        new
        {
            kind,
            name = "督导群 " + kind,
            address,
            secret,
            keyword,
            alerts = alerts ?? ["missed-visit"],
            quiet,
            boardAddress = "https://dudao.example.gov.cn",
            over,
            enabled,
        };

    public static string Path(string county, string channel) => $"/api/v1/counties/{county}/channels/{channel}";
}
