using System.Text.RegularExpressions;
using static Supervision.Rules.Units.Issues.IssueDecisions;

namespace Supervision.Rules.Units.Ladder;

/// <summary>
/// Bulletins and complaints that are entered by hand (手工登记): a named person, a paper, a file the unit has, and a second person of the
/// county who approves. Before that the ladder knows nothing of them, and afterwards every proof says how they came to be known.
/// </summary>
internal static partial class HandEntries
{
    public const int MaxDocument = 200;

    /// <summary>Entries of one unit that may wait at one time.</summary>
    public const int Most = 20;

    /// <summary>Null for other commands.</summary>
    public static Decision<UnitEvent>? Decide(UnitState state, UnitCommand command, DecisionContext context) =>
        command switch
        {
            NameUnit c => Name(state, c, context),
            CountComplaint c => Complaint(state, c, context),
            DecideEntry c => Settle(state, c, context),
            _ => null,
        };

    private static Decision<UnitEvent> Name(UnitState state, NameUnit command, DecisionContext context)
    {
        if (Refusals.TextProblem("bulletin", command.Bulletin, 100) is { } missing)
            return Refuse(missing);
        var county = state.Profile!.County;
        if (Edition().Match(Tidied(command.Bulletin)) is not { Success: true } edition)
            return Refuse(EntryRefusals.BulletinUnknown(county, context.Today));
        var bulletin = edition.Value;
        // A bulletin is the county's own, or of the city or province it lies in.
        if (!county.StartsWith(edition.Groups[1].Value, StringComparison.Ordinal))
            return Refuse(EntryRefusals.BulletinOfAnother(bulletin, county, context.Today));
        if (!Period.TryParse(edition.Groups[2].Value, out var quarter) || quarter.FirstDay > context.Today)
            return Refuse(EntryRefusals.BulletinAhead(bulletin, county, context.Today));
        if (command.IssuedOn is not { } issued)
            return Refuse(Refusals.Required("issuedOn"));
        var first = context.Today.AddDays(-LadderState.KeptDays) is var oldest && oldest > quarter.FirstDay ? oldest : quarter.FirstDay;
        if (issued < first || issued > context.Today)
            return Refuse(EntryRefusals.IssuedOnInvalid(first, context.Today));
        if (PapersProblem(command.Document, command.Evidence) is { } papers)
            return Refuse(papers);
        if (state.Ladder.Served.Any(mark => mark.Source == $"bulletin/{bulletin}"))
            return Decision<UnitEvent>.Unchanged;
        if (state.Entries.FirstOrDefault(entry => entry.Bulletin == bulletin) is { } waits)
            return Refuse(EntryRefusals.EntryWaits(waits.No, "bulletin"));
        if (state.Entries.Length >= Most)
            return Refuse(EntryRefusals.TooMany());
        return One(
            new NamingEntered(
                state.LastEntry + 1,
                bulletin,
                issued,
                command.Document!.Trim(),
                command.Evidence,
                context.Actor.Name,
                Clock(context)
            ),
            context
        );
    }

    private static Decision<UnitEvent> Complaint(UnitState state, CountComplaint command, DecisionContext context)
    {
        if (UnitMarks.ComplaintProblem(state, command.Mark, context) is { } invalid)
            return Refuse(invalid);
        var mark = command.Mark with { Id = command.Mark.Id.Trim() };
        if (OwnNumber().Match(mark.Id) is { Success: true } own && own.Groups[1].Value != state.Profile!.County)
            return Refuse(EntryRefusals.ComplaintOfAnother(own.Groups[1].Value, state.Profile.County));
        if (PapersProblem(command.Document, command.Evidence) is { } papers)
            return Refuse(papers);
        if (state.Complaints.Contains(mark))
            return Decision<UnitEvent>.Unchanged;
        if (state.Entries.FirstOrDefault(entry => entry.Complaint?.Id == mark.Id) is { } waits)
            return Refuse(EntryRefusals.EntryWaits(waits.No, "id"));
        if (state.Entries.Length >= Most)
            return Refuse(EntryRefusals.TooMany());
        return One(
            new ComplaintEntered(state.LastEntry + 1, mark, command.Document!.Trim(), command.Evidence, context.Actor.Name, Clock(context)),
            context
        );
    }

    private static Decision<UnitEvent> Settle(UnitState state, DecideEntry command, DecisionContext context)
    {
        if (state.Entries.FirstOrDefault(entry => entry.No == command.Entry) is not { } entry)
            return Refuse(EntryRefusals.EntryUnknown(command.Entry));
        if (entry.By == context.Actor.Name)
            return Refuse(Refusals.ApproverIsAsker());
        if (Problem(("remark", command.Remark, 500)) is { } problem)
            return problem;
        if (!command.Approve)
            return One(new EntryRejected(entry.No, entry.Kind, context.Actor.Name, command.Remark), context);
        var approved = new EntryApproved(entry.No, entry.Kind, context.Actor.Name, command.Remark);
        return entry.Kind == HandEntryKind.Naming
            ? Many(
                context,
                approved,
                new UnitNamed(entry.Bulletin!, entry.By, entry.IssuedOn, entry.Document, entry.Evidence, entry.No, context.Actor.Name)
            )
            : Many(
                context,
                approved,
                new ComplaintCounted(entry.Complaint!, entry.By, entry.Document, entry.Evidence, entry.No, context.Actor.Name)
            );
    }

    /// <summary>Nobody has to be believed without paper: its number or title, and the file itself.</summary>
    private static Refusal? PapersProblem(string? document, ImmutableArray<string> evidence) =>
        Refusals.TextProblem("document", document, MaxDocument)
        ?? (evidence.IsDefaultOrEmpty ? EntryRefusals.EvidenceMissing() : IssueOpening.EvidenceProblem("evidence", evidence));

    private static ImmutableArray<Deadline> Clock(DecisionContext context) =>
        [
            new(
                DeadlineKind.Decide,
                context.Rules.Work.AddWorkingDays(context.Today, context.Rules.PolicyOn(context.Today).OfLadder.DecideDays)
            ),
        ];

    private static Decision<UnitEvent>.Refused Refuse(Refusal refusal) => Decision<UnitEvent>.Refuse(refusal);

    /// <summary>One edition has one spelling, however a form or an input method writes it.</summary>
    private static string Tidied(string bulletin) => bulletin.Normalize(System.Text.NormalizationForm.FormKC).Trim().ToUpperInvariant();

    [GeneratedRegex("^([0-9]{2}|[0-9]{4}|[0-9]{6}):([0-9]{4}Q[1-4])$")]
    private static partial Regex Edition();

    [GeneratedRegex("^([0-9]{6})-[0-9]{4}-[0-9]+")]
    private static partial Regex OwnNumber();
}
