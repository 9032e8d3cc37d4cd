namespace Supervision.Rules.Alerts;

/// <summary>An alert that a state calls for: it is open from the fact that led there to the fact that leads away.</summary>
/// <param name="Since">Since when there is cause for it, true time.</param>
/// <param name="Says">Whom it is for and what it says; asked only when it is raised.</param>
/// <param name="Clock">The clock that ran out; None when it is about none.</param>
public readonly record struct StandingAlert(
    string Id,
    string Kind,
    DateTimeOffset Since,
    Func<(ImmutableArray<string> To, Text Text)> Says,
    DeadlineKind Clock = DeadlineKind.None
)
{
    /// <summary>The id without the mark of a second raising, or of one after an annulment: what names the matter itself.</summary>
    public static string Matter(string id) => id.AsSpan().IndexOfAny('@', '~') is > 0 and var at ? id[..at] : id;
}
