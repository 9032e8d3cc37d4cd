using System.Xml;

namespace Supervision.Gateway.Lists;

/// <summary>Text that goes into a cell: what somebody wrote must stay what they wrote, and never become a formula on somebody else's screen.</summary>
public static class SpreadsheetText
{
    /// <summary>
    /// Safe in csv and in xlsx, also after the workbook was saved as csv: what begins like a formula gets an apostrophe before it,
    /// and characters no document can hold are gone. Numbers of one's own making need none of this.
    /// </summary>
    public static string Safe(string? text)
    {
        var clean = Printable(text ?? "");
        return FormulaText.Begins(clean) ? "'" + clean : clean;
    }

    /// <summary>Without what XML can't hold: control characters and halves of characters.</summary>
    public static string Printable(string text)
    {
        if (IsPrintable(text))
            return text;
        var kept = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                kept.Append(text, i++, 2);
            else if (XmlConvert.IsXmlChar(text[i]))
                kept.Append(text[i]);
        }

        return kept.ToString();
    }

    private static bool IsPrintable(string text)
    {
        foreach (var character in text)
            if (!XmlConvert.IsXmlChar(character))
                return false;
        return true;
    }
}
