using System.Text;

namespace Supervision.Gateway.Tests.Rosters;

/// <summary>Workbooks in the form of Excel 97–2003.</summary>
public sealed class BinaryWorkbookTests
{
    private const int Sector = 512;
    private const uint End = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;

    [Fact]
    public void Cells_WithErrors_AreRejectedAndBlankOnesAreBlank()
    {
        var reading = RosterReader.Read(Compound(Book()), "督学.xls");
        reading.Refusal.Should().BeNull();

        var plan = RosterJudge.Judge(reading.Sheets, RosterContext.Empty(Files.Today));

        plan.Inspectors.Select(appointed => (appointed.Profile.Code, appointed.Profile.TermTo))
            .Should()
            .Equal(("督学-330521-03", (DateOnly?)null));
        plan.Findings.Where(finding => finding.Severity == FindingGrade.Rejected)
            .Select(finding => (finding.Row, finding.Column, finding.Value))
            .Should()
            .Equal((2, "valid_to", "#N/A"), (3, "valid_to", "#REF!"));
    }

    /// <summary>Three inspectors: a last day that is an error, one that is a formula with an error, and none.</summary>
    private static byte[] Book()
    {
        var sheet = new MemoryStream();
        Record(sheet, 0x809, [0x00, 0x06, 0x10, 0x00, .. new byte[12]]);
        Record(sheet, 0x200, [.. Bytes(0u), .. Bytes(4u), .. Bytes((ushort)0), .. Bytes((ushort)5), 0, 0]);
        string[][] rows =
        [
            ["inspector_code", "county_code", "employment", "valid_from", "valid_to"],
            .. Enumerable.Range(1, 3).Select(i => new[] { $"督学-330521-0{i}", "330521", "兼职", "2026-03-01" }),
        ];
        for (ushort row = 0; row < rows.Length; row++)
        {
            for (ushort column = 0; column < rows[row].Length; column++)
                Record(
                    sheet,
                    0x204,
                    [
                        .. Bytes(row),
                        .. Bytes(column),
                        0,
                        0,
                        .. Bytes((ushort)rows[row][column].Length),
                        1,
                        .. Encoding.Unicode.GetBytes(rows[row][column]),
                    ]
                );
            if (row == 1)
                Record(sheet, 0x205, [.. Bytes(row), 4, 0, 0, 0, 0x2A, 1]);
            if (row == 2)
                Record(sheet, 0x06, [.. Bytes(row), 4, 0, 0, 0, 2, 0, 0x17, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0]);
        }

        Record(sheet, 0x0A, []);
        var book = new MemoryStream();
        Record(book, 0x809, [0x00, 0x06, 0x05, 0x00, .. new byte[12]]);
        Record(book, 0x42, [0xB0, 0x04]);
        var place = (uint)(book.Length + 4 + 8 + 2 + 4);
        Record(book, 0x85, [.. Bytes(place), 0, 0, 2, 0, (byte)'S', (byte)'1']);
        Record(book, 0x0A, []);
        book.Write(sheet.ToArray());
        return book.ToArray();
    }

    private static byte[] Compound(byte[] book)
    {
        var length = Math.Max(book.Length, 4096);
        var sectors = (length + Sector - 1) / Sector;
        var file = new MemoryStream();
        file.Write([
            0xD0,
            0xCF,
            0x11,
            0xE0,
            0xA1,
            0xB1,
            0x1A,
            0xE1,
            .. new byte[16],
            0x3E,
            0,
            3,
            0,
            0xFE,
            0xFF,
            9,
            0,
            6,
            0,
            .. new byte[10],
        ]);
        file.Write([
            .. Bytes(1u),
            .. Bytes(1u),
            .. Bytes(0u),
            .. Bytes(4096u),
            .. Bytes(End),
            .. Bytes(0u),
            .. Bytes(End),
            .. Bytes(0u),
            .. Bytes(0u),
        ]);
        for (var i = 1; i < 109; i++)
            file.Write(Bytes(Free));
        // The table of sectors: itself, the directory, then the stream's chain.
        file.Write([.. Bytes(0xFFFFFFFD), .. Bytes(End)]);
        for (var i = 0; i < (Sector / 4) - 2; i++)
            file.Write(
                Bytes(
                    i < sectors - 1 ? (uint)(i + 3)
                    : i == sectors - 1 ? End
                    : Free
                )
            );
        file.Write(Entry("Root Entry", 5, 1, End, 0));
        file.Write(Entry("Workbook", 2, Free, 2, (uint)length));
        file.Write(new byte[256]);
        file.Write(book);
        file.Write(new byte[(sectors * Sector) - book.Length]);
        return file.ToArray();
    }

    private static byte[] Entry(string name, byte kind, uint child, uint start, uint length)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
        Bytes((ushort)((name.Length + 1) * 2)).CopyTo(entry, 64);
        (entry[66], entry[67]) = (kind, 1);
        foreach (var (at, value) in new[] { (68, Free), (72, Free), (76, child), (116, start), (120, length) })
            Bytes(value).CopyTo(entry, at);
        return entry;
    }

    private static void Record(MemoryStream stream, ushort kind, byte[] data) =>
        stream.Write([.. Bytes(kind), .. Bytes((ushort)data.Length), .. data]);

    private static byte[] Bytes(ushort value) => BitConverter.GetBytes(value);

    private static byte[] Bytes(uint value) => BitConverter.GetBytes(value);
}
