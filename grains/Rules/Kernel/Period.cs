using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Supervision.Rules.Kernel;

/// <summary>The span one visit duty is counted in: a calendar month (schools) or a calendar quarter (institutions).</summary>
/// <remarks>Half open: from the first day 00:00 to the next period's first day 00:00, Asia/Shanghai (5.1.5). Written <c>2026-04</c> or <c>2026Q2</c>.</remarks>
// The constructor is not the record's shape: the fields are what travels.
[GenerateSerializer(IncludePrimaryConstructorParameters = false), Immutable, Alias("period")]
[JsonConverter(typeof(PeriodJson))]
public readonly record struct Period : IComparable<Period>
{
    [Id(0)]
    private readonly short _year;

    [Id(1)]
    private readonly byte _firstMonth;

    [Id(2)]
    private readonly byte _months;

    private Period(int year, int firstMonth, int months) => (_year, _firstMonth, _months) = ((short)year, (byte)firstMonth, (byte)months);

    public static Period Month(int year, int month) =>
        month is >= 1 and <= 12 ? new(year, month, 1) : throw new ArgumentOutOfRangeException(nameof(month));

    public static Period Quarter(int year, int quarter) =>
        quarter is >= 1 and <= 4 ? new(year, quarter * 3 - 2, 3) : throw new ArgumentOutOfRangeException(nameof(quarter));

    public static Period MonthOf(DateOnly day) => Month(day.Year, day.Month);

    public static Period QuarterOf(DateOnly day) => Quarter(day.Year, (day.Month + 2) / 3);

    public bool IsMonth => _months == 1;

    public int Year => _year;

    /// <summary>1–12 for a month, 1–4 for a quarter.</summary>
    public int Index => IsMonth ? _firstMonth : (_firstMonth + 2) / 3;

    public DateOnly FirstDay => new(_year, _firstMonth, 1);

    /// <summary>Inclusive.</summary>
    public DateOnly LastDay => Next.FirstDay.AddDays(-1);

    public DateTimeOffset Start => CivilTime.StartOf(FirstDay);

    /// <summary>Exclusive: 00:00 of the next period's first day.</summary>
    public DateTimeOffset End => CivilTime.StartOf(Next.FirstDay);

    public Period Next => At(FirstDay.AddMonths(_months));

    public Period Previous => At(FirstDay.AddMonths(-_months));

    /// <summary>The period of the same length that contains the day.</summary>
    public Period At(DateOnly day) => IsMonth ? MonthOf(day) : QuarterOf(day);

    public Period At(DateTimeOffset instant) => At(CivilTime.DateOf(instant));

    public bool Contains(DateTimeOffset instant) => instant >= Start && instant < End;

    public int CompareTo(Period other) => FirstDay.CompareTo(other.FirstDay);

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    public override string ToString() =>
        IsMonth
            ? string.Create(CultureInfo.InvariantCulture, $"{_year:D4}-{_firstMonth:D2}")
            : string.Create(CultureInfo.InvariantCulture, $"{_year:D4}Q{Index}");

    /// <summary>Reads <c>yyyy-MM</c> or <c>yyyyQn</c>, years 2000–2199; anything else is refused.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (
            text is not { Length: 6 or 7 }
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 2000 or > 2199
        )
            return false;
        if (
            text.Length == 7
            && text[4] == '-'
            && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && month is >= 1 and <= 12
        )
            period = Month(year, month);
        else if (text.Length == 6 && text[4] == 'Q' && text[5] is >= '1' and <= '4')
            period = Quarter(year, text[5] - '0');
        return period != default;
    }

    public static Period Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is neither yyyy-MM nor yyyyQn.");
}

/// <summary>Periods travel in JSON as their text.</summary>
public sealed class PeriodJson : JsonConverter<Period>
{
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Period.TryParse(reader.GetString(), out var period) ? period : throw new JsonException("A period is written yyyy-MM or yyyyQn.");

    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
