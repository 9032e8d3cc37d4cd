using System.Xml.Linq;

namespace Supervision.Rules.Tests.Architecture;

/// <summary>The shape of the house: which project may know which, how long a file may be, what lies at the top.</summary>
public class ArchitectureTests
{
    internal static readonly string Root = FindRoot();

    [Fact]
    public void Rules_ReferenceNoOrleansRuntime() =>
        typeof(UnitState)
            .Assembly.GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => name.StartsWith("Orleans", StringComparison.Ordinal))
            .Should()
            .BeSubsetOf(
                ["Orleans.Serialization", "Orleans.Serialization.Abstractions"],
                "rules are pure: they know how records travel, not who carries them"
            );

    [Fact]
    public void Projects_KnowEachOther_OnlyAlongTheArrows() =>
        new[] { "grains", "silo", "gateway" }
            .SelectMany(Projects)
            .SelectMany(References)
            .Should()
            .BeEquivalentTo(
                "Contracts → Rules",
                "Journal → Contracts",
                "Actors → Contracts",
                "Actors → Journal",
                "Silo → Actors",
                "Gateway → Contracts",
                "Gateway → Silo"
            );

    [Fact]
    public void SourceFile_HasAtMost400Lines() =>
        new[] { "grains", "silo", "gateway" }
            .SelectMany(folder => Files(folder, "*.cs"))
            .Where(file => File.ReadLines(file).Count() > 400)
            .Select(Relative)
            .Should()
            .BeEmpty();

    [Fact]
    public void TopLevel_HoldsOnlyWhatBelongsThere()
    {
        string[] allowed =
        [
            "Supervision.Actors.sln",
            "silo",
            "gateway",
            "grains",
            "tests",
            "README.md",
            "README.zh-CN.md",
            "LICENSE",
            "global.json",
            "Directory.Build.props",
            "Directory.Build.targets",
            "Directory.Packages.props",
            "data",
        ];
        Directory
            .EnumerateFileSystemEntries(Root)
            .Select(entry => Path.GetFileName(entry)!)
            .Where(name => !name.StartsWith('.'))
            .Should()
            .BeSubsetOf(allowed);
        File.ReadLines(Path.Combine(Root, ".gitignore"))
            .Should()
            .Contain("/data/", "what a running system keeps is not part of the source");
    }

    private static IEnumerable<string> Projects(string folder) => Files(folder, "*.csproj");

    private static IEnumerable<string> References(string project) =>
        XDocument
            .Load(project)
            .Descendants("ProjectReference")
            .Select(reference => $"{Name(project)} → {Name(reference.Attribute("Include")!.Value.Replace('\\', '/'))}");

    private static string Name(string project) =>
        Path.GetFileNameWithoutExtension(project).Replace("Supervision.", "", StringComparison.Ordinal);

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj" or "node_modules"));

    private static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Supervision.Actors.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Supervision.Actors.sln is in no folder above the tests.");
    }
}
