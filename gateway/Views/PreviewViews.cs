namespace Supervision.Gateway.Views;

/// <summary>What would follow from a command, in words; nothing has happened.</summary>
/// <param name="Events">In the order they would happen.</param>
/// <param name="Deadlines">Clocks that would begin or change.</param>
/// <param name="Documents">Papers that would get a number.</param>
/// <param name="Alerts">Who would be told what.</param>
/// <param name="Warnings">What would be said although it is done, such as a limit that only warns.</param>
public sealed record PreviewView(
    ImmutableArray<PreviewedEvent> Events,
    ImmutableArray<CaseDeadline> Deadlines,
    IReadOnlyList<PreviewedPaper> Documents,
    ImmutableArray<PreviewedAlert> Alerts,
    Standing? Before,
    Standing? After,
    ImmutableArray<Text> Warnings
)
{
    /// <summary>A unit's own user sees what is sent to the unit, and nothing it never learns of.</summary>
    public static PreviewView Of(Preview preview, Actor actor)
    {
        var ownEyes = actor.Role == ActorRole.UnitUser;
        return new(
            ownEyes ? preview.Events.RemoveAll(happened => UnitEyes.IsHidden(happened.Kind)) : preview.Events,
            preview.Deadlines,
            [.. preview.Documents.Select(kind => new PreviewedPaper(kind, CaseWords.Of(kind)))],
            ownEyes
                ?
                [
                    .. preview
                        .Alerts.Where(alert => alert.Recipients.Contains(actor.Unit!))
                        .Select(alert => alert with { Recipients = [actor.Unit!] }),
                ]
                : preview.Alerts,
            preview.Before,
            preview.After,
            preview.Warnings
        );
    }
}

public sealed record PreviewedPaper(DocumentKind Kind, Text Name);
