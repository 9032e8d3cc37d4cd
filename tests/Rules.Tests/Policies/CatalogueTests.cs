using System.Reflection;
using System.Text.Json.Serialization;

namespace Supervision.Rules.Tests.Policies;

/// <summary>The catalogue against the records it describes, and each parameter against its range.</summary>
public class CatalogueTests
{
    public static TheoryData<string> Keys() => [.. PolicyCatalogue.All.Select(parameter => parameter.Key)];

    private static PolicyParameter Of(string key) => PolicyCatalogue.Find(key)!;

    /// <summary>Values that versions keep and nothing reads yet. Who builds the reader takes the value off this list and offers it in the catalogue.</summary>
    private static readonly string[] Unread =
    [
        "RegisterDays",
        "ConcludeDays",
        "OuterDays",
        "UniversalUnits",
        "UniversalPercent",
        "TrendPercent",
        "TrendMinimum",
        "WarningAcknowledgeDays",
        "BulletinDay",
        "BulletinCutoffDay",
        "Rounds[0]",
        "Rounds[1]",
        "Rounds[2]",
        "Rounds[3]",
        "DrawRatePercent",
        "DrawMinimum",
    ];

    [Fact]
    public void Catalogue_WritesEveryValueOfThePolicyThatIsRead_EachByOneParameter()
    {
        var written = PolicyCatalogue.All.SelectMany(parameter => Changed(parameter).Select(path => (path, parameter.Key))).ToList();

        written
            .Select(each => each.path)
            .Should()
            .BeEquivalentTo(Leaves(Policy.Default).Keys.Except(Unread.Select(name => $"OfficePolicy.{name}")));
        written.Select(each => each.path).Should().OnlyHaveUniqueItems();
        written.Select(each => each.Key).Should().OnlyHaveUniqueItems();

        static IEnumerable<string> Changed(PolicyParameter parameter)
        {
            var (before, after) = (Leaves(Policy.Default), Leaves(parameter.Write(Policy.Default, Other(parameter)).Policy));
            return before.Keys.Where(path => before[path] != after[path]);
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Parameter_Default_IsInItsRangeAndReadBack(string key)
    {
        var parameter = Of(key);
        parameter.Range.Accepts(parameter.Default).Should().BeTrue();
        PolicyCatalogue.Differences(Policy.Default, parameter.Write(Policy.Default, parameter.Default).Policy).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Parameter_OtherValue_IsReadBackAndTheOnlyDifference(string key)
    {
        var parameter = Of(key);
        var (policy, refusal) = parameter.Write(Policy.Default, Other(parameter));

        refusal.Should().BeNull();
        PolicyCatalogue.Differences(Policy.Default, policy).Should().Equal(new PolicyDifference(key, parameter.Default, Other(parameter)));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Parameter_IsSaidInBothLanguages(string key)
    {
        var parameter = Of(key);
        foreach (var text in new[] { parameter.Meaning, parameter.Group })
        {
            text.Zh.Any(character => character > 0x2E80).Should().BeTrue(text.Zh);
            text.En.All(char.IsAscii).Should().BeTrue(text.En);
        }

        PolicyRefusals.Accepted(parameter).Zh.Should().NotBeEmpty();
        parameter
            .Source?.Split(' ')
            .Should()
            .OnlyContain(clause => clause.StartsWith('L') || clause.StartsWith("D-", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Parameter_AtTheEdgesOfItsRange_TakesWhatLiesWithinOnly(string key)
    {
        var parameter = Of(key);
        var range = parameter.Range;
        var (taken, refused) = range.Kind switch
        {
            PolicyValueKind.Number => (
                [PolicyValue.Of(range.Minimum!.Value), PolicyValue.Of(range.Maximum!.Value)],
                [PolicyValue.Of(range.Minimum.Value - 1), PolicyValue.Of(range.Maximum.Value + 1), "", "x", "1.5", "99999999999"]
            ),
            PolicyValueKind.Flag => (["true", "false"], ["", "True", "1"]),
            PolicyValueKind.Choice => (range.Choices.ToArray(), ["", "None", "0", "99"]),
            PolicyValueKind.Numbers => (
                [$"{range.Maximum}, {range.Minimum}", ""],
                [$"{range.Maximum + 1}", $"{range.Minimum - 1}", "1, 3", "3, 3", "3,, 1", "x"]
            ),
            PolicyValueKind.Choices => (
                [string.Join(", ", range.Choices), "", range.Choices[0]],
                ["LR-04", $"{range.Choices[0]}, {range.Choices[0]}", ","]
            ),
            PolicyValueKind.Window => (
                [$"{range.Minimum:D2}-01/{range.Maximum:D2}-28"],
                [
                    $"{range.Maximum:D2}-02/{range.Maximum:D2}-01",
                    $"{range.Minimum - 1:D2}-28/{range.Maximum:D2}-01",
                    $"{range.Minimum:D2}-01/{range.Maximum + 1:D2}-01",
                    "05-10",
                    "02-30/02-30",
                    "",
                    "5-1/5-2",
                ]
            ),
            _ => (new[] { "", new string('平', range.Maximum!.Value) }, new[] { new string('平', range.Maximum.Value + 1), "a\0", "a\nb" }),
        };

        foreach (var value in taken)
            parameter.Write(Policy.Default, value).Refusal.Should().BeNull(value);
        foreach (var value in refused)
        {
            var (policy, refusal) = parameter.Write(Policy.Default, value);
            (refusal!.Code, refusal.Field, policy).Should().Be((RefusalCode.PolicyValueInvalid, key, Policy.Default), value);
        }
    }

    [Fact]
    public void Window_InALeapDay_IsTheLastDayOfFebruaryElsewhere()
    {
        var (policy, refusal) = Of("campaign").Write(Policy.Default, "02-20/02-29");
        refusal.Should().BeNull();
        policy.OfOffice.Campaign.To.In(2027).Should().Be(Civil.Day("2027-02-28"));
    }

    [Fact]
    public void Lay_SomeValuesWrong_LeavesThoseAloneAndNamesEach()
    {
        var (policy, refusals) = PolicyCatalogue.Lay(
            Policy.Default,
            new Dictionary<string, string>
            {
                ["issue.verifyW"] = "7",
                ["issue.fileD"] = "16",
                ["issue.unheardOf"] = "1",
            }
        );

        policy.OfIssues.Should().Be(IssuePolicy.Default with { VerifyDays = 7 });
        refusals
            .Select(refusal => (refusal.Code, refusal.Field))
            .Should()
            .Equal((RefusalCode.PolicyValueInvalid, "issue.fileD"), (RefusalCode.PolicyParameterUnknown, "issue.unheardOf"));
    }

    /// <summary>An accepted value that is not the default.</summary>
    private static string Other(PolicyParameter parameter) =>
        parameter.Range.Kind switch
        {
            PolicyValueKind.Number => PolicyValue.Of(
                parameter.Default == PolicyValue.Of(parameter.Range.Minimum!.Value)
                    ? parameter.Range.Maximum!.Value
                    : parameter.Range.Minimum.Value
            ),
            PolicyValueKind.Flag => parameter.Default == "true" ? "false" : "true",
            PolicyValueKind.Choice => parameter.Range.Choices.First(choice => choice != parameter.Default),
            PolicyValueKind.Numbers => "9, 2",
            PolicyValueKind.Choices => parameter.Range.Choices.First(choice => choice != parameter.Default),
            PolicyValueKind.Window => $"{parameter.Range.Minimum:D2}-02/{parameter.Range.Maximum:D2}-03",
            _ => "湖州安心培",
        };

    /// <summary>Every value of the policy's records by its path, as JSON; lists of numbers or names and windows are one value.</summary>
    private static Dictionary<string, string> Leaves(Policy policy) =>
        new object[] { policy.Cadence, policy.OfIssues, policy.OfLadder, policy.OfOffice, policy.OfInspector, policy.OfCounty }
            .SelectMany(section => Leaves(section.GetType().Name, section))
            .ToDictionary(leaf => leaf.Path, leaf => leaf.Json);

    private static IEnumerable<(string Path, string Json)> Leaves(string path, object value)
    {
        if (value is CadencePolicy or IssuePolicy or LadderPolicy or OfficePolicy or InspectorPolicy or CountyPolicy or BySeverity)
            return value
                .GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
                .SelectMany(property => Leaves($"{path}.{property.Name}", property.GetValue(value)!));
        if (value is ImmutableArray<Window> windows)
            return windows.SelectMany((window, i) => Leaves($"{path}[{i}]", window));
        return [(path, System.Text.Json.JsonSerializer.Serialize(value))];
    }
}
