using System.Text.Json;

namespace Supervision.Gateway.Replies;

/// <summary>The names by which a choice travels.</summary>
internal static class ChoiceNames
{
    /// <summary>Choices whose <c>None</c> is an answer; of every other one it is the invalid zero, which never travels.</summary>
    internal static readonly HashSet<Type> MeanNone =
    [
        typeof(Rung),
        typeof(HarmMark),
        typeof(MeasureForm),
        typeof(RemedyState),
        typeof(VisitSlot),
        typeof(RefusalCode),
        typeof(RosterKind),
        typeof(IssueTags),
    ];

    /// <summary>What is accepted of a choice: every name but the invalid zero.</summary>
    internal static IEnumerable<string> Of(Type choice) =>
        Enum.GetValues(choice)
            .Cast<object>()
            .Where(value => MeanNone.Contains(choice) || Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) != 0)
            .Select(value => JsonSerializer.SerializeToElement(value, choice).ToString());
}
