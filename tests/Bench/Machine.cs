using Npgsql;

namespace Supervision.Bench;

internal static class Machine
{
    /// <summary>What a reader needs to compare the numbers with his own.</summary>
    public static async Task<string> Describe(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            "select 'PostgreSQL ' || current_setting('server_version') || ', fsync=' || current_setting('fsync') || ', synchronous_commit=' || current_setting('synchronous_commit')"
        );
        var postgres = (string)(await command.ExecuteScalarAsync())!;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30);
        return $"{Environment.ProcessorCount} cores (shared by load, journal and database), {memory} GiB, {postgres}, .NET {Environment.Version}";
    }
}
