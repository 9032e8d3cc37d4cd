using System.Globalization;
using Npgsql;

namespace Supervision.Journal.Connections;

/// <summary>What a session is for, which says what bounds it.</summary>
public enum SessionUse
{
    /// <summary>Statements and transactions that are over within seconds.</summary>
    Work = 1,

    /// <summary>Statements may take hours, the pauses between them not.</summary>
    Migration = 2,

    /// <summary>Reads the whole store from one snapshot, which is kept by standing still. It locks no row.</summary>
    Walk = 3,
}

/// <summary>
/// How a process connects. Whatever it does, it holds at most <see cref="PoolSize"/> connections of the pool everything shares, one for
/// each writer, one that watches over the store, and <see cref="MembershipPoolSize"/> for the cluster's own table: three processes fit a
/// server as PostgreSQL ships it.
/// </summary>
public static class PostgresConnections
{
    /// <summary>Of the shared pool, unless the connection string says <c>Maximum Pool Size</c>. Who finds all of them taken waits its turn.</summary>
    public const int PoolSize = 20;

    /// <summary>Membership is asked apart from the shared pool, so that a silo under load is not taken for a dead one.</summary>
    public const int MembershipPoolSize = 4;

    /// <summary>How long the server keeps what a silent process holds, and how long anybody waits for a lock.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const string StatementTimeout = "statement_timeout";
    private const string IdleTimeout = "idle_in_transaction_session_timeout";

    /// <summary>
    /// What the server is told of each session. A process that froze or lost its machine must not hold locks: its transaction is ended,
    /// and a connection whose other end is gone is found dead. The driver's own timeout (20 s) comes before the statement's.
    /// </summary>
    private static readonly (string Name, int Value)[] Bounds =
    [
        (IdleTimeout, (int)Patience.TotalMilliseconds),
        ("lock_timeout", (int)Patience.TotalMilliseconds),
        (StatementTimeout, 30_000),
        ("tcp_keepalives_idle", 10),
        ("tcp_keepalives_interval", 3),
        ("tcp_keepalives_count", 3),
        ("tcp_user_timeout", 20_000),
    ];

    /// <summary>
    /// The caller's connection string with our defaults where it says nothing: statements prepare themselves, connections are
    /// not reset between uses (nothing here leaves session state behind), a dead server is noticed, and the pool stays within its budget.
    /// </summary>
    internal static string Tuned(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        void Default(string key, object value)
        {
            if (!given.ShouldSerialize(key))
                given[key] = value; // ContainsKey is true of every keyword there is
        }

        Default("Max Auto Prepare", 100);
        Default("Auto Prepare Min Usages", 2);
        Default("No Reset On Close", true);
        Default("Maximum Pool Size", PoolSize);
        Default("Timeout", 10);
        Default("Command Timeout", 20);
        Default("Tcp Keepalive", true);
        Default("Tcp Keepalive Time", 10);
        Default("Tcp Keepalive Interval", 3);
        Default("Application Name", "supervision");
        return given.ConnectionString;
    }

    /// <summary>A pool whose sessions are all bounded.</summary>
    public static NpgsqlDataSource Open(string connectionString, SessionUse use = SessionUse.Work)
    {
        var settings = Settings(connectionString, use);
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = Command(connection, settings);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                var command = Command(connection, settings);
                await using (command.ConfigureAwait(false))
                    await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            }
        );
        return builder.Build();
    }

    /// <summary>For Orleans' clustering.</summary>
    public static NpgsqlDataSource OpenMembership(string connectionString) => Open(Membership(connectionString));

    public static string Membership(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = MembershipPoolSize,
            ApplicationName = "supervision membership",
        }.ConnectionString;

    /// <summary>One open connection of no pool, bounded like the pools' are.</summary>
    public static NpgsqlConnection OpenAlone(string connectionString, SessionUse use)
    {
        var connection = new NpgsqlConnection(Alone(connectionString));
        try
        {
            connection.Open();
            using var command = Command(connection, Settings(connectionString, use));
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Without a pool: the connection's settings must not leak into others. Without statements that prepare themselves: each runs once.</summary>
    public static string Alone(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, MaxAutoPrepare = 0 }.ConnectionString;

    /// <summary>The bounds as statements. What the connection string's own <c>Options</c> set stays as it is.</summary>
    public static string Settings(string connectionString, SessionUse use)
    {
        var own = new NpgsqlConnectionStringBuilder(connectionString).Options ?? "";
        return string.Join(
            "; ",
            Bounds
                .Where(bound => !own.Contains(bound.Name, StringComparison.OrdinalIgnoreCase))
                .Select(bound =>
                    string.Create(CultureInfo.InvariantCulture, $"set {bound.Name} = {(IsLifted(bound.Name, use) ? 0 : bound.Value)}")
                )
                .DefaultIfEmpty("select 1")
        );
    }

    private static bool IsLifted(string bound, SessionUse use) =>
        bound switch
        {
            StatementTimeout => use != SessionUse.Work,
            IdleTimeout => use == SessionUse.Walk,
            _ => false,
        };

#pragma warning disable CA2100 // Made of this class's constants.
    private static NpgsqlCommand Command(NpgsqlConnection connection, string text) => new(text, connection);
#pragma warning restore CA2100
}
