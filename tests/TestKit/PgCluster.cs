using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Supervision.TestKit;

/// <summary>
/// A private PostgreSQL on a free loopback port, gone when disposed. With SUPERVISION_TEST_PG set, that server is used instead;
/// its role must be allowed to create databases.
/// </summary>
public sealed class PgCluster : IDisposable
{
    /// <summary>What a server takes as PostgreSQL ships it.</summary>
    public const int AsShipped = 100;

    private static readonly Lazy<PgCluster> OfThisProcess = new(() => Kept(connections: 2 * AsShipped)); // tests run beside each other on it
    private static readonly Lazy<PgCluster> SmallOfThisProcess = new(() => Kept(AsShipped));

    private readonly PgBinaries? _binaries;
    private readonly string? _folder;

    private PgCluster(string admin, PgBinaries? binaries, string? folder) => (Admin, _binaries, _folder) = (admin, binaries, folder);

    /// <summary>One cluster for all tests of an assembly, started at first use, stopped with the process. Not durable.</summary>
    public static PgCluster Shared => OfThisProcess.Value;

    /// <summary>The same with <see cref="AsShipped"/> connections, for one installation at a time.</summary>
    public static PgCluster SharedAsShipped => SmallOfThisProcess.Value;

    /// <summary>Connection string of a role that may create databases.</summary>
    public string Admin { get; }

    /// <param name="durable">True: every commit reaches the disk, as in production. False: as fast as possible, nothing survives a crash.</param>
    /// <exception cref="InvalidOperationException">PostgreSQL is missing or did not start; says why.</exception>
    /// <param name="connections">It takes at once.</param>
    public static PgCluster Start(bool durable, int connections = AsShipped)
    {
        if (Environment.GetEnvironmentVariable("SUPERVISION_TEST_PG") is { Length: > 0 } given)
            return new PgCluster(given, null, null);

        var binaries = PgBinaries.FindOrInstall();
        var folder = Directory.CreateTempSubdirectory("supervision-pg-").FullName;
        if (PgBinaries.IsRoot)
            PgBinaries.Execute("chown", "postgres:postgres", folder);
        var data = Path.Combine(folder, "data");
        binaries.Run(
            "initdb",
            "-D",
            data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
            "--no-instructions"
        );

        var port = FreePort();
        var mode = durable
            ? "-c fsync=on -c synchronous_commit=on -c max_wal_size=8GB -c shared_buffers=512MB"
            : "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0";
        binaries.Run(
            "pg_ctl",
            "-D",
            data,
            "-l",
            Path.Combine(folder, "log"),
            "-w",
            "-t",
            "60",
            "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c max_connections={connections} {mode}",
            "start"
        );
        return new PgCluster($"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Include Error Detail=true", binaries, folder);
    }

    private static PgCluster Kept(int connections)
    {
        var cluster = Start(durable: false, connections);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Dispose();
        return cluster;
    }

    /// <summary>Makes a database and returns its connection string.</summary>
    /// <param name="template">Name of a database to copy, to which nobody is connected; null for an empty one.</param>
    public string CreateDatabase(string? template = null)
    {
        var name = "t_" + Guid.NewGuid().ToString("n");
        Execute($"create database {name} template {template ?? "template0"}");
        return new NpgsqlConnectionStringBuilder(Admin) { Database = name }.ConnectionString;
    }

    public void DropDatabase(string connectionString) =>
        Execute($"drop database if exists {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");

    public void Execute(string text)
    {
        using var connection = new NpgsqlConnection(Admin);
        connection.Open();
#pragma warning disable CA2100 // Test code; names are made here.
        using var command = new NpgsqlCommand(text, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>False for a server that was given from outside: it is not ours to stop.</summary>
    public bool CanBeStopped => _folder is not null;

    /// <summary>As after a power cut: sessions end in the middle, nothing is flushed.</summary>
    public void StopImmediately() => _binaries!.Run("pg_ctl", "-D", Path.Combine(_folder!, "data"), "-m", "immediate", "-w", "stop");

    /// <summary>Starts it again after <see cref="StopImmediately"/>, with the same port and settings; returns when it takes connections.</summary>
    public void StartAgain()
    {
        var data = Path.Combine(_folder!, "data");
        // pg_ctl wrote down how the server was started; its first word is the program itself.
        var options = File.ReadAllText(Path.Combine(data, "postmaster.opts")).Trim().Replace("\"", "", StringComparison.Ordinal);
        _binaries!.Run(
            "pg_ctl",
            "-D",
            data,
            "-l",
            Path.Combine(_folder!, "log"),
            "-w",
            "-t",
            "60",
            "-o",
            options[(options.IndexOf(' ', StringComparison.Ordinal) + 1)..],
            "start"
        );
    }

    public void Dispose()
    {
        if (_folder is null || !Directory.Exists(_folder))
            return;
        NpgsqlConnection.ClearAllPools();
        _binaries!.Run("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
