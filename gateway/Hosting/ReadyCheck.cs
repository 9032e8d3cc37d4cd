using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Supervision.Gateway.Hosting;

/// <summary>
/// Ready when the clock is trusted and what every command needs is there: an actor that answers, which takes the journal with it; the accounts'
/// tables; and, on PostgreSQL, connections that are sessions, without which prepared statements do not stay.
/// </summary>
public sealed class ReadyCheck(IClusterClient cluster, IServiceProvider services, IServiceScopeFactory scopes) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (services.GetService<ClockGuard>()?.Doubt is { } doubt)
            return HealthCheckResult.Unhealthy($"{doubt.Text.En}\n{doubt.Text.Zh}");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        await using var scope = scopes.CreateAsyncScope();
        (string What, Func<Task<string?>> Look)[] looks =
        [
            ("The actors do not answer.", Actors),
            ("The accounts' tables do not answer.", () => Accounts(scope.ServiceProvider, limit.Token)),
            ("PostgreSQL does not answer this gateway.", () => Sessions(scope.ServiceProvider, limit.Token)),
        ];
        var found = await Task.WhenAll(
            looks.Select(async look =>
            {
                try
                {
                    return (await look.Look().WaitAsync(Patience, cancellationToken), default(Exception));
                }
                catch (Exception fault)
                {
                    return (look.What, fault);
                }
            })
        );
        var (objection, because) = found.FirstOrDefault(one => one.Item1 is not null);
        return objection is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(objection, because);
    }

    private async Task<string?> Actors()
    {
        using var system = Acting.AsSystem();
        await cluster.GetGrain<IDirectoryGrain>(0).Fact("mode");
        return null;
    }

    private static async Task<string?> Accounts(IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<AccountsDb>();
        await db
            .Users.AsNoTracking()
            .Join(db.Sessions.AsNoTracking(), account => account.Id, session => session.AccountId, (account, _) => account.Id)
            .FirstOrDefaultAsync(cancellation);
        return null;
    }

    private static Task<string?> Sessions(IServiceProvider services, CancellationToken cancellation) =>
        services.GetService<NpgsqlDataSource>() is { } source
            ? SessionCheck.Objection(source, cancellation)
            : Task.FromResult<string?>(null);
}
