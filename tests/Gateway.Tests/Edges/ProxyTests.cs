using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Supervision.Gateway.Tests.Edges;

/// <summary>Whose word about the caller's address and scheme is taken.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5", "203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.5", "::ffff:10.0.0.5", "203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.0/8, 192.0.2.1", "10.9.9.9", "198.51.100.1, 203.0.113.7, 192.0.2.1", "203.0.113.7")]
    [InlineData("10.0.0.5", "10.0.0.5", "127.0.0.1, 203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.5", "203.0.113.9", "127.0.0.1", "203.0.113.9")]
    [InlineData("10.0.0.5", "127.0.0.1", "10.0.0.5", "127.0.0.1")]
    [InlineData("10.0.0.5", "10.0.0.5", "garbage", "10.0.0.5")]
    public async Task Forwarded_CountsFromKnownProxiesAlone(string proxies, string from, string forwarded, string address)
    {
        var context = await Through(proxies, from, ("X-Forwarded-For", forwarded), ("X-Forwarded-Proto", "https"));
        context.Connection.RemoteIpAddress!.ToString().Should().Be(address);
        context.Request.IsHttps.Should().Be(address != from && forwarded != "garbage");
    }

    [Fact]
    public async Task Host_IsNeverTakenFromAHeaderThatProxiesPassOn() =>
        (await Through("10.0.0.5", "10.0.0.5", ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Host", "evil.example")))
            .Request.Host.Value.Should()
            .Be("office.example");

    [Fact]
    public void Setting_NeitherAddressNorNetwork_RefusesToStart() =>
        ((Action)(() => Options("10.0.0.5, proxy.local"))).Should().Throw<InvalidOperationException>().WithMessage("*proxy.local*");

    private static async Task<HttpContext> Through(string proxies, string from, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        (context.Request.Scheme, context.Request.Host) = ("http", new("office.example"));
        foreach (var (name, value) in headers)
            context.Request.Headers[name] = value;
        await new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, Options(proxies)).Invoke(context);
        return context;
    }

    private static IOptions<ForwardedHeadersOptions> Options(string proxies)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Supervision:Proxies"] = proxies;
        builder.AddProxies();
        return builder.Services.BuildServiceProvider().GetRequiredService<IOptions<ForwardedHeadersOptions>>();
    }
}
