using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Supervision.Gateway.Rosters.Reading;

/// <summary>Reads every worksheet of a workbook, hidden ones too. Of formulas it takes the value last saved.</summary>
internal static class WorkbookTables
{
    public static ImmutableArray<RosterSheet> ReadZipped(byte[] content, string file, CancellationToken cancellation)
    {
        // A workbook in Excel's binary form (xlsb) is in an archive too.
        var isXml = GuardArchive(content, cancellation);
        return isXml ? Guarded(() => OpenXmlWorkbook.Read(content, file, cancellation)) : Read(content, file, cancellation);
    }

    public static ImmutableArray<RosterSheet> Read(byte[] content, string file, CancellationToken cancellation) =>
        Guarded(() =>
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content));
            var errors = FileSignature.Of(content) == FileType.Compound ? BinaryErrors.Of(content) : new();
            var sheets = ImmutableArray.CreateBuilder<RosterSheet>();
            var count = 0;
            do
            {
                var rows = Rows(reader, count, (row, column) => errors.GetValueOrDefault((sheets.Count, row, column)), cancellation);
                count += rows.Length;
                var visible = reader.VisibleState is null || reader.VisibleState.Equals("visible", StringComparison.OrdinalIgnoreCase);
                sheets.Add(new(file, reader.Name, !visible, rows));
            } while (reader.NextResult());
            return sheets.ToImmutable();
        });

    public static RosterCell Day(DateTime moment) =>
        new(
            moment.ToString(moment.TimeOfDay.Ticks == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            CellKind.Date
        );

    /// <summary>Whole numbers with all their digits, never with an exponent.</summary>
    public static string Plain(double number) =>
        number == Math.Floor(number) && Math.Abs(number) < 1e18
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    private static ImmutableArray<RosterSheet> Guarded(Func<ImmutableArray<RosterSheet>> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException)
        {
            throw new RosterRefusedException(
                RosterCode.FileProtected,
                new("文件设有打开密码", "the file is protected by a password"),
                new("取消密码后重新保存", "the file saved without a password")
            );
        }
        catch (Exception failure)
            when (failure is not RosterRefusedException and not OutOfMemoryException and not OperationCanceledException)
        {
            // A damaged workbook breaks its reader in many ways; none of them is a fault of this program.
            throw RosterRefusedException.Damaged();
        }
    }

    private static ImmutableArray<RosterRow> Rows(
        IExcelDataReader reader,
        int already,
        Func<int, int, string?> error,
        CancellationToken cancellation
    )
    {
        var rows = new RowCollector(already);
        var number = 0;
        while (reader.Read())
        {
            if (number++ % 1_024 == 0)
                cancellation.ThrowIfCancellationRequested();
            var width = Math.Min(reader.FieldCount, RosterLimits.MostColumns);
            var cells = ImmutableArray.CreateBuilder<RosterCell>(width);
            for (var i = 0; i < width; i++)
                cells.Add(error(number - 1, i) is { } shown ? new(shown, CellKind.Error) : Cell(reader, i));
            while (cells.Count > 0 && cells[^1].Text.Length == 0)
                cells.RemoveAt(cells.Count - 1);
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
            DateTime day => Day(day),
            double number when NumberFormats.IsDate(reader.GetNumberFormatIndex(place)) && number is >= 1 and < 2_958_466 => Day(
                DateTime.FromOADate(number)
            ),
            double number => new(Plain(number), CellKind.Number),
            bool truth => new(truth ? "TRUE" : "FALSE"),
            var other => new(Convert.ToString(other, CultureInfo.InvariantCulture) ?? "", CellKind.Number),
        };
    }

    /// <summary>Refuses archives that are no workbook, or unpack to too much; sizes are counted, because those written in an archive can lie.</summary>
    /// <returns>False for a workbook in binary form.</returns>
    private static bool GuardArchive(byte[] content, CancellationToken cancellation)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (!archive.Entries.Any(entry => entry.FullName.StartsWith("xl/workbook.", StringComparison.OrdinalIgnoreCase)))
                throw RosterRefusedException.Type(new("这不是 Excel 工作簿（可能是压缩包或其他文档）", "this archive is no workbook"));
            var (total, buffer) = (0L, new byte[64 * 1024]);
            foreach (var entry in archive.Entries)
            {
                cancellation.ThrowIfCancellationRequested();
                using var stream = entry.Open();
                int count;
                while ((count = stream.Read(buffer)) > 0)
                    if ((total += count) > RosterLimits.MostUnpackedBytes)
                        throw RosterRefusedException.TooLarge(RosterLimits.MostUnpackedBytes);
            }

            return archive.Entries.Any(entry => entry.FullName.StartsWith("xl/workbook.xml", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            throw RosterRefusedException.Damaged();
        }
    }
}
