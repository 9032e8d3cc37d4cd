using System.Text.RegularExpressions;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Architecture;

/// <summary>
/// The house has no circles, and no arrow that its picture does not have. <c>dotnet test tests/Gateway.Tests --filter
/// FullyQualifiedName~RoomTests --logger "console;verbosity=detailed"</c> prints all arrows.
/// </summary>
public sealed partial class RoomTests(ITestOutputHelper output)
{
    private static readonly Rooms House = Rooms.Read();

    [Fact]
    public void Rooms_FormNoCircle()
    {
        foreach (var from in House.Arrows.Keys.GroupBy(arrow => arrow.From))
            output.WriteLine($"{from.Key} → {string.Join(", ", from.Select(arrow => arrow.To))}");
        var circles = House.Circles().ToList();
        foreach (var project in Rooms.Projects)
            output.WriteLine(
                $"{project}: {House.All.Count(room => Project(room) == project)} rooms, {circles.Where(circle => Project(circle[0]) == project).Sum(circle => circle.Length)} of them in circles"
            );
        circles.Should().BeEmpty();
    }

    [Fact]
    public void Arrows_StandInTheReadmesPicture()
    {
        var layers = Picture();
        House.All.Where(room => !layers.ContainsKey(room)).Should().BeEmpty("every room stands in the picture");
        layers.Keys.Where(room => !House.All.Contains(room)).Should().BeEmpty("the picture shows no room that is not there");
        House
            .Arrows.Where(arrow => Project(arrow.Key.From) == Project(arrow.Key.To) && layers[arrow.Key.From] <= layers[arrow.Key.To])
            .Select(arrow => $"{arrow.Key.From} → {arrow.Key.To}: {string.Join(", ", arrow.Value)}")
            .Should()
            .BeEmpty("a room uses only rooms that stand before it");
    }

    [Fact]
    public void Projects_KnowEachOther_OnlyAlongTheArrows() =>
        House
            .Arrows.Keys.Select(arrow => (From: Project(arrow.From), To: Project(arrow.To)))
            .Where(arrow => arrow.From != arrow.To)
            .Distinct()
            .Select(arrow => $"{arrow.From} → {arrow.To}")
            .Should()
            .BeSubsetOf([
                "Contracts → Rules",
                "Journal → Contracts",
                "Journal → Rules",
                "Actors → Contracts",
                "Actors → Journal",
                "Actors → Rules",
                "Silo → Contracts",
                "Silo → Rules",
                "Silo → Journal",
                "Silo → Actors",
                "Gateway → Contracts",
                "Gateway → Rules",
                "Gateway → Silo",
            ]);

    [Fact]
    public void Namespaces_FollowFolders() =>
        Files()
            .Select(file => (File: file, Space: Space().Match(File.ReadAllText(Path.Combine(Sources.Root, file))).Groups[1].Value))
            .Where(source => source.Space.Length > 0 && source.Space != SpaceOf(source.File))
            .Select(source => $"{source.File} says {source.Space}")
            .Should()
            .BeEmpty();

    [Fact]
    public void Folder_HoldsAtMost15Files() =>
        Files()
            .GroupBy(file => Path.GetDirectoryName(file)!)
            .Where(folder => folder.Count() > 15)
            .Select(folder => $"{folder.Key}: {folder.Count()}")
            .Should()
            .BeEmpty("a folder with more needs chapters");

    /// <summary>Rooms by layer: the fenced block <c>rooms</c> of README.md, where <c>&lt;</c> parts the layers and <c>·</c> the rooms of one.</summary>
    private static Dictionary<string, int> Picture()
    {
        var layers = new Dictionary<string, int>(StringComparer.Ordinal);
        var current = "";
        var layer = 0;
        foreach (
            var word in Block()
                .Match(File.ReadAllText(Path.Combine(Sources.Root, "README.md")))
                .Groups[1]
                .Value.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        )
            switch (word)
            {
                case "<":
                    layer++;
                    break;
                case "·":
                    break;
                case [.. var project, ':']:
                    (current, layer) = (project, 0);
                    break;
                default:
                    layers.Add(word == "(top)" ? current : $"{current}.{word}", layer);
                    break;
            }
        return layers;
    }

    private static string Project(string room) => room.Split('.')[0];

    private static IEnumerable<string> Files() =>
        new[] { "grains", "silo", "gateway" }
            .SelectMany(top => Directory.EnumerateFiles(Path.Combine(Sources.Root, top), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Sources.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules"));

    private static string SpaceOf(string file)
    {
        var folders = file.Split('/')[..^1];
        var rooms = folders[0] == "grains" ? folders[1..] : [char.ToUpperInvariant(folders[0][0]) + folders[0][1..], .. folders[1..]];
        return $"Supervision.{string.Join('.', rooms)}";
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Space();

    [GeneratedRegex("```rooms\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
