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
            ActivatePolicy => actor.Role is not (ActorRole.None or ActorRole.Inspector or ActorRole.Province or ActorRole.UnitUser), // a county's policy is its own, the levels above read it
            _ => actor.Role is not (ActorRole.Inspector or ActorRole.UnitUser),
        };
        return may ? null : Permission.RoleNotAllowed(actor.Role);
    }
}
