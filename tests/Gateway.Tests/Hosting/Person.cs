using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Gateway.Tests.Hosting;

/// <summary>Somebody at the edge: signed in with a cookie like the site, with a bearer token like a phone, or not at all.</summary>
public sealed class Person : IDisposable
{
    private readonly HttpClient _http;
    private readonly CookieContainer _cookies = new();
    private readonly Uri _address;

    private Person(Uri address)
    {
        _address = address;
        _http = new(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false })
        {
            BaseAddress = address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public string? Token { get; private set; }

    /// <summary>Sent as X-CSRF-Token with changes made under the cookie; null leaves it out.</summary>
    public string? Antiforgery { get; set; }

    public static Person Nobody(TestGateway gateway) => new(gateway.Address);

    public static async Task<Person> ByCookie(
        TestGateway gateway,
        string name,
        string password = AccountSeeds.DemoPassword,
        string? code = null
    )
    {
        var person = new Person(gateway.Address);
        person.Antiforgery = (
            await person.Post(
                "/api/v1/session",
                new
                {
                    userName = name,
                    password,
                    code,
                }
            )
        ).As<SessionView>().Antiforgery;
        return person;
    }

    public static async Task<Person> ByToken(TestGateway gateway, string name, string password = AccountSeeds.DemoPassword)
    {
        var person = new Person(gateway.Address);
        var answer = await person.Post("/api/v1/session/token", new { userName = name, password });
        answer.Status.Should().Be((int)HttpStatusCode.OK, "{0} signs in: {1}", name, answer.Body);
        person.Take(answer.Node);
        return person;
    }

    public string? RefreshToken { get; private set; }

    /// <summary>Goes on with the tokens of an answer.</summary>
    public void Take(System.Text.Json.Nodes.JsonNode tokens)
    {
        (Token, RefreshToken) = ((string?)tokens["accessToken"], (string?)tokens["refreshToken"]);
        _http.DefaultRequestHeaders.Authorization = new("Bearer", Token);
    }

    public async Task<SessionView> Session() => await Get<SessionView>("/api/v1/session");

    /// <summary>As a browser does: through every redirect, to the page of this site that the last one names.</summary>
    public async Task<string> FollowToAPage(string path)
    {
        var at = new Uri(_address, path);
        for (var hops = 0; hops < 10; hops++)
        {
            using var response = await _http.GetAsync(at);
            if (response.Headers.Location is not { } next)
                return $"{(int)response.StatusCode} {at.PathAndQuery}";
            at = new(at, next);
            if (
                at.Authority == _address.Authority
                && !at.AbsolutePath.StartsWith("/api", StringComparison.Ordinal)
                && at.AbsolutePath != Sso.Callback
            )
                return at.PathAndQuery;
        }

        throw new InvalidOperationException("It goes round in circles.");
    }

    public async Task<Answer> Send(HttpRequestMessage request)
    {
        if (Antiforgery is not null && request.Method != HttpMethod.Get)
            request.Headers.TryAddWithoutValidation(AccessSetup.AntiforgeryHeader, Antiforgery);
        using (request)
            return await Answer.Of(await _http.SendAsync(request));
    }

    /// <summary>The bare response, as it was sent.</summary>
    public Task<HttpResponseMessage> Open(HttpRequestMessage request) => _http.SendAsync(request);

    public Task<Answer> Get(string path) => Send(new(HttpMethod.Get, path));

    public async Task<T> Get<T>(string path) => (await Get(path)).As<T>();

    public Task<Answer> Put(string path, object body) => Send(new(HttpMethod.Put, path) { Content = JsonContent.Create(body) });

    public Task<Answer> Delete(string path) => Send(new(HttpMethod.Delete, path));

    public Task<Answer> Post(string path, object? body = null) =>
        Send(new(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) });

    /// <summary>A command under an operation id, new unless given.</summary>
    public Task<Answer> Command(string path, object body, Guid? key = null) =>
        Raw(
            path,
            Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(body, Answer.Json)),
            (key ?? Guid.CreateVersion7()).ToString()
        );

    /// <param name="key">Null leaves the header out.</param>
    public Task<Answer> Raw(string path, byte[] body, string? key, string type = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return Send(request);
    }

    /// <param name="origin">Under the cookie the site's own unless given, as a browser says it; empty leaves it out.</param>
    public HubConnection Hub(string? origin = null)
    {
        if (Token is null)
            origin ??= _address.GetLeftPart(UriPartial.Authority);
        var builder = new HubConnectionBuilder().WithUrl(
            new Uri(_address, "/hubs/board"),
            options =>
            {
                if (Token is not null)
                    options.AccessTokenProvider = () => Task.FromResult<string?>(Token);
                else
                    options.Cookies = _cookies;
                if (!string.IsNullOrEmpty(origin))
                    options.Headers["Origin"] = origin;
            }
        );
        builder.Services.Configure<JsonHubProtocolOptions>(options => ApiSetup.Configure(options.PayloadSerializerOptions));
        return builder.Build();
    }

    public void Dispose() => _http.Dispose();
}
