namespace Supervision.Rules.Units.Ladder;

/// <summary>Which papers a rung needs to be served (5.5, invariant 10): one the system numbers, others people attach.</summary>
public static class RungPapers
{
    /// <summary>Issued with a number by the system at service.</summary>
    public static DocumentKind Numbered(Rung rung, MeasureForm form) =>
        (rung, form) switch
        {
            (Rung.Circular, _) => DocumentKind.Circular,
            (Rung.Interview, _) => DocumentKind.InterviewNotice,
            (Rung.KeySupervision, MeasureForm.SupervisionOrder) => DocumentKind.SupervisionOrder,
            (Rung.KeySupervision, _) => DocumentKind.PlaqueNotice,
            (Rung.Exposure, _) => DocumentKind.ExposureApproval,
            (Rung.Accountability, _) => DocumentKind.AccountabilityDecision,
            _ => DocumentKind.None,
        };

    /// <summary>What has to be attached when it is decided.</summary>
    public static ImmutableArray<DocumentKind> ToDecide(Rung rung) =>
        rung == Rung.Accountability
            ? [DocumentKind.InvestigationReport, DocumentKind.PriorNotice, DocumentKind.DefenceRecord, DocumentKind.CommitteeRecord]
            : [];

    /// <summary>What has to be attached when it is served.</summary>
    public static ImmutableArray<DocumentKind> ToServe(Rung rung, MeasureForm form) =>
        rung switch
        {
            Rung.Circular when form == MeasureForm.Oral => [DocumentKind.OralRecord],
            Rung.KeySupervision => [DocumentKind.RectificationPlan],
            Rung.Exposure => [DocumentKind.ExposureText, DocumentKind.ChannelList],
            Rung.Accountability => [DocumentKind.ServiceReceipt],
            _ => [],
        };

    /// <summary>Null when everything needed is there and each attachment is well-formed.</summary>
    public static Refusal? Objection(ImmutableArray<Attachment> attachments, ImmutableArray<DocumentKind> needed)
    {
        var given = attachments.IsDefault ? [] : attachments;
        foreach (var attachment in given)
        {
            if (attachment is null || !Enum.IsDefined(attachment.Kind) || attachment.Kind == DocumentKind.None)
                return Refusals.Invalid("attachments", "附件种类不在清单内", "unknown kind of attachment");
            if (Refusals.TextProblem("attachments", attachment.Title, 200) is { } title)
                return title;
            if (attachment.Hash is not null && !EvidenceHash.IsValid(attachment.Hash))
                return CaseRefusals.EvidenceInvalid("attachments");
        }

        if (given.Length > 20)
            return Refusals.Invalid("attachments", "附件超过 20 份", "more than 20 attachments", "≤ 20");
        foreach (var kind in needed)
            if (!given.Any(attachment => attachment.Kind == kind))
                return CaseRefusals.DocumentMissing("attachments", kind);
        return null;
    }
}
