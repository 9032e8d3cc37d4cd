namespace Supervision.Rules.Units.Commands;

/// <summary>A second person of the county approves an entry made by hand, or does not.</summary>
/// <param name="Remark">1–500 characters.</param>
[GenerateSerializer, Immutable, Alias("decide-entry")]
public sealed record DecideEntry(int Entry, bool Approve, string Remark) : UnitCommand;
