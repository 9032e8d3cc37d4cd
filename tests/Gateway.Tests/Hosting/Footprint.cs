using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Supervision.Gateway.Tests.Hosting;

/// <summary>What stands in a folder, to the byte: a start that is refused leaves it so.</summary>
internal static class Footprint
{
    /// <returns>Relative path to SHA-256; folders with an empty hash.</returns>
    public static IReadOnlyDictionary<string, string> Of(string folder)
    {
        SqliteConnection.ClearAllPools(); // what this process still holds open would be written out later
        return Directory
            .EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(
                path => Path.GetRelativePath(folder, path),
                path => File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : ""
            );
    }
}
