namespace Supervision.Rules;

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

/// <summary>
/// When an alert that stands has to be raised anew although its matter is the same, because other people have to know: it then gets an id of its own, so that the one
/// that was closed stays closed.
/// </summary>
/// <param name="Hands">Another inspector became responsible.</param>
/// <param name="Moved">The unit came to another county.</param>
/// <param name="Paused">The unit was suspended.</param>
/// <param name="Revived">A measure came into force again because the one above it was revoked.</param>
/// <param name="VacantOn">The day of the newest vacancy.</param>
/// <param name="Vacancies">How many began on that day.</param>
[GenerateSerializer, Immutable, Alias("alert-turns")]
public sealed record AlertTurns(
    DateTimeOffset? Hands = null,
    DateTimeOffset? Moved = null,
    DateTimeOffset? Paused = null,
    DateTimeOffset? Revived = null,
    DateOnly? VacantOn = null,
    int Vacancies = 0
)
{
    internal static UnitState Turned(UnitState before, Fact<UnitEvent> fact, UnitState after)
    {
        switch (fact.Event)
        {
            case ResponsibleChanged e:
                var turns = after.Turns ?? new();
                if (e.From != e.To)
                    turns = turns with { Hands = Later(before, turns.Hands, fact.EffectiveAt) };
                return after with { Turns = e.To is null ? Vacant(turns, fact.EffectiveAt) : turns };
            case ProfileChanged e when before.Profile is { } known && known.County != e.Profile.County:
                turns = after.Turns ?? new();
                return after with { Turns = turns with { Moved = Later(before, turns.Moved, fact.EffectiveAt) } };
            case ProfileChanged { Profile.Status: UnitStatus.Suspended } when before.Profile is { Status: UnitStatus.Active }:
                turns = after.Turns ?? new();
                return after with { Turns = turns with { Paused = Later(before, turns.Paused, fact.EffectiveAt) } };
            case MeasureRevoked e when before.Ladder.Measures.Any(measure => measure.SupersededBy == e.No):
                turns = after.Turns ?? new();
                return after with { Turns = turns with { Revived = Later(before, turns.Revived, fact.EffectiveAt) } };
            default:
                return after;
        }
    }

    private static AlertTurns Vacant(AlertTurns turns, DateTimeOffset at)
    {
        var day = CivilTime.DateOf(at);
        return turns with { VacantOn = day, Vacancies = turns.VacantOn == day ? turns.Vacancies + 1 : 1 };
    }

    /// <summary>After every turn of its sort and every cause known, also when what happened reaches back behind them.</summary>
    private static DateTimeOffset Later(UnitState before, DateTimeOffset? turn, DateTimeOffset at)
    {
        foreach (var alert in AlertRules.Standing(before))
            if (alert.Since >= at)
                at = alert.Since.AddMilliseconds(1);
        return turn >= at ? turn.Value.AddMilliseconds(1) : at;
    }
}
