namespace Supervision.Rules.Counties.Commands;

/// <summary>Makes a zone, or replaces the one with its code.</summary>
/// <param name="Schools">How many schools it would have, counted by the county; whatever a caller says is replaced.</param>
[GenerateSerializer, Immutable, Alias("set-zone")]
public sealed record SetZone(Zone Zone, int Schools = 0) : CountyCommand;

/// <summary>Removes a zone; what its schools are assigned stays.</summary>
[GenerateSerializer, Immutable, Alias("remove-zone")]
public sealed record RemoveZone(string Code) : CountyCommand;

/// <summary>Says who gets the schools that join an area; one inspector for an area, the newest word holds.</summary>
[GenerateSerializer, Immutable, Alias("assign-area")]
public sealed record AssignArea(AreaAssignment Assignment) : CountyCommand;

[GenerateSerializer, Immutable, Alias("release-area")]
public sealed record ReleaseArea(string Area) : CountyCommand;
