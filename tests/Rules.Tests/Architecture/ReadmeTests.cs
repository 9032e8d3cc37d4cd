using System.Text.RegularExpressions;

namespace Supervision.Rules.Tests.Architecture;

/// <summary>The pages that explain the house: short enough, alike in both languages, and without dead links.</summary>
public partial class ReadmeTests
{
    public static TheoryData<string> Pages() =>
        [
            "README.md",
            "README.zh-CN.md",
            "grains/README.md",
            "grains/GLOSSARY.md",
            "silo/README.md",
            "silo/README.zh-CN.md",
            "gateway/README.md",
            "gateway/README.zh-CN.md",
            "tests/Bench/README.md",
            .. PagesIn(".github"),
            .. PagesIn("grains/decisions"),
        ];

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void FirstPage_HasAtMost110Lines(string page) => Lines(page).Length.Should().BeLessThanOrEqualTo(110);

    [Fact]
    public void FirstPages_HaveTheSameHeadingsAndPicture()
    {
        Headings("README.zh-CN.md").Select(Level).Should().Equal(Headings("README.md").Select(Level));
        Picture("README.md").Should().NotBeEmpty();
        Picture("README.zh-CN.md").Should().Be(Picture("README.md"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_LeadToWhatIsThere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(ArchitectureTests.Root, page))!;
        Links(page).Where(link => !IsThere(page, folder, link)).Should().BeEmpty();
    }

    private static bool IsThere(string page, string folder, string link)
    {
        var parts = link.Split('#');
        var target = parts[0].Length == 0 ? Path.Combine(ArchitectureTests.Root, page) : Path.GetFullPath(Path.Combine(folder, parts[0]));
        return parts.Length == 1
            ? File.Exists(target) || Directory.Exists(target)
            : File.Exists(target) && Headings(Path.GetRelativePath(ArchitectureTests.Root, target)).Select(Anchor).Contains(parts[1]);
    }

    private static IEnumerable<string> PagesIn(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(ArchitectureTests.Root, folder), "*.md")
            .Select(file => $"{folder}/{Path.GetFileName(file)}")
            .Order(StringComparer.Ordinal);

    private static string Read(string page) => File.ReadAllText(Path.Combine(ArchitectureTests.Root, page)).ReplaceLineEndings("\n");

    private static string[] Lines(string page) => Read(page).TrimEnd('\n').Split('\n');

    private static string Picture(string page) => Rooms().Match(Read(page)).Groups[1].Value;

    private static IEnumerable<string> Headings(string page) =>
        Fence().Replace(Read(page), "").Split('\n').Where(line => line.StartsWith('#'));

    private static int Level(string heading) => heading.TakeWhile(sign => sign == '#').Count();

    /// <summary>As GitHub makes it of an English heading.</summary>
    private static string Anchor(string heading) =>
        string.Concat(
            heading
                .TrimStart('#')
                .Trim()
                .ToLowerInvariant()
                .Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-')
                .Select(sign => sign == ' ' ? '-' : sign)
        );

    private static IEnumerable<string> Links(string page) =>
        Link()
            .Matches(Fence().Replace(Read(page), ""))
            .Select(link => link.Groups[1].Success ? link.Groups[1].Value : link.Groups[2].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal));

    [GeneratedRegex(@"\]\(([^)\s]+)\)|src=""([^""]+)""")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("^```rooms\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Rooms();
}
