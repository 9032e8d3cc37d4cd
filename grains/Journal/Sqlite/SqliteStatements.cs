using Microsoft.Data.Sqlite;

namespace Supervision.Journal.Sqlite;

/// <summary>The writer's statements, each prepared once; parameters are numbered <c>$1</c>, <c>$2</c>, … in order.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>Rows changed.</summary>
    public int Execute(string text, params ReadOnlySpan<object?> values) => Bound(text, values).ExecuteNonQuery();

    /// <summary>Rows changed by a statement not kept prepared, because its parameters would keep their last values: for large ones.</summary>
    public int ExecuteOnce(string text, params ReadOnlySpan<object?> values)
    {
        using var command = Command(text, values.Length);
        for (var i = 0; i < values.Length; i++)
            Bind(command.Parameters[i], values[i]);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first row, or default when there is none.</summary>
    public T? First<T>(string text, Func<SqliteDataReader, T> record, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(text, values).ExecuteReader();
        return reader.Read() ? record(reader) : default;
    }

    /// <summary>All rows.</summary>
    public List<T> All<T>(string text, Func<SqliteDataReader, T> record, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(text, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(record(reader));
        return rows;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Bound(string text, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(text, out var command))
        {
            command = Command(text, values.Length);
            _prepared.Add(text, command);
        }

        for (var i = 0; i < values.Length; i++)
            Bind(command.Parameters[i], values[i]);
        return command;
    }

    private SqliteCommand Command(string text, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        return command;
    }

    // The type is set anew each time: a parameter remembers the one it was first given.
    private static void Bind(SqliteParameter parameter, object? value)
    {
        parameter.ResetSqliteType();
        parameter.Value = SqliteValues.Of(value);
    }
}
