using System.Text.RegularExpressions;

namespace Supervision.Rules.Tests.Architecture;

/// <summary>
/// Every refusal says what would be accepted, in Chinese that an office reads and in English. The sentences are taken from the source,
/// so a new one is read here before anybody meets it.
/// </summary>
public sealed partial class RefusalWordsTests(ITestOutputHelper output)
{
    /// <summary>Names of formats and of rules, which are no words of a language.</summary>
    private static readonly HashSet<string> Names =
    [
        "UUID",
        "JSON",
        "SHA",
        "MiB",
        "MB",
        "PDF",
        "docx",
        "xlsx",
        "xls",
        "csv",
        "jpg",
        "png",
        "webp",
        "heic",
        "pdf",
        "LR",
        "PX",
        "HW",
        "XML",
        "Excel",
        "GBK",
        "UTF",
        "GeoJSON",
        "Webhook",
        "GS",
        "https",
        "http",
        "T",
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Code_SaysWhatWouldBeAccepted_InBothLanguages(RefusalCode code)
    {
        var (zh, en) = RefusalWords.Instead(code);
        English(zh).Should().BeEmpty(zh);
        Chinese().IsMatch(zh).Should().BeTrue(zh);
        Chinese().IsMatch(en).Should().BeFalse(en);
        en.Should().NotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Sentence_OfEveryRefusalInTheSource_HasNoEnglishWordNoEnumNameAndNoAccountName()
    {
        var sentences = Sentences().ToList();
        var wrong = sentences
            .Where(sentence => English(sentence.Bare).Any() || sentence.Holes.Any(hole => Raw().IsMatch(hole)))
            .Select(sentence => $"{sentence.Where}: {sentence.Text}");
        output.WriteLine($"{sentences.Count} Chinese sentences of refusals");
        sentences.Count.Should().BeGreaterThan(250);
        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Field_ThatARefusalNames_HasWords()
    {
        var fields = Lines()
            .SelectMany(line => FieldNamed().Matches(line.Text).Select(match => match.Groups["name"].Value))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        output.WriteLine($"{fields.Count} fields");
        fields.Count.Should().BeGreaterThan(50);
        fields.Where(field => FieldWords.Of(field) == FieldWords.Of("nobody-knows-it")).Should().BeEmpty();
    }

    public static TheoryData<RefusalCode> Codes() => [.. Enum.GetValues<RefusalCode>()];

    private static IEnumerable<string> English(string text) =>
        Word().Matches(text).Select(word => word.Value).Where(word => !Names.Contains(word));

    private static IEnumerable<(string Where, string Text, string Bare, IReadOnlyList<string> Holes)> Sentences()
    {
        foreach (
            var (where, line) in Lines()
                .Where(line =>
                    Refusing().IsMatch(line.Text)
                    || line.Where.Contains("Refusals.cs", StringComparison.Ordinal)
                    || line.Where.Contains("RefusalWords.cs", StringComparison.Ordinal)
                )
        )
        foreach (Match literal in Literal().Matches(line))
        {
            var text = literal.Groups["text"].Value;
            var bare = Hole().Replace(text, "");
            // An English sentence may quote a Chinese name; a Chinese one begins in Chinese.
            if (
                !Chinese().IsMatch(bare)
                || !Chinese().IsMatch(bare.First(char.IsLetter).ToString())
                || text.Contains(" / ", StringComparison.Ordinal)
            )
                continue;
            yield return (where, text, bare, [.. Hole().Matches(text).Select(hole => hole.Value.Trim('{', '}'))]);
        }
    }

    private static IEnumerable<(string Where, string Text)> Lines() =>
        from folder in new[] { "grains", "gateway" }
        from file in Directory.EnumerateFiles(Path.Combine(ArchitectureTests.Root, folder), "*.cs", SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "web")
        from line in File.ReadLines(file).Select((text, at) => (text, at))
        where !line.text.TrimStart().StartsWith("//", StringComparison.Ordinal)
        select ($"{Path.GetFileName(file)}:{line.at + 1}", line.text);

    [GeneratedRegex("RefusalCode\\.|Invalid\\(|Malformed\\(")]
    private static partial Regex Refusing();

    [GeneratedRegex("""\$?\x22(?<text>(?:[^"\\{]|\\.|\{\{|\{(?:[^{}"]|"(?:[^"\\{}]|\{[^{}]*\})*"|\{[^{}]*\})*\})*)\x22""")]
    private static partial Regex Literal();

    [GeneratedRegex("""\{(?:[^{}"]|"(?:[^"{}]|\{[^{}]*\})*"|\{[^{}]*\})*\}""")]
    private static partial Regex Hole();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Word();

    [GeneratedRegex("\\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    /// <summary>What is shown as the program has it: a choice by its name in the code, the JSON name of a member, the name of an account.</summary>
    [GeneratedRegex(
        "^(field|[A-Za-z.]*\\.(State|Kind|Role|Severity|Rung|Form|Origin|Status|Outcome|Remedy|Step|Slot|UserName|By)|[A-Za-z.]*Actor\\.Name)$"
    )]
    private static partial Regex Raw();

    [GeneratedRegex(
        "(?:Refusals\\.Required|TextProblem|Problem\\(\\(|RefusalCode\\.FieldRequired,|Refusals\\.Invalid)\\(?\"(?<name>[A-Za-z.]+)\"|\\(\"(?<name>[A-Za-z.]+)\", command\\."
    )]
    private static partial Regex FieldNamed();
}
