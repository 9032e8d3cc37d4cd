using System.Collections.Immutable;
using CsvHelper;
using Supervision.Rules;

namespace Supervision.Gateway.Rosters;

/// <summary>Reads comma-, tab- and semicolon-separated text.</summary>
internal static class TextTables
{
    private const int LooksAtLines = 10;

    public static ImmutableArray<RosterSheet> Read(byte[] content, string file)
    {
        var text = TextDecoder.Decode(content);
        var start = text.AsSpan().TrimStart();
        if (start.Length == 0) throw new RosterRefusedException(RosterCode.FileEmpty, new("文件是空的", "the file is empty"));
        if (start[0] is '<' or '{')
            throw RosterRefusedException.Type(start[0] == '<'
                ? new("这是网页或 XML 文件，只是扩展名像表格；请用表格软件打开后另存为 xlsx",
                    "this is a web page or XML file under the name of a table; open it in a spreadsheet and save it as xlsx")
                : new("这是 JSON 文件，不是表格", "this is a JSON file, not a table"));

        var options = new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false,
            // Excel's first line sep=; names the separator; the library understands it when none is set.
            Separator = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? null : Separator(text),
            DetectSeparatorHint = true,
            MaxRecordSize = RosterLimits.LongestRow,
            OnMalformedRecord = RefuseOpenQuote,
        };
        using var reader = CsvReader.FromText(text, options);
        return [new(file, null, false, Rows(reader))];
    }

    private static ImmutableArray<RosterRow> Rows(CsvReader reader)
    {
        var rows = new RowCollector();
        try
        {
            while (reader.Read())
            {
                var cells = ImmutableArray.CreateBuilder<RosterCell>(Math.Min(reader.FieldCount, RosterLimits.MostColumns));
                for (var i = 0; i < cells.Capacity; i++) cells.Add(new(reader.GetString(i)));
                rows.Add((int)reader.RowNumber, cells.MoveToImmutable());
            }
        }
        catch (CsvFormatException)
        {
            throw RosterRefusedException.Damaged();
        }

        return rows.ToRows();
    }

    /// <summary>A stray quotation mark inside a cell does no harm; one that is never closed would swallow the rest of the file.</summary>
    private static void RefuseOpenQuote(CsvMalformedRecord record)
    {
        if (record.Reason != CsvMalformedReason.UnterminatedQuote) return;
        throw new RosterRefusedException(RosterCode.FileDamaged,
            new($"第{record.RecordNumber}行的双引号没有成对，其后的内容无法分清各列",
                $"a quotation mark of row {record.RecordNumber} is never closed, so columns cannot be told apart"),
            new("补齐双引号，或用表格软件打开后另存为 xlsx 再上传", "the quotation mark closed, or the file saved again as xlsx"));
    }

    /// <summary>The separator that occurs most in the first lines outside quotation marks; a comma when none does.</summary>
    private static char Separator(string text)
    {
        Span<int> counts = stackalloc int[3];
        var (lines, quoted) = (0, false);
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c == '\n' && ++lines == LooksAtLines) break;
            var which = ",\t;".IndexOf(c, StringComparison.Ordinal);
            if (which >= 0) counts[which]++;
        }

        if (counts[1] > counts[0] && counts[1] >= counts[2]) return '\t';
        return counts[2] > counts[0] ? ';' : ',';
    }
}
