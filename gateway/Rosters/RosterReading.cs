using System.Collections.Immutable;
using Supervision.Rules;

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

/// <summary>The file is not read; carries the finding for the person who sent it.</summary>
internal sealed class RosterRefusedException(RosterCode code, Text message, Text? accepted = null) : Exception(message.En)
{
    private static readonly Text Accepted = new("xlsx、xls 或 csv 文件", "an xlsx, xls or csv file");

    public RosterFinding For(string file) => new(FindingGrade.Rejected, file, null, null, null, null, code, message, accepted);

    public static RosterRefusedException Type(Text message) => new(RosterCode.FileTypeRefused, message, Accepted);

    public static RosterRefusedException TooManyRows() =>
        new(
            RosterCode.TooManyRows,
            new($"文件超过 {RosterLimits.MostRows} 行", $"the file has more than {RosterLimits.MostRows} rows"),
            new("按县（市、区）拆分后分次导入，并删除表格下方的空行", "several smaller files")
        );

    public static RosterRefusedException TooLarge(long most) =>
        new(
            RosterCode.FileTooLarge,
            new($"文件超过 {most / 1024 / 1024} MB", $"the file is larger than {most / 1024 / 1024} MB"),
            new("按县（市、区）拆分后分次导入", "several smaller files")
        );

    public static RosterRefusedException Damaged() =>
        new(
            RosterCode.FileDamaged,
            new("文件已损坏，无法读取", "the file is damaged and cannot be read"),
            new("用表格软件打开后另存为 xlsx 再上传", "the file saved again as xlsx")
        );
}
