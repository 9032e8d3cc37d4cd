using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.State.Cases;

[JsonConverter(typeof(JsonStringEnumConverter<ComplaintOutcome>))]
public enum ComplaintOutcome
{
    None = 0,

    /// <summary>办理中.</summary>
    Open = 1,

    /// <summary>属实.</summary>
    Substantiated = 2,

    /// <summary>部分属实: counts as substantiated.</summary>
    Partly = 3,

    /// <summary>不属实: does not count for LR-09.</summary>
    Unsubstantiated = 4,

    /// <summary>无法核实.</summary>
    Unverifiable = 5,
}

/// <summary>A complaint as the ladder counts it (LR-08, LR-09).</summary>
/// <param name="Id">E.g. <c>330521-2026-17</c>.</param>
/// <param name="Group">Category group, e.g. <c>S-HW</c>.</param>
/// <param name="Person">A pseudonym the intake desk makes: the same person, the same word; says nothing about who it is (invariant 14). Null when anonymous, which counts as one person.</param>
[GenerateSerializer, Immutable, Alias("complaint-mark")]
public sealed record ComplaintMark(string Id, DateTimeOffset ReceivedAt, string Group, string? Person, ComplaintOutcome Outcome);

/// <summary>A self-check the unit was asked for and has not handed in.</summary>
/// <param name="Round">E.g. <c>2026Q2</c>.</param>
/// <param name="WindowFrom">First day of the round's fieldwork.</param>
[GenerateSerializer, Immutable, Alias("self-check-duty")]
public sealed record SelfCheckDuty(string Round, DateOnly WindowFrom, ImmutableArray<Deadline> Deadlines)
{
    /// <summary>20262 for 2026Q2: how a deadline names the round.</summary>
    [JsonIgnore]
    public int No => NumberOf(Round);

    public static int NumberOf(string round) =>
        Period.TryParse(round, out var quarter) && !quarter.IsMonth ? quarter.Year * 10 + quarter.Index : 0;
}

/// <summary>A joint department that was asked and has not answered.</summary>
[GenerateSerializer, Immutable, Alias("referral")]
public sealed record Referral(int No, int Issue, string Department, ImmutableArray<Deadline> Deadlines);
