using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Supervision.Gateway.Rosters.Reading;

/// <summary>
/// Reads an xlsx workbook part by part, whatever the namespace: files saved as Strict Open XML are read like any other. Only cells
/// that are in the file cost anything, so that a stray cell in the last row or column does no harm.
/// </summary>
internal sealed partial class OpenXmlWorkbook
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly Dictionary<string, ZipArchiveEntry> _parts;
    private readonly List<string> _strings = [];
    private readonly List<bool> _dates = [];
    private readonly List<(string Name, bool Hidden, string Part)> _sheets = [];

    private OpenXmlWorkbook(ZipArchive archive) =>
        _parts = archive
            .Entries.GroupBy(entry => entry.FullName.Replace('\\', '/'), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Days are counted from 1904 on.</summary>
    public bool From1904 { get; private set; }

    /// <exception cref="RosterRefusedException">Too many rows.</exception>
    /// <exception cref="XmlException">And others of the framework: the file is damaged.</exception>
    public static ImmutableArray<RosterSheet> Read(byte[] content, string file, CancellationToken cancellation)
    {
        using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        var workbook = new OpenXmlWorkbook(archive);
        workbook.Open();
        var sheets = ImmutableArray.CreateBuilder<RosterSheet>();
        var count = 0;
        foreach (var (name, hidden, part) in workbook._sheets)
        {
            if (!workbook._parts.TryGetValue(part, out var entry))
                continue; // a chart sheet's part is elsewhere
            using var reader = XmlReader.Create(entry.Open(), Settings);
            var sheet = new OpenXmlSheet(workbook, count, cancellation);
            var rows = sheet.Read(reader);
            count += rows.Length;
            sheets.Add(new(file, name, hidden, rows) { CellsBeyond = sheet.CellsBeyond });
        }

        return sheets.ToImmutable();
    }

    public string Text(int index) => index >= 0 && index < _strings.Count ? _strings[index] : "";

    public bool IsDate(int style) => style >= 0 && style < _dates.Count && _dates[style];

    /// <summary>The text of a string item: runs together, without the readings above them (phonetic guides).</summary>
    public static string TextOf(XmlReader reader)
    {
        var text = new StringBuilder();
        if (reader.IsEmptyElement)
            return "";
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (reader.LocalName == "rPh")
                    Skip(reader);
                else if (reader.LocalName == "t")
                    text.Append(Content(reader));
            }

        return Unescaped(text.ToString());
    }

    /// <summary>Text inside the element; the reader stands on its end afterwards.</summary>
    public static string Content(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text.Append(reader.Value);
        return text.ToString();
    }

    /// <summary>Characters that XML can't hold are written as <c>_x000D_</c>.</summary>
    public static string Unescaped(string text) =>
        !text.Contains("_x", StringComparison.Ordinal)
            ? text
            : Escape()
                .Replace(
                    text,
                    match =>
                        ((char)ushort.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
                );

    private static void Skip(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth) { }
    }

    private void Open()
    {
        var (name, entry) = _parts.First(part => part.Key.StartsWith("xl/workbook.xml", StringComparison.OrdinalIgnoreCase));
        var folder = name[..(name.LastIndexOf('/') + 1)];
        var targets = new Dictionary<string, (string Type, string Part)>(StringComparer.Ordinal);
        Each(
            folder + "_rels/" + name[folder.Length..] + ".rels",
            "Relationship",
            reader =>
                targets[reader.GetAttribute("Id") ?? ""] = (
                    reader.GetAttribute("Type") ?? "",
                    Target(folder, reader.GetAttribute("Target") ?? "")
                )
        );
        foreach (var (type, part) in targets.Values)
            if (type.EndsWith("/sharedStrings", StringComparison.Ordinal))
                Each(part, "si", reader => _strings.Add(TextOf(reader)));
            else if (type.EndsWith("/styles", StringComparison.Ordinal))
                ReadStyles(part);
        using var book = XmlReader.Create(entry.Open(), Settings);
        while (book.Read())
        {
            if (book.NodeType != XmlNodeType.Element)
                continue;
            if (book.LocalName == "workbookPr")
                From1904 = book.GetAttribute("date1904") is "1" or "true";
            else if (book.LocalName == "sheet" && targets.TryGetValue(RelationOf(book), out var target))
                _sheets.Add((book.GetAttribute("name") ?? "", book.GetAttribute("state") is "hidden" or "veryHidden", target.Part));
        }
    }

    private void ReadStyles(string part)
    {
        var codes = new Dictionary<int, string>();
        if (!_parts.TryGetValue(part, out var entry))
            return;
        using var reader = XmlReader.Create(entry.Open(), Settings);
        var inCells = false;
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs")
                inCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "numFmt" && int.TryParse(reader.GetAttribute("numFmtId"), out var own))
                codes[own] = reader.GetAttribute("formatCode") ?? "";
            else if (reader.LocalName == "xf" && inCells)
            {
                var id = int.TryParse(reader.GetAttribute("numFmtId"), out var number) ? number : 0;
                _dates.Add(codes.TryGetValue(id, out var code) ? NumberFormats.IsDate(code) : NumberFormats.IsDate(id));
            }
        }
    }

    private void Each(string part, string element, Action<XmlReader> take)
    {
        if (!_parts.TryGetValue(part, out var entry))
            return;
        using var reader = XmlReader.Create(entry.Open(), Settings);
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element)
                take(reader);
    }

    private static string RelationOf(XmlReader reader)
    {
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            if (reader.LocalName != "id" || reader.NamespaceURI.Length == 0)
                continue;
            var value = reader.Value;
            reader.MoveToElement();
            return value;
        }

        reader.MoveToElement();
        return "";
    }

    private static string Target(string folder, string target) =>
        target.StartsWith('/') ? target[1..]
        : target.StartsWith("../", StringComparison.Ordinal) ? target[3..]
        : folder + target;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
