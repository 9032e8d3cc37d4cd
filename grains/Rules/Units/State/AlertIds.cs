namespace Supervision.Rules.Units.State;

/// <summary>Ids of alerts that a reason names as its evidence.</summary>
public static class AlertIds
{
    public static string Missed(Profile profile, Period period) => $"{AlertNames.MissedVisit}:{profile.Code}:{period}";

    public static string Term(Profile profile, DateOnly last) => $"{AlertNames.TermMinimum}:{profile.Code}:{last:yyyy-MM-dd}";
}
