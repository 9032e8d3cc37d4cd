using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Supervision.Contracts;

namespace Supervision.Gateway.Tests.Api;

/// <summary>What the front end writes out by hand, because the document does not have it, has the members the gateway sends.</summary>
public sealed partial class ShapeTests
{
    private static readonly Dictionary<string, string[]> Interfaces = Read();

    public static TheoryData<Type, string> Shapes =>
        new()
        {
            { typeof(PreviewView), "PreviewView" },
            { typeof(PreviewedEvent), "PreviewedEvent" },
            { typeof(PreviewedAlert), "PreviewedAlert" },
            { typeof(PreviewedPaper), "PreviewedPaper" },
            { typeof(CaseDeadline), "CaseDeadline" },
            { typeof(Standing), "Standing" },
            { typeof(ImportProgress), "ImportProgress" },
            { typeof(FieldView), "FieldView" },
            { typeof(FieldUnit), "FieldUnit" },
            { typeof(VisitPlan), "FieldPlan" },
            { typeof(InspectorProfile), "InspectorProfile" },
            { typeof(FieldCatalogue), "FieldCatalogue" },
            { typeof(Checklist), "ChecklistForm" },
            { typeof(ChecklistItem), "FormItem" },
            { typeof(CategoryView), "CategoryView" },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void View_HasTheMembersTheFrontEndReads(Type view, string name) =>
        Interfaces.Should().ContainKey(name).WhoseValue.Should().BeEquivalentTo(Members(view));

    /// <summary>The front end adds what HTTP says besides.</summary>
    [Fact]
    public void Problem_HasTheMembersTheFrontEndReads() =>
        Interfaces["Problem"].Except(["traceId"]).Should().BeEquivalentTo(Members(typeof(Problem)));

    private static IEnumerable<string> Members(Type view) =>
        view.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    private static Dictionary<string, string[]> Read()
    {
        var source = Comment().Replace(Source(), "");
        var own = Declaration()
            .Matches(source)
            .ToDictionary(
                match => match.Groups["name"].Value,
                match =>
                    (
                        Base: match.Groups["base"].Value,
                        Members: Member().Matches(match.Groups["body"].Value).Select(member => member.Groups[1].Value).ToArray()
                    )
            );
        return own.ToDictionary(
            declared => declared.Key,
            declared =>
                declared.Value.Base.Length == 0 ? declared.Value.Members : [.. own[declared.Value.Base].Members, .. declared.Value.Members]
        );
    }

    private static string Source()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Supervision.Actors.sln")))
            folder = folder.Parent!;
        return string.Concat(
            new[] { "types.ts", "case-types.ts", "field-types.ts" }.Select(file =>
                File.ReadAllText(Path.Combine(folder.FullName, "gateway/web/src/client", file)) + "\n\n"
            )
        );
    }

    [GeneratedRegex(@"/\*.*?\*/|//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"export interface (?<name>\w+)(?: extends (?<base>\w+))? \{(?<body>[^}]*)\}")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(\w+)\??:")]
    private static partial Regex Member();
}
