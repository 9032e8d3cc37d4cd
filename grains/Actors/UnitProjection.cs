namespace Supervision.Actors;

/// <summary>Head row and alerts that a unit's facts carry into their commit.</summary>
internal static class UnitProjection
{
    /// <param name="due">How many of the facts, at the beginning, fell due by themselves.</param>
    /// <param name="end">The state after all facts.</param>
    public static Projection Of(UnitState before, ImmutableArray<Fact<UnitEvent>> facts, int due, UnitState end, UnitSummary summary)
    {
        var head = new Head(summary.Unit, summary.Version, summary.County, summary.Inspector, summary.NextDueAt, RulesJson.Write(summary));
        List<NewDocument>? documents = null;
        var (start, alerts) = (before, AlertChanges.Of(before, facts, due));
        for (var i = 0; i < facts.Length; i++)
        {
            var fact = facts[i];
            var after = i == facts.Length - 1 ? end : Unit.Evolve(before, fact);
            foreach (var document in DocumentRules.Issued(fact, after)) (documents ??= []).Add(new(document.Id, DocumentRules.Name(document.Kind), CivilTime.DateOf(fact.RecordedAt).Year));
            before = after;
        }

        return new(head, [.. alerts.Raised.Select(Store)], [.. alerts.Ended.Select(Store)])
        {
            Documents = documents ?? (IReadOnlyList<NewDocument>)[],
            Issues = start.Issues == end.Issues ? [] : [.. IssueRecord.Changed(start, facts, end).Select(Row)],
        };
    }

    public static AlertView View(StoredAlert stored)
    {
        var alert = RulesJson.Read<Alert>(stored.Payload.Span);
        var ending = AlertEndings.Parse(stored.ResolvedReason);
        return new(stored.Sequence, stored.Id, stored.Kind, stored.Stream, alert.UnitName, stored.County, [.. stored.Recipients], alert.Text,
            stored.EffectiveAt, stored.DetectedAt, stored.ResolvedAt, stored.AcknowledgedAt, stored.AcknowledgedBy)
        {
            Ending = ending,
            EndedBecause = ending is { } known ? AlertEndings.Say(known) : null,
            Asks = AlertKinds.Of(stored.Kind).Asks,
        };
    }

    private static IssueRow Row(IssueRecord record) => new(
        record.Issue.No, record.Issue.State.ToString(), record.Issue.Severity.ToString(), record.Issue.Category, record.Issue.FoundAt, IssueRecord.DueOn(record.Issue), record.ClosedAt, RulesJson.Write(record));

    public static NewAlert Store(Alert alert) => new(alert.Id, alert.Kind, alert.Recipients, alert.EffectiveAt, alert.DetectedAt, RulesJson.Write(alert));

    public static ResolvedAlert Store(AlertEnd end) => new(end.Id, end.Reason);
}
