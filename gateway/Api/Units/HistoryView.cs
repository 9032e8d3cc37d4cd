using System.Text.Json.Nodes;

namespace Supervision.Gateway.Api.Units;

/// <param name="Version">As the reader counts: a unit's own account by the versions it is given.</param>
/// <param name="EffectiveAt">When it became true.</param>
/// <param name="RecordedAt">When the system came to know.</param>
/// <param name="Text">In words.</param>
/// <param name="Data">The event itself.</param>
public sealed record HistoryView(
    long Version,
    string Kind,
    DateTimeOffset EffectiveAt,
    DateTimeOffset RecordedAt,
    string Actor,
    Text Text,
    JsonNode? Data
)
{
    private const string ComplaintCounted = "complaint-counted";
    private const string InspectorRecused = "inspector-recused";
    private const string RecusalLifted = "recusal-lifted";

    /// <param name="reader">The unit itself never learns of visits to come, of visits that are doubted, of the day drawn for a look-back, or of who complained (L77).</param>
    /// <returns>Null when it is not for the reader at all.</returns>
    public static HistoryView? Of(HistoryEntry entry, Actor reader)
    {
        if (entry.Kind == ComplaintCounted && !May.ReadComplaints.Has(reader.Role))
            return null;
        if (entry.Kind is InspectorRecused or RecusalLifted && !May.ReadRecusals.Has(reader.Role))
            return null;
        var happened = RulesJson.Read<UnitEvent>(entry.Body.Span);
        if (TellsOfComplaint(happened) && !May.ReadComplaints.Has(reader.Role))
            return null;
        var view = new HistoryView(
            entry.Version,
            entry.Kind,
            entry.EffectiveAt,
            entry.RecordedAt,
            entry.Actor,
            EventTexts.Say(happened),
            JsonNode.Parse(entry.Body.Span)
        );
        // A doubt may tell who is recused.
        if (!May.ReadRecusals.Has(reader.Role) && happened is VisitFlagged { Flags: var flags } && flags.Contains(VisitFlag.Recused))
            return null;
        if (!May.ReadRecusals.Has(reader.Role) && happened is VisitQuestioned { Flags: var doubts } && doubts.Contains(VisitFlag.Recused))
            return null;
        if (!May.ReadComplaints.Has(reader.Role))
            view = WithoutComplainants(view, happened);
        if (reader.Role != ActorRole.UnitUser)
            return view;
        if (UnitEyes.IsHidden(happened))
            return null;
        if (view.Data?["deadlines"] is JsonArray deadlines)
            foreach (var day in deadlines.Where(deadline => (string?)deadline?["kind"] == nameof(DeadlineKind.LookBackDay)).ToList())
                deadlines.Remove(day);
        return view;
    }

    /// <summary>An entry of a complaint, and a clock of which nobody can say what it is about.</summary>
    private static bool TellsOfComplaint(UnitEvent happened) =>
        happened
            is ComplaintEntered
                or EntryApproved { Kind: HandEntryKind.Complaint }
                or EntryRejected { Kind: HandEntryKind.Complaint }
                or DeadlinePassed { Case: CaseKind.Entry };

    /// <summary>That a rule counts complaints is said; which they were, and who brought them in, is not.</summary>
    private static HistoryView WithoutComplainants(HistoryView view, UnitEvent happened)
    {
        switch (happened)
        {
            case IssueOpened { Origin: IssueOrigin.Complaint }:
                view.Data!["foundBy"] = "";
                return view with { Actor = "" };
            case MeasureProposed { Rule: LadderRules.ManyComplaintsRule or LadderRules.OutcryRule }
            or MeasureJoined { Rule: LadderRules.ManyComplaintsRule or LadderRules.OutcryRule }:
                view.Data!["proof"] = new JsonArray();
                return view with { Actor = Supervision.Rules.Kernel.Actor.System.Name };
            default:
                return view;
        }
    }
}
