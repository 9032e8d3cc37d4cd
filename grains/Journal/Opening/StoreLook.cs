using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Supervision.Journal.Opening;

/// <summary>What a store says of itself, read without changing, making or locking anything.</summary>
/// <param name="Exists">False for a missing file and for a database without the journal's tables.</param>
/// <param name="Mode">The fact <c>mode</c>; null while nothing was served from it.</param>
/// <param name="Seal">Whether the secret that was shown is the store's.</param>
/// <param name="Scripts">Names of the migrations it has run with their hashes, lower-case hex; an empty hash where none is remembered.</param>
public sealed record StoreLook(bool Exists, string? Mode, StoreSealing Seal, IReadOnlyDictionary<string, string> Scripts)
{
    private static readonly StoreLook Nothing = new(false, null, StoreSealing.None, new Dictionary<string, string>());

    /// <param name="seals">Null when no secret is at hand.</param>
    /// <exception cref="DbException">The store does not answer, or is no database.</exception>
    public static StoreLook At(JournalOptions options, Seals? seals)
    {
        if (options.SqliteFile is { } file && !File.Exists(file))
            return Nothing;
        using var connection = Reader(options);
        return Has(connection, "journal_facts") ? Read(connection, seals) : Nothing;
    }

    private static StoreLook Read(DbConnection connection, Seals? seals)
    {
        var hashes = Has(connection, "schema_hashes")
            ? "coalesce(h.sha256, '') from schema_versions v left join schema_hashes h on h.script = v.scriptname"
            : "'' from schema_versions v";
        var scripts = Has(connection, "schema_versions")
            ? Rows(connection, $"select v.scriptname, {hashes}", row => (Name: row.Text(0), Hash: row.Text(1)))
            : [];
        var isSealed = scripts.Any(script => script.Name.EndsWith("0005_seals.sql", StringComparison.Ordinal));
        var facts = Rows(
            connection,
            $"select name, value, {(isSealed ? "seal" : "null")} from journal_facts",
            row => (Name: row.Text(0), Value: row.Text(1), Seal: row.Bytes(2))
        );
        var check = facts.Where(fact => fact.Name == OldRows.CheckFact).Select(fact => fact.Value).FirstOrDefault();
        var sealing =
            check is null
            && !(isSealed && Rows(connection, "select 1 from journal_events where mac is not null limit 1", _ => true).Count > 0)
                ? StoreSealing.None
            : seals is null ? StoreSealing.Unknown
            : check == seals.CheckValue ? StoreSealing.Ours
            // Whoever changed the one fact that tells secrets apart can't have sealed it: the others still say whose they are.
            : facts.Any(fact => fact.Seal is { } seal && seal.AsSpan().SequenceEqual(seals.Fact(fact.Name, fact.Value)))
                ? StoreSealing.OursTampered
            : check is null ? StoreSealing.Unknown
            : StoreSealing.Other;
        return new(
            true,
            facts.Where(fact => fact.Name == "mode").Select(fact => fact.Value).FirstOrDefault(),
            sealing,
            scripts.DistinctBy(script => script.Name).ToDictionary(script => script.Name, script => script.Hash, StringComparer.Ordinal)
        );
    }

    /// <summary>An open connection that can't write and leaves nothing behind, also not beside the file.</summary>
    /// <exception cref="DbException">The store does not answer.</exception>
    public static DbConnection Reader(JournalOptions options)
    {
        if (options.PostgresConnectionString is { } postgres)
            return PostgresConnections.OpenAlone(postgres, SessionUse.Work);
        // Without a write-ahead log nobody has the file open, and a reader that says so leaves no files beside it either.
        var file = options.SqliteFile!;
        var log = new FileInfo(file + "-wal");
        var source = log is { Exists: true, Length: > 0 } ? file : new Uri(file).AbsoluteUri + "?immutable=1";
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = source,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ConnectionString
        );
        connection.Open();
        return connection;
    }

    private static bool Has(DbConnection connection, string table) =>
        Rows(
            connection,
            connection is NpgsqlConnection
                ? $"select 1 from information_schema.tables where table_name = '{table}' and table_schema = any(current_schemas(false))"
                : $"select 1 from sqlite_master where type = 'table' and name = '{table}'",
            _ => true
        ).Count > 0;

    private static List<T> Rows<T>(DbConnection connection, string text, Func<StoredRow, T> record)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is made of constants of this assembly.
        command.CommandText = text;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(record(new(reader)));
        return rows;
    }
}

/// <summary>How a store's seals stand to the secret that was shown.</summary>
public enum StoreSealing
{
    /// <summary>Nothing is sealed yet: any secret may become the store's.</summary>
    None = 0,

    /// <summary>It is sealed under this secret.</summary>
    Ours = 1,

    /// <summary>It is sealed under this secret, but the fact that says so was changed or removed.</summary>
    OursTampered = 2,

    /// <summary>It is sealed under another secret.</summary>
    Other = 3,

    /// <summary>It is sealed, and it can't be told whether under this secret: none was shown, or everything that would tell is gone.</summary>
    Unknown = 4,
}
