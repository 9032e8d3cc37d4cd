using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.State.Cases;

/// <summary>What people enter by hand because no bulletin or complaint of this system says it (手工登记).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HandEntryKind>))]
public enum HandEntryKind
{
    None = 0,

    /// <summary>通报点名.</summary>
    Naming = 1,

    /// <summary>举报计数.</summary>
    Complaint = 2,
}

/// <summary>A named person's entry with its paper and files. It moves nothing until a second person of the county has approved it.</summary>
/// <param name="No">1 and up within the unit, never reused.</param>
/// <param name="By">Account that entered it, which can't decide it.</param>
/// <param name="Document">Number or title of the paper it rests on, as the person wrote it.</param>
/// <param name="Evidence">SHA-256 of the unit's files, lower-case hex, at least one.</param>
/// <param name="Bulletin">Of a naming.</param>
/// <param name="IssuedOn">Of a naming: the civil day the bulletin was issued.</param>
/// <param name="Complaint">Of a complaint.</param>
[GenerateSerializer, Immutable, Alias("hand-entry")]
public sealed record HandEntry(
    int No,
    HandEntryKind Kind,
    string By,
    DateTimeOffset Since,
    string Document,
    ImmutableArray<string> Evidence,
    ImmutableArray<Deadline> Deadlines,
    string? Bulletin = null,
    DateOnly? IssuedOn = null,
    ComplaintMark? Complaint = null
);
