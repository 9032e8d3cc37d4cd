namespace Supervision.Rules.Counties;

/// <summary>Who may ask what of a county.</summary>
public static class CountyPermission
{
    /// <summary>Null when the actor may.</summary>
    public static Refusal? Objection(Actor actor, CountyCommand command, string county)
    {
        if (!actor.Covers(county))
            return Reach.OutOfScope(actor);
        var roles = command switch
        {
            SetTerms or ResetTerms => May.SetTerms,
            SetZone or RemoveZone or AssignArea or ReleaseArea => May.SetZones,
            SetDepartments or SetYearPlan => May.SetOffice,
            ActivatePolicy => May.SetPolicies, // a county's policy is its own, the levels above read it
            ProposeCountyStep or DecideCountyStep or RejectCountyStep or DischargeCountyStep => May.MeasureCounty,
            AskApproval { Kind: ApprovalKind.SealedIdentity } or UseApproval { Kind: ApprovalKind.SealedIdentity } => May.OpenIdentity,
            AskApproval or UseApproval => May.ExportIssues,
            ApproveRequest or RejectRequest => May.DecideApproval,
            _ => May.ImportRoster,
        };
        if (Reach.OfRole(actor, roles) is { } refusal)
            return refusal;
        // A level above, never the county itself.
        return
            command is ProposeCountyStep or DecideCountyStep or RejectCountyStep or DischargeCountyStep
            && actor.Area.Length >= county.Length
            ? Reach.RoleNotAllowed(actor.Role)
            : null;
    }

    /// <summary>Null when the actor may say of the county's alerts that they were seen: only its own people can answer for that.</summary>
    public static Refusal? Acknowledging(Actor actor, string county)
    {
        if (!actor.Covers(county))
            return Reach.OutOfScope(actor);
        return actor.IsOfCounty ? null : Reach.RoleNotAllowed(actor.Role);
    }
}
