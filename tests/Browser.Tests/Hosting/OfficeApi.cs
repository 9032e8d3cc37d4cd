using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Supervision.Browser.Tests.Hosting;

/// <summary>A machine that speaks to the gateway under an office's account, while people watch.</summary>
public sealed class OfficeApi : IDisposable
{
    private readonly HttpClient _http;

    private OfficeApi(HttpClient http) => _http = http;

    public static async Task<OfficeApi> SignIn(GatewayProcess gateway, string user)
    {
        var session = new Session(gateway.Address, user);
        await session.Begin(CancellationToken.None);
        return new(new HttpClient(session) { BaseAddress = new(gateway.Address) });
    }

    /// <summary>Signs in again when its session has ended: a suite may leave an office idle for longer than a session lasts.</summary>
    private sealed class Session(string address, string user) : DelegatingHandler(new SocketsHttpHandler())
    {
        private AuthenticationHeaderValue? _token;

        public async Task Begin(CancellationToken cancelled)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new(address), "/api/v1/session/token"))
            {
                Content = JsonContent.Create(new { userName = user, password = Browser.Password }),
            };
            var token = await Read(await base.SendAsync(request, cancelled));
            _token = new("Bearer", (string?)token["accessToken"]);
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancelled)
        {
            request.Headers.Authorization = _token;
            var answer = await base.SendAsync(request, cancelled);
            if (answer.StatusCode != HttpStatusCode.Unauthorized)
                return answer;
            answer.Dispose();
            await Begin(cancelled);
            request.Headers.Authorization = _token;
            return await base.SendAsync(request, cancelled);
        }
    }

    /// <param name="files">Name and content.</param>
    public async Task<JsonNode> Import(params (string Name, string Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
            form.Add(new StringContent(content), "files", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/rosters/import") { Content = form };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await Read(await _http.SendAsync(request));
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<
        (string Host, string Inspector, DateTimeOffset At),
        int
    > Made = new();

    /// <summary>A visit of 50 minutes on site.</summary>
    /// <param name="unit">Key, e.g. <c>school/2133901746</c>.</param>
    /// <param name="startedAt">Nobody is in two places at once: a second visit of the inspector at the same time is made before it, with half an hour on the way.</param>
    public Task<JsonNode> Visit(string unit, string inspector, DateTimeOffset startedAt)
    {
        var began = startedAt.AddMinutes(
            -80 * (Made.AddOrUpdate((_http.BaseAddress!.ToString(), inspector, startedAt), 1, (_, made) => made + 1) - 1)
        );
        return Post(
            $"/api/v1/units/{unit}/visits",
            new
            {
                inspector,
                kind = "Regular",
                startedAt = began,
                endedAt = began.AddMinutes(50),
                methods = new[] { new { method = "SiteInspection", count = 1 } },
            }
        );
    }

    /// <summary>An issue out of a complaint, which the county puts to the unit with a numbered notice.</summary>
    public Task<JsonNode> OpenIssue(string unit, string category) =>
        Post(
            $"/api/v1/units/{unit}/issues",
            new
            {
                origin = "Complaint",
                category,
                description = "家长反映作业难度超出课程标准",
                document = "信访登记 2026-03-01",
            }
        );

    /// <param name="round">E.g. <c>2026Q2</c>.</param>
    public Task<JsonNode> RequestSelfCheck(string unit, string round, DateOnly windowFrom) =>
        Post($"/api/v1/units/{unit}/self-checks", new { round, windowFrom });

    /// <param name="subject">E.g. <c>issues.xlsx?open=true</c>.</param>
    public Task<JsonNode> AskApproval(string county, string subject, string reason) =>
        Post(
            $"/api/v1/counties/{county}/approvals",
            new
            {
                kind = "BulkExport",
                subject,
                reason,
            }
        );

    /// <returns>Newest first, as far as this account sees them.</returns>
    public async Task<JsonArray> Approvals(string county) =>
        (await Read(await _http.GetAsync($"/api/v1/counties/{county}/approvals"))).AsArray();

    public Task<JsonNode> Approve(string county, int no, string remark) =>
        Post($"/api/v1/counties/{county}/approvals/{no}/approve", new { remark });

    public Task<JsonNode> AdvanceTo(DateTimeOffset instant) => Post("/api/v1/sandbox/clock", new { advanceTo = instant });

    /// <summary>Nobody is in two places at once: an inspector who was at one school a moment ago is given the time to get to another.</summary>
    public async Task LetHoursPass() =>
        await AdvanceTo((await Read(await _http.GetAsync("/api/v1/sandbox/clock")))["now"]!.GetValue<DateTimeOffset>().AddHours(2));

    /// <param name="speed">Simulated seconds a real second.</param>
    public Task<JsonNode> SetSpeed(double speed) => Post("/api/v1/sandbox/clock", new { speed });

    public async Task<JsonArray> Units(string county) => (await Board(county))["units"]!.AsArray();

    /// <summary>What happened to a unit, newest first.</summary>
    public async Task<JsonArray> History(string unit) => (await Read(await _http.GetAsync($"/api/v1/units/{unit}/history"))).AsArray();

    public async Task<JsonNode> Board(string county) => await Read(await _http.GetAsync($"/api/v1/counties/{county}/board"));

    /// <param name="geoJson">With its approval number.</param>
    public async Task<JsonNode> PutMap(string region, string geoJson)
    {
        using var content = new StringContent(geoJson, System.Text.Encoding.UTF8, "application/geo+json");
        return await Read(await _http.PutAsync($"/api/v1/regions/{region}/map", content));
    }

    public void Dispose() => _http.Dispose();

    public async Task<JsonNode> Post(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await Read(await _http.SendAsync(request));
    }

    private static async Task<JsonNode> Read(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(
                $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri?.AbsolutePath} answered {(int)answer.StatusCode}: {body}"
            );
        return JsonSerializer.Deserialize<JsonNode>(body)!;
    }
}
