namespace Supervision.Rules.Inspectors;

/// <summary>Who may ask what of an inspector.</summary>
public static class InspectorPermission
{
    /// <summary>Null when the actor may. Moving an inspector between counties needs both in scope.</summary>
    /// <param name="code">The inspector's.</param>
    /// <param name="county">Of the appointment; null when nobody with this code was appointed.</param>
    public static Refusal? Objection(Actor actor, InspectorCommand command, string code, string? county)
    {
        if (county is not null && !actor.Covers(county))
            return Reach.OutOfScope(actor);
        if (command is AppointInspector { Profile: var asked } && !actor.Covers(asked.County))
            return Reach.OutOfScope(actor);
        if (command is AcknowledgeReminder && actor.Role == ActorRole.Inspector && actor.InspectorCode != code)
            return Reach.OutOfScope(actor);
        var roles = command switch
        {
            AppointInspector => May.ImportRoster,
            AcknowledgeReminder => May.AcknowledgeStep,
            ProposeRevocation => May.ProposeRevocation,
            _ => May.DecideStep,
        };
        return Reach.OfRole(actor, roles);
    }
}
