using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Supervision.Journal.Sqlite;

internal static class SqliteFaults
{
    /// <summary>True when what was sent can't be stored; false when the file is locked, full, missing or damaged.</summary>
    public static bool IsData(Exception fault) =>
        fault is not (SqliteException or IOException or ObjectDisposedException)
        || fault
            is SqliteException { SqliteErrorCode: raw.SQLITE_CONSTRAINT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH or raw.SQLITE_RANGE };

    public static Exception Translate(Exception fault) =>
        fault switch
        {
            JournalUnavailableException or JournalRejectedException => fault,
            _ when IsData(fault) => new JournalRejectedException("SQLite refused the data: " + fault.Message, fault),
            _ => new JournalUnavailableException("SQLite did not answer: " + fault.Message, fault),
        };
}
