using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Edges;

/// <summary>Metrics and dashboard: on their own port, for whoever has the token, and nowhere else.</summary>
public sealed class OperatorsTests : IAsyncLifetime
{
    private readonly string _port = TestGateway.FreePort();
    private TestGateway _gateway = null!;

    private Uri Operators => new($"http://127.0.0.1:{_port}");

    public async ValueTask InitializeAsync() =>
        _gateway = await TestGateway.Start(StoreUnderTest.Sqlite, Mode.Sandbox, "--Supervision:OperatorsUrl", Operators.ToString());

    public async ValueTask DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task OperatorsPort_ServesMetricsAndDashboard_ToTheTokenAlone()
    {
        using var http = new HttpClient();
        var token = _gateway.Services.GetRequiredService<OperatorsToken>().Text;
        using var office = await Person.ByToken(_gateway, "county-330502");
        using var admin = await Person.ByToken(_gateway, "admin");
        await office.Get("/api/v1/counties/330521/board");
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"operator:{token}"));

        foreach (var path in new[] { "/metrics", "/dashboard/", "/dashboard/DashboardCounters" })
        {
            foreach (
                var header in new[]
                {
                    null,
                    $"Bearer {token[..^1]}x",
                    "Bearer ",
                    $"Basic {token}",
                    "Basic !",
                    $"Bearer {admin.Token}",
                    $"Bearer {office.Token}",
                }
            )
                (await Status(http, Operators, path, header)).Should().Be(HttpStatusCode.Unauthorized, $"{path} with {header}");
            (await Status(http, Operators, path, $"Bearer {token}")).Should().Be(HttpStatusCode.OK, path);
            (await Status(http, Operators, path, $"Basic {basic}")).Should().Be(HttpStatusCode.OK, path);
            // Whoever has the token and says the right host still needs the right port.
            foreach (var host in new[] { null, $"127.0.0.1:{_port}" })
                (await Status(http, _gateway.Address, path, $"Bearer {token}", host))
                    .Should()
                    .BeOneOf([HttpStatusCode.NotFound], $"{path} at the public port");
        }

        foreach (var path in new[] { "/", "/api/v1/start", "/hubs/board", "/openapi/v1.json", "/healthz/ready" })
            (await Status(http, Operators, path, $"Bearer {token}")).Should().Be(HttpStatusCode.NotFound, $"{path} is the public port's");

        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        await Eventually.Holds(
            async () =>
            {
                var metrics = await http.GetStringAsync(new Uri(Operators, "/metrics"));
                return metrics.Contains("supervision_journal_appends", StringComparison.Ordinal)
                    && metrics.Contains("supervision_refusals", StringComparison.Ordinal)
                    && metrics.Contains("code=\"out-of-scope\"", StringComparison.Ordinal)
                    && metrics.Contains("orleans_", StringComparison.Ordinal)
                    && metrics.Contains("http_server_request_duration", StringComparison.Ordinal)
                    && !metrics.Contains("county-330502", StringComparison.Ordinal);
            },
            "the metrics are there"
        );
    }

    private static async Task<HttpStatusCode> Status(HttpClient http, Uri address, string path, string? authorization, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (host is not null)
            request.Headers.Host = host;
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}

public sealed class OperatorsUrlTests
{
    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("9464")]
    [InlineData("ftp://127.0.0.1:9464")]
    public async Task OperatorsUrl_NoAddressWithAPort_RefusesToStart(string url) =>
        (
            await ((Func<Task>)(async () => await EntryPoint.Start("--urls", "http://127.0.0.1:0", "--Supervision:OperatorsUrl", url)))
                .Should()
                .ThrowAsync<InvalidOperationException>()
        ).WithMessage("*Supervision:OperatorsUrl*");
}
