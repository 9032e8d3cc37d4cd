namespace Supervision.Gateway.Api.Units;

/// <summary>No fact may rest on a file nobody has: every hash a command names was uploaded for its unit before.</summary>
public static class EvidenceCheck
{
    /// <summary>
    /// Null when every file is there. Null as well when the unit would refuse whoever asks, whatever they name: that is for the
    /// unit to say, and a stranger learns nothing of files.
    /// </summary>
    /// <param name="unit">Actor key.</param>
    /// <param name="asking">Whose command it is; null leaves that question aside.</param>
    public static async ValueTask<Refusal?> Objection(IClusterClient cluster, string unit, UnitCommand command, Actor? asking = null)
    {
        // What does not look like a hash is refused by the rules, in their words.
        var named = Named(command).Where(one => EvidenceHash.IsValid(one.Hash)).DistinctBy(one => one.Hash).ToList();
        if (named.Count == 0)
            return null;
        var missing = await cluster.GetGrain<IEvidenceGrain>(0).Missing(unit, [.. named.Select(one => one.Hash!)]);
        if (missing.IsEmpty)
            return null;
        if (await cluster.CountyOfUnit(unit) is not { } county)
            return null;
        if (asking is not null && Permission.Objection(asking, command, unit, county) is not null)
            return null;
        var (field, hash) = named.First(one => missing.Contains(one.Hash!));
        return EvidenceRefusals.Unknown(field, hash!);
    }

    /// <summary>Every hash with the member it stands in, in the order of the command.</summary>
    internal static IEnumerable<(string Field, string? Hash)> Named(UnitCommand command) =>
        command switch
        {
            RecordVisit c => c.Visit.Content is { } content ? OfVisit(content) : [],
            OpenIssue c => Each("evidence", c.Evidence),
            ReportContainment c => Each("evidence", c.Evidence),
            SubmitRectification c => Each("evidence", c.Evidence),
            VerifyIssue c => Each("evidence", c.Evidence),
            PassLookBack c => Each("evidence", c.Evidence),
            FailLookBack c => Each("evidence", c.Evidence),
            RecordProgress c => Each("evidence", c.Evidence),
            ApplyDelisting c => Each("evidence", c.Evidence),
            DecideMeasure c => Attached(c.Attachments),
            ServeMeasure c => Attached(c.Attachments),
            RecordCommitment c => Attached(c.Attachments),
            NameUnit c => Each("evidence", c.Evidence),
            CountComplaint c => Each("evidence", c.Evidence),
            SetUpFactFinding c => Each("evidence", c.Evidence),
            SubmitSelfCheck c => OfChecklist(c.Checklist),
            _ => [],
        };

    private static IEnumerable<(string Field, string? Hash)> OfVisit(VisitContent content) =>
        [
            .. Each("evidence", content.Evidence),
            .. content.Findings.IsDefault
                ? []
                : content.Findings.Where(finding => finding is not null).SelectMany(finding => Each("findings", finding.Evidence)),
            .. OfChecklist(content.Checklist),
        ];

    private static IEnumerable<(string Field, string? Hash)> OfChecklist(FilledChecklist? checklist) =>
        checklist is null || checklist.Answers.IsDefault
            ? []
            : checklist.Answers.Where(answer => answer is not null).SelectMany(answer => Each("checklist", answer.Evidence));

    private static IEnumerable<(string Field, string? Hash)> Attached(ImmutableArray<Attachment> attachments) =>
        attachments.IsDefault
            ? []
            : attachments
                .Where(attachment => attachment is { Hash: not null })
                .Select(attachment => ("attachments", (string?)attachment.Hash));

    private static IEnumerable<(string Field, string? Hash)> Each(string field, ImmutableArray<string> hashes) =>
        hashes.IsDefault ? [] : hashes.Select(hash => (field, (string?)hash));
}
