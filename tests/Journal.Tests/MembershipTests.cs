using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Supervision.Journal.Tests;

/// <summary>The stock clustering provider on our own SQL. Most tests use its table only.</summary>
public sealed class MembershipTests : IDisposable
{
    private readonly TestStore _store = TestStore.Create(StoreUnderTest.Postgres);
    private readonly IHost _host;
    private readonly IMembershipTable _table;

    public MembershipTests()
    {
        _host = Host.CreateDefaultBuilder()
            .UseOrleans(silo =>
                silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("c", "s"))
                    .ConfigureEndpoints(IPAddress.Loopback, siloPort: FreePort(), gatewayPort: FreePort())
                    .UseAdoNetClustering(options =>
                        (options.Invariant, options.ConnectionString) = (_store.Invariant, _store.ConnectionString)
                    )
            )
            .Build();
        _table = _host.Services.GetRequiredService<IMembershipTable>();
    }

    [Fact]
    public async Task Table_RowsMoveWithItsVersion()
    {
        await _table.InitializeMembershipTableAsync(true);
        await _table.InitializeMembershipTableAsync(true);
        var version = (await _table.ReadAllAsync()).Version;
        var silo = Entry(11111, 1, SiloStatus.Joining);

        (await _table.InsertRowAsync(silo, version.Next())).Should().BeTrue();
        (await _table.InsertRowAsync(Entry(11112, 1, SiloStatus.Joining), version.Next())).Should().BeFalse("the table has moved");
        version = (await _table.ReadAllAsync()).Version;
        (await _table.InsertRowAsync(silo, version.Next())).Should().BeFalse("the silo is there");

        await _table.UpdateIAmAliveAsync(
            new MembershipEntry { SiloAddress = silo.SiloAddress, IAmAliveTime = Some.Noon.AddHours(1).UtcDateTime }
        );
        var read = (await _table.ReadRowAsync(silo.SiloAddress)).Members.Should().ContainSingle().Subject.Item1;
        (read.Status, read.IAmAliveTime, read.SiloName).Should().Be((SiloStatus.Joining, Some.Noon.AddHours(1).UtcDateTime, "silo-11111"));
        (await _table.ReadRowAsync(SiloAddress.New(IPAddress.Loopback, 1, 1))).Members.Should().BeEmpty();
    }

    [Fact]
    public async Task Silo_StartedAndStopped_WalksThroughItsStates()
    {
        await _host.StartAsync();
        (await _table.ReadAllAsync()).Members.Should().ContainSingle().Which.Item1.Status.Should().Be(SiloStatus.Active);

        await _host.StopAsync();
        (await _table.ReadAllAsync()).Members.Should().ContainSingle().Which.Item1.Status.Should().Be(SiloStatus.Dead);
    }

    [Fact]
    public async Task Cleanup_RemovesOldRowsButNeverAnActiveSilo()
    {
        await _table.InitializeMembershipTableAsync(true);
        await _table.InsertRowAsync(Entry(11111, 1, SiloStatus.Active), (await _table.ReadAllAsync()).Version.Next());
        await _table.InsertRowAsync(Entry(11112, 1, SiloStatus.Dead), (await _table.ReadAllAsync()).Version.Next());

        await _table.CleanupDefunctSiloEntriesAsync(Some.Noon.AddDays(1));

        (await _table.ReadAllAsync()).Members.Should().ContainSingle().Which.Item1.Status.Should().Be(SiloStatus.Active);
        await _table.DeleteMembershipTableEntriesAsync("c");
    }

    public void Dispose()
    {
        _host.Dispose();
        _store.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static MembershipEntry Entry(int port, int generation, SiloStatus status) =>
        new()
        {
            SiloAddress = SiloAddress.New(IPAddress.Loopback, port, generation),
            SiloName = $"silo-{port}",
            HostName = "host",
            Status = status,
            ProxyPort = 30000,
            StartTime = Some.Noon.UtcDateTime,
            IAmAliveTime = Some.Noon.UtcDateTime,
        };
}
