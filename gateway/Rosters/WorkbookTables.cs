using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Supervision.Rules;

namespace Supervision.Gateway.Rosters;

/// <summary>Reads every worksheet of a workbook, hidden ones too. Of formulas it takes the value last saved.</summary>
internal static class WorkbookTables
{
    public static ImmutableArray<RosterSheet> ReadZipped(byte[] content, string file)
    {
        GuardArchive(content);
        return Read(content, file);
    }

    public static ImmutableArray<RosterSheet> Read(byte[] content, string file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content));
            var sheets = ImmutableArray.CreateBuilder<RosterSheet>();
            var count = 0;
            do
            {
                var rows = Rows(reader, count);
                count += rows.Length;
                var visible = reader.VisibleState is null || reader.VisibleState.Equals("visible", StringComparison.OrdinalIgnoreCase);
                sheets.Add(new(file, reader.Name, !visible, rows));
            }
            while (reader.NextResult());
            return sheets.ToImmutable();
        }
        catch (InvalidPasswordException)
        {
            throw new RosterRefusedException(RosterCode.FileProtected, new("文件设有打开密码", "the file is protected by a password"),
                new("取消密码后重新保存", "the file saved without a password"));
        }
        catch (Exception failure) when (failure is not RosterRefusedException and not OutOfMemoryException)
        {
            // A damaged workbook breaks the library in many ways; none of them is a fault of this program.
            throw RosterRefusedException.Damaged();
        }
    }

    private static ImmutableArray<RosterRow> Rows(IExcelDataReader reader, int already)
    {
        var rows = new RowCollector(already);
        var number = 0;
        while (reader.Read())
        {
            number++;
            var width = Math.Min(reader.FieldCount, RosterLimits.MostColumns);
            var cells = ImmutableArray.CreateBuilder<RosterCell>(width);
            for (var i = 0; i < width; i++) cells.Add(Cell(reader, i));
            while (cells.Count > 0 && cells[^1].Text.Length == 0) cells.RemoveAt(cells.Count - 1);
            rows.Add(number, cells.ToImmutable());
        }

        return rows.ToRows();
    }

    private static RosterCell Cell(IExcelDataReader reader, int place)
    {
        return reader.GetValue(place) switch
        {
            null => RosterCell.Empty,
            string text => new(text),
            DateTime { TimeOfDay.Ticks: 0 } day => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Date),
            DateTime moment => new(moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), CellKind.Date),
            double number => new(Plain(number), CellKind.Number),
            bool truth => new(truth ? "TRUE" : "FALSE"),
            var other => new(Convert.ToString(other, CultureInfo.InvariantCulture) ?? "", CellKind.Number),
        };
    }

    /// <summary>Whole numbers with all their digits, never with an exponent.</summary>
    private static string Plain(double number) =>
        number == Math.Floor(number) && Math.Abs(number) < 1e18
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Refuses archives that are no workbook, or unpack to too much; sizes are counted, because those written in an archive can lie.</summary>
    private static void GuardArchive(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (!archive.Entries.Any(entry => entry.FullName.StartsWith("xl/workbook.", StringComparison.OrdinalIgnoreCase)))
                throw RosterRefusedException.Type(new("这不是 Excel 工作簿（可能是压缩包或其他文档）", "this archive is no workbook"));
            var (total, buffer) = (0L, new byte[64 * 1024]);
            foreach (var entry in archive.Entries)
            {
                using var stream = entry.Open();
                int count;
                while ((count = stream.Read(buffer)) > 0)
                    if ((total += count) > RosterLimits.MostUnpackedBytes) throw RosterRefusedException.TooLarge(RosterLimits.MostUnpackedBytes);
            }
        }
        catch (InvalidDataException)
        {
            throw RosterRefusedException.Damaged();
        }
    }
}
