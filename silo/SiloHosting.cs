using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Hosting;
using Supervision.Contracts;

namespace Supervision.Silo;

/// <summary>Hosts the actors: the same code embedded in one process over SQLite and spread over many over PostgreSQL.</summary>
public static class SiloHosting
{
    /// <summary>SQLite's invariant; the provider of this name loads Microsoft.Data.Sqlite.</summary>
    private const string SqliteInvariant = "System.Data.SQLite";
    private const string PostgresInvariant = "Npgsql";

    /// <summary>Adds a silo with journal, snapshots, reminders and clustering on a store. Nothing of the store is touched before <see cref="StoreDoor.Open"/>.</summary>
    public static IHostApplicationBuilder AddSupervisionSilo(
        this IHostApplicationBuilder builder,
        StoreSettings store,
        StoreDoor door,
        StoreMode mode = StoreMode.Real
    )
    {
        builder.Services.AddSingleton(door.Secret);
        builder.Services.AddJournal(store.Journal).AddAuditStore(store.Journal);
        builder.AddChannels();
        builder.Services.AddHostedService(services => new StoreClaim(services.GetRequiredService<IJournal>(), mode, store)); // before Orleans starts
        if (builder.Services.All(service => service.ServiceType != typeof(Clock)))
            builder.AddClockGuard(); // a simulated clock, or a test's, is ahead by design
        builder.UseOrleans(silo => silo.AddSupervision(store));
        return builder;
    }

    /// <summary>Holds the machine's clock against the store's. Readiness and whatever decides by the clock ask the <see cref="ClockGuard"/>.</summary>
    /// <exception cref="InvalidOperationException">The setting is unreadable.</exception>
    public static void AddClockGuard(this IHostApplicationBuilder builder)
    {
        var bound = ClockWatch.Bound(builder.Configuration);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new ClockGuard(services.GetRequiredService<TimeProvider>(), bound));
        builder.Services.AddHostedService<ClockWatch>();
    }

    public static ISiloBuilder AddSupervision(this ISiloBuilder silo, StoreSettings store)
    {
        silo.Services.TryAddSingleton(TimeProvider.System);
        silo.Services.TryAddSingleton(services => new Clock(
            services.GetRequiredService<TimeProvider>(),
            services.GetService<ClockGuard>()
        )); // a sandbox has put its own there
        silo.Services.AddSingleton<Rulebooks>().AddSingleton<Snapshots>().AddSingleton<Reports>();
        silo.Services.TryAddSingleton<AccessDenials>();
        silo.Services.TryAddSingleton<ActorSeal>();
        silo.AddOutgoingGrainCallFilter<ActorSealing>();
        silo.AddIncomingGrainCallFilter<Faults>();
        silo.AddIncomingGrainCallFilter<Gate>();
        silo.AddStartupTask<WakeCounties>();
        silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (store.ClusterId, store.ServiceId));
        if (store.Dashboard)
            silo.AddDashboard(options => options.HideTrace = true);
        return store.IsClustered ? silo.OnPostgres(store) : silo.OnSqlite(store);
    }

    private static ISiloBuilder OnPostgres(this ISiloBuilder silo, StoreSettings store)
    {
        silo.Services.AddSingleton(_ => new MembershipSource(store.Journal.PostgresConnectionString!));
        silo.Services.AddSingleton<StoreWitnessClient>()
            .AddSingleton<StoreWatch>()
            .AddHostedService(services => services.GetRequiredService<StoreWatch>());
        silo.AddGrainService<StoreWitness>();
        silo.UseAdoNetClustering(options =>
            options.Configure<MembershipSource>(
                (clustering, source) => (clustering.Invariant, clustering.DataSource) = (PostgresInvariant, source.Source)
            )
        );
        silo.ConfigureEndpoints(IPAddress.Parse(store.Address), store.SiloPort, store.GatewayPort, listenOnAnyHostAddress: false);
        silo.AddAdoNetGrainStorage(
            Snapshots.ProviderName,
            options =>
                options.Configure<NpgsqlDataSource>(
                    (storage, source) =>
                    {
                        (storage.Invariant, storage.DataSource) = (PostgresInvariant, source);
                        storage.GrainStorageSerializer = SnapshotSerializer.Instance;
                    }
                )
        );
        silo.UseAdoNetReminderService(options =>
            options.Configure<NpgsqlDataSource>(
                (reminders, source) => (reminders.Invariant, reminders.DataSource) = (PostgresInvariant, source)
            )
        );
        // A hung silo is evicted in about 11 s instead of 68 s, a killed one is noticed within 6 s.
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = TimeSpan.FromSeconds(2);
            options.MaxProbeTimeout = TimeSpan.FromSeconds(3);
            options.TableRefreshTimeout = TimeSpan.FromSeconds(10);
            options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        });
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(8));
        return silo;
    }

    private static ISiloBuilder OnSqlite(this ISiloBuilder silo, StoreSettings store)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = store.Journal.SqliteFile }.ConnectionString;
        // One process talks to itself: ports of its own, so that any number of installations run side by side.
        silo.UseLocalhostClustering(FreePort(), gatewayPort: 0, serviceId: store.ServiceId, clusterId: store.ClusterId);
        silo.AddAdoNetGrainStorage(
            Snapshots.ProviderName,
            options =>
            {
                (options.Invariant, options.ConnectionString) = (SqliteInvariant, connection);
                options.GrainStorageSerializer = SnapshotSerializer.Instance;
            }
        );
        silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (SqliteInvariant, connection));
        return silo;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
