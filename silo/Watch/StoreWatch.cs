using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.Runtime;

namespace Supervision.Silo.Watch;

/// <summary>
/// Asks the store every second whether it is there. A silo that lost it while another silo still reaches it would keep its units and
/// answer the others' probes for ever, so it ends itself: the others take over what it had, and whoever started it may start it again.
/// When no silo reaches the store it stays; it serves again as soon as the store does.
/// </summary>
public sealed partial class StoreWatch(
    MembershipSource connections,
    ISiloStatusOracle silos,
    ILocalSiloDetails own,
    StoreWitnessClient witnesses,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<StoreWatch> logger
) : BackgroundService
{
    /// <summary>What the process ends with when it leaves.</summary>
    public const int ExitCode = 3;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Answers = TimeSpan.FromSeconds(3);

    /// <summary>Without the store for so long, a silo asks the others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>For what can be ended in good order without the store.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private long _reached = Stopwatch.GetTimestamp();

    /// <summary>Whether the store answered just now.</summary>
    public bool Reaches => Stopwatch.GetElapsedTime(Volatile.Read(ref _reached)) < Between + Answers;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Ask(stoppingToken);
            var without = Stopwatch.GetElapsedTime(Volatile.Read(ref _reached));
            if (without > Patience && await Others(stoppingToken) is { } other)
            {
                LogLeaving(without.TotalSeconds, other);
                _ = Leave();
                return;
            }

            await Task.Delay(Between, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Ask(CancellationToken cancellation)
    {
        try
        {
            await using var command = connections.Watching.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellation).WaitAsync(Answers, time, cancellation);
            Volatile.Write(ref _reached, Stopwatch.GetTimestamp());
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException or System.Net.Sockets.SocketException)
        {
            LogAway(fault);
        }
        catch (OperationCanceledException)
        {
            // The silo stops anyway.
        }
    }

    /// <summary>A silo that reaches the store; null when none says so.</summary>
    private async Task<SiloAddress?> Others(CancellationToken cancellation)
    {
        var others = silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Where(silo => !silo.Equals(own.SiloAddress)).ToList();
        var said = await Task.WhenAll(
            others.Select(async silo =>
            {
                try
                {
                    return await witnesses.Reaches(silo).WaitAsync(Answers, time, cancellation) ? silo : null;
                }
                catch (Exception)
                {
                    return null; // gone, or of a version that is not asked
                }
            })
        );
        return said.FirstOrDefault(silo => silo is not null);
    }

    private async Task Leave()
    {
        Environment.ExitCode = ExitCode;
        lifetime.StopApplication();
        await Task.Delay(Grace, time);
        // What a silo does when it stops waits for the store, and everything that counts is in the store.
        Environment.Exit(ExitCode);
    }

    [LoggerMessage(LogLevel.Warning, "The store does not answer this silo.")]
    private partial void LogAway(Exception fault);

    [LoggerMessage(
        LogLevel.Critical,
        "This silo has not reached the store for {Seconds:0} s, and {Other} reaches it: this process ends, so that the other silos take over. Start it again when the store can be reached from here."
    )]
    private partial void LogLeaving(double seconds, SiloAddress other);
}
