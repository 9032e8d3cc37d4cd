namespace Supervision.Rules.Counties.Facts;

/// <summary>A closed month's coverage of schools is below the county's floor. Once for a month; effective at its end.</summary>
/// <param name="Visited">In time or late, when it was noticed.</param>
public sealed record CoverageBelow(Period Month, int Visited, int Expected, int FloorPercent) : CountyEvent;

/// <summary>Late visits brought the month up to the floor.</summary>
public sealed record CoverageRestated(Period Month, int Visited, int Expected) : CountyEvent;

/// <param name="Reason">Null when the rule proposes.</param>
/// <param name="Months">The shortfalls it rests on.</param>
public sealed record CountyStepProposed(int No, CountyRung Rung, string By, string? Reason, ImmutableArray<Period> Months) : CountyEvent;

/// <summary>In force from this instant.</summary>
public sealed record CountyStepDecided(int No, string By, string Reason, string Document) : CountyEvent;

public sealed record CountyStepRejected(int No, string By, string Reason) : CountyEvent;

/// <summary>Every month it rested on was restated before anybody decided.</summary>
public sealed record CountyStepLapsed(int No) : CountyEvent;

public sealed record CountyStepDischarged(int No, string By, string Reason) : CountyEvent;
