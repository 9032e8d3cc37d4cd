using System.Collections.Immutable;

namespace Supervision.Gateway.Rosters.Reading;

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
