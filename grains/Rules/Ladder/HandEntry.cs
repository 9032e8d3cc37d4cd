using System.Text.Json.Serialization;

namespace Supervision.Rules;

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

/// <summary>A second person of the county approves an entry made by hand, or does not.</summary>
/// <param name="Remark">1–500 characters.</param>
[GenerateSerializer, Immutable, Alias("decide-entry")]
public sealed record DecideEntry(int Entry, bool Approve, string Remark) : UnitCommand;

/// <summary>Somebody says that a bulletin names the unit; nothing counts before it is approved.</summary>
public sealed record NamingEntered(
    int No,
    string Bulletin,
    DateOnly IssuedOn,
    string Document,
    ImmutableArray<string> Evidence,
    string By,
    ImmutableArray<Deadline> Deadlines
) : UnitEvent;

/// <summary>Somebody says that there was a complaint; nothing counts before it is approved.</summary>
public sealed record ComplaintEntered(
    int No,
    ComplaintMark Mark,
    string Document,
    ImmutableArray<string> Evidence,
    string By,
    ImmutableArray<Deadline> Deadlines
) : UnitEvent;

/// <summary>What was entered holds from now on; the fact itself follows.</summary>
public sealed record EntryApproved(int No, HandEntryKind Kind, string By, string Remark) : UnitEvent;

public sealed record EntryRejected(int No, HandEntryKind Kind, string By, string Reason) : UnitEvent;
