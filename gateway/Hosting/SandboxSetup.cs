namespace Supervision.Gateway.Hosting;

public static class SandboxSetup
{
    public static void AddSandbox(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        builder.Services.AddSingleton<RosterImport>().AddSingleton<DemonstrationRoster>();
        builder.Services.AddHostedService<Welcome>();
        if (!settings.Sandbox)
            return;
        builder.Services.AddSingleton<SimulatedInspectors>().AddSingleton<SandboxClock>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SandboxClock>());
    }
}

/// <summary>The last thing at start: accounts of a sandbox, the demonstration's roster, and what to tell the person at the console.</summary>
public sealed partial class Welcome(
    IServiceProvider services,
    GatewaySettings settings,
    Presentation presentation,
    IClusterClient cluster,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<Welcome> logger
) : BackgroundService
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var system = Acting.AsSystem();
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        while (true)
        {
            try
            {
                await Prepare(stoppingToken);
                return;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested && Problem.IsUnknownOutcome(fault))
            {
                // The store went away while the gateway was starting: everything here may be repeated, and the gateway stays.
                LogAgain(fault);
                await Task.Delay(TryAgain, time, stoppingToken);
            }
        }
    }

    private async Task Prepare(CancellationToken stoppingToken)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountSeeds>();
        presentation.Demonstration |= await cluster.GetGrain<IDirectoryGrain>(0).Fact(DemonstrationRoster.Fact) is not null;
        if (settings.Sandbox)
            await accounts.SeedSandbox();
        if (settings.Demo)
            await StartDemonstration(scope.ServiceProvider, stoppingToken);
        Say(await accounts.None());
    }

    private async Task StartDemonstration(IServiceProvider provider, CancellationToken cancellation)
    {
        if ((await cluster.GetGrain<IDirectoryGrain>(0).Counties("")).IsEmpty)
            await provider.GetRequiredService<DemonstrationRoster>().Load(Actor.System, presentation, cancellation);
        await provider.GetRequiredService<SandboxClock>().SetSpeed(SandboxClock.DemoSpeed, cancellation);
    }

    private void Say(bool noAccounts)
    {
        var address =
            services
                .GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
                .Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()
                ?.Addresses.FirstOrDefault()
            ?? "";
        Console.WriteLine();
        Console.WriteLine($"  督导 Supervision.Actors  {address}");
        if (settings.Demo)
        {
            Console.WriteLine($"  演示 demonstration · password {AccountSeeds.DemoPassword}");
            Console.WriteLine("  county-330521 (德清县) · inspector-330521-01 (责任督学) · city (湖州市) · province (浙江省)");
            Console.WriteLine(
                "  director-330521 (督导办主任) · committee-office-330521, committee-330521 (教督委) · unit-2133901815 (德清县实验小学)"
            );
        }
        else if (settings.Sandbox)
        {
            Console.WriteLine(
                $"  sandbox · password {AccountSeeds.DemoPassword} · accounts: county-330521, inspector-330521-01, director-330521, committee-330521, unit-2133901815, city, province, admin"
            );
        }
        else if (noAccounts)
        {
            Console.WriteLine(
                $"  首次使用：在页面上用此代码建立管理员 / first start: make the administrator with this code: {services.GetRequiredService<SetupCode>().Text}"
            );
        }

        Console.WriteLine();
    }

    [LoggerMessage(LogLevel.Warning, "The store did not answer while accounts and data were prepared; it is tried again in a second.")]
    private partial void LogAgain(Exception fault);
}
