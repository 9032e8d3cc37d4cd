using System.Globalization;

namespace Supervision.Rules.Inspectors;

/// <summary>Refusals about an inspector's appointment in words.</summary>
public static class AppointmentRefusals
{
    /// <summary>Null when the assignment lies within the inspector's appointment (invariant 2).</summary>
    public static Refusal? OutsideTerm(Assignment assignment, InspectorProfile inspector)
    {
        var within = assignment.From >= inspector.TermFrom && !(assignment.From > inspector.TermTo) && !(assignment.To > inspector.TermTo);
        if (within)
            return null;
        var term = $"{Day(inspector.TermFrom)} – {(inspector.TermTo is { } end ? Day(end) : "…")}";
        return new(
            RefusalCode.AssignmentOutsideTerm,
            assignment.From < inspector.TermFrom ? "from" : "to",
            new("分工超出督学的聘期", "the assignment goes beyond the inspector's appointment"),
            new(term, term)
        );
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
