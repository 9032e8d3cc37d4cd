using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Reflection;
using System.Text.Json.Nodes;
using Supervision.TestKit.Malformed;

namespace Supervision.Bench;

/// <summary>Malformed requests against the built gateway as a process of its own: a sandbox with a roster and cases under way.</summary>
internal static class MalformedBench
{
    private const string Password = "demo-2026-demo";
    private static readonly string[] Roster = ["counties", "inspectors", "schools", "institutions", "assignments"];

    public static async Task<int> Run(int count, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("supervision-malformed-").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var gateway = Start(folder, address);
        try
        {
            await Ready(gateway, address);
            await Prepare(address);
            var run = new MalformedRun(address, folder, Password);
            var figures = await run.Send(
                count,
                seed,
                sent =>
                {
                    if (gateway.HasExited)
                        throw new InvalidOperationException(
                            $"The gateway ended with {gateway.ExitCode} after {sent} requests (seed {seed})."
                        );
                    if (sent % 10_000 < 10)
                        Console.Error.Write($"\r{sent} ");
                }
            );
            Console.Error.WriteLine();
            foreach (var line in figures.Lines())
                Console.WriteLine(line);
            Console.WriteLine(
                gateway.HasExited
                    ? $"the gateway ended with {gateway.ExitCode}"
                    : "the gateway is still there, one process from beginning to end"
            );
            return figures.Faults.Count == 0 && !gateway.HasExited ? 0 : 1;
        }
        finally
        {
            if (!gateway.HasExited)
                gateway.Kill();
            await gateway.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Process Start(string folder, Uri address)
    {
        var program = typeof(MalformedBench)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(told => told.Key == "GatewayProgram")
            .Value!;
        var start = new ProcessStartInfo("dotnet", [program, "--sandbox"])
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Supervision__Data"] = folder;
        start.Environment["Logging__LogLevel__Default"] = "Error";
        foreach (var inherited in new[] { "Supervision__Postgres", "Supervision__Role", "DOTNET_ENVIRONMENT" })
            start.Environment.Remove(inherited);
        // What is over a limit would not be looked at, which is not what this measures.
        foreach (
            var limit in new[]
            {
                "SignInsPerAddress",
                "SignInsPerAccount",
                "CommandsPerUser",
                "CommandsPerAddress",
                "ReadsPerUser",
                "ReadsPerAddress",
                "ExportsPerUser",
                "ExportsPerAddress",
                "UploadsPerUser",
                "UploadsPerAddress",
            }
        )
            start.Environment[$"Supervision__Limits__{limit}"] = "100000000";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (
                line.Data?.Contains("fail:", StringComparison.Ordinal) == true
                || line.Data?.Contains("crit:", StringComparison.Ordinal) == true
            )
                Console.Error.WriteLine(line.Data);
        };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task Ready(Process gateway, Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await beat.WaitForNextTickAsync(deadline.Token))
        {
            if (gateway.HasExited)
                throw new InvalidOperationException($"The gateway ended with {gateway.ExitCode} instead of starting.");
            try
            {
                // The audit and system accounts are seeded last: who can sign in is everybody.
                using var answer = await http.PostAsJsonAsync(
                    new Uri("/api/v1/session/token", UriKind.Relative),
                    new { userName = "admin", password = Password },
                    deadline.Token
                );
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException) { }
        }
    }

    /// <summary>The demonstration's roster on 10 April 2026, and an issue in each school that is asked about.</summary>
    private static async Task Prepare(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        await SignIn(http, "city");
        using var form = new MultipartFormDataContent();
        foreach (var name in Roster)
            form.Add(
                new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "data", $"{name}.csv"))),
                "files",
                $"{name}.csv"
            );
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/rosters/import") { Content = form };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        (await http.SendAsync(request)).EnsureSuccessStatusCode();
        (
            await http.PostAsJsonAsync(new Uri("/api/v1/sandbox/clock", UriKind.Relative), new { advanceTo = "2026-04-10T10:00:00+08:00" })
        ).EnsureSuccessStatusCode();
        await SignIn(http, "county-330502");
        foreach (var school in new[] { "2133901763", "2133901764", "2133901765", "2133901746" })
        {
            using var opening = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/units/school/{school}/issues")
            {
                Content = JsonContent.Create(
                    new
                    {
                        origin = "Complaint",
                        category = "S-HW-04",
                        description = "作业公示不全",
                        document = "交办单〔2026〕3号",
                    }
                ),
            };
            opening.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            (await http.SendAsync(opening)).EnsureSuccessStatusCode();
        }
    }

    private static async Task SignIn(HttpClient http, string user)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri("/api/v1/session/token", UriKind.Relative),
            new { userName = user, password = Password }
        );
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["accessToken"]!
        );
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
