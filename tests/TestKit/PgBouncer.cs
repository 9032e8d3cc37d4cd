using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Supervision.TestKit;

/// <summary>A pooler of its own before a PostgreSQL, gone when disposed. Installed from Debian's packages when missing.</summary>
public sealed class PgBouncer : IDisposable
{
    private const string Program = "/usr/sbin/pgbouncer";
    private readonly string _folder = Directory.CreateTempSubdirectory("supervision-pgbouncer-").FullName;
    private readonly Process _process;

    private PgBouncer(string database, string poolMode)
    {
        if (!File.Exists(Program))
        {
            PgBinaries.Execute("apt-get", "update");
            PgBinaries.Execute("apt-get", "install", "-y", "--no-install-recommends", "pgbouncer");
        }

        var behind = new NpgsqlConnectionStringBuilder(database);
        var port = FreePort();
        var settings = Path.Combine(_folder, "pgbouncer.ini");
        var users = Path.Combine(_folder, "users.txt");
        File.WriteAllText(users, $"\"{behind.Username}\" \"\"\n");
        File.WriteAllText(
            settings,
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                [databases]
                * = host={behind.Host} port={behind.Port}
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = {port}
                unix_socket_dir =
                auth_type = trust
                auth_file = {users}
                pool_mode = {poolMode}
                default_pool_size = 40

                """
            )
        );
        string[] arguments = ["-q", settings];
        if (PgBinaries.IsRoot)
        {
            PgBinaries.Execute("chown", "-R", "postgres:postgres", _folder);
            arguments = ["-q", "-u", "postgres", settings];
        }

        _process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        ConnectionString = new NpgsqlConnectionStringBuilder(database) { Host = "127.0.0.1", Port = port }.ConnectionString;
    }

    /// <summary>Of the same database, through the pooler.</summary>
    public string ConnectionString { get; }

    /// <param name="poolMode"><c>session</c>, <c>transaction</c> or <c>statement</c>.</param>
    /// <returns>One that takes connections.</returns>
    public static async Task<PgBouncer> Start(string database, string poolMode)
    {
        var pooler = new PgBouncer(database, poolMode);
        await Until.Is(pooler.Answers, answers => answers);
        return pooler;
    }

    private async Task<bool> Answers()
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
