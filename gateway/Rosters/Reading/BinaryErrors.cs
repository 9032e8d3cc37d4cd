using System.Buffers.Binary;
using System.Text;

namespace Supervision.Gateway.Rosters.Reading;

/// <summary>
/// Finds the cells of an xls workbook in which the spreadsheet shows an error. The library gives them as empty cells, and an empty
/// cell must never be one that can't be read.
/// </summary>
internal static class BinaryErrors
{
    private const int HeaderSize = 512;
    private const uint LastSector = 0xFFFFFFFA;
    private const int BoundSheet = 0x85;
    private const int BoolErr = 0x205;
    private const int Formula = 0x06;
    private const int BeginOfFile = 0x809;
    private const int EndOfFile = 0x0A;

    /// <returns>By sheet in the file's order, row and column, all counted from zero; empty for workbooks older than Excel 97.</returns>
    /// <exception cref="ArgumentOutOfRangeException">And others of the framework: the file is damaged.</exception>
    public static Dictionary<(int Sheet, int Row, int Column), string> Of(byte[] content)
    {
        var found = new Dictionary<(int, int, int), string>();
        if (Stream(content, "Workbook") is not { } book)
            return found;
        var sheets = new List<int>();
        foreach (var (kind, at, length) in Records(book, 0))
            if (kind == BoundSheet && length >= 8)
                sheets.Add(BinaryPrimitives.ReadInt32LittleEndian(book.AsSpan(at)));
        for (var sheet = 0; sheet < sheets.Count; sheet++)
            foreach (var (kind, at, length) in Records(book, sheets[sheet]))
            {
                var record = book.AsSpan(at, length);
                if (kind == BoolErr && length >= 8 && record[7] == 1)
                    Add(record, record[6]);
                else if (kind == Formula && length >= 14 && record[12] == 0xFF && record[13] == 0xFF && record[6] == 2)
                    Add(record, record[8]);

                void Add(ReadOnlySpan<byte> cell, byte code) =>
                    found[(sheet, BinaryPrimitives.ReadUInt16LittleEndian(cell), BinaryPrimitives.ReadUInt16LittleEndian(cell[2..]))] =
                        Written(code);
            }

        return found;
    }

    /// <summary>The records of one part of the stream; those of charts within a sheet are passed over.</summary>
    private static IEnumerable<(int Kind, int At, int Length)> Records(byte[] book, int at)
    {
        for (var depth = 0; at + 4 <= book.Length; )
        {
            var (kind, length) = (
                BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at)),
                BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at + 2))
            );
            at += 4;
            if (at + length > book.Length)
                yield break;
            if (kind == BeginOfFile)
                depth++;
            else if (kind == EndOfFile && --depth <= 0)
                yield break;
            else if (depth == 1)
                yield return (kind, at, length);
            at += length;
        }
    }

    /// <summary>A stream of the compound file; null when it has none of this name.</summary>
    private static byte[]? Stream(byte[] file, string name)
    {
        var size = 1 << BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(30));
        var table = Table(file, size);
        var directory = Chain(file, table, size, Word(file, 48));
        for (var at = 0; at + 128 <= directory.Length; at += 128)
        {
            var letters = BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(at + 64));
            if (letters is < 2 or > 64 || Encoding.Unicode.GetString(directory, at, letters - 2) != name)
                continue;
            // Short streams lie within another; a workbook Excel wrote is never that short.
            var length = (int)Word(directory, at + 120);
            var whole = length < Word(file, 56) ? [] : Chain(file, table, size, Word(directory, at + 116));
            return whole.Length < length ? null : whole[..length];
        }

        return null;
    }

    private static uint[] Table(byte[] file, int size)
    {
        var sectors = new List<uint>();
        for (var i = 0; i < 109; i++)
            sectors.Add(Word(file, 76 + (4 * i)));
        var next = Word(file, 68);
        for (var i = 0; i < file.Length / size && next < LastSector; i++)
        {
            var at = HeaderSize + (int)(next * size);
            for (var j = 0; j < (size / 4) - 1; j++)
                sectors.Add(Word(file, at + (4 * j)));
            next = Word(file, at + size - 4);
        }

        return
        [
            .. sectors
                .Where(sector => sector < LastSector)
                .SelectMany(sector => Enumerable.Range(0, size / 4).Select(i => Word(file, HeaderSize + (int)(sector * size) + (4 * i)))),
        ];
    }

    private static byte[] Chain(byte[] file, uint[] table, int size, uint sector)
    {
        using var whole = new MemoryStream();
        for (var i = 0; i < table.Length && sector < LastSector; i++)
        {
            var at = HeaderSize + (int)(sector * size);
            whole.Write(file, at, Math.Min(size, file.Length - at));
            sector = table[sector];
        }

        return whole.ToArray();
    }

    private static uint Word(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static string Written(byte code) =>
        code switch
        {
            0x00 => "#NULL!",
            0x07 => "#DIV/0!",
            0x0F => "#VALUE!",
            0x17 => "#REF!",
            0x1D => "#NAME?",
            0x24 => "#NUM!",
            0x2B => "#GETTING_DATA",
            _ => "#N/A",
        };
}
