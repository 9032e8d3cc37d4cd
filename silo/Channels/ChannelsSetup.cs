using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Supervision.Silo.Channels;

internal static class ChannelsSetup
{
    /// <exception cref="InvalidOperationException">A setting can't be read.</exception>
    public static void AddChannels(this IHostApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Supervision:Channels").Get<ChannelOptions>() ?? new();
        _ = options.Bases; // a base that is no address stops the start, not the first message
        builder.Services.AddSingleton(options).AddSingleton<ChannelSeal>().AddSingleton<ChannelDeliverer>();
        builder.Services.AddSingleton<OutgoingConnections>().AddSingleton<OutgoingHttp>().AddSingleton<MailSender>();
        builder.Services.AddSingleton<IChannelTransport, ChannelTransport>();
    }
}
