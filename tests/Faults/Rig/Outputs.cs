namespace Supervision.Faults.Rig;

/// <summary>Where the build put the programs under test, and files of the source tree.</summary>
internal static class Outputs
{
    private static readonly string Root = FindRoot();

    // …/tests/Faults/bin/<configuration>/<framework>/
    private static readonly string[] Here = AppContext
        .BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)
        .Split(Path.DirectorySeparatorChar);

    public static string Gateway => Program("gateway", "Supervision.Gateway.dll");

    public static string Silo => Program("silo", "Supervision.Silo.dll");

    public static string Roster => Path.Combine(Root, "gateway", "Demo", "huzhou");

    private static string Program(string folder, string file)
    {
        var path = Path.Combine(Root, folder, "bin", Here[^2], Here[^1], file);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} was not built; build the solution first.");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Supervision.Actors.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Supervision.Actors.sln is in no folder above the tests.");
    }
}
