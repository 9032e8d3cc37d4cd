namespace Supervision.Rules.Time;

/// <summary>What a county's own terms and breaks must look like.</summary>
internal static class TermRules
{
    private const int Longest = 250;
    private const int MostSpans = 60;

    public static Refusal? Problem(Terms terms)
    {
        if (terms.Taught.IsDefaultOrEmpty)
            return Refusals.Required("taught");
        var breaks = terms.Breaks.IsDefault ? [] : terms.Breaks;
        if (terms.Taught.Length + breaks.Length > MostSpans)
            return Invalid("taught", $"学期和假期合计不超过 {MostSpans} 段", $"at most {MostSpans} terms and breaks", null);
        foreach (var (field, span) in terms.Taught.Select(span => ("taught", span)).Concat(breaks.Select(span => ("breaks", span))))
        {
            if (span is null)
                return Refusals.Required(field);
            if (span.First.Year is < 2000 or > 2100 || span.Last.Year is < 2000 or > 2100)
                return Invalid(
                    field,
                    "学期或假期的年份超出范围",
                    "the year of a term or break is out of range",
                    new("2000–2100", "2000–2100")
                );
            if (span.Last < span.First)
                return Invalid(
                    field,
                    $"结束日期 {span.Last:yyyy-MM-dd} 早于开始日期 {span.First:yyyy-MM-dd}",
                    $"{span.Last:yyyy-MM-dd} is before {span.First:yyyy-MM-dd}",
                    new($"{span.First:yyyy-MM-dd} 或以后", $"{span.First:yyyy-MM-dd} or later")
                );
            if (span.Last.DayNumber - span.First.DayNumber > Longest)
                return Invalid(
                    field,
                    $"{span.First:yyyy-MM-dd} 至 {span.Last:yyyy-MM-dd} 超过 {Longest} 天",
                    $"{span.First:yyyy-MM-dd} to {span.Last:yyyy-MM-dd} lasts over {Longest} days",
                    new($"不晚于 {span.First.AddDays(Longest):yyyy-MM-dd}", $"{span.First.AddDays(Longest):yyyy-MM-dd} at the latest")
                );
        }

        var ordered = terms.Taught.OrderBy(term => term.First).ToList();
        for (var i = 1; i < ordered.Count; i++)
            if (ordered[i - 1].Last >= ordered[i].First)
                return Invalid(
                    "taught",
                    $"学期相互重叠：{ordered[i].First:yyyy-MM-dd} 在上一学期结束（{ordered[i - 1].Last:yyyy-MM-dd}）之前",
                    $"terms overlap: {ordered[i].First:yyyy-MM-dd} is not after {ordered[i - 1].Last:yyyy-MM-dd}",
                    new($"{ordered[i - 1].Last.AddDays(1):yyyy-MM-dd} 或以后", $"{ordered[i - 1].Last.AddDays(1):yyyy-MM-dd} or later")
                );
        return
            breaks.FirstOrDefault(pause => !terms.Taught.Any(term => term.First <= pause.First && term.Last >= pause.Last)) is { } outside
            ? Invalid(
                "breaks",
                $"假期 {outside.First:yyyy-MM-dd} 至 {outside.Last:yyyy-MM-dd} 不在任何学期之内",
                $"the break {outside.First:yyyy-MM-dd} to {outside.Last:yyyy-MM-dd} lies within no term",
                new("学期之内的假期；寒暑假由学期起止日期得出", "a break within a term; the holidays between terms follow from the terms")
            )
            : null;
    }

    public static Terms Tidied(Terms terms) =>
        new([.. terms.Taught.OrderBy(span => span.First)], [.. (terms.Breaks.IsDefault ? [] : terms.Breaks).OrderBy(span => span.First)]);

    public static bool Same(Terms? one, Terms other) =>
        one is not null
        && one.Taught.AsSpan().SequenceEqual(other.Taught.AsSpan())
        && one.Breaks.AsSpan().SequenceEqual(other.Breaks.AsSpan());

    private static Refusal Invalid(string field, string zh, string en, Text? accepted) =>
        new(RefusalCode.TermsInvalid, field, new(zh, en), accepted);
}
