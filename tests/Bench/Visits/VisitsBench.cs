using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.Serialization;
using Supervision.Contracts;
using Supervision.TestKit;

namespace Supervision.Bench;

/// <summary>
/// Measurement (b): visits acknowledged per second through the grain path (decide, append, fold, report to county and
/// inspector), against a grain with the same rules and state on Orleans' stock ADO.NET storage. Both run in one silo.
/// </summary>
internal static class VisitsBench
{
    private const int SchoolsPerCaller = 8;

    /// <summary>The runtime compiles what is called often again, with what it learned: rates triple in the first ten seconds.</summary>
    private static readonly TimeSpan Compiling = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(3);
    private static readonly DateTimeOffset Present = CivilTime.StartOf(new(2026, 4, 30)).AddHours(20);
    private static readonly Actor Office = new("bench", ActorRole.CountyOffice, "330521", null);

    public static async Task<int> Run(int rounds, int[] callerCounts)
    {
        using var cluster = PgCluster.Start(durable: true, connections: 2 * PgCluster.AsShipped);
        var (journal, stock) = (cluster.CreateDatabase(), cluster.CreateDatabase());
        await using var plain = NpgsqlDataSource.Create(stock);
        await using (var create = plain.CreateCommand(StockSchema.Text))
            await create.ExecuteNonQueryAsync();
        using var host = await Start(journal, stock);
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        Console.WriteLine(await Machine.Describe(plain));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rounds} interleaved rounds of {Measured.TotalSeconds:0.#} s per cell after {WarmUp.TotalSeconds:0.#} s warm-up, and {Compiling.TotalSeconds:0.#} s of each before all; medians"
            )
        );
        using var system = Acting.AsSystem();
        await grains
            .GetGrain<ICountyGrain>("county/330521")
            .Execute(
                Submission<CountyCommand>.Upsert(
                    Actor.System,
                    new RegisterCounty(new("330521", "德清县", "3305", "湖州市", "33", "浙江省"))
                )
            );
        await Register(callerCounts.Max(), school => grains.GetGrain<ISchoolGrain>("school/" + school).Execute, "3");
        await Register(callerCounts.Max(), school => grains.GetGrain<IStockSchoolGrain>("school/" + school).Execute, "2");

        var done = new int[2, callerCounts.Max()];
        var cells = callerCounts.ToDictionary(callers => callers, _ => (Journal: new List<Sample>(), Stock: new List<Sample>()));
        Func<int, long, Task> own = (caller, _) =>
            Visit(0, caller, school => grains.GetGrain<ISchoolGrain>("school/" + school).Execute, "3");
        Func<int, long, Task> other = (caller, _) =>
            Visit(1, caller, school => grains.GetGrain<IStockSchoolGrain>("school/" + school).Execute, "2");
        foreach (var contender in (Func<int, long, Task>[])[own, other])
            await Load.Run(callerCounts.Max(), Compiling, TimeSpan.FromSeconds(1), contender);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var callers in callerCounts)
            {
                cells[callers].Journal.Add(await Load.Run(callers, WarmUp, Measured, own));
                cells[callers].Stock.Add(await Load.Run(callers, WarmUp, Measured, other));
            }
        }

        await host.StopAsync();
        return Report(cells);

        async Task Visit(int contender, int caller, Func<string, Func<Submission<UnitCommand>, Task<Outcome>>> grain, string prefix)
        {
            var number = done[contender, caller]++;
            var started = Present.AddDays(-29).AddSeconds(number / SchoolsPerCaller * 60);
            var id = Guid.CreateVersion7();
            var visit = new Visit(
                id,
                Inspector(prefix, caller, number % SchoolsPerCaller),
                VisitKind.Regular,
                started,
                started.AddSeconds(40),
                [new(VisitMethod.SiteInspection, 1), new(VisitMethod.RecordsReview, 3)],
                "作业公示与课后服务安排已查看,未见异常。"
            );
            using var acting = Acting.As(Office); // as the gateway does with every request
            var outcome = await grain(Code(prefix, caller, number % SchoolsPerCaller))(
                new(id, id.ToByteArray(), Office, new RecordVisit(visit))
            );
            if (outcome.Refusal is { } refusal)
                throw new InvalidOperationException(refusal.Message.En);
        }
    }

    private static async Task Register(int callers, Func<string, Func<Submission<UnitCommand>, Task<Outcome>>> grain, string prefix)
    {
        var codes = Enumerable
            .Range(0, callers)
            .SelectMany(caller => Enumerable.Range(0, SchoolsPerCaller).Select(school => Code(prefix, caller, school)));
        await Parallel.ForEachAsync(
            codes,
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (code, _) =>
                await grain(code)(
                    Submission<UnitCommand>.Upsert(
                        Actor.System,
                        new RegisterUnit(
                            new(
                                UnitKind.School,
                                code,
                                "测试小学" + code,
                                "330521",
                                "330521001",
                                "武康街道",
                                "primary",
                                UnitStatus.Active,
                                600
                            ),
                            new($"督学-{code}", new(2026, 3, 1), null)
                        )
                    )
                )
        );
    }

    /// <summary>Each school has its own: nobody is in many schools at one minute.</summary>
    private static string Inspector(string prefix, int caller, int school) => $"督学-{Code(prefix, caller, school)}";

    private static string Code(string prefix, int caller, int school) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}133{caller:D4}{school:D2}");

    private static async Task<IHost> Start(string journal, string stock)
    {
        var store = new StoreSettings(
            journal,
            "",
            "127.0.0.1",
            FreePort(),
            FreePort(),
            "bench",
            "bench",
            ClusterSecret.Create().ToBase64()
        );
        var door = StoreDoor.ToServe(store, StoreMode.Real, ownsFolder: false);
        door.Open();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton(new Clock(new Standing(Present)));
        builder.Services.AddSingleton(door.Secret).AddJournal(store.Journal).AddAuditStore(store.Journal);
        builder.UseOrleans(silo =>
            silo.AddSupervision(store)
                .AddAdoNetGrainStorage("stock", options => (options.Invariant, options.ConnectionString) = ("Npgsql", stock))
        );
        // The stock serializer as it is; it only has to be told that a period is written as its text, as everywhere.
        builder.Services.Configure<OrleansJsonSerializerOptions>(options =>
            options.JsonSerializerSettings.Converters.Add(new PeriodAsText())
        );
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static int Report(Dictionary<int, (List<Sample> Journal, List<Sample> Stock)> cells)
    {
        Console.WriteLine();
        Console.WriteLine("| callers | visits/s | p50 µs | p99 µs | stock visits/s | p50 µs | p99 µs | ratio |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|");
        var ratios = new Dictionary<int, double>();
        foreach (var (callers, (own, stock)) in cells)
        {
            ratios[callers] = Sample.Median(own, s => s.Rate) / Sample.Median(stock, s => s.Rate);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {callers} | {Sample.Median(own, s => s.Rate):N0} | {Sample.Median(own, s => s.P50):N0} | {Sample.Median(own, s => s.P99):N0} | {Sample.Median(stock, s => s.Rate):N0} | {Sample.Median(stock, s => s.P50):N0} | {Sample.Median(stock, s => s.P99):N0} | {ratios[callers]:0.00} × |"
                )
            );
        }

        if (!ratios.TryGetValue(64, out var ratio))
            return 0;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\n{(ratio >= 5 ? "met   " : "MISSED")} 64 callers against stock storage: {ratio:0.00} × (target 5 ×)"
            )
        );
        return ratio >= 5 ? 0 : 1;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Standing(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
