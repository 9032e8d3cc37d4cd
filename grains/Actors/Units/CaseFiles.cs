namespace Supervision.Actors.Units;

/// <summary>Puts a unit's cases into the shapes people are shown.</summary>
internal static class CaseFiles
{
    /// <param name="today">Civil day it is read on, or of the past that is asked about.</param>
    public static UnitView View(
        UnitState state,
        UnitSummary summary,
        Rulebook rules,
        ImmutableArray<DocumentView> documents,
        DateOnly today
    )
    {
        var compliance = ComplianceRule.Of(state, rules);
        var cases = new CaseFile(
            compliance.Colour,
            compliance.Reasons,
            state.Issues,
            state.Ladder,
            state.Referrals,
            state.SelfChecks,
            state.Plans,
            state.Flagged,
            [.. CaseSummaries.Waiting(state)],
            documents
        )
        {
            Entries = state.Entries,
            Departments = rules.Departments.Entries,
            Extensions =
            [
                .. state.Issues.SelectMany(issue =>
                    IssueOffers.MostExtensionDays(issue, today, rules) is { } days
                        ? [new ExtensionOffer(issue.No, days)]
                        : Array.Empty<ExtensionOffer>()
                ),
            ],
        };
        return new(summary, state.Duties, state.Assignments, state.Deputies, [.. state.Visits.Where(mark => mark.AwaitsApproval)], cases)
        {
            Recusals = state.Recusals,
            Doubts = state.Doubts,
            Term = TermMinimum.ProgressOn(state, today, rules),
            Week = Burden.Of(state, today, rules),
        };
    }

    /// <param name="isVoid">Whether the paper is void: its number stays used, and says so.</param>
    public static ImmutableArray<DocumentView> Documents(
        IReadOnlyList<StoredDocument> stored,
        string countyName,
        Func<StoredDocument, bool> isVoid
    ) =>
        [
            .. stored
                .OrderBy(document => document.Version)
                .ThenBy(document => document.Id, StringComparer.Ordinal)
                .Select(document =>
                {
                    var kind = DocumentRules.Parse(document.Kind);
                    return new DocumentView(
                        document.Id,
                        kind,
                        DocumentRules.Numbered(countyName, kind, document.Year, document.Number) + (isVoid(document) ? "（作废）" : ""),
                        document.IssuedAt
                    );
                }),
        ];

    /// <summary>What a command's facts would bring; the due ones before them happened anyway.</summary>
    /// <param name="before">Advanced to the present.</param>
    public static Preview Preview(UnitState before, ImmutableArray<Fact<UnitEvent>> facts, Rulebook rules)
    {
        var state = before;
        var events = new List<PreviewedEvent>();
        var documents = new List<DocumentKind>();
        foreach (var fact in facts)
        {
            var after = Unit.Evolve(state, fact);
            events.Add(new(EventNames<UnitEvent>.Of(fact.Event), fact.EffectiveAt, EventTexts.Say(fact.Event)));
            documents.AddRange(DocumentRules.Issued(fact, after).Select(document => document.Kind));
            state = after;
        }

        var known = Casework.Clocks(before).ToHashSet();
        ImmutableArray<CaseDeadline> deadlines =
        [
            .. Casework
                .Clocks(state)
                .Where(clock =>
                    !known.Contains(clock) && clock.Deadline.Kind is not (DeadlineKind.LookBackDay or DeadlineKind.FactFindingNear)
                )
                .Select(clock => Deadline(clock.Case, clock.No, clock.Deadline))
                .OrderBy(deadline => deadline.FallsAt),
        ];
        var alerts = UnitAlerts.Of(before, facts).Raised.Select(alert => new PreviewedAlert(alert.Kind, alert.Recipients, alert.Text));
        return new(
            null,
            [.. events],
            deadlines,
            [.. documents],
            [.. alerts],
            before.Exists ? StandingOf(before, rules) : null,
            StandingOf(state, rules)
        );
    }

    public static CaseDeadline Deadline(CaseKind kind, int no, Deadline deadline) =>
        new(
            kind,
            no,
            deadline.Kind,
            deadline.Due,
            deadline.FallsAt,
            deadline.Passed,
            DeadlineWords.Of(deadline.Kind),
            ComplianceTexts.WhenPassed(deadline.Kind)
        );

    private static Standing StandingOf(UnitState state, Rulebook rules) =>
        new(CoverageRule.Of(state, rules).Colour, ComplianceRule.Of(state, rules).Colour, state.Ladder.Rung, state.Issues.Length);
}
