using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Edges;

/// <summary>What is said of a defect, and what is too large or too long to be looked at.</summary>
public sealed class FaultTests(Springs springs)
{
    [Fact]
    public async Task Defect_AnswersWithATraceId_AndNothingOfTheProgram()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.AddApi();
        await using var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseApiFaults();
        app.MapGet("/api/v1/defect", IResult () => throw new InvalidOperationException("select secret from Supervision.Rules"));
        await app.StartAsync();
        using var http = new HttpClient();

        var answer = await Answer.Of(await http.GetAsync(new Uri(new Uri(app.Urls.Single()), "/api/v1/defect")));

        (answer.Status, answer.Type!.MediaType).Should().Be((500, Problem.ContentType));
        ((string?)answer.Node["traceId"]).Should().NotBeNullOrWhiteSpace();
        ((string?)answer.Node["type"]).Should().Be("urn:supervision:fault:unexpected");
        answer.Body.Should().NotContainAny("secret", "Supervision.", "Exception", "   at ");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Theory]
    [InlineData("/api/v1/session", 17_000, 400)]
    [InlineData("/api/v1/session/token", 17_000, 400)]
    [InlineData("/api/v1/sandbox/clock", 2_000_000, 400)]
    public async Task Body_TooLargeForItsPath_Refused(string path, int bytes, int status)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var answer = await spring.County.Raw(path, Encoding.UTF8.GetBytes($$"""{"userName":"{{new string('x', bytes)}}"}"""), null);
        answer.ShouldRefuse(status, "request-malformed");
    }

    [Theory]
    [InlineData(9_000, 10, HttpStatusCode.RequestUriTooLong)]
    [InlineData(10, 17_000, HttpStatusCode.RequestHeaderFieldsTooLarge)]
    public async Task Request_WithALineOrHeadersTooLong_NotLookedAt(int line, int header, HttpStatusCode status)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var http = new HttpClient { BaseAddress = spring.Gateway.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/start?x={new string('x', line)}");
        request.Headers.Add("X-Long", new string('x', header));
        using var answer = await http.SendAsync(request);
        answer.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task Server_HoldsNoMoreConnectionsThanConfigured_AndNoSlowOnes()
    {
        var services = (await springs.On(StoreUnderTest.Sqlite)).Gateway.Services;
        var limits = services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        var configured = services.GetRequiredService<EdgeLimits>();
        (limits.MaxConcurrentConnections, limits.MaxConcurrentUpgradedConnections, limits.MaxRequestBodySize)
            .Should()
            .Be((configured.Connections, configured.UpgradedConnections, ServerLimits.MostBody));
        limits.MinRequestBodyDataRate!.BytesPerSecond.Should().BeGreaterThan(100);
        limits.RequestHeadersTimeout.Should().BeLessThanOrEqualTo(TimeSpan.FromSeconds(15));
    }
}
