using Npgsql;

namespace Supervision.Journal;

/// <summary>
/// How a process connects. Whatever it does, it holds at most <see cref="PoolSize"/> connections of the pool everything shares, one for
/// each writer, and <see cref="MembershipPoolSize"/> for the cluster's own table: three processes fit a server as PostgreSQL ships it.
/// </summary>
public static class PostgresConnections
{
    /// <summary>Of the shared pool, unless the connection string says <c>Maximum Pool Size</c>. Who finds all of them taken waits its turn.</summary>
    public const int PoolSize = 20;

    /// <summary>Membership is asked apart from the shared pool, so that a silo under load is not taken for a dead one.</summary>
    public const int MembershipPoolSize = 4;

    /// <summary>
    /// The caller's connection string with our defaults where it says nothing: statements prepare themselves, connections are
    /// not reset between uses (nothing here leaves session state behind), and the pool stays within its budget.
    /// </summary>
    internal static string Tuned(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        void Default(string key, object value)
        {
            if (!given.ShouldSerialize(key)) given[key] = value; // ContainsKey is true of every keyword there is
        }

        Default("Max Auto Prepare", 100);
        Default("Auto Prepare Min Usages", 2);
        Default("No Reset On Close", true);
        Default("Maximum Pool Size", PoolSize);
        Default("Timeout", 10);
        Default("Command Timeout", 20);
        Default("Application Name", "supervision");
        return given.ConnectionString;
    }

    /// <summary>For Orleans' clustering, which takes a connection string only.</summary>
    public static string Membership(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = MembershipPoolSize, ApplicationName = "supervision membership" }.ConnectionString;

    internal static NpgsqlDataSource Open(string connectionString) => new NpgsqlDataSourceBuilder(connectionString).Build();
}
