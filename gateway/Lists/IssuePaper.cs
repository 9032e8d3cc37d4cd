using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Supervision.Gateway.Lists;

/// <summary>The list as an official paper after GB/T 9704: A4 lying, 37/28/35/26 mm margins, 小标宋 title, 仿宋 text, page numbers outside.</summary>
internal static class IssuePaper
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string TitleFont = "方正小标宋简体";
    private const string TextFont = "仿宋_GB2312";
    private const string HeadFont = "黑体";
    private const string NumberFont = "宋体";

    // Half points: 二号, 三号, 四号, 五号.
    private const int Second = 44;
    private const int Third = 32;
    private const int Fourth = 28;
    private const int Fifth = 21;

    public static byte[] Write(IssueSheet sheet)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<FontTablePart>().Fonts = new Fonts(
                // Where the official fonts are not installed the nearest one stands in.
                Font(TitleFont, "方正小标宋_GBK;华文中宋;SimSun"),
                Font(TextFont, "仿宋;FangSong;华文仿宋"),
                Font(HeadFont, "SimHei"),
                Font(NumberFont, "SimSun")
            );
            main.AddNewPart<DocumentSettingsPart>().Settings = new DocumentFormat.OpenXml.Wordprocessing.Settings(new EvenAndOddHeaders());
            var body = new Body(
                Line(sheet.Title, TitleFont, Second, JustificationValues.Center, after: 240),
                Line("筛选条件：" + sheet.Filter, TextFont, Third, JustificationValues.Left),
                Line($"数据截至：{sheet.AsOf}　　共 {sheet.Rows.Count} 项", TextFont, Third, JustificationValues.Left, after: 120),
                List(sheet),
                new Paragraph()
            );
            body.AppendChild(
                new SectionProperties(
                    new FooterReference { Type = HeaderFooterValues.Default, Id = Footer(main, JustificationValues.Right) },
                    new FooterReference { Type = HeaderFooterValues.Even, Id = Footer(main, JustificationValues.Left) },
                    new PageSize
                    {
                        Width = 16838,
                        Height = 11906,
                        Orient = PageOrientationValues.Landscape,
                    },
                    new PageMargin
                    {
                        Top = 2098,
                        Right = 1474,
                        Bottom = 1984,
                        Left = 1588,
                        Header = 851,
                        Footer = 1587,
                        Gutter = 0,
                    }
                )
            );
            main.Document = new Document(body);
            file.PackageProperties.Title = sheet.Title;
        }

        return stream.ToArray();
    }

    private static Table List(IssueSheet sheet)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth
                {
                    Type = TableWidthUnitValues.Dxa,
                    Width = sheet.Columns.Sum(column => column.Width).ToString(System.Globalization.CultureInfo.InvariantCulture),
                },
                new TableBorders(
                    Border<TopBorder>(),
                    Border<LeftBorder>(),
                    Border<BottomBorder>(),
                    Border<RightBorder>(),
                    Border<InsideHorizontalBorder>(),
                    Border<InsideVerticalBorder>()
                ),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Type = TableWidthValues.Dxa, Width = 60 },
                    new TableCellRightMargin { Type = TableWidthValues.Dxa, Width = 60 }
                )
            ),
            new TableGrid(sheet.Columns.Select(column => new GridColumn { Width = Twips(column.Width) }))
        );
        table.AppendChild(Row(sheet, [.. sheet.Columns.Select(column => column.Heading.Zh)], HeadFont, new CantSplit(), new TableHeader()));
        foreach (var row in sheet.Rows)
            table.AppendChild(Row(sheet, row, TextFont, new CantSplit()));
        return table;
    }

    private static TableRow Row(IssueSheet sheet, string[] cells, string font, params OpenXmlElement[] properties)
    {
        var row = new TableRow(new TableRowProperties(properties));
        for (var i = 0; i < cells.Length; i++)
            row.AppendChild(
                new TableCell(
                    new TableCellProperties(
                        new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Twips(sheet.Columns[i].Width) },
                        new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }
                    ),
                    Line(cells[i], font, Fifth, JustificationValues.Center)
                )
            );
        return row;
    }

    /// <summary>— 1 — in 四号 半角宋体, one character in from the outer edge.</summary>
    private static string Footer(MainDocumentPart main, JustificationValues side)
    {
        var part = main.AddNewPart<FooterPart>();
        var indentation = side == JustificationValues.Right ? new Indentation { RightChars = 100 } : new Indentation { LeftChars = 100 };
        part.Footer = new Footer(
            new Paragraph(
                new ParagraphProperties(indentation, new Justification { Val = side }),
                Run("— ", NumberFont, Fourth),
                new SimpleField(Run("1", NumberFont, Fourth)) { Instruction = " PAGE " },
                Run(" —", NumberFont, Fourth)
            )
        );
        return main.GetIdOfPart(part);
    }

    private static Paragraph Line(string text, string font, int size, JustificationValues side, int after = 0) =>
        new(
            new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = Twips(after) }, new Justification { Val = side }),
            Run(text, font, size)
        );

    private static Run Run(string text, string font, int size) =>
        new(
            new RunProperties(
                new RunFonts
                {
                    Ascii = "Times New Roman",
                    HighAnsi = "Times New Roman",
                    EastAsia = font,
                    Hint = FontTypeHintValues.EastAsia,
                },
                new FontSize { Val = Twips(size) },
                new FontSizeComplexScript { Val = Twips(size) }
            ),
            new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve }
        );

    private static Font Font(string name, string others) => new(new AltName { Val = others }) { Name = name };

    private static T Border<T>()
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = 4,
            Space = 0,
            Color = "auto",
        };

    private static string Twips(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
