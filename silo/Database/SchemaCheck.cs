using System.Data.Common;

namespace Supervision.Silo.Database;

public static class SchemaCheck
{
    /// <summary>Proves at start that the store holds exactly the scripts and the Orleans queries of this program, no more, no less, none altered.</summary>
    /// <exception cref="SchemaException">Something differs, or the store was never migrated.</exception>
    public static void Verify(JournalOptions options)
    {
        var store = Store.Of(options);
        if (options.SqliteFile is { } file && !File.Exists(file))
            throw new SchemaException($"There is no database at {file}. Run the migrations.");
        using var connection = store.Open();
        Throw(Differences(store, connection));
    }

    /// <summary>
    /// Finds, without touching anything, what no migration can mend: scripts this program does not know, because a newer one ran them, and
    /// scripts that differ from this program's.
    /// </summary>
    /// <exception cref="SchemaException">There are such.</exception>
    public static void Foresee(StoreLook look, JournalOptions options)
    {
        var scripts = Store.Of(options).Scripts.Migrations.ToDictionary(script => script.Key, script => Scripts.Hash(script.Value));
        var applied = look.Scripts.ToDictionary(
            script => script.Key,
            script => script.Value.Length > 0 ? script.Value : scripts.GetValueOrDefault(script.Key, "")
        );
        var known = scripts.Where(script => applied.ContainsKey(script.Key)).ToDictionary();
        Throw([.. Compare("script", known, applied)], " Nothing was changed.");
    }

    private static void Throw(List<string> differences, string end = "")
    {
        if (differences.Count > 0)
            throw new SchemaException(
                "The database does not match this program:\n" + string.Join('\n', differences.Select(difference => "- " + difference)) + end
            );
    }

    private static List<string> Differences(Store store, DbConnection connection)
    {
        try
        {
            var scripts = store.Scripts.Migrations.ToDictionary(script => script.Key, script => Scripts.Hash(script.Value));
            var applied = connection.Pairs(
                "select v.scriptname, coalesce(h.sha256, '') from schema_versions v left join schema_hashes h on h.script = v.scriptname"
            );
            var queries = store.Scripts.OrleansQueries.ToDictionary(query => query.Key, query => Scripts.Hash(query.Value));
            var stored = connection
                .Pairs("select QueryKey, QueryText from OrleansQuery")
                .ToDictionary(query => query.Key, query => Scripts.Hash(query.Value));
            return [.. Compare("script", scripts, applied), .. Compare("Orleans query", queries, stored)];
        }
        catch (DbException missing)
        {
            throw new SchemaException("The database was not migrated: " + missing.Message, missing);
        }
    }

    private static IEnumerable<string> Compare(string what, Dictionary<string, string> expected, Dictionary<string, string> found)
    {
        foreach (var name in expected.Keys.Union(found.Keys).Order(StringComparer.Ordinal))
        {
            if (!found.TryGetValue(name, out var hash))
                yield return $"{what} {name} is missing";
            else if (!expected.TryGetValue(name, out var wanted))
                yield return $"{what} {name} is unknown to this program";
            else if (hash != wanted)
                yield return $"{what} {name} was altered (SHA-256 {hash}, expected {wanted})";
        }
    }
}
