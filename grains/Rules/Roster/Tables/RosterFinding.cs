using System.Text.Json.Serialization;

namespace Supervision.Rules.Roster.Tables;

[JsonConverter(typeof(JsonStringEnumConverter<FindingGrade>))]
public enum FindingGrade
{
    None = 0,

    /// <summary>The row is taken; what was changed in reading it is said.</summary>
    Normalised = 1,

    /// <summary>The row is taken as it is; somebody should look at it.</summary>
    Warning = 2,

    /// <summary>The row, the table or the file is not taken.</summary>
    Rejected = 3,

    /// <summary>Left out because there is nothing in it to take.</summary>
    Skipped = 4,

    /// <summary>The row would change what many others change in the same way; it waits until that is confirmed.</summary>
    Held = 5,
}

/// <summary>One thing to tell the person who sent a roster.</summary>
/// <param name="Sheet">Worksheet; null for a text file.</param>
/// <param name="Row">As counted in the file; null when it is about the whole table or file.</param>
/// <param name="Column">Header as the file writes it, or the Chinese header of a missing one; null when it is about the whole row.</param>
/// <param name="Value">The cell as the file has it, cut after 80 characters; null when there is none.</param>
/// <param name="Accepted">What would be accepted, or was; null when nothing would.</param>
public sealed record RosterFinding(
    FindingGrade Severity,
    string File,
    string? Sheet,
    int? Row,
    string? Column,
    string? Value,
    RosterCode Code,
    Text Message,
    Text? Accepted
)
{
    private const int LongestValue = 80;

    /// <summary>The column in words of both languages; null when it is about the whole row, table or file, or about an unknown column.</summary>
    public Text? ColumnName { get; init; }

    /// <returns>The value as a finding shows it.</returns>
    public static string? Shown(string? value) =>
        value is null || Characters.Fit(value, LongestValue) ? value : Characters.Cut(value, LongestValue) + "…";
}
