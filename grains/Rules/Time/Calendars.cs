using System.Globalization;
using System.Text.Json;

namespace Supervision.Rules.Time;

/// <summary>The calendars that ship with the product: State Council notices and, where known, a province's terms. See Data/NOTICE.md for their sources.</summary>
public static class Calendars
{
    public static WorkCalendar StateCouncil { get; } = ReadNotices();

    private static readonly Terms Zhejiang = ReadTerms("school-year-zhejiang.csv");

    /// <param name="province">Two digits; a province without a table gets <see cref="Terms.Unknown"/>, whose days are assumed and provisional.</param>
    public static Terms TermsOf(string? province) => province == "33" ? Zhejiang : Terms.Unknown;

    private static WorkCalendar ReadNotices()
    {
        using var document = JsonDocument.Parse(DataFile.ReadText("holidays-cn.json"));
        var notices = new Dictionary<int, WorkCalendar.Notice>();
        foreach (var year in document.RootElement.GetProperty("years").EnumerateObject())
        {
            notices[int.Parse(year.Name, CultureInfo.InvariantCulture)] = new(
                year.Value.GetProperty("published").GetBoolean(),
                Days(year.Value.GetProperty("off")).ToDictionary(day => day.Date, day => day.Name),
                Days(year.Value.GetProperty("work")).Select(day => day.Date).ToHashSet()
            );
        }

        return new(notices);
    }

    private static IEnumerable<(DateOnly Date, string Name)> Days(JsonElement list) =>
        list.EnumerateArray()
            .Select(day => (DateOnly.ParseExact(day[0].GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture), day[1].GetString()!));

    private static Terms ReadTerms(string file)
    {
        var rows = DataFile
            .ReadText(file)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split(','))
            .ToList();
        return new(
            Spans(item => item.StartsWith("term", StringComparison.Ordinal)),
            Spans(item => item is "autumn_break" or "spring_break")
        );

        ImmutableArray<DateSpan> Spans(Func<string, bool> wanted) =>
            [.. rows.Where(row => wanted(row[1])).Select(row => new DateSpan(Date(row[3]), Date(row[4])))];
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
