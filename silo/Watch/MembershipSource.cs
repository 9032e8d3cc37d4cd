using Npgsql;

namespace Supervision.Silo.Watch;

/// <summary>The connections of the cluster's membership: few, bounded like all others, and apart from those that wait for work.</summary>
public sealed class MembershipSource(string postgres) : IDisposable
{
    public NpgsqlDataSource Source { get; } = PostgresConnections.OpenMembership(postgres);

    /// <summary>One connection that is given up after three seconds.</summary>
    public NpgsqlDataSource Watching { get; } =
        PostgresConnections.Open(
            new NpgsqlConnectionStringBuilder(postgres)
            {
                MaxPoolSize = 1,
                Timeout = 3,
                CommandTimeout = 3,
                CancellationTimeout = -1,
                ApplicationName = "supervision watch",
            }.ConnectionString
        );

    public void Dispose()
    {
        Watching.Dispose();
        Source.Dispose();
    }
}
