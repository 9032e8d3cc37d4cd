using System.Text;

namespace Supervision.Journal.Sealing;

/// <summary>
/// What a commit wrote besides events, named by the last of them under its seal: <c>+alert</c>, <c>-alert</c>, <c>document id</c>,
/// <c>issue number seal</c>, one a line.
/// </summary>
internal static class Effects
{
    /// <summary>Null when there are none.</summary>
    /// <param name="issues">Seals of <see cref="Append.Issues"/>, in their order.</param>
    public static string? Of(Append append, byte[][] issues)
    {
        if (append.Alerts.Count + append.ResolvedAlerts.Count + append.Documents.Count + issues.Length == 0)
            return null;
        var lines = new StringBuilder();
        foreach (var alert in append.Alerts)
            Raised(lines, alert.Id);
        foreach (var resolved in append.ResolvedAlerts)
            Resolved(lines, resolved.Id);
        foreach (var document in append.Documents)
            Document(lines, document.Id);
        for (var i = 0; i < issues.Length; i++)
            Issue(lines, append.Issues[i].Number, issues[i]);
        return lines.ToString();
    }

    public static void Raised(StringBuilder lines, string id) => lines.Append('+').Append(id).Append('\n');

    public static void Resolved(StringBuilder lines, string id) => lines.Append('-').Append(id).Append('\n');

    public static void Document(StringBuilder lines, string id) => lines.Append("document ").Append(id).Append('\n');

    public static void Issue(StringBuilder lines, int number, byte[] seal) =>
        lines.Append("issue ").Append(number).Append(' ').Append(Convert.ToBase64String(seal)).Append('\n');
}
