using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Supervision.Gateway.Rosters.Reading;

/// <summary>Reads one worksheet of an xlsx workbook in a single pass.</summary>
/// <param name="already">Rows of earlier sheets, which count towards the limit.</param>
internal sealed class OpenXmlSheet(OpenXmlWorkbook workbook, int already, CancellationToken cancellation)
{
    private const int LastRow = 1_048_576;
    private const int LookEach = 1_024;

    /// <summary>Days from the epoch of 1900 to that of 1904.</summary>
    private const int Days1904 = 1462;

    private readonly List<(int Number, List<RosterCell> Cells)> _rows = [];

    /// <summary>Filled cells in columns that are not read.</summary>
    public int CellsBeyond { get; private set; }

    public ImmutableArray<RosterRow> Read(XmlReader reader)
    {
        var merges = new List<string>();
        var (number, filledRows) = (0, 0);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "row")
            {
                number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var written)
                    ? written
                    : number + 1;
                if (number is < 1 or > LastRow)
                    throw RosterRefusedException.Damaged();
                if (_rows.Count % LookEach == 0)
                    cancellation.ThrowIfCancellationRequested();
                _rows.Add((number, Row(reader)));
                if (_rows[^1].Cells.Count > 0 && already + ++filledRows > RosterLimits.MostRows)
                    throw RosterRefusedException.TooManyRows();
            }
            else if (reader.LocalName == "mergeCell" && reader.GetAttribute("ref") is { } range)
            {
                merges.Add(range);
            }
        }

        var places = _rows
            .Select((row, place) => (row.Number, place))
            .DistinctBy(row => row.Number)
            .ToDictionary(row => row.Number, row => row.place);
        var filled = 0;
        foreach (var range in merges)
            Merge(range, places, ref filled);
        var collected = new RowCollector(already);
        foreach (var (at, cells) in _rows)
            collected.Add(at, [.. cells]);
        return collected.ToRows();
    }

    private List<RosterCell> Row(XmlReader reader)
    {
        var cells = new List<RosterCell>();
        if (reader.IsEmptyElement)
            return cells;
        var (depth, place) = (reader.Depth, -1);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c")
                continue;
            place = reader.GetAttribute("r") is { } at ? ColumnOf(at) : place + 1;
            var cell = Cell(reader);
            if (cell.Text.Length == 0 && cell.Kind == CellKind.Text)
                continue;
            if (place >= RosterLimits.MostColumns)
            {
                if (!CellCleaner.IsBlank(cell.Text))
                    CellsBeyond++;
                continue;
            }

            while (cells.Count <= place)
                cells.Add(RosterCell.Empty);
            cells[place] = cell;
        }

        return cells;
    }

    private RosterCell Cell(XmlReader reader)
    {
        var (type, style) = (reader.GetAttribute("t") ?? "n", int.TryParse(reader.GetAttribute("s"), out var index) ? index : 0);
        if (reader.IsEmptyElement)
            return RosterCell.Empty;
        string? value = null,
            inline = null,
            formula = null;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "v")
                value = OpenXmlWorkbook.Content(reader);
            else if (reader.LocalName == "is")
                inline = OpenXmlWorkbook.TextOf(reader);
            else if (reader.LocalName == "f")
                formula = OpenXmlWorkbook.Content(reader);
        }

        // A formula that gave an empty text was saved with it; one without a value was never calculated.
        if (formula is not null && string.IsNullOrEmpty(value) && inline is null && !(type == "str" && value is not null))
            return new("=" + formula, CellKind.Formula);
        return type switch
        {
            "s" => new(workbook.Text(int.TryParse(value, out var at) ? at : -1)),
            "inlineStr" => new(inline ?? OpenXmlWorkbook.Unescaped(value ?? "")),
            "str" => new(OpenXmlWorkbook.Unescaped(value ?? "")),
            "b" => new(value is "1" or "true" ? "TRUE" : "FALSE"),
            "e" => new(string.IsNullOrEmpty(value) ? "#N/A" : value, CellKind.Error),
            "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)
                ? Day(moment)
                : new(value ?? ""),
            _ => string.IsNullOrEmpty(value) ? RosterCell.Empty : Number(value, style),
        };
    }

    private RosterCell Number(string value, int style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return new(value);
        if (!workbook.IsDate(style))
            return new(WorkbookTables.Plain(number), CellKind.Number);
        var serial = workbook.From1904 ? number + Days1904 : number;
        return serial is >= 0 and < 2_958_466 ? Day(DateTime.FromOADate(serial)) : new(WorkbookTables.Plain(number), CellKind.Number);
    }

    private static RosterCell Day(DateTime moment) => WorkbookTables.Day(moment);

    /// <summary>Down a column the first value is meant for all; which of several columns it is meant for can't be told.</summary>
    private void Merge(string range, Dictionary<int, int> places, ref int filled)
    {
        var colon = range.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return;
        var (left, right) = (ColumnOf(range[..colon]), Math.Min(ColumnOf(range[(colon + 1)..]), RosterLimits.MostColumns - 1));
        var (top, bottom) = (RowOf(range[..colon]), RowOf(range[(colon + 1)..]));
        if (left < 0 || top < 1 || left >= RosterLimits.MostColumns || !places.TryGetValue(top, out var from))
            return;
        var first = left < _rows[from].Cells.Count ? _rows[from].Cells[left] : RosterCell.Empty;
        if (CellCleaner.IsBlank(first.Text))
            return;
        for (var place = from; place < _rows.Count && _rows[place].Number <= bottom; place++)
        {
            var cells = _rows[place].Cells;
            if (cells.Count == 0)
                continue;
            for (var column = left; column <= right; column++)
            {
                if (place == from && column == left)
                    continue;
                if ((filled += 1) > RosterLimits.MostMerged)
                    throw RosterRefusedException.Damaged();
                while (cells.Count <= column)
                    cells.Add(RosterCell.Empty);
                cells[column] =
                    column > left ? new("", CellKind.Merged)
                    : first.Kind is CellKind.Error or CellKind.Formula ? first
                    : new(first.Text, CellKind.Repeated);
            }
        }
    }

    /// <returns>Counted from zero; beyond the last column for what is no column.</returns>
    private static int ColumnOf(string at)
    {
        var column = 0;
        foreach (var c in at)
        {
            if (!char.IsAsciiLetter(c))
                break;
            column = Math.Min((column * 26) + (char.ToUpperInvariant(c) - 'A' + 1), LastRow);
        }

        return column - 1;
    }

    private static int RowOf(string at) =>
        int.TryParse(
            at.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var row
        )
            ? row
            : 0;
}
