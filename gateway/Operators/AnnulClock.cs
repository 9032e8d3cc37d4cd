using System.Globalization;

namespace Supervision.Gateway.Operators;

/// <summary>
/// <c>annul-clock --from … --to … --reason … --document … [--dry-run]</c>: annuls what a wrong clock brought about while it ruled, in every unit, inspector and
/// county. Over PostgreSQL it asks the running silos; an embedded program has to be stopped first. Asking again changes nothing.
/// </summary>
internal static class AnnulClock
{
    public const string Name = "annul-clock";

    /// <summary>What the audit record calls it.</summary>
    public const string Action = "console annul-clock";

    private const int AtOnce = 8;
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(400);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <returns>0 done or shown, 1 what is asked can't be done, 2 the store could not be looked at.</returns>
    public static async Task<int> Run(string[] args, GatewaySettings settings, StoreSettings store, TextWriter output)
    {
        if (Read(args, output) is not { } command)
            return 1;
        try
        {
            var door = StoreDoor.ForCommand(store);
            if (door.Mode == nameof(StoreMode.Sandbox))
                throw new InvalidOperationException("This is a sandbox: its clock is simulated, and what it decided by it is meant.");
            store.Verify();
            var builder = Host.CreateApplicationBuilder(
                new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory, DisableDefaults = true }
            );
            builder.AddActors(settings with { IsClient = store.IsClustered, Sandbox = false, Demo = false }, store, door);
            if (store.IsClustered)
                builder.Services.AddAuditStore(store);
            using var host = builder.Build();
            using var patience = new CancellationTokenSource(Patience);
            await host.StartAsync(patience.Token);
            var services = host.Services;
            await Annul(services, command, output);
            if (!command.DryRun)
                await services
                    .GetRequiredService<IAuditStore>()
                    .Write(
                        new(
                            NewAuditEntry.SystemChain,
                            services.GetRequiredService<TimeProvider>().GetUtcNow(),
                            "console",
                            nameof(ActorRole.None),
                            "none",
                            null,
                            null,
                            null,
                            Action,
                            "clock",
                            null,
                            null,
                            AuditResult.Accepted,
                            StatusCodes.Status200OK,
                            null
                        )
                    );
            await host.StopAsync(CancellationToken.None);
            return 0;
        }
        catch (OperationCanceledException)
        {
            output.WriteLine("没有正在运行的服务应答 / No running silo answers.");
            return 2;
        }
        catch (Exception fault)
            when (AuditCommands.IsRefusal(fault) || fault is JournalUnavailableException or ClockDoubtedException or RetryableFaultException
            )
        {
            output.WriteLine(fault.Message);
            return 2;
        }
    }

    private static async Task Annul(IServiceProvider services, AnnulFacts command, TextWriter output)
    {
        using var system = Acting.AsSystem();
        var grains = services.GetRequiredService<IGrainFactory>();
        var directory = grains.GetGrain<IDirectoryGrain>(0);
        var window = new AnnulledWindow(command.From, command.To);
        var counties = await directory.Counties("");
        var units = await Each(
            "单位 / units",
            (await directory.Units("")).Select(unit => unit.Unit),
            unit => grains.Unit(unit).Annul(command),
            output
        );
        var charged = command with { Undone = [.. units.SelectMany(report => report.Undone)] };
        await Each(
            "督学 / inspectors",
            (await directory.Inspectors("")).Select(inspector => inspector.Code),
            inspector => grains.GetGrain<IInspectorGrain>(Keys.Inspector(inspector)).Annul(charged),
            output
        );
        await Each(
            "县（市、区） / counties",
            counties.Select(county => county.Code),
            county => grains.GetGrain<ICountyGrain>(Keys.County(county)).Annul(command),
            output
        );
        if (command.DryRun)
        {
            output.WriteLine("预览，未作更改 / Only shown, nothing was changed.");
            return;
        }

        await directory.SetFactOnce(window.Name, command.Document);
        output.WriteLine("已撤销；再次运行不会有更改 / Annulled; running it again changes nothing.");
    }

    private static async Task<IReadOnlyList<AnnulmentReport>> Each(
        string what,
        IEnumerable<string> keys,
        Func<string, Task<AnnulmentReport>> annul,
        TextWriter output
    )
    {
        var reports = new List<AnnulmentReport>();
        foreach (var batch in keys.Chunk(AtOnce))
            reports.AddRange(await Task.WhenAll(batch.Select(annul)));
        var touched = reports.Where(report => !report.Kinds.IsEmpty).ToList();
        output.WriteLine($"{what}: {touched.Count} / {reports.Count}");
        foreach (
            var kind in touched.SelectMany(report => report.Kinds).CountBy(kind => kind).OrderBy(kind => kind.Key, StringComparer.Ordinal)
        )
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind.Key, -28} {kind.Value, 8:N0}"));
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  作废文书 void papers {touched.Sum(report => report.Papers.Length)}, 结束提醒 alerts ended {touched.Sum(report => report.AlertsClosed)}, 重新认定督导 visits judged anew {touched.Sum(report => report.Restated)}"
            )
        );
        return touched;
    }

    private static AnnulFacts? Read(string[] args, TextWriter output)
    {
        var (reason, document) = (AuditCommands.Option(args, "--reason"), AuditCommands.Option(args, "--document"));
        if (Instant("--from") is not { } from || Instant("--to") is not { } to)
            return null;
        if (to < from || to - from > LongestWindow)
        {
            output.WriteLine(
                $"--to 须在 --from 之后，且不超过 {LongestWindow.TotalDays:0} 天 / --to comes after --from, at most {LongestWindow.TotalDays:0} days."
            );
            return null;
        }

        if (Refusals.TextProblem("--reason", reason, 500) is { } noReason)
            return Refuse(noReason);
        if (Refusals.TextProblem("--document", document, 200) is { } noDocument)
            return Refuse(noDocument);
        return new(from, to, reason!, document!, "console", args.Contains(Commands.DryRun));

        AnnulFacts? Refuse(Refusal refusal)
        {
            output.WriteLine($"{refusal.Message.Zh} / {refusal.Message.En}");
            return null;
        }

        DateTimeOffset? Instant(string name)
        {
            if (
                AuditCommands.Option(args, name) is { } text
                && InstantJson.IsZoned(text)
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var read)
                && InstantJson.IsInRange(read)
            )
                return CivilTime.Keep(read);
            output.WriteLine(
                $"{name} 须为带时区的时间，按当时错误的时钟 / {name} is an instant with its offset, by the clock that was wrong: 2026-05-11T09:00:00+08:00"
            );
            return null;
        }
    }
}
