using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Supervision.Gateway.Edges;

/// <summary>
/// Who may say for whom it asks: <c>Supervision:Proxies</c>, addresses or networks (<c>10.0.0.5, 10.1.0.0/16</c>). What anybody
/// else says of that is not listened to, and without the setting nobody is. The proxy passes Host on as it came.
/// </summary>
public static class Proxies
{
    private const string Setting = "Supervision:Proxies";

    /// <exception cref="InvalidOperationException">One of them is neither an address nor a network.</exception>
    public static void AddProxies(this WebApplicationBuilder builder)
    {
        var (addresses, networks) = Read(builder.Configuration[Setting]);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = null; // back along known proxies, to the first that is none
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var address in addresses)
                options.KnownProxies.Add(address);
            foreach (var network in networks)
                options.KnownIPNetworks.Add(network);
        });
    }

    public static void UseProxies(this WebApplication app)
    {
        if (!string.IsNullOrWhiteSpace(app.Configuration[Setting]))
            app.UseForwardedHeaders();
    }

    private static (List<IPAddress> Addresses, List<System.Net.IPNetwork> Networks) Read(string? setting)
    {
        var (addresses, networks) = (new List<IPAddress>(), new List<System.Net.IPNetwork>());
        foreach (var part in (setting ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(part, out var address))
                addresses.Add(address);
            else if (System.Net.IPNetwork.TryParse(part, out var network))
                networks.Add(network);
            else
                throw new InvalidOperationException($"{Setting}: {part} is neither an address nor a network such as 10.1.0.0/16.");
        }

        return (addresses, networks);
    }
}
