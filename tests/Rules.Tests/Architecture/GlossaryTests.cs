using System.Reflection;
using System.Text.RegularExpressions;

namespace Supervision.Rules.Tests.Architecture;

/// <summary>grains/GLOSSARY.md and the code speak the same words.</summary>
public partial class GlossaryTests
{
    private static readonly (string Zh, string En, string Type)[] Rows =
    [
        .. File.ReadLines(Path.Combine(ArchitectureTests.Root, "grains", "GLOSSARY.md"))
            .Select(line => Row().Match(line))
            .Where(row => row.Success)
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value)),
    ];

    private static readonly Type[] Types = typeof(UnitState).Assembly.GetTypes();

    [Fact]
    public void TermsAndWords_StandOnce()
    {
        Rows.Should().HaveCountGreaterThan(49);
        Rows.Select(row => row.Zh).Should().OnlyHaveUniqueItems();
        Rows.Select(row => row.En).Should().OnlyHaveUniqueItems();
        Rows.Select(row => row.Type).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Types_AndMembers_Exist() => Rows.Where(row => !Exists(row.Type)).Select(row => row.Type).Should().BeEmpty();

    [Fact]
    public void Words_OfEnumMembers_AreThoseThatPeopleRead()
    {
        var said = Rows.Select(row => (Row: row, Words: WordsOf(row.Type))).Where(each => each.Words is not null).ToList();

        said.Should().HaveCountGreaterThan(29, "most enums have words");
        said.Where(each => each.Words!.Zh != each.Row.Zh || each.Words.En != each.Row.En)
            .Select(each => $"{each.Row}: {each.Words!.Zh}, {each.Words.En}")
            .Should()
            .BeEmpty();
    }

    private static bool Exists(string name) =>
        name.Split('.') switch
        {
            [var type] => Types.Any(each => each.Name == type),
            [var type, var member] => Types.Any(each => each.IsEnum && each.Name == type && Enum.IsDefined(each, member)),
            _ => false,
        };

    /// <summary>What a method <c>Of</c> says of an enum's member; null for types, and for enums without words.</summary>
    private static Text? WordsOf(string name) =>
        name.Split('.') is [var type, var member] && Types.FirstOrDefault(each => each.IsEnum && each.Name == type) is { } words
            ? Types
                .SelectMany(each => each.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
                .FirstOrDefault(method =>
                    method.Name == "Of"
                    && method.ReturnType == typeof(Text)
                    && method.GetParameters() is [var only]
                    && only.ParameterType == words
                )
                ?.Invoke(null, [Enum.Parse(words, member)]) as Text
            : null;

    [GeneratedRegex(@"^\| (.+?) \| (.+?) \| `([\w.]+)` \|$")]
    private static partial Regex Row();
}
