namespace Supervision.Rules.Units.State;

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
) { }
