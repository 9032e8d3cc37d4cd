using System.Net.Http.Headers;
using System.Text;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Edges;

/// <summary>What every answer says to the browser, and what a change under the cookie needs.</summary>
public sealed class HeaderTests(Springs springs)
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/api/v1/start", 200)]
    [InlineData("/api/v1/session", 401)]
    [InlineData("/api/v1/nothing", 401)]
    [InlineData("/nothing.js", 404)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/hubs/board", 401)]
    [InlineData("/healthz/live", 200)]
    public async Task Answer_OfEveryKind_HasStrictHeaders(string path, int status)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var nobody = Person.Nobody(spring.Gateway);
        var answer = await nobody.Get(path);
        answer.Status.Should().Be(status);
        ShouldBeStrict(answer.Headers);
        if (path.StartsWith("/api", StringComparison.Ordinal) || path.StartsWith("/hubs", StringComparison.Ordinal))
            answer.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task Answer_ToAFault_HasStrictHeadersToo()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var answer = await spring.Admin.Raw(
            "/api/v1/sandbox/clock",
            Encoding.UTF8.GetBytes("{}"),
            null,
            "application/json; charset=nonsense"
        );
        answer.ShouldRefuse(400, "request-malformed", "Content-Type");
        ShouldBeStrict(answer.Headers);
    }

    [Fact]
    public async Task Docs_AllowNoScriptBesidesTheirOwn()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var nobody = Person.Nobody(spring.Gateway);
        var answer = await nobody.Get("/api/docs/");
        answer.Status.Should().Be(200);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().Contain("'nonce-").And.NotContain("script-src 'self' 'unsafe-inline'");
        answer.Body.Should().Contain($"nonce=\"{policy.Split("'nonce-")[1].Split('\'')[0]}\"");
    }

    /// <summary>Every method that may change something, with and without a body of any kind.</summary>
    [Theory]
    [InlineData("POST", "/api/v1/units/school/2133901746/opinion-flag", "application/json")]
    [InlineData("POST", "/API/v1/units/school/2133901746/opinion-flag", "application/json")]
    [InlineData("POST", "/api/v1/rosters/import?dryRun=true", "multipart/form-data; boundary=b")]
    [InlineData("POST", "/api/v1/units/school/2133901746/evidence", "image/png")]
    [InlineData("DELETE", "/api/v1/session", null)]
    [InlineData("PUT", "/api/v1/units/school/2133901746", "text/plain")]
    [InlineData("PATCH", "/api/v1/units/school/2133901746", "application/json")]
    [InlineData("WIPE", "/api/v1/units/school/2133901746", null)]
    public async Task Change_UnderTheCookieWithoutToken_Refused(string method, string path, string? type)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var office = await Person.ByCookie(spring.Gateway, "county-330502");
        foreach (var token in new[] { null, "", "CfDJ8garbage" })
        {
            office.Antiforgery = token;
            var request = new HttpRequestMessage(new(method), path);
            if (type is not null)
            {
                request.Content = new ByteArrayContent(
                    Encoding.UTF8.GetBytes(
                        "--b\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\nx\r\n--b--\r\n"
                    )
                );
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            }

            var answer = await office.Send(request);
            if (method is "PUT" or "PATCH" or "WIPE")
                answer.Status.Should().BeOneOf(400, 404, 405);
            else
                answer.ShouldRefuse(400, "request-malformed", AccessSetup.AntiforgeryHeader);
        }
    }

    [Fact]
    public async Task Hub_UnderTheCookieWithoutOrigin_Refused()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        foreach (var origin in new[] { "", "null", "https://evil.example", "file://x" })
        {
            await using var hub = spring.County.Hub(origin);
            (await hub.Invoking(at => at.StartAsync()).Should().ThrowAsync<HttpRequestException>($"of {origin}"))
                .Which.StatusCode.Should()
                .Be(System.Net.HttpStatusCode.Forbidden);
        }

        await using var machine = spring.Inspecting.Hub();
        await machine.StartAsync();
    }

    private static void ShouldBeStrict(HttpResponseHeaders headers)
    {
        var policy = headers.GetValues("Content-Security-Policy").Single();
        policy
            .Should()
            .Contain("default-src 'self'")
            .And.Contain("frame-ancestors 'none'")
            .And.Contain("object-src 'none'")
            .And.NotContain("unsafe");
        headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        headers.GetValues("X-Frame-Options").Should().Equal("DENY");
        headers.GetValues("Referrer-Policy").Should().Equal("same-origin");
        headers.GetValues("Cross-Origin-Opener-Policy").Should().Equal("same-origin");
        headers.GetValues("Cross-Origin-Resource-Policy").Should().Equal("same-origin");
        headers.GetValues("Permissions-Policy").Single().Should().Contain("camera=(self)").And.Contain("microphone=()");
        headers
            .Should()
            .NotContain(header => header.Key == "Server" || header.Key == "X-Powered-By" || header.Key == "Strict-Transport-Security");
    }
}
