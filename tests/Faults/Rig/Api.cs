using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Supervision.Faults.Rig;

/// <param name="Body">Exactly as received.</param>
internal sealed record Answer(HttpStatusCode Status, string Body)
{
    public bool IsRetryable =>
        Status == HttpStatusCode.ServiceUnavailable && JsonDocument.Parse(Body).RootElement.GetProperty("retryable").GetBoolean();
}

/// <summary>A client of the REST interface that outlives restarts of the server; its token is valid across them.</summary>
internal sealed class Api : IAsyncDisposable
{
    public const string Password = "demo-2026-demo";
    private const string ClockPath = "/api/v1/sandbox/clock";

    /// <summary>A frozen or dead server must not hold its callers for long; a roster or a month's end takes what it takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongPatience = TimeSpan.FromMinutes(5);
    private readonly HttpClient _http;

    public Api(string address)
    {
        Address = address;
        _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2), MaxConnectionsPerServer = 64 })
        {
            BaseAddress = new(address),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public string Address { get; }

    public string? Token { get; private set; }

    public async Task<bool> IsReady() => (await _http.GetAsync("/healthz/ready")).StatusCode == HttpStatusCode.OK;

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    public async Task<JsonElement> Read(string path)
    {
        var answer = await Get(path);
        answer.Status.Should().Be(HttpStatusCode.OK, "{0} says {1}", path, answer.Body);
        return JsonDocument.Parse(answer.Body).RootElement;
    }

    public async Task<Answer> Post(string path, object body, Guid? key = null) =>
        await Send(HttpMethod.Post, path, JsonContent.Create(body), key);

    /// <summary>Null when there was no answer: whether it was done is unknown.</summary>
    public async Task<Answer?> TryPost(string path, object body, Guid key)
    {
        try
        {
            return await Post(path, body, key);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException)
        {
            return null;
        }
    }

    /// <summary>Accounts may be made a moment after the server is ready.</summary>
    public async Task SignIn(string user, string password = Password) =>
        Token = await Eventually.Get(
            $"{user} signs in",
            async () =>
            {
                var answer = await Post("/api/v1/session/token", new { userName = user, password });
                return answer.Status == HttpStatusCode.OK
                    ? JsonDocument.Parse(answer.Body).RootElement.GetProperty("accessToken").GetString()
                    : throw new InvalidOperationException(answer.Body);
            }
        );

    public async Task ImportRoster()
    {
        using var form = new MultipartFormDataContent();
        foreach (var file in Directory.GetFiles(Outputs.Roster, "*.csv"))
            form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(file)), "files", Path.GetFileName(file));
        var answer = await Send(HttpMethod.Post, "/api/v1/rosters/import?dryRun=false", form, Guid.CreateVersion7(), LongPatience);
        answer.Status.Should().Be(HttpStatusCode.OK, answer.Body);
        JsonDocument.Parse(answer.Body).RootElement.GetProperty("failed").GetInt32().Should().Be(0, answer.Body);
    }

    public async Task AdvanceClock(DateTimeOffset to)
    {
        var answer = await Post(ClockPath, new { advanceTo = to });
        answer.Status.Should().Be(HttpStatusCode.OK, answer.Body);
    }

    public async Task<DateTimeOffset> Clock() => (await Read("/api/v1/sandbox/clock")).GetProperty("now").GetDateTimeOffset();

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Answer> Send(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        Guid? key = null,
        TimeSpan? patience = null
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (key is { } id)
            request.Headers.Add("Idempotency-Key", id.ToString("D", CultureInfo.InvariantCulture));
        using var limit = new CancellationTokenSource(path == ClockPath ? LongPatience : patience ?? Patience);
        using var response = await _http.SendAsync(request, limit.Token);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
