using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Supervision.Gateway.Tests.Hosting;

public enum Mode
{
    Sandbox = 1,
    Real = 2,
}

/// <summary>A gateway with its actors, on a free port over a store of its own: the program itself, with the arguments a person would give.</summary>
public sealed class TestGateway : IAsyncDisposable
{
    private readonly TestStore? _postgres;
    private readonly string[] _settings;
    private EntryPoint _program = null!;
    private IHost _host = null!;

    private TestGateway(StoreUnderTest store, string[] settings)
    {
        _settings = settings;
        Folder = Directory.CreateTempSubdirectory("supervision-gateway-").FullName;
        if (store == StoreUnderTest.Postgres)
            _postgres = TestStore.Create(store);
    }

    public string Folder { get; }

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _host.Services;

    /// <param name="settings">More arguments, e.g. <c>--Supervision:Limits:ReadsPerUser</c>, <c>5</c>.</param>
    public static async Task<TestGateway> Start(StoreUnderTest store, Mode mode = Mode.Sandbox, params string[] settings)
    {
        var gateway = new TestGateway(store, settings);
        try
        {
            await gateway.Open(mode);
            return gateway;
        }
        catch
        {
            await gateway.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="InvalidOperationException">The program refused to start.</exception>
    public async Task Open(Mode mode)
    {
        var arguments = new List<string>
        {
            "--applicationName",
            "Supervision.Gateway",
            "--environment",
            "Production",
            "--urls",
            "http://127.0.0.1:0",
            "--Supervision:Data",
            Folder,
            "--Logging:LogLevel:Default",
            "Error",
            "--Logging:LogLevel:Supervision",
            "Warning",
            "--Logging:LogLevel:Orleans",
            "Error",
        };
        arguments.AddRange(_settings);
        if (mode == Mode.Sandbox)
            arguments.Insert(0, "--sandbox");
        if (_postgres is not null)
            arguments.AddRange([
                "--Supervision:Postgres",
                _postgres.ConnectionString,
                "--Supervision:Secret",
                TestStore.Secret.ToBase64(),
                "--Supervision:SiloPort",
                FreePort(),
                "--Supervision:GatewayPort",
                FreePort(),
            ]);
        (_program, _host) = await EntryPoint.Start([.. arguments, .. _settings]);
        Address = new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.Holds(async () => (await http.GetAsync("/healthz/ready")).IsSuccessStatusCode, "the gateway is ready");
        if (mode == Mode.Sandbox)
            await Eventually.Holds(() => Task.FromResult(Seeded()), "the sandbox has its accounts");
    }

    /// <summary>Looks into the accounts' database, or changes it behind the program's back.</summary>
    public async Task<T> InAccounts<T>(Func<AccountsDb, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<AccountsDb>());
    }

    public async Task Close()
    {
        Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await _program.Ended.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async Task Restart(Mode mode = Mode.Sandbox)
    {
        await Close();
        await Open(mode);
    }

    /// <summary>The test wrote into the store behind the program's back.</summary>
    public bool IsTampered { get; set; }

    /// <summary>As an auditor would, beside the running gateway: 0 when the store is intact.</summary>
    public int Verify(TextWriter output) => AuditCommands.Run(["verify"], Store, output);

    public GatewaySettings Settings => new(false, false, false, Folder, _postgres?.ConnectionString);

    /// <summary>As a command at the server finds it.</summary>
    public StoreSettings Store =>
        new(_postgres?.ConnectionString, Folder, "127.0.0.1", 0, 0, "", "", _postgres is null ? null : TestStore.Secret.ToBase64());

    /// <exception cref="InvalidOperationException">Whatever the test did, it left a store that does not verify.</exception>
    public async ValueTask DisposeAsync()
    {
        if (_host is not null && !_program.Ended.IsCompleted)
            await Close();
        using var output = new StringWriter();
        var isIntact = _host is null || IsTampered || Verify(output) == 0;
        _postgres?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        if (!isIntact)
            throw new InvalidOperationException("The store does not verify after the test:\n" + output);
    }

    /// <summary>Accounts are seeded in the order of the seeds; the last one is the administrator.</summary>
    private bool Seeded()
    {
        using var scope = Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<AccountsDb>().Users.Any(account => account.UserName == "admin");
    }

    public static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
