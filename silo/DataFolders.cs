namespace Supervision.Silo;

/// <summary>Where an installation keeps its files when nobody says where: beside the program, from wherever it is started.</summary>
public static class DataFolders
{
    private const string Name = "data";

    /// <param name="given"><c>Supervision:Data</c>; a relative path is meant from the working directory. Null or empty means the default.</param>
    /// <param name="part">Subfolder of the default, for a store that shares nothing with real data; empty for none.</param>
    /// <returns>An absolute path; nothing is made there.</returns>
    public static string Of(string? given, string part = "")
    {
        if (given is { Length: > 0 })
            return Path.GetFullPath(given);
        var own = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, Name, part));
        // An earlier version kept its data below the working directory: what is there is not left behind.
        var earlier = Path.GetFullPath(Path.Combine(Name, part));
        return !HasStore(own) && HasStore(earlier) ? earlier : own;
    }

    private static bool HasStore(string folder) => File.Exists(Path.Combine(folder, StoreSettings.FileName));
}
