using System.Text.Json.Serialization;

namespace Supervision.Rules.Roster.Tables;

/// <summary>What a table is about; recognised by its headers, never by the name of file or sheet.</summary>
[JsonConverter(typeof(RosterKindJson))]
public enum RosterKind
{
    None = 0,
    Counties = 1,
    Schools = 2,
    Institutions = 3,
    Inspectors = 4,
    Assignments = 5,
}

public sealed class RosterKindJson() : JsonStringEnumConverter<RosterKind>(System.Text.Json.JsonNamingPolicy.KebabCaseLower);
