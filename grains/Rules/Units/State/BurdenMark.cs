namespace Supervision.Rules.Units.State;

/// <summary>A week in which a school was, or is to be, visited more often than its county wants (L17 有限督导).</summary>
/// <param name="Monday">First day of the week, Asia/Shanghai.</param>
/// <param name="Planned">Only visits still to come bring it over the limit; the school never learns of it.</param>
[GenerateSerializer, Immutable, Alias("burden-mark")]
public sealed record BurdenMark(DateOnly Monday, int Visits, int Limit, bool Planned);
