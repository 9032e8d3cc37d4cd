using System.Text.Json;

namespace Supervision.Rules.Tests;

/// <summary>The server's exports and the browser's guard the same text: both are tested by the same table of cases.</summary>
public sealed class FormulaTextTests
{
    private static readonly JsonElement Cases = JsonDocument
        .Parse(typeof(FormulaTextTests).Assembly.GetManifestResourceStream("formula-cells.txt")!)
        .RootElement;

    public static TheoryData<string> Guarded => [.. Cases.GetProperty("guarded").EnumerateArray().Select(text => text.GetString()!)];

    public static TheoryData<string> Plain => [.. Cases.GetProperty("plain").EnumerateArray().Select(text => text.GetString()!)];

    [Theory]
    [MemberData(nameof(Guarded))]
    public void Text_ThatBeginsLikeAFormula_IsOne(string text) => FormulaText.Begins(text).Should().BeTrue();

    [Theory]
    [MemberData(nameof(Plain))]
    public void Text_ThatDoesNot_IsNone(string text) => FormulaText.Begins(text).Should().BeFalse();
}
