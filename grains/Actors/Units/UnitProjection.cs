namespace Supervision.Actors.Units;

/// <summary>Head row and alerts that a unit's facts carry into their commit.</summary>
internal static class UnitProjection
{
    /// <param name="due">How many of the facts, at the beginning, fell due by themselves.</param>
    /// <param name="end">The state after all facts.</param>
    public static Projection Of(UnitState before, ImmutableArray<Fact<UnitEvent>> facts, int due, UnitState end, UnitSummary summary)
    {
        var head = new Head(summary.Unit, summary.Version, summary.County, summary.Inspector, summary.NextDueAt, RulesJson.Write(summary));
        List<NewDocument>? documents = null;
        var (start, alerts) = (before, UnitAlerts.Of(before, facts, due));
        for (var i = 0; i < facts.Length; i++)
        {
            var fact = facts[i];
            var after = i == facts.Length - 1 ? end : Unit.Evolve(before, fact);
            foreach (var document in DocumentRules.Issued(fact, after))
                (documents ??= []).Add(new(document.Id, DocumentRules.Name(document.Kind), CivilTime.DateOf(fact.RecordedAt).Year));
            before = after;
        }

        return new(
            head,
            [.. alerts.Raised.Select(alert => StoredAlerts.Store(Named(alert, end)))],
            [.. alerts.Ended.SelectMany(gone => Names(gone.Id, end).Select(id => StoredAlerts.Store(gone with { Id = id })))]
        )
        {
            Documents = documents ?? (IReadOnlyList<NewDocument>)[],
            Issues = start.Issues == end.Issues ? [] : [.. IssueRecord.Changed(start, facts, end).Select(Row)],
        };
    }

    /// <summary>Of an annulment: alerts that end with what it annuls, and those that stand again.</summary>
    /// <param name="before">The state as it was believed.</param>
    public static Projection Of(UnitState before, UnitAnnulment.Plan plan, UnitSummary summary)
    {
        var head = new Head(summary.Unit, summary.Version, summary.County, summary.Inspector, summary.NextDueAt, RulesJson.Write(summary));
        return new(
            head,
            [.. plan.Raised.Select(alert => StoredAlerts.Store(Named(alert, plan.After)))],
            [.. plan.Resolved.SelectMany(id => Names(id, before)).Select(StoredAlerts.Annulled)]
        )
        {
            Documents =
            [
                .. plan.Issued.Select(document => new NewDocument(
                    document.Id,
                    DocumentRules.Name(document.Kind),
                    CivilTime.DateOf(plan.Facts[0].RecordedAt).Year
                )),
            ],
            Issues = [.. IssueRecord.Changed(before, plan.Facts, plan.After).Select(Row)],
        };
    }

    /// <summary>An alert's id is used once: one of the same kind that arises after an annulment is another.</summary>
    private static Alert Named(Alert alert, UnitState after) =>
        after.Annulments == 0 ? alert : alert with { Id = $"{alert.Id}~{after.Annulments}" };

    /// <summary>All ids under which an alert may stand.</summary>
    private static IEnumerable<string> Names(string id, UnitState state) =>
        Enumerable.Range(0, state.Annulments + 1).Select(times => times == 0 ? id : $"{id}~{times}");

    private static IssueRow Row(IssueRecord record) =>
        new(
            record.Issue.No,
            record.Issue.State.ToString(),
            record.Issue.Severity.ToString(),
            record.Issue.Category,
            record.Issue.FoundAt,
            IssueRecord.DueOn(record.Issue),
            record.ClosedAt,
            RulesJson.Write(record)
        );
}
