using System.Text.Json.Serialization;

namespace Supervision.Rules.Time;

/// <param name="First">Inclusive.</param>
/// <param name="Last">Inclusive.</param>
[GenerateSerializer, Immutable, Alias("date-span")]
public sealed record DateSpan(DateOnly First, DateOnly Last)
{
    public bool Contains(DateOnly day) => day >= First && day <= Last;
}

/// <summary>Terms and breaks as a county or its province sets them. There is no national table (2.8).</summary>
[GenerateSerializer, Immutable, Alias("terms")]
public sealed record Terms(ImmutableArray<DateSpan> Taught, ImmutableArray<DateSpan> Breaks)
{
    public static readonly Terms Unknown = new([], []);
}

/// <summary>Who says when a term begins and ends.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TermSource>))]
public enum TermSource
{
    None = 0,

    /// <summary>The county set it.</summary>
    County = 1,

    /// <summary>The province's table.</summary>
    Province = 2,

    /// <summary>Nobody: 1 September–20 January and 1 March–30 June are assumed, and what rests on them is provisional.</summary>
    Assumed = 3,
}

/// <summary>A half of the school year from its first to its last day, breaks within included.</summary>
[GenerateSerializer, Immutable, Alias("school-term")]
public sealed record SchoolTerm(DateOnly First, DateOnly Last, TermSource Source)
{
    public bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>00:00 after the last day.</summary>
    [JsonIgnore]
    public DateTimeOffset End => CivilTime.EndOf(Last);
}

/// <summary>
/// Which days are taught: working days inside a term and outside its breaks. Each half of a school year goes by the county's own terms; where the
/// county says nothing, by its province's; where that says nothing either, by what is assumed.
/// </summary>
public sealed class SchoolCalendar
{
    private readonly Dictionary<Half, (SchoolTerm Term, ImmutableArray<DateSpan> Taught, ImmutableArray<DateSpan> Breaks)> _known = [];

    /// <param name="terms">The province's; <see cref="Terms.Unknown"/> when it has no table.</param>
    /// <param name="own">The county's; null when it set none.</param>
    public SchoolCalendar(WorkCalendar work, Terms terms, Terms? own = null)
    {
        Work = work;
        Know(own, TermSource.County);
        Know(terms, TermSource.Province);

        void Know(Terms? said, TermSource source)
        {
            if (said is null || said.Taught.IsDefault)
                return;
            foreach (var half in said.Taught.GroupBy(Half.Of))
                _known.TryAdd(
                    half.Key,
                    (
                        new(half.Min(span => span.First), half.Max(span => span.Last), source),
                        [.. half],
                        said.Breaks.IsDefault ? [] : said.Breaks
                    )
                );
        }
    }

    public WorkCalendar Work { get; }

    public bool IsTeachingDay(DateOnly day) => Work.IsWorkingDay(day) && InTerm(day);

    /// <param name="first">Inclusive.</param>
    /// <param name="last">Inclusive; before <paramref name="first"/> gives 0.</param>
    public int TeachingDays(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
            if (IsTeachingDay(day))
                count++;
        return count;
    }

    /// <summary>True when the holiday notice of a touched year is unpublished, or the terms of a touched day are only assumed.</summary>
    public bool IsProvisional(DateOnly first, DateOnly last) =>
        Work.IsProvisional(first.Year)
        || Work.IsProvisional(last.Year)
        || !_known.ContainsKey(Half.Of(first))
        || !_known.ContainsKey(Half.Of(last));

    /// <summary>The terms that end within the days given, earliest first.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Inclusive.</param>
    public IEnumerable<SchoolTerm> TermsEnding(DateOnly from, DateOnly to)
    {
        for (var half = Half.Of(from).Previous; ; half = half.Next)
        {
            var term = TermOf(half);
            if (term.Last >= from && term.Last <= to)
                yield return term;
            if (half.FirstDay > to)
                yield break;
        }
    }

    /// <summary>The term a day lies in; on a day between terms the next one.</summary>
    public SchoolTerm TermOn(DateOnly day)
    {
        var half = Half.Of(day).Previous;
        while (TermOf(half).Last < day)
            half = half.Next;
        return TermOf(half);
    }

    /// <summary>Whether both lie in one half of a school year.</summary>
    internal static bool InSameHalf(DateSpan one, DateSpan other) => Half.Of(one) == Half.Of(other);

    private SchoolTerm TermOf(Half half) => _known.TryGetValue(half, out var known) ? known.Term : half.Assumed();

    private bool InTerm(DateOnly day)
    {
        var half = Half.Of(day);
        if (Taught(half.Previous) || Taught(half) || Taught(half.Next))
            return true;
        return !_known.ContainsKey(half) && half.Assumed().Contains(day);

        bool Taught(Half each) =>
            _known.TryGetValue(each, out var known)
            && known.Term.Contains(day)
            && known.Taught.Any(span => span.Contains(day))
            && !known.Breaks.Any(pause => pause.Contains(day));
    }

    /// <summary>Half a school year: the autumn from August to January, the spring from February to July; a term belongs to the one its middle lies in.</summary>
    /// <param name="Year">Calendar year it begins in.</param>
    private readonly record struct Half(int Year, bool IsAutumn)
    {
        public DateOnly FirstDay => new(Year, IsAutumn ? 8 : 2, 1);

        public Half Next => IsAutumn ? new(Year + 1, false) : new(Year, true);

        public Half Previous => IsAutumn ? new(Year, false) : new(Year - 1, true);

        public static Half Of(DateOnly day) =>
            day.Month switch
            {
                1 => new(day.Year - 1, true),
                <= 7 => new(day.Year, false),
                _ => new(day.Year, true),
            };

        public static Half Of(DateSpan span) => Of(span.First.AddDays((span.Last.DayNumber - span.First.DayNumber) / 2));

        public SchoolTerm Assumed() =>
            IsAutumn
                ? new(new(Year, 9, 1), new(Year + 1, 1, 20), TermSource.Assumed)
                : new(new(Year, 3, 1), new(Year, 6, 30), TermSource.Assumed);
    }
}
