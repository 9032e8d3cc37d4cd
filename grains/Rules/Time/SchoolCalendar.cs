namespace Supervision.Rules;

/// <param name="First">Inclusive.</param>
/// <param name="Last">Inclusive.</param>
[GenerateSerializer, Immutable, Alias("date-span")]
public sealed record DateSpan(DateOnly First, DateOnly Last)
{
    public bool Contains(DateOnly day) => day >= First && day <= Last;
}

/// <summary>A county's terms and breaks. There is no national table; a county sets its own, or takes its province's (2.8).</summary>
[GenerateSerializer, Immutable, Alias("terms")]
public sealed record Terms(ImmutableArray<DateSpan> Taught, ImmutableArray<DateSpan> Breaks)
{
    public static readonly Terms Unknown = new([], []);
}

/// <summary>Which days are taught: working days inside a term and outside its breaks.</summary>
public sealed class SchoolCalendar(WorkCalendar work, Terms terms)
{
    public WorkCalendar Work { get; } = work;

    public bool IsTeachingDay(DateOnly day) => Work.IsWorkingDay(day) && InTerm(day);

    /// <param name="first">Inclusive.</param>
    /// <param name="last">Inclusive; before <paramref name="first"/> gives 0.</param>
    public int TeachingDays(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
            if (IsTeachingDay(day)) count++;
        return count;
    }

    /// <summary>True when the holiday notice of a touched year is unpublished, or the terms of a touched day are only assumed.</summary>
    public bool IsProvisional(DateOnly first, DateOnly last) =>
        Work.IsProvisional(first.Year) || Work.IsProvisional(last.Year) || !Covers(first) || !Covers(last);

    private bool InTerm(DateOnly day) => Covers(day)
        ? terms.Taught.Any(term => term.Contains(day)) && !terms.Breaks.Any(pause => pause.Contains(day))
        : AssumedTerm(day);

    private bool Covers(DateOnly day)
    {
        if (terms.Taught.Length == 0) return false;
        var year = SchoolYearOf(day);
        return terms.Taught.Any(term => SchoolYearOf(term.First) == year);
    }

    /// <summary>A school year runs from 1 August to 31 July and is named by its first year.</summary>
    private static int SchoolYearOf(DateOnly day) => day.Month >= 8 ? day.Year : day.Year - 1;

    /// <summary>Without a published table: 1 September–20 January and 1 March–30 June.</summary>
    private static bool AssumedTerm(DateOnly day) => (day.Month, day.Day) is (>= 9, _) or (1, <= 20) or (>= 3 and <= 6, _);
}
