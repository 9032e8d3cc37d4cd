using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Supervision.Contracts;

namespace Supervision.Faults.Rig;

/// <summary>
/// Programs that belong together: one database or data folder, ports, and the processes running on them. All of them are gone
/// when it is disposed.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly List<Running> _all = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("supervision-faults-").FullName;
    private readonly PgCluster? _cluster;
    private readonly bool _ownsCluster;
    private readonly int _port = FreePort();
    private readonly Dictionary<string, (int Silo, int Gateway)> _silos = [];

    private Installation(PgCluster? cluster, bool ownsCluster = false)
    {
        (_cluster, _ownsCluster) = (cluster, ownsCluster);
        Postgres = cluster?.CreateDatabase();
        Journal = new(Postgres, Path.Combine(_folder, "supervision.db"));
        Api = new($"http://127.0.0.1:{_port}");
    }

    /// <summary>Null on SQLite.</summary>
    public string? Postgres { get; }

    public string Folder => _folder;

    /// <summary>The working directory of what is started from now on; null for each program's own folder.</summary>
    public string? StartedFrom { get; set; }

    public JournalReader Journal { get; }

    public Api Api { get; }

    /// <summary>The newest gateway.</summary>
    public Running Gateway { get; private set; } = null!;

    public static Installation OnSqlite() => new(null);

    public static Installation OnPostgres() => new(PgCluster.Shared);

    /// <summary>The only one on a server with as many connections as PostgreSQL is shipped with.</summary>
    public static Installation OnPostgresAsShipped() => new(PgCluster.SharedAsShipped);

    /// <summary>Over a server that belongs to this installation alone.</summary>
    public static Installation Owning(PgCluster cluster) => new(cluster, ownsCluster: true);

    /// <summary>Gateway and actors in one process, a simulated clock.</summary>
    public Task<Running> StartSandbox() =>
        StartGateway("sandbox", Settings([("Supervision__Data", _folder), .. Ports("embedded")]), "--sandbox");

    /// <summary>A gateway whose actors are in silos.</summary>
    public Task<Running> StartGateway() =>
        StartGateway("gateway", Settings(("Supervision__Role", "gateway"), ("Supervision__Data", _folder)));

    /// <summary>Walks the store as an auditor does, beside whatever runs.</summary>
    public async Task<Running> Verify()
    {
        var walk = Start("verify", Outputs.Gateway, Settings(("Supervision__Data", _folder)), "verify");
        await Eventually.True("the walk ended", () => Task.FromResult(walk.HasEnded));
        return walk;
    }

    /// <summary>Of what is started from now on.</summary>
    public string Secret { get; set; } = ClusterSecret.Create().ToBase64();

    /// <summary>What is started from now on is given another secret.</summary>
    /// <returns>The one before.</returns>
    public string ForgetSecret()
    {
        var former = Secret;
        Secret = ClusterSecret.Create().ToBase64();
        return former;
    }

    /// <summary>The same name gets the same ports, as a service that is started again does.</summary>
    public Running StartSilo(string name) =>
        Start(
            name,
            Outputs.Silo,
            Settings(
                Lines.TryGetValue(name, out var line) ? [("Supervision__Postgres", line.ConnectionString), .. Ports(name)] : Ports(name)
            )
        );

    /// <summary>By which a silo reaches PostgreSQL, by its name; straight where there is none.</summary>
    public Dictionary<string, PostgresLine> Lines { get; } = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var running in _all)
            running.Dispose();
        await Api.DisposeAsync();
        if (_ownsCluster)
            _cluster!.Dispose();
        else if (Postgres is not null)
            _cluster!.DropDatabase(Postgres);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Running> StartGateway(string name, Dictionary<string, string> settings, params string[] arguments)
    {
        settings["ASPNETCORE_URLS"] = Api.Address;
        var running = Gateway = Start(name, Outputs.Gateway, settings, arguments);
        await Eventually.True(
            $"{name} is ready",
            async () =>
            {
                if (!running.HasEnded)
                    return await Api.IsReady();
                throw new InvalidOperationException(
                    $"{name} ended with {running.ExitCode}:\n{string.Join('\n', running.Lines.TakeLast(30))}"
                );
            }
        );
        return running;
    }

    private Running Start(string name, string program, Dictionary<string, string> settings, params string[] arguments)
    {
        var running = new Running(name, program, settings, StartedFrom, arguments);
        _all.Add(running);
        return running;
    }

    private Dictionary<string, string> Settings(params ReadOnlySpan<(string Key, string Value)> more)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["DOTNET_gcServer"] = "0",
        };
        settings["Supervision__Secret"] = Secret;
        // One account and one address do here what a county's offices and phones do elsewhere.
        foreach (var limit in new[] { "CommandsPerUser", "CommandsPerAddress", "ReadsPerUser", "ReadsPerAddress" })
            settings[$"Supervision__Limits__{limit}"] = "10000000";
        settings["Supervision__SecondFactor"] = "Optional"; // nobody here has an authenticator
        if (Postgres is not null)
            settings["Supervision__Postgres"] = Postgres;
        foreach (var (key, value) in more)
            settings[key] = value;
        return settings;
    }

    private (string, string)[] Ports(string name)
    {
        if (!_silos.TryGetValue(name, out var ports))
            _silos[name] = ports = (FreePort(), FreePort());
        return
        [
            ("Supervision__SiloPort", ports.Silo.ToString(CultureInfo.InvariantCulture)),
            ("Supervision__GatewayPort", ports.Gateway.ToString(CultureInfo.InvariantCulture)),
        ];
    }

    public void Show()
    {
        foreach (var running in _all.TakeLast(6))
        {
            Console.WriteLine($"──── {running.Name} {(running.HasEnded ? $"(ended with {running.ExitCode})" : "(still running)")}");
            foreach (var line in running.Lines.TakeLast(60))
                Console.WriteLine(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
