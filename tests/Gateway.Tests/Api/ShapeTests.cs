using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Supervision.Contracts;
using Supervision.Gateway.Api;
using Supervision.Gateway.Live;
using Supervision.Gateway.Rosters;
using Supervision.Rules;

namespace Supervision.Gateway.Tests.Api;

/// <summary>What the gateway sends and what the front end reads have the same members.</summary>
public sealed partial class ShapeTests
{
    private static readonly Dictionary<string, string[]> Interfaces = Read();

    public static TheoryData<Type, string> Shapes => new()
    {
        { typeof(Text), "Text" }, { typeof(ReasonView), "ReasonView" }, { typeof(DutyMark), "DutyMark" }, { typeof(RowView), "RowView" }, { typeof(UnitDetail), "UnitView" },
        { typeof(Duty), "Duty" }, { typeof(Assignment), "Assignment" }, { typeof(VisitMark), "HeldVisit" }, { typeof(HistoryView), "HistoryEntry" },
        { typeof(CoverageTally), "CoverageTallyView" }, { typeof(BoardTally), "TallyView" }, { typeof(ChildSummary), "ChildView" }, { typeof(AlertView), "AlertView" },
        { typeof(BoardView), "BoardView" }, { typeof(DeltaView), "BoardDelta" }, { typeof(StartApi.StartView), "StartView" }, { typeof(SessionApi.SessionView), "SessionView" },
        { typeof(SandboxApi.ClockView), "SandboxClock" }, { typeof(SandboxApi.ClockBody), "SandboxClockChange" }, { typeof(ImportReport), "ImportReport" },
        { typeof(CaseRow), "CaseRow" }, { typeof(CaseDetail), "CaseDetail" }, { typeof(ClockView), "ClockView" }, { typeof(IssueView), "IssueView" }, { typeof(MeasureView), "MeasureView" },
        { typeof(ReferralView), "ReferralView" }, { typeof(SelfCheckView), "SelfCheckView" }, { typeof(FlaggedView), "FlaggedView" }, { typeof(DocumentView), "DocumentView" },
        { typeof(WaitingDecision), "WaitingDecision" }, { typeof(CaseTally), "CaseTally" }, { typeof(ServedMark), "ServedMark" }, { typeof(MemoryView), "LadderMemory" },
        { typeof(VisitPlan), "PlanView" }, { typeof(PreviewView), "PreviewView" }, { typeof(PreviewedEvent), "PreviewedEvent" }, { typeof(PreviewedAlert), "PreviewedAlert" },
        { typeof(PreviewedPaper), "PreviewedPaper" }, { typeof(CaseDeadline), "CaseDeadline" }, { typeof(Standing), "Standing" }, { typeof(DecisionView), "DecisionView" },
        { typeof(FieldView), "FieldView" }, { typeof(FieldUnit), "FieldUnit" }, { typeof(VisitPlan), "FieldPlan" }, { typeof(InspectorProfile), "InspectorProfile" }, { typeof(FieldCatalogue), "FieldCatalogue" },
        { typeof(Checklist), "ChecklistForm" }, { typeof(ChecklistItem), "FormItem" }, { typeof(CategoryView), "CategoryView" },
        { typeof(ImportProgress), "ImportProgress" }, { typeof(SheetCount), "ImportSheet" }, { typeof(RosterFinding), "ImportFinding" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void View_HasTheMembersTheFrontEndReads(Type view, string name) =>
        Interfaces.Should().ContainKey(name).WhoseValue.Should().BeEquivalentTo(Members(view));

    /// <summary>The front end adds what HTTP says besides.</summary>
    [Fact]
    public void Problem_HasTheMembersTheFrontEndReads() => Interfaces["Problem"].Except(["traceId"]).Should().BeEquivalentTo(Members(typeof(Problem)));

    [Theory]
    [InlineData(typeof(UnitKind), "UnitKind")]
    [InlineData(typeof(UnitStatus), "UnitStatus")]
    [InlineData(typeof(Colour), "Colour")]
    [InlineData(typeof(DutyState), "DutyState")]
    [InlineData(typeof(FindingGrade), "FindingSeverity")]
    [InlineData(typeof(Severity), "Severity")]
    [InlineData(typeof(IssueState), "IssueState")]
    [InlineData(typeof(IssueOrigin), "IssueOrigin")]
    [InlineData(typeof(MeasureState), "MeasureState")]
    [InlineData(typeof(WaitingKind), "WaitingKind")]
    [InlineData(typeof(VisitKind), "VisitKind")]
    public void Choice_HasTheNamesTheFrontEndReads(Type choice, string name)
    {
        var written = Regex.Match(Source(), $@"export type {name} =(.+?)(?=\nexport|\n\n)", RegexOptions.Singleline).Groups[1].Value;
        Quoted().Matches(written).Select(match => match.Groups[1].Value).Should().BeEquivalentTo(Enum.GetNames(choice).Where(member => member != "None"));
    }

    private static IEnumerable<string> Members(Type view) => view.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    private static Dictionary<string, string[]> Read()
    {
        var source = Comment().Replace(Source(), "");
        var own = Declaration().Matches(source).ToDictionary(
            match => match.Groups["name"].Value,
            match => (Base: match.Groups["base"].Value, Members: Member().Matches(match.Groups["body"].Value).Select(member => member.Groups[1].Value).ToArray()));
        return own.ToDictionary(declared => declared.Key, declared => declared.Value.Base.Length == 0 ? declared.Value.Members : [.. own[declared.Value.Base].Members, .. declared.Value.Members]);
    }

    private static string Source()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Supervision.Actors.sln"))) folder = folder.Parent!;
        return string.Concat(new[] { "types.ts", "case-types.ts", "field-types.ts" }.Select(file => File.ReadAllText(Path.Combine(folder.FullName, "gateway/web/src/client", file)) + "\n\n"));
    }

    [GeneratedRegex(@"/\*.*?\*/|//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"export interface (?<name>\w+)(?: extends (?<base>\w+))? \{(?<body>[^}]*)\}")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(\w+)\??:")]
    private static partial Regex Member();

    [GeneratedRegex("'(\\w+)'")]
    private static partial Regex Quoted();
}
