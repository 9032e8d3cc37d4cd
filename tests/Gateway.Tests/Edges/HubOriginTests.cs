using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;

namespace Supervision.Gateway.Tests.Edges;

/// <summary>Which pages reach a hub under the cookie, whatever stands between them and this process.</summary>
public sealed class HubOriginTests
{
    [Theory]
    [InlineData("http", "county.lan:8080", "http://county.lan:8080", true)]
    [InlineData("http", "county.lan", "http://county.lan", true)]
    [InlineData("http", "county.lan:80", "http://county.lan", true)]
    [InlineData("http", "COUNTY.lan", "http://county.LAN", true)]
    [InlineData("http", "county.lan:443", "https://county.lan", true)] // a proxy that names host and port and does not tell the scheme
    [InlineData("http", "county.lan", "https://county.lan", true)]
    [InlineData("https", "county.lan:443", "https://county.lan", true)]
    [InlineData("https", "county.lan:8443", "https://county.lan:8443", true)]
    [InlineData("https", "教育.例子", "https://xn--wcvs22d.xn--fsqu00a", true)]
    [InlineData("https", "xn--wcvs22d.xn--fsqu00a", "https://xn--wcvs22d.xn--fsqu00a", true)]
    [InlineData("http", "[::1]:5080", "http://[::1]:5080", true)]
    [InlineData("http", "127.0.0.1:5080", "http://127.0.0.1:5080", true)]
    [InlineData("https", "county.lan.", "https://county.lan", true)]
    [InlineData("https", "county.lan", "http://county.lan", false)] // the scheme is known to be another
    [InlineData("https", "county.lan:443", "http://county.lan:443", false)]
    [InlineData("http", "county.lan:8080", "http://county.lan", false)]
    [InlineData("http", "county.lan", "http://county.lan:8080", false)]
    [InlineData("http", "county.lan:80", "https://county.lan", false)]
    [InlineData("http", "county.lan", "http://evil.example", false)]
    [InlineData("http", "county.lan", "http://county.lan.evil.example", false)]
    [InlineData("http", "county.lan", "http://county.lan@evil.example", false)]
    [InlineData("http", "county.lan", "http://evil@county.lan", false)]
    [InlineData("http", "county.lan", "null", false)]
    [InlineData("http", "county.lan", "file://county.lan", false)]
    [InlineData("http", "", "http://county.lan", false)]
    public void Origin_IsOwn_WhenSchemeHostAndPortMeanTheSame(string scheme, string host, string origin, bool isTrusted) =>
        HubOrigin.IsTrusted(Ask("POST", scheme, host, ("Origin", origin))).Should().Be(isTrusted);

    [Fact]
    public void Origin_BehindAProxyThatToldTheScheme_IsComparedWithIt()
    {
        HubOrigin
            .IsTrusted(Ask("POST", "http", "county.lan", ("Origin", "https://county.lan"), ("X-Original-Proto", "http")))
            .Should()
            .BeFalse();
        HubOrigin
            .IsTrusted(Ask("POST", "http", "county.lan", ("Origin", "http://county.lan"), ("X-Original-Proto", "https")))
            .Should()
            .BeTrue();
    }

    [Theory]
    [InlineData("GET", false, null, true)] // event stream and long polling on plain http under a name
    [InlineData("GET", false, "same-origin", true)]
    [InlineData("GET", false, "cross-site", false)]
    [InlineData("GET", false, "same-site", false)]
    [InlineData("GET", false, "none", false)]
    [InlineData("GET", true, null, false)] // a browser names the origin of every WebSocket
    [InlineData("POST", false, null, false)]
    [InlineData("DELETE", false, null, false)]
    public void NoOrigin_UnderTheCookie_IsTakenFromABareGetOnly(string method, bool upgrade, string? site, bool isTrusted)
    {
        var context = site is null ? Ask(method, "http", "county.lan") : Ask(method, "http", "county.lan", ("Sec-Fetch-Site", site));
        if (upgrade)
            context.Features.Set<IHttpUpgradeFeature>(new Upgrade());
        HubOrigin.IsTrusted(context).Should().Be(isTrusted);
    }

    private static DefaultHttpContext Ask(string method, string scheme, string host, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Scheme, context.Request.Host) = (method, scheme, new(host));
        foreach (var (name, value) in headers)
            context.Request.Headers[name] = value;
        context.Features.Set<IAuthenticateResultFeature>(new ByCookie());
        return context;
    }

    private sealed class ByCookie : IAuthenticateResultFeature
    {
        public AuthenticateResult? AuthenticateResult { get; set; } =
            AuthenticateResult.Success(new(new ClaimsPrincipal(), IdentityConstants.ApplicationScheme));
    }

    private sealed class Upgrade : IHttpUpgradeFeature
    {
        public bool IsUpgradableRequest => true;

        public Task<Stream> UpgradeAsync() => throw new InvalidOperationException("No test upgrades.");
    }
}
