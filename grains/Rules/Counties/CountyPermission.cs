namespace Supervision.Rules;

/// <summary>Who may ask what of a county.</summary>
public static class CountyPermission
{
    /// <summary>Null when the actor may.</summary>
    public static Refusal? Objection(Actor actor, CountyCommand command, string county)
    {
        if (!actor.Covers(county)) return Permission.OutOfScope(actor);
        var may = command switch
        {
            ActivatePolicy => actor.IsOfCounty || actor.Role is ActorRole.Administrator or ActorRole.System, // a county's policy is its own, the levels above read it
            ProposeCountyStep or DecideCountyStep or RejectCountyStep or DischargeCountyStep => actor.IsAbove && actor.Area.Length < county.Length, // a level above, never the county itself
            _ => actor.IsOfCounty || actor.IsAbove || actor.Role is ActorRole.Administrator or ActorRole.System,
        };
        return may ? null : Permission.RoleNotAllowed(actor.Role);
    }

    /// <summary>Null when the actor may say of the county's alerts that they were seen: only its own people can answer for that.</summary>
    public static Refusal? Acknowledging(Actor actor, string county)
    {
        if (!actor.Covers(county)) return Permission.OutOfScope(actor);
        return actor.IsOfCounty ? null : Permission.RoleNotAllowed(actor.Role);
    }
}
