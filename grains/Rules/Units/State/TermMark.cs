namespace Supervision.Rules.Units.State;

/// <summary>A term that ended with fewer visits to a school than the statute asks for.</summary>
/// <param name="Visits">Known by now, also those that came to be known after the term.</param>
/// <param name="Stands">Last day on which people are told of it: that of the following term.</param>
[GenerateSerializer, Immutable, Alias("term-mark")]
public sealed record TermMark(DateOnly First, DateOnly Last, int Visits, int Required, DateOnly Stands)
{
    public bool IsShort => Visits < Required;

    public bool Contains(DateTimeOffset instant) => CivilTime.DateOf(instant) is var day && day >= First && day <= Last;
}
