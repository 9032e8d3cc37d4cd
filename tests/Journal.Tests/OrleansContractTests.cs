using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Storage;
using Orleans.TestingHost;

namespace Supervision.Journal.Tests;

/// <summary>The stock ADO.NET providers on our own SQL, in a silo of one.</summary>
public abstract class OrleansContractTests(StoreUnderTest kind) : IAsyncLifetime
{
    private readonly TestStore _store = TestStore.Create(kind);
    private InProcessTestCluster? _cluster;

    private IServiceProvider Silo => _cluster!.Silos[0].ServiceProvider;

    private IGrainStorage Storage => Silo.GetRequiredKeyedService<IGrainStorage>("snapshots");

    private IReminderTable Reminders => Silo.GetRequiredService<IReminderTable>();

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo(
            (_, silo) =>
                silo.AddAdoNetGrainStorage(
                        "snapshots",
                        options => (options.Invariant, options.ConnectionString) = (_store.Invariant, _store.ConnectionString)
                    )
                    .UseAdoNetReminderService(options =>
                        (options.Invariant, options.ConnectionString) = (_store.Invariant, _store.ConnectionString)
                    )
        );
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
        _store.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("school/2133901746")]
    [InlineData("4294967295")] // Parsed as a number by the provider: the extension is null.
    public async Task Storage_TwoFirstWriters_ExactlyOneWins(string key)
    {
        var grain = GrainId.Create("snapshot", key);

        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Task.Run(() => TryWrite(grain, Snapshot($"writer {i}")))));

        results.Should().ContainSingle(won => won);
        var read = Snapshot("");
        await Storage.ReadStateAsync("snapshot", grain, read);
        read.ETag.Should().Be("1");
        read.State!.Text.Should().StartWith("writer");
    }

    [Fact]
    public async Task Storage_ReadWriteClear_FollowTheVersion()
    {
        var grain = GrainId.Create("snapshot", "school/1");
        var state = Snapshot("一");
        await Storage.WriteStateAsync("snapshot", grain, state);
        var stale = Snapshot("stale", state.ETag);
        state.State!.Text = "二";
        await Storage.WriteStateAsync("snapshot", grain, state);
        state.ETag.Should().Be("2");
        (await TryWrite(grain, stale)).Should().BeFalse();

        var read = Snapshot("");
        await Storage.ReadStateAsync("snapshot", grain, read);
        (read.State!.Text, read.ETag, read.RecordExists).Should().Be(("二", "2", true));

        await Storage.ClearStateAsync("snapshot", grain, read);
        read.ETag.Should().Be("3");
        (await TryWrite(grain, state)).Should().BeFalse();
        read.State!.Text = "三";
        (await TryWrite(grain, read)).Should().BeTrue();
    }

    [Fact]
    public async Task Storage_WriteOnAVersionThatIsGone_IsInconsistent()
    {
        var state = Snapshot("x", "7");
        (await TryWrite(GrainId.Create("snapshot", "school/absent"), state)).Should().BeFalse();
        var read = Snapshot("");
        await Storage.ReadStateAsync("snapshot", GrainId.Create("snapshot", "school/absent"), read);
        read.RecordExists.Should().BeFalse();
    }

    [Fact]
    public async Task Reminders_RegisterReadUnregister()
    {
        var county = GrainId.Create("county", "county/330106");
        var entry = new ReminderEntry
        {
            GrainId = county,
            ReminderName = "sweep",
            StartAt = Some.Noon.UtcDateTime,
            Period = TimeSpan.FromDays(40),
        };

        var first = await Reminders.UpsertRow(entry);
        var second = await Reminders.UpsertRow(entry);
        second.Should().NotBe(first);
        var read = await Reminders.ReadRow(county, "sweep");
        (read!.StartAt, read.Period, read.ETag).Should().Be((entry.StartAt, entry.Period, second));
        (await Reminders.ReadRows(county)).Reminders.Should().ContainSingle();

        var hash = county.GetUniformHashCode();
        (await Reminders.ReadRows(hash - 1, hash)).Reminders.Should().ContainSingle();
        (await Reminders.ReadRows(hash, hash - 1)).Reminders.Should().BeEmpty();
        (await Reminders.ReadRows(0, 0)).Reminders.Should().ContainSingle("equal ends mean the whole ring");

        (await Reminders.RemoveRow(county, "sweep", first!)).Should().BeFalse();
        (await Reminders.RemoveRow(county, "sweep", second!)).Should().BeTrue();
        (await Reminders.ReadRow(county, "sweep")).Should().BeNull();
    }

    private static GrainState<Note> Snapshot(string text, string? version = null) => new(new Note { Text = text }) { ETag = version };

    private async Task<bool> TryWrite(GrainId grain, GrainState<Note> state)
    {
        try
        {
            await Storage.WriteStateAsync("snapshot", grain, state);
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }

    [GenerateSerializer, Alias("note")]
    public sealed class Note
    {
        [Id(0)]
        public string Text { get; set; } = "";
    }

    public sealed class OnSqlite() : OrleansContractTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : OrleansContractTests(StoreUnderTest.Postgres);
}
