namespace Supervision.Journal.Audit;

/// <summary>Entries that are committed together, linked to their chains as those stand.</summary>
internal sealed class AuditBatch(AuditSeals seals)
{
    private readonly Dictionary<string, (long Sequence, byte[] Link)> _tips = new(StringComparer.Ordinal);
    private readonly HashSet<Answer> _answered = [];

    public List<(NewAuditEntry Entry, long Sequence, byte[] Link)> Rows { get; } = [];

    /// <summary>The chains as they will stand.</summary>
    public IReadOnlyDictionary<string, (long Sequence, byte[] Link)> Tips => _tips;

    public void Stands(string chain, long sequence, byte[] link) => _tips[chain] = (sequence, link);

    /// <summary>An answer on record already.</summary>
    public void Known(Guid opId, string who, string action, string? target, int status, string? code) =>
        _answered.Add(new(opId, who, action, target, status, code));

    public void Add(NewAuditEntry entry)
    {
        if (
            entry is { OpId: { } id, Result: AuditResult.Accepted or AuditResult.Refused }
            && !_answered.Add(new(id, entry.Who, entry.Action, entry.Target, entry.Status, entry.Code))
        )
            entry = entry with { Result = AuditResult.Repeated };
        var (sequence, link) = _tips.GetValueOrDefault(entry.Chain, (0, AuditSeals.Genesis));
        link = seals.Entry(link, ++sequence, entry);
        _tips[entry.Chain] = (sequence, link);
        Rows.Add((entry, sequence, link));
    }

    private sealed record Answer(Guid OpId, string Who, string Action, string? Target, int Status, string? Code);
}
