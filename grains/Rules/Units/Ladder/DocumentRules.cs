namespace Supervision.Rules.Units.Ladder;

/// <summary>Which facts issue a numbered paper (5.4, 5.5). The number itself is given with the commit, so it has no gaps.</summary>
public static class DocumentRules
{
    /// <param name="after">The state with the fact.</param>
    public static IEnumerable<IssuedDocument> Issued(Fact<UnitEvent> fact, UnitState after)
    {
        switch (fact.Event)
        {
            case IssueNotified { Acknowledged: false } e when after.Issue(e.No) is { } issue:
                yield return issue.Severity == Severity.Complex
                    ? Of(DocumentKind.ConsultationLetter, e.No)
                    : Of(DocumentKind.RectificationNotice, e.No);
                break;
            case IssueRecurred e when after.Issue(e.No) is { } issue:
                yield return new($"{Name(DocumentKind.RectificationNotice)}:{e.No}:{issue.Cycle}", DocumentKind.RectificationNotice);
                break;
            case ReferralSent e
                when after.Issue(e.No) is not { Severity: Severity.Complex, State: IssueState.Notified, MajorConfirmedBy: null }: // there the consultation letter is the paper
                yield return Of(DocumentKind.ReferralLetter, e.Referral);
                break;
            case MeasureServed e when after.Ladder.Find(e.No) is { } measure && e.Form != MeasureForm.Oral: // an oral circular has a record, no number
                yield return Of(RungPapers.Numbered(measure.Rung, e.Form), e.No);
                break;
        }
    }

    /// <summary>How numbers of a kind are kept apart, e.g. <c>rectification-notice</c>.</summary>
    public static string Name(DocumentKind kind) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    public static DocumentKind Parse(string name) => Enum.GetValues<DocumentKind>().FirstOrDefault(kind => Name(kind) == name);

    /// <summary>As it is printed, e.g. <c>德清县教督通〔2026〕3号</c>.</summary>
    public static string Numbered(string countyName, DocumentKind kind, int year, int number) =>
        $"{countyName}教督{Sign(kind)}〔{year}〕{number}号";

    /// <summary>The kind whose numbers carry the sign; None for any other character.</summary>
    public static DocumentKind OfSign(string sign) =>
        Enum.GetValues<DocumentKind>()
            .FirstOrDefault(kind => kind is > DocumentKind.None and <= DocumentKind.AccountabilityDecision && Sign(kind) == sign);

    private static string Sign(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.RectificationNotice => "改",
            DocumentKind.ConsultationLetter => "商",
            DocumentKind.ReferralLetter => "移",
            DocumentKind.Circular => "通",
            DocumentKind.InterviewNotice => "约",
            DocumentKind.PlaqueNotice => "挂",
            DocumentKind.SupervisionOrder => "督",
            DocumentKind.ExposureApproval => "曝",
            DocumentKind.AccountabilityDecision => "责",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "People number this kind themselves."),
        };

    private static IssuedDocument Of(DocumentKind kind, int no) => new($"{Name(kind)}:{no}", kind);
}
