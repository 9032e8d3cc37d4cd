using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.State.Cases;

/// <summary>Rungs of the escalation ladder (5.5; L18, L54, L79). R0, regular supervision, is the absence of measures.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Rung>))]
public enum Rung
{
    /// <summary>日常督导 (R0).</summary>
    None = 0,

    /// <summary>通报 (R1).</summary>
    Circular = 1,

    /// <summary>约谈 (R2).</summary>
    Interview = 2,

    /// <summary>挂牌督办、重点问题督办单 (R3).</summary>
    KeySupervision = 3,

    /// <summary>公开曝光 (R4).</summary>
    Exposure = 4,

    /// <summary>问责 (R5).</summary>
    Accountability = 5,
}

/// <summary>How a measure is carried out, where the sources allow more than one way.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MeasureForm>))]
public enum MeasureForm
{
    None = 0,

    /// <summary>书面通报 (R1).</summary>
    Written = 1,

    /// <summary>口头通报: who, when and to whom is on record (R1).</summary>
    Oral = 2,

    /// <summary>挂牌督办 (R3).</summary>
    Plaque = 3,

    /// <summary>重点问题督办单 (R3, L79).</summary>
    SupervisionOrder = 4,
}

[JsonConverter(typeof(JsonStringEnumConverter<MeasureState>))]
public enum MeasureState
{
    None = 0,

    /// <summary>建议: nobody has decided yet.</summary>
    Proposed = 1,

    /// <summary>已决定: decided, not served yet.</summary>
    Decided = 2,

    /// <summary>执行中: served, and in force from that instant.</summary>
    InForce = 3,

    /// <summary>已解除.</summary>
    Discharged = 4,

    /// <summary>未采纳, with a reason.</summary>
    Rejected = 5,

    /// <summary>已失效: its cause went away before the decision.</summary>
    Lapsed = 6,

    /// <summary>已被上一级措施取代.</summary>
    Superseded = 7,

    /// <summary>已撤销 by review, appeal or correction.</summary>
    Revoked = 8,
}

/// <summary>Where an accountability decision stands with its remedies (2.3). Execution is never suspended by them.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RemedyState>))]
public enum RemedyState
{
    None = 0,

    /// <summary>可申请复核或直接申诉.</summary>
    Open = 1,

    /// <summary>复核中.</summary>
    UnderReview = 2,

    /// <summary>复核维持, 可申诉.</summary>
    ReviewUpheld = 3,

    /// <summary>申诉中.</summary>
    UnderAppeal = 4,

    /// <summary>认定有误, 待原机关更正.</summary>
    FoundWrong = 5,

    /// <summary>救济途径已用尽.</summary>
    Exhausted = 6,
}

/// <summary>One measure on the ladder that is proposed, decided, in force, or superseded by one in force.</summary>
/// <param name="No">1 and up within the unit, never reused.</param>
/// <param name="Rule">The ladder rule that asked for it, e.g. <c>LR-04</c>.</param>
/// <param name="Issues">Numbers of the issues it is about; may be empty.</param>
/// <param name="Round">The round whose self-check is missing (LR-02), e.g. <c>2026Q2</c>.</param>
/// <param name="PolicyVersion">Pinned at the proposal (invariant 11).</param>
/// <param name="ProposedBy">Account, or <c>system</c>.</param>
/// <param name="Aggravated">加重情节: falsification, obstruction, a second accountability within a year.</param>
/// <param name="Reports">Progress reports received (R3), 0 and up.</param>
/// <param name="Extended">The one extension of the period is used (R3).</param>
/// <param name="Delisted">销号 accepted; what is missing is the look-back (R3).</param>
/// <param name="Published">The links are on record (R4).</param>
/// <param name="Annotated">The publication carries its result (R4).</param>
/// <param name="Executed">The decision is carried out and the return visit made (R5).</param>
/// <param name="Committed">The date the unit promised (R2).</param>
/// <param name="SupersededBy">Number of the measure that took its place.</param>
[GenerateSerializer, Immutable, Alias("measure")]
public sealed record Measure(
    int No,
    Rung Rung,
    string Rule,
    MeasureState State,
    ImmutableArray<int> Issues,
    int PolicyVersion,
    DateTimeOffset ProposedAt,
    string ProposedBy,
    DateTimeOffset Since,
    ImmutableArray<Deadline> Deadlines,
    string? Round = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Aggravated = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] MeasureForm Form = MeasureForm.None,
    string? DecidedBy = null,
    DateTimeOffset? ServedAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Reports = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Extended = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Delisted = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Held = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Published = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Annotated = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Executed = false,
    DateOnly? Committed = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] RemedyState Remedy = RemedyState.None,
    int? SupersededBy = null
)
{
    /// <summary>R5: the day the fact-finding group was set up; null before, and for cases from before it was recorded.</summary>
    [Id(0)]
    public DateOnly? FactFinding { get; init; }

    /// <summary>What the rules rest on that asked for it, as evidence keys, the first rule's first.</summary>
    [Id(1)]
    public ImmutableArray<string> Proof { get; init; } = [];

    [JsonIgnore]
    public bool IsPending => State is MeasureState.Proposed or MeasureState.Decided;

    [JsonIgnore]
    public bool IsInForce => State == MeasureState.InForce;
}

/// <summary>A rung served within the last year, for LR-05, LR-15 and the aggravation of a second accountability.</summary>
/// <param name="Source"><c>measure/3</c>, or <c>bulletin/330522:2026Q2</c>: being named in a bulletin counts as a notice (D-09).</param>
[GenerateSerializer, Immutable, Alias("served-mark")]
public sealed record ServedMark(Rung Rung, DateTimeOffset At, string Source);

/// <summary>The highest rung a group of categories reached; remembered after the return to R0 (D-16).</summary>
/// <param name="Until">Last day of the memory, inclusive; null while a measure is in force.</param>
[GenerateSerializer, Immutable, Alias("ladder-memory")]
public sealed record LadderMemory(string Group, Rung Rung, DateOnly? Until);

/// <param name="Measures">Proposed, decided, in force, and superseded by one in force; by number.</param>
/// <param name="Served">Within 365 days of the newest, oldest first.</param>
[GenerateSerializer, Immutable, Alias("ladder-state")]
public sealed record LadderState(
    ImmutableArray<Measure> Measures,
    ImmutableArray<ServedMark> Served,
    ImmutableArray<LadderMemory> Memory,
    int LastMeasure,
    bool OpinionFlag
)
{
    public const int KeptDays = 365;

    public static readonly LadderState Empty = new([], [], [], 0, false);

    /// <summary>The unit's rung: the highest among measures in force (invariant 8).</summary>
    [JsonIgnore]
    public Rung Rung
    {
        get
        {
            var rung = Rung.None;
            foreach (var measure in Measures)
                if (measure.IsInForce && measure.Rung > rung)
                    rung = measure.Rung;
            return rung;
        }
    }

    public Measure? Find(int no)
    {
        foreach (var measure in Measures)
            if (measure.No == no)
                return measure;
        return null;
    }

    /// <summary>Served rungs that count on a day: those of the 365 days before it, both ends included.</summary>
    public int Count(Rung rung, DateTimeOffset now) => Counted(now).Count(mark => mark.Rung == rung);

    /// <summary>The marks behind those numbers; they are the proof of a rule that counts.</summary>
    public IEnumerable<ServedMark> Counted(DateTimeOffset now)
    {
        var since = CivilTime.StartOf(CivilTime.DateOf(now).AddDays(-KeptDays));
        return Served.Where(mark => mark.At >= since && mark.At <= now);
    }
}
