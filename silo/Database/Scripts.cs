using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Supervision.Silo.Database;

/// <summary>The SQL that ships inside this assembly, for one kind of store.</summary>
internal sealed class Scripts
{
    private const string QueryMark = "-- query ";
    private static readonly Assembly Home = typeof(Scripts).Assembly;

    private readonly string _folder;

    public static readonly Scripts Postgres = new("Database/postgres/");
    public static readonly Scripts Sqlite = new("Database/sqlite/");

    private Scripts(string folder) => _folder = folder;

    /// <summary>The numbered migrations, by resource name. A released one is never edited: a new one follows it.</summary>
    public ImmutableSortedDictionary<string, string> Migrations =>
        Home.GetManifestResourceNames().Where(IsMigration).ToImmutableSortedDictionary(name => name, Read, StringComparer.Ordinal);

    /// <summary>
    /// The texts the Orleans ADO.NET providers read from the table OrleansQuery, by query key. They are code, not history:
    /// the table is made to hold exactly these.
    /// </summary>
    public ImmutableSortedDictionary<string, string> OrleansQueries =>
        Home.GetManifestResourceNames()
            .Where(name => name.StartsWith(_folder + "queries/", StringComparison.Ordinal))
            .SelectMany(name => Parse(Read(name)))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);

    public bool IsMigration(string name) =>
        name.StartsWith(_folder, StringComparison.Ordinal) && !name.StartsWith(_folder + "queries/", StringComparison.Ordinal);

    /// <summary>Lower-case hex of SHA-256; line ends do not count.</summary>
    public static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));

    private static string Read(string name)
    {
        using var reader = new StreamReader(Home.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    // A query runs from its mark to the next; comment lines belong to the file, not to the query.
    private static IEnumerable<KeyValuePair<string, string>> Parse(string file)
    {
        foreach (var part in ("\n" + file.ReplaceLineEndings("\n")).Split("\n" + QueryMark).Skip(1))
        {
            var lines = part.Split('\n');
            yield return KeyValuePair.Create(
                lines[0].Trim(),
                string.Join('\n', lines.Skip(1).Where(line => !line.StartsWith("--", StringComparison.Ordinal))).Trim()
            );
        }
    }
}
