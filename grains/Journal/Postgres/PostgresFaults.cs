using Npgsql;

namespace Supervision.Journal.Postgres;

internal enum Fault
{
    /// <summary>Another transaction was in the way; the same again may succeed at once.</summary>
    Collision = 1,

    /// <summary>The store is away or out of means; the outcome is unknown.</summary>
    Unavailable = 2,

    /// <summary>Something that was sent can't be stored.</summary>
    Data = 3,
}

internal static class PostgresFaults
{
    /// <summary><c>idle_in_transaction_session_timeout</c> struck.</summary>
    private const string IdleInTransaction = "25P03";

    public static bool IsLocked(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable };

    public static Fault Kind(Exception fault) =>
        fault switch
        {
            // Two processes wrote the same receipt or alert at once: the loser sees it on its next try.
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => Fault.Collision,
            PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure } =>
                Fault.Collision,
            // Somebody else holds a row for longer than anybody waits, or this process was silent for too long in a transaction.
            PostgresException
            {
                SqlState: PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.LockNotAvailable or IdleInTransaction
            } => Fault.Unavailable,
            PostgresException refused when IsPassing(refused.SqlState) => Fault.Unavailable,
            PostgresException => Fault.Data,
            NpgsqlException or IOException or System.Net.Sockets.SocketException or TimeoutException or ObjectDisposedException =>
                Fault.Unavailable,
            _ => Fault.Data,
        };

    /// <summary>Runs a statement outside the writers, and tells a store that is away from one that refuses.</summary>
    public static async Task<T> Translated<T>(Func<Task<T>> statement)
    {
        try
        {
            return await statement().ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is NpgsqlException or IOException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw Translate(fault);
        }
    }

    public static Exception Translate(Exception fault) =>
        Kind(fault) == Fault.Data
            ? new JournalRejectedException("PostgreSQL refused the data: " + fault.Message, fault)
            : new JournalUnavailableException("PostgreSQL did not answer: " + fault.Message, fault);

    // Classes of the SQL standard: 08 connection, 53 out of resources, 57 operator intervention, 58 system error, XX internal.
    private static bool IsPassing(string sqlState) => sqlState[..2] is "08" or "53" or "57" or "58" or "XX";
}
