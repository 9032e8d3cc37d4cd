namespace Supervision.Rules.Units.Facts;

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
