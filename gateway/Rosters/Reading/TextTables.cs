using System.Collections.Immutable;
using CsvHelper;

namespace Supervision.Gateway.Rosters.Reading;

/// <summary>Reads text whose columns are separated by commas, tabs, semicolons or bars.</summary>
internal static class TextTables
{
    private const int LooksAtLines = 10;
    private const int LookEach = 1_024;

    /// <summary>The first is taken when nothing tells.</summary>
    private const string Separators = ",\t;|";

    public static ImmutableArray<RosterSheet> Read(byte[] content, string file, CancellationToken cancellation)
    {
        var text = TextDecoder.Decode(content);
        var start = text.AsSpan().TrimStart();
        if (start.Length == 0)
            throw new RosterRefusedException(RosterCode.FileEmpty, new("文件是空的", "the file is empty"));
        if (start[0] is '<' or '{')
            throw RosterRefusedException.Type(
                start[0] == '<'
                    ? new(
                        "这是网页或 XML 文件，只是扩展名像表格；请用表格软件打开后另存为 xlsx",
                        "this is a web page or XML file under the name of a table; open it in a spreadsheet and save it as xlsx"
                    )
                    : new("这是 JSON 文件，不是表格", "this is a JSON file, not a table")
            );

        // Excel's first line sep=; names the separator; the library understands it when none is set.
        char? separator = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? null : Separator(text);
        using var reader = CsvReader.FromText(text, Options(separator, RefuseOpenQuote));
        var rows = Rows(reader, int.MaxValue, out var beyond, cancellation);
        return [new(file, null, false, rows) { CellsBeyond = beyond }];
    }

    private static CsvReaderOptions Options(char? separator, Action<CsvMalformedRecord>? malformed) =>
        new()
        {
            HasHeader = false,
            SkipEmptyLines = false,
            Separator = separator,
            DetectSeparatorHint = true,
            MaxRecordSize = RosterLimits.LongestRow,
            OnMalformedRecord = malformed,
        };

    private static ImmutableArray<RosterRow> Rows(CsvReader reader, int most, out int beyond, CancellationToken cancellation)
    {
        var rows = new RowCollector();
        beyond = 0;
        try
        {
            for (var read = 0; read < most && reader.Read(); read++)
            {
                if (read % LookEach == 0)
                    cancellation.ThrowIfCancellationRequested();
                var cells = ImmutableArray.CreateBuilder<RosterCell>(Math.Min(reader.FieldCount, RosterLimits.MostColumns));
                for (var i = 0; i < cells.Capacity; i++)
                    cells.Add(new(reader.GetString(i)));
                for (var i = cells.Capacity; i < reader.FieldCount; i++)
                    if (!CellCleaner.IsBlank(reader.GetString(i)))
                        beyond++;
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
        if (record.Reason != CsvMalformedReason.UnterminatedQuote)
            return;
        throw new RosterRefusedException(
            RosterCode.FileDamaged,
            new(
                $"第{record.RecordNumber}行的双引号没有成对，其后的内容无法分清各列",
                $"a quotation mark of row {record.RecordNumber} is never closed, so columns cannot be told apart"
            ),
            new("补齐双引号，或用表格软件打开后另存为 xlsx 再上传", "the quotation mark closed, or the file saved again as xlsx")
        );
    }

    /// <summary>
    /// The separator by which the headers become those of a known table: inside cells another one may occur more often. When no
    /// table is known by any, the one that occurs most in the first lines outside quotation marks.
    /// </summary>
    private static char Separator(string text)
    {
        var (best, score) = (Separators[0], 0);
        foreach (var candidate in Separators.Where(each => text.Contains(each, StringComparison.Ordinal)))
            if (Recognised(text, candidate) is var found && found > score)
                (best, score) = (candidate, found);
        return score > 0 ? best : Commonest(text);
    }

    private static int Recognised(string text, char separator)
    {
        try
        {
            using var reader = CsvReader.FromText(text, Options(separator, null));
            return RosterJudge.Recognise(new("", null, false, Rows(reader, LooksAtLines, out _, CancellationToken.None)));
        }
        catch (RosterRefusedException)
        {
            return 0;
        }
    }

    private static char Commonest(string text)
    {
        Span<int> counts = stackalloc int[Separators.Length];
        var (lines, quoted) = (0, false);
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;
            if (quoted)
                continue;
            if (c == '\n' && ++lines == LooksAtLines)
                break;
            var which = Separators.IndexOf(c, StringComparison.Ordinal);
            if (which >= 0)
                counts[which]++;
        }

        var most = 0;
        for (var i = 1; i < counts.Length; i++)
            if (counts[i] > counts[most])
                most = i;
        return Separators[most];
    }
}
