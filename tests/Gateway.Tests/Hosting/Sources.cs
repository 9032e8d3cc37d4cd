namespace Supervision.Gateway.Tests.Hosting;

/// <summary>The repository the tests were built from.</summary>
internal static class Sources
{
    public static string Root { get; } = Find();

    /// <summary>Made when it is not there.</summary>
    public static string Folder(string path) => Directory.CreateDirectory(Path.Combine(Root, path)).FullName;

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Supervision.Actors.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
