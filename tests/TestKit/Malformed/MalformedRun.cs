using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Supervision.TestKit.Malformed;

/// <summary>What came of a run.</summary>
/// <param name="Statuses">How often each status was answered; 0 is a connection closed unanswered.</param>
/// <param name="Successes">Requests that were valid after all and changed something, by operation.</param>
/// <param name="Faults">What must not be: answers from 500 on, changes nobody was told of, answers that show the program's insides.</param>
public sealed record MalformedFigures(
    int Seed,
    int Requests,
    TimeSpan Took,
    IReadOnlyDictionary<int, int> Statuses,
    IReadOnlyDictionary<string, int> Successes,
    IReadOnlyList<string> Faults
)
{
    public IEnumerable<string> Lines()
    {
        yield return $"{Requests} requests, seed {Seed}, {Took.TotalSeconds:F1} s, {Requests / Took.TotalSeconds:F0}/s";
        yield return "status: "
            + string.Join(
                "  ",
                Statuses.OrderBy(status => status.Key).Select(status => $"{(status.Key == 0 ? "closed" : status.Key)} × {status.Value}")
            );
        yield return $"valid after all, and done: {Successes.Values.Sum()}"
            + string.Concat(
                Successes.OrderByDescending(success => success.Value).Select(success => $"\n  {success.Value} × {success.Key}")
            );
        yield return $"faults: {Faults.Count}" + string.Concat(Faults.Take(40).Select(fault => "\n  " + fault));
    }
}

/// <summary>
/// Sends malformed requests to a sandbox whose clock stands still, a handful at once, and looks at the store after each handful:
/// unless one of them was answered as done, nothing may have changed.
/// </summary>
public sealed partial class MalformedRun(Uri address, string folder, string password)
{
    private const int Handful = 16;
    private const int MostFaults = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, string> _tokens = [];
    private readonly HashSet<string> _signedOut = [];
    private readonly SortedDictionary<int, int> _statuses = [];
    private readonly SortedDictionary<string, int> _successes = [];
    private readonly List<string> _faults = [];

    public async Task<MalformedFigures> Send(int count, int seed, Action<int>? progress = null)
    {
        using var http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                MaxConnectionsPerServer = 2 * Handful,
            }
        )
        {
            BaseAddress = address,
            Timeout = Patience,
        };
        var requests = new MalformedRequests(new(await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))), seed);
        var raw = new RawRequests(address, seed);
        using var store = new StoreWatch(folder);
        foreach (var account in MalformedRequests.Accounts.OfType<string>().Distinct())
            await SignIn(http, account);
        var started = Stopwatch.GetTimestamp();
        var before = await store.Settled();
        for (var sent = 0; sent < count && _faults.Count < MostFaults; )
        {
            var asked = Enumerable.Range(0, Math.Min(Handful, count - sent)).Select(_ => requests.Next()).ToList();
            var bytes = sent % 2 == 0 ? raw.Next() : null;
            var answers = await Task.WhenAll(asked.Select(request => Ask(http, request)));
            if (bytes is not null)
                Count(await raw.Send(bytes), "raw bytes " + Convert.ToHexString(bytes[..Math.Min(200, bytes.Length)]));
            var done = answers.Count(answer => answer);
            var after = done > 0 ? await store.Settled() : store.Read();
            if (done == 0 && after != before)
                _faults.Add($"the store changed and nobody was told: {before} → {after} by one of\n    {string.Join("\n    ", asked)}");
            before = after;
            sent += asked.Count + (bytes is null ? 0 : 1);
            foreach (var account in _signedOut)
                await SignIn(http, account);
            _signedOut.Clear();
            progress?.Invoke(sent);
        }

        await StillThere(http);
        return new(seed, _statuses.Values.Sum(), Stopwatch.GetElapsedTime(started), _statuses, _successes, _faults);
    }

    private async Task SignIn(HttpClient http, string account)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri("/api/v1/session/token", UriKind.Relative),
            new { userName = account, password }
        );
        if (answer.IsSuccessStatusCode)
            _tokens[account] = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["accessToken"]!;
        else
            _faults.Add($"{account} can't sign in: {answer.StatusCode}");
    }

    /// <returns>True when it was answered as done and may have changed something.</returns>
    private async Task<bool> Ask(HttpClient http, MalformedRequest request)
    {
        try
        {
            using var message = request.Message(address, request.As is null ? null : _tokens.GetValueOrDefault(request.As));
            using var answer = await http.SendAsync(message);
            var body = await answer.Content.ReadAsStringAsync();
            var status = (int)answer.StatusCode;
            lock (_faults)
            {
                Count(status, $"{request}: {body}");
                if (status >= 400 && Insides().Match(body) is { Success: true } inside)
                    _faults.Add($"{status} shows {inside.Value}: {request}: {body}");
                // Signing out is among the requests too.
                if (status == 401 && request.As is not null && !request.IsOfSession)
                    _signedOut.Add(request.As);
                if (
                    status is < 200 or >= 300
                    || HttpMethod.Parse(request.Method) == HttpMethod.Get
                    || request.Method is "HEAD" or "OPTIONS" or "TRACE"
                    || request.IsPreview
                )
                    return false;
                var what = $"{request.Method} {Codes().Replace(request.Target.Split('?')[0], "…")} as {request.As ?? "nobody"}";
                _successes[what] = _successes.GetValueOrDefault(what) + 1;
                return !request.IsOfSession;
            }
        }
        catch (HttpRequestException)
        {
            lock (_faults)
                Count(0, request.ToString());
            return false; // hung up on: a body nobody wanted was still under way
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or UriFormatException)
        {
            return false; // the client library would not send it
        }
        catch (TaskCanceledException)
        {
            lock (_faults)
                _faults.Add($"no answer within {Patience.TotalSeconds} s: {request}");
            return false;
        }
    }

    private void Count(int status, string what)
    {
        _statuses[status] = _statuses.GetValueOrDefault(status) + 1;
        if (status >= 500)
            _faults.Add($"{status}: {what}");
    }

    private async Task StillThere(HttpClient http)
    {
        using var ready = await http.GetAsync(new Uri("/healthz/ready", UriKind.Relative));
        if (ready.StatusCode != HttpStatusCode.OK)
            _faults.Add($"not ready afterwards: {ready.StatusCode}");
    }

    [GeneratedRegex(
        @"   at \w+\.|Exception\b|Supervision\.(Gateway|Rules|Actors|Contracts|Journal)|System\.[A-Z]\w+|Microsoft\.|SQLite|Npgsql|select .* from",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Insides();

    [GeneratedRegex(@"[^/]*([0-9%]|[^\x20-\x7e])[^/]*", RegexOptions.CultureInvariant)]
    private static partial Regex Codes();
}
