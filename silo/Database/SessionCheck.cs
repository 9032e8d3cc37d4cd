using System.Data.Common;
using Npgsql;

namespace Supervision.Silo.Database;

/// <summary>
/// Whether a connection to PostgreSQL is one session. A pooler that shares sessions between transactions (pgbouncer's
/// <c>pool_mode = transaction</c> or <c>statement</c>) runs other statements under the names of ours and loses what was set and locked.
/// </summary>
public static class SessionCheck
{
    /// <summary>Between one look and the next, other programs may have taken the session that was given away.</summary>
    private const int Rounds = 5;

    private const string Remedy =
        "This program prepares statements, sets bounds and holds a lock at start in its sessions, so each connection must be a session of its own: "
        + "set pool_mode = session for this database in pgbouncer, or let Supervision__Postgres name PostgreSQL itself.";

    private const string Shared =
        $"Supervision__Postgres leads through a pooler that gives a connection's session to others between transactions (pgbouncer's pool_mode = transaction). {Remedy}";

    /// <exception cref="SchemaException">Connections are not sessions; says which setting is wrong and what would be accepted.</exception>
    /// <exception cref="DbException">PostgreSQL does not answer.</exception>
    public static void Demand(JournalOptions options)
    {
        if (options.PostgresConnectionString is not { } postgres)
            return;
        using var source = new NpgsqlDataSourceBuilder(PostgresConnections.Alone(postgres)).Build();
        if (Objection(source, CancellationToken.None).GetAwaiter().GetResult() is { } objection)
            throw new SchemaException(objection);
    }

    /// <summary>What is wrong, or null. One query where no pooler stands between; a few more, and a second connection, where one does.</summary>
    public static async Task<string?> Objection(NpgsqlDataSource source, CancellationToken cancellation)
    {
        try
        {
            await using var first = await source.OpenConnectionAsync(cancellation);
            // A pooler answers the connection itself, with a number of its own.
            if (await Session(first, null, cancellation) == first.ProcessID)
                return null;
            for (var round = 0; round < Rounds; round++)
            {
                var before = await Session(first, null, cancellation);
                await using var second = await source.OpenConnectionAsync(cancellation);
                await using var busy = await second.BeginTransactionAsync(cancellation);
                var taken = await Session(second, busy, cancellation);
                if (taken == before || await Session(first, null, cancellation) != before)
                    return Shared;
            }

            return null;
        }
        catch (PostgresException strange)
            when (strange.SqlState is PostgresErrorCodes.DuplicatePreparedStatement or PostgresErrorCodes.InvalidSqlStatementName)
        {
            return Shared; // the statement stands, or is missing, in a session of somebody else
        }
        catch (Exception strange) when (strange is InvalidCastException or InvalidOperationException { InnerException: null })
        {
            return Shared; // another statement of that name answered, with columns of its own
        }
        catch (PostgresException refused) when (refused.MessageText.Contains("statement pooling", StringComparison.OrdinalIgnoreCase))
        {
            return $"Supervision__Postgres leads through a pooler that allows no transactions (pgbouncer's pool_mode = statement). {Remedy}";
        }
    }

    private static async Task<int> Session(NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select pg_backend_pid()", connection, transaction);
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
