using System.Text.RegularExpressions;

namespace Supervision.Gateway.Api.Units;

/// <summary>
/// What a command names beside its own unit has to exist, and to be the county's: inspectors, and numbered papers that are written as
/// this system numbers them. Any other paper is what a person says; the record marks it as that.
/// </summary>
public static partial class ReferenceCheck
{
    /// <summary>Null when everything is there; null as well when the unit would refuse whoever asks, whatever they name.</summary>
    /// <param name="unit">Actor key.</param>
    public static async ValueTask<Refusal?> Objection(IClusterClient cluster, string unit, UnitCommand command, Actor asking)
    {
        var inspector = InspectorOf(command);
        // An inspector who speaks for himself is known by his account.
        if (inspector.Code == asking.InspectorCode)
            inspector = default;
        var papers = DocumentsOf(command).Where(paper => Own().IsMatch(paper.Title ?? "")).ToList();
        if (inspector.Code is null && papers.Count == 0)
            return null;
        if (await cluster.CountyOfUnit(unit) is not { } county || Permission.Objection(asking, command, unit, county) is not null)
            return null;
        if (inspector.Code is { } code && await InspectorProblem(cluster, county, inspector.Field!, code) is { } nobody)
            return nobody;
        foreach (var (field, title) in papers)
            if (await PaperProblem(cluster, county, field, title!) is { } nothing)
                return nothing;
        return null;
    }

    private static async Task<Refusal?> InspectorProblem(IClusterClient cluster, string county, string field, string code)
    {
        if (string.IsNullOrWhiteSpace(code))
            return null; // the rules say that it is missing
        var profile = Keys.IsCode(code) ? await cluster.ProfileOfInspector(code) : null;
        if (profile is null)
            return new(
                RefusalCode.InspectorUnknown,
                field,
                new($"没有聘任督学 {code}", $"no inspector {code} is appointed"),
                new("本县名册中的督学证号", "the code of an inspector of the county's roster")
            );
        return profile.County == county
            ? null
            : new(
                RefusalCode.AssignmentOfOtherCounty,
                field,
                new($"督学 {code} 属于 {profile.County}", $"inspector {code} belongs to {profile.County}"),
                new($"{county} 的督学", $"an inspector of {county}")
            );
    }

    /// <summary>A paper written as the county's own numbers are has to be one of them; one of another body is not this system's to know.</summary>
    private static async Task<Refusal?> PaperProblem(IClusterClient cluster, string county, string field, string title)
    {
        var match = Own().Match(title);
        if (await cluster.BooksOf(county) is not { } office || match.Groups["name"].Value != office.Name)
            return null;
        var kind = DocumentRules.OfSign(match.Groups["sign"].Value);
        var (year, number) = (Number(match.Groups["year"].Value), Number(match.Groups["no"].Value));
        return kind != DocumentKind.None && await cluster.HasIssued(county, kind, year, number)
            ? null
            : new(
                RefusalCode.DocumentUnknown,
                field,
                new($"本县没有文书“{match.Value}”", $"the county has issued no paper {match.Value}"),
                new("已发出文书的编号，或其他机关文件的文号", "the number of a paper that was issued, or of another body's")
            );
    }

    /// <summary>Who a command names to do, or to keep from doing, something at the unit.</summary>
    internal static (string? Field, string? Code) InspectorOf(UnitCommand command) =>
        command switch
        {
            RecordVisit c => ("inspector", c.Visit.Inspector),
            PlanVisit c => ("inspector", c.Plan.Inspector),
            RecuseInspector c => ("inspector", c.Inspector),
            _ => default,
        };

    /// <summary>Every paper with the member it stands in.</summary>
    internal static IEnumerable<(string Field, string? Title)> DocumentsOf(UnitCommand command) =>
        command switch
        {
            OpenIssue c => [("document", c.Document)],
            AcknowledgeNotice c => [("document", c.Document)],
            SubmitRectification c => [("document", c.Document)],
            TransferIssue c => [("document", c.Document)],
            AnswerReferral c => [("document", c.Document)],
            WithdrawIssue c => [("document", c.Document)],
            MarkHarm c => [("document", c.Document)],
            ConfirmMajor c => [("document", c.Document)],
            ExcusePeriod c => [("document", c.Document)],
            RecuseInspector c => [("document", c.Document)],
            LiftRecusal c => [("document", c.Document)],
            RecordAppealStep c => [("document", c.Document)],
            RecordExecution c => [("document", c.Document)],
            NameUnit c => [("document", c.Document)],
            CountComplaint c => [("document", c.Document)],
            SetUpFactFinding c => [("document", c.Document)],
            DecideMeasure c => Titles(c.Attachments),
            ServeMeasure c => Titles(c.Attachments),
            RecordCommitment c => Titles(c.Attachments),
            _ => [],
        };

    private static IEnumerable<(string Field, string? Title)> Titles(ImmutableArray<Attachment> attachments) =>
        attachments.IsDefault
            ? []
            : attachments.Where(attachment => attachment is not null).Select(attachment => ("attachments", (string?)attachment.Title));

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>As <see cref="DocumentRules.Numbered"/> writes them.</summary>
    [GeneratedRegex("(?<name>[\\p{L}（）]{2,20})教督(?<sign>[改商移通约挂督曝责])〔(?<year>[0-9]{4})〕(?<no>[0-9]{1,7})号")]
    private static partial Regex Own();
}
