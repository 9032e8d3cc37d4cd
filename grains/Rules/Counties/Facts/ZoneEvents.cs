namespace Supervision.Rules.Counties.Facts;

public sealed record ZoneSet(Zone Zone) : CountyEvent;

/// <param name="Outgrown">When its schools were recorded as too many; null when they were not.</param>
public sealed record ZoneRemoved(string Code, DateTimeOffset? Outgrown) : CountyEvent;

public sealed record AreaAssigned(AreaAssignment Assignment) : CountyEvent;

public sealed record AreaReleased(string Area) : CountyEvent;

/// <summary>The schools of a zone have grown over zone.maxSchools without anybody setting it: a school came into one of its towns, or the limit fell.</summary>
public sealed record ZoneOutgrown(string Code, int Schools, int Limit) : CountyEvent;

/// <summary>A zone is within zone.maxSchools again.</summary>
/// <param name="Outgrown">When its schools were recorded as too many.</param>
public sealed record ZoneFits(string Code, int Schools, DateTimeOffset Outgrown) : CountyEvent;
