using System.Collections.Immutable;

namespace Supervision.Gateway.Rosters;

/// <summary>What was found in a file: its tables, or why it was not read at all. Never both.</summary>
/// <param name="Sheets">In the order of the file; empty when refused.</param>
/// <param name="Refusal">Null when the file was read.</param>
public sealed record RosterReading(ImmutableArray<RosterSheet> Sheets, RosterFinding? Refusal);

/// <summary>Bounds against files that are large by accident or by intent.</summary>
public static class RosterLimits
{
    public const int MostBytes = 32 * 1024 * 1024;

    /// <summary>What a compressed file may unpack to.</summary>
    public const long MostUnpackedBytes = 256L * 1024 * 1024;

    /// <summary>Rows of all tables of a file together, blank ones between others included.</summary>
    public const int MostRows = 200_000;

    /// <summary>Further cells of a row are not read.</summary>
    public const int MostColumns = 256;

    /// <summary>Cells that take their content from cells they are merged with.</summary>
    public const int MostMerged = 2_000_000;

    /// <summary>A row of a text file, in bytes of UTF-8. A longer one is most likely a quotation mark that was never closed.</summary>
    public const int LongestRow = 256 * 1024;
}
