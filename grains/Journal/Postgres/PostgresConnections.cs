using Npgsql;

namespace Supervision.Journal;

internal static class PostgresConnections
{
    /// <summary>
    /// The caller's connection string with our defaults where it says nothing: statements prepare themselves, connections are
    /// not reset between uses (nothing here leaves session state behind), and the pool stays small enough for many silos.
    /// </summary>
    public static string Tuned(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        void Default(string key, object value)
        {
            if (!given.ContainsKey(key)) given[key] = value;
        }

        Default("Max Auto Prepare", 100);
        Default("Auto Prepare Min Usages", 2);
        Default("No Reset On Close", true);
        Default("Maximum Pool Size", 32);
        Default("Timeout", 10);
        Default("Command Timeout", 20);
        Default("Application Name", "supervision");
        return given.ConnectionString;
    }

    public static NpgsqlDataSource Open(string connectionString) => new NpgsqlDataSourceBuilder(connectionString).Build();
}
