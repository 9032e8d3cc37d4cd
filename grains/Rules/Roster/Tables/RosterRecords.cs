namespace Supervision.Rules.Roster.Tables;

/// <summary>What a row asks for a unit.</summary>
/// <param name="Told">As the row has it, blanks as null.</param>
/// <param name="Untold">Fields whose columns the file does not have.</param>
internal sealed record UnitRow(Profile Told, ProfileFields Untold);

/// <summary>What a row asks for an inspector.</summary>
/// <param name="Untold">Fields whose columns the file does not have.</param>
internal sealed record InspectorRow(InspectorProfile Told, InspectorFields Untold);

/// <param name="County">What the row says of the place; null when it says nothing.</param>
/// <param name="Zone">What the row says of the zone; null when it says nothing.</param>
/// <param name="LastDayUntold">True when the file has no column of last days.</param>
internal sealed record AssignmentRow(UnitKind Kind, string Code, Assignment Assignment, string? County, string? Zone, bool LastDayUntold);
