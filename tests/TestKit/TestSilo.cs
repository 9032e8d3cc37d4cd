using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Orleans;
using Supervision.Contracts;

namespace Supervision.TestKit;

/// <summary>
/// One silo as production hosts it, over a store of its own. The domain's clock is set by hand; Orleans' own loops run on real time.
/// </summary>
public sealed partial class TestSilo : IAsyncDisposable
{
    // Below the range that outgoing connections take their ports from.
    private static int _nextPort = 12_000 + Environment.ProcessId % 15_000;

    private readonly FakeTimeProvider _time;
    private IHost? _host;

    private readonly SteppedTime _machine;
    private ClockGuard? _guard;

    private TestSilo(TestStore store, DateTimeOffset now)
    {
        (Store, _time) = (store, new FakeTimeProvider(now));
        _machine = new(_time);
    }

    /// <summary>How far the machine's clock jumped away from the time that goes by; only a guarded silo has a machine.</summary>
    public TimeSpan Jump
    {
        get => _machine.Jump;
        set => _machine.Jump = value;
    }

    public TestStore Store { get; }

    /// <summary>The domain's present.</summary>
    public DateTimeOffset Now => _time.GetUtcNow();

    public IServiceProvider Services => _host?.Services ?? throw new InvalidOperationException("The silo is stopped.");

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    /// <summary>The silo's own journal; a restart forgets the faults ordered from it.</summary>
    public TestJournal Journal => (TestJournal)Services.GetRequiredService<IJournal>();

    /// <summary>Reports on their way up that get lost; null means none. Stays over restarts.</summary>
    public Func<UnitReportOnItsWay, bool>? LoseReport { get; set; }

    /// <summary>Streams that can't be read from the next start on, until the journal is told otherwise.</summary>
    public Func<string, bool>? LoseReadsFromTheStart { get; set; }

    /// <summary>In whose name a test's own calls are made while it says nothing by <see cref="Acting"/>: the system's, which may carry anybody's command; null for nobody's.</summary>
    public Actor? CallsAs { get; set; } = Actor.System;

    /// <param name="at">Civil time the domain starts at.</param>
    public static async Task<TestSilo> Start(StoreUnderTest kind, string at)
    {
        var silo = new TestSilo(TestStore.Create(kind), At(at));
        await silo.Start();
        return silo;
    }

    /// <summary>From the next start on the domain's clock is the machine's, and held against the time that goes by.</summary>
    public ClockGuard GuardClock(TimeSpan bound) => _guard = new(_machine, bound);

    public async Task Start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Test" });
        if (Environment.GetEnvironmentVariable("SUPERVISION_TEST_LOG") is not null)
            builder.Logging.AddSimpleConsole().AddFilter("Orleans", LogLevel.Error);
        builder.Services.AddSingleton(new Clock(_guard is null ? _time : _machine, _guard));
        builder.Services.AddSingleton<IOutgoingGrainCallFilter>(new LossyReports(this));
        builder.Services.AddSingleton<IOutgoingGrainCallFilter>(new TestCalls(this)); // before the silo's own, which seals
        var settings = new StoreSettings(
            Store.Options.PostgresConnectionString,
            Path.GetDirectoryName(Store.Options.SqliteFile) ?? "",
            "127.0.0.1",
            FreePort(),
            FreePort(),
            "test",
            "test",
            TestStore.Secret.ToBase64()
        );
        var door = StoreDoor.ToServe(settings, StoreMode.Real, ownsFolder: false);
        builder.AddSupervisionSilo(settings, door);
        door.Open();
        Watch(builder.Services, LoseReadsFromTheStart);
        _host = builder.Build();
        await _host.StartAsync();
    }

    public async Task Stop()
    {
        if (_host is null)
            return;
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        _host = null;
    }

    /// <summary>Another process over the same store: nothing in memory survives.</summary>
    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Store.Dispose();
    }

    /// <summary>Puts the journal the silo would use behind one whose faults a test can order.</summary>
    private static void Watch(IServiceCollection services, Func<string, bool>? loseRead)
    {
        var own = services.Single(service => service.ServiceType == typeof(IJournal));
        services.Remove(own);
        services.AddSingleton(own.ImplementationType!);
        services.AddSingleton<IJournal>(provider => new TestJournal((IJournal)provider.GetRequiredService(own.ImplementationType!))
        {
            LoseRead = loseRead,
        });
    }

    private static int FreePort()
    {
        while (true)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, Interlocked.Increment(ref _nextPort));
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken by another program: the next one.
            }
        }
    }

    private sealed class TestCalls(TestSilo silo) : IOutgoingGrainCallFilter
    {
        public async Task Invoke(IOutgoingGrainCallContext context)
        {
            if (context.SourceContext is not null || Acting.Current is not null)
            {
                await context.Invoke();
                return;
            }

            using var acting = Acting.As(silo.CallsAs);
            await context.Invoke();
        }
    }

    private sealed class LossyReports(TestSilo silo) : IOutgoingGrainCallFilter
    {
        public Task Invoke(IOutgoingGrainCallContext context) =>
            context.MethodName == "Report"
            && context.Request.GetArgument(0) is ImmutableArray<Contracts.UnitReport> reports
            && silo.LoseReport?.Invoke(new(reports, context.TargetId.ToString())) == true
                ? Task.CompletedTask
                : context.Invoke();
    }
}

/// <param name="To">Grain id of who would have received it.</param>
public sealed record UnitReportOnItsWay(ImmutableArray<Contracts.UnitReport> Reports, string To);
