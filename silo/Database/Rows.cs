using System.Data.Common;

namespace Supervision.Silo.Database;

internal static class Rows
{
    public static int Execute(this DbConnection connection, string text, params ReadOnlySpan<(string Name, object Value)> parameters) =>
        connection.Execute(null, text, parameters);

    public static int Execute(
        this DbConnection connection,
        DbTransaction? transaction,
        string text,
        params ReadOnlySpan<(string Name, object Value)> parameters
    )
    {
        using var command = connection.Command(text, parameters);
        command.Transaction = transaction;
        return command.ExecuteNonQuery();
    }

    /// <summary>The first two columns of every row, both text.</summary>
    public static Dictionary<string, string> Pairs(this DbConnection connection, string text)
    {
        using var command = connection.Command(text, []);
        using var reader = command.ExecuteReader();
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
            pairs.Add(reader.GetString(0), reader.GetString(1));
        return pairs;
    }

    private static DbCommand Command(this DbConnection connection, string text, ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this assembly.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
