using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.State;

[JsonConverter(typeof(JsonStringEnumConverter<DutyState>))]
public enum DutyState
{
    None = 0,

    /// <summary>Open, no warning due yet (待督导).</summary>
    Pending = 1,

    /// <summary>Open, a warning threshold has passed (即将到期).</summary>
    DueSoon = 2,

    /// <summary>The visits owed were made and known before the period ended (按时完成).</summary>
    Satisfied = 3,

    /// <summary>The visits were made in time but came to be known after the period ended (迟报完成).</summary>
    SatisfiedLate = 4,

    /// <summary>The period ended without the visits owed (漏访).</summary>
    Missed = 5,

    /// <summary>Missed, and the county accepted a reason with a document (准予说明).</summary>
    Excused = 6,

    /// <summary>No visit is owed: too few teaching days, or the unit was not in operation (免访).</summary>
    Exempt = 7,
}

/// <summary>One period's duty, judged to the end by the policy version it opened with.</summary>
/// <param name="Required">Visits owed; 0 when exempt.</param>
/// <param name="Counted">Ids of the visits that count, in the order they came to be known.</param>
/// <param name="DaysLeft">The tightest warning given: that many days were left; null before the first warning.</param>
/// <param name="ChargedTo">When missed: the inspector charged; null means the county is (D-17).</param>
/// <param name="Since">When the present state was reached, true time.</param>
/// <param name="Basis">When missed: a <see cref="ChargeBasis"/>; exempt: an <see cref="ExemptionBasis"/>; excused: the document; else null.</param>
[GenerateSerializer, Immutable, Alias("duty")]
public sealed record Duty(
    Period Period,
    DutyState State,
    int Required,
    int PolicyVersion,
    ImmutableArray<Guid> Counted,
    int? DaysLeft,
    string? ChargedTo,
    DateTimeOffset Since,
    string? Basis
)
{
    /// <summary>The last visit that counted and is believed no more; null while none was.</summary>
    [Id(0)]
    public Guid? Lost { get; init; }

    /// <summary>Visits known in time that would have counted, had the period not had all its visits already; at most 2, of the newest 3 periods.</summary>
    [Id(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<Guid> Spares { get; init; }

    /// <summary><see cref="Spares"/>, empty when there are none.</summary>
    [JsonIgnore]
    public ImmutableArray<Guid> Spare => Spares.IsDefault ? [] : Spares;

    [JsonIgnore]
    public bool IsOpen => State is DutyState.Pending or DutyState.DueSoon;

    [JsonIgnore]
    public int Outstanding => Math.Max(0, Required - Counted.Length);
}

/// <param name="Since">True time; the tenure lasts until the next one begins.</param>
/// <param name="Inspector">Null while nobody is responsible: then the county is (invariant 1).</param>
[GenerateSerializer, Immutable, Alias("tenure")]
public sealed record Tenure(DateTimeOffset Since, string? Inspector);

[GenerateSerializer, Immutable, Alias("status-span")]
public sealed record StatusSpan(DateOnly Since, UnitStatus Status);

/// <summary>A visit as far as later decisions need it; its whole content is in the journal.</summary>
[JsonConverter(typeof(VisitMarkJson))]
[GenerateSerializer, Immutable, Alias("visit-mark")]
public sealed record VisitMark(Guid Id, string Inspector, DateTimeOffset StartedAt, DateTimeOffset EndedAt, bool AwaitsApproval)
{
    /// <summary>None in marks from before it was kept, which were regular visits or as good.</summary>
    [Id(4)]
    public VisitKind Kind { get; init; }
}

/// <summary>
/// What decisions about a unit need, and nothing else: bounded however long the unit lives, because the history is in the journal.
/// </summary>
/// <param name="Duties">Oldest first, at most <see cref="KeptDuties"/>; the last is the open or newest one.</param>
/// <param name="Tenures">Who was responsible since when, oldest first, back to the oldest kept duty.</param>
/// <param name="Assignments">Responsible assignments that are in force or still to come, by start.</param>
/// <param name="Deputies">Delegations in the order they were made, at most 16, back to the oldest kept duty: visits on their days count like the responsible inspector's, also when uploaded later.</param>
/// <param name="Statuses">Since when in which status, oldest first, back to the oldest kept duty.</param>
/// <param name="Flagged">Visits that wait for the county's confirmation, whole.</param>
/// <param name="Plans">Visits to come, at most 16; never shown to the unit.</param>
/// <param name="Issues">Not closed, by number.</param>
/// <param name="Referrals">Not answered, by number.</param>
/// <param name="SelfChecks">Asked for and not handed in.</param>
/// <param name="Complaints">Received within the longest window a rule may look back, 365 days.</param>
/// <param name="Visits">Newest visits by start, at most <see cref="KeptVisits"/>, as far back as visits are taken; those that wait for approval besides.</param>
/// <param name="LastPresence">Of the accepted visit that began last among those with a place.</param>
[GenerateSerializer, Immutable, Alias("unit-state")]
public sealed record UnitState(
    Profile? Profile,
    DateTimeOffset RegisteredAt,
    ImmutableArray<StatusSpan> Statuses,
    ImmutableArray<Assignment> Assignments,
    ImmutableArray<Assignment> Deputies,
    ImmutableArray<Tenure> Tenures,
    ImmutableArray<Duty> Duties,
    ImmutableArray<VisitMark> Visits,
    DateTimeOffset? LastVisitAt,
    ImmutableArray<Visit> Flagged,
    ImmutableArray<VisitPlan> Plans,
    ImmutableArray<Issue> Issues,
    int LastIssue,
    ImmutableArray<Referral> Referrals,
    int LastReferral,
    LadderState Ladder,
    ImmutableArray<SelfCheckDuty> SelfChecks,
    ImmutableArray<ComplaintMark> Complaints,
    LastPresence? LastPresence = null
)
{
    public const int KeptDuties = 14;
    public const int KeptVisits = 32;

    public static readonly UnitState Empty = new(
        null,
        DateTimeOffset.MinValue,
        [],
        [],
        [],
        [],
        [],
        [],
        null,
        [],
        [],
        [],
        0,
        [],
        0,
        LadderState.Empty,
        [],
        []
    );

    /// <summary>Inspectors kept away from the unit, at most 32.</summary>
    [Id(0)]
    public ImmutableArray<Recusal> Recusals { get; init; } = [];

    /// <summary>Recusals that were lifted, the newest 16: a visit dated into one is still for a person to judge.</summary>
    [Id(1)]
    public ImmutableArray<Recusal> PastRecusals
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>Why visits wait for the county, by when they came to wait; those of <see cref="Flagged"/> and those that were taken before.</summary>
    [Id(2)]
    public ImmutableArray<VisitDoubt> Doubts
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>Contradictions the county has judged and which are not raised again, the newest 64.</summary>
    [Id(3)]
    public ImmutableArray<JudgedConflict> Judged
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>The newest term that ended short of its visits; null when none did.</summary>
    [Id(4)]
    public TermMark? Term { get; init; }

    /// <summary>The newest week with more visits made or planned than the county wants; null when there was none.</summary>
    [Id(5)]
    public BurdenMark? Burden { get; init; }

    /// <summary>Entered by hand and not approved or rejected yet; by number, at most 20.</summary>
    [Id(40)]
    public ImmutableArray<HandEntry> Entries { get; init; } = [];

    [Id(41)]
    public int LastEntry { get; init; }

    /// <summary>How many events the unit's own account could see so far: the only version it is ever given (<see cref="UnitEyes"/>).</summary>
    [Id(16)]
    public long SeenVersion { get; init; }

    /// <summary>When alerts that stand were raised anew for other people; null while that never happened.</summary>
    [Id(6)]
    public AlertTurns? Turns { get; init; }

    /// <summary>How often facts were annulled: alerts that arise after one are others than those that ended with it.</summary>
    [Id(17)]
    public int Annulments { get; init; }

    /// <summary>Ids of numbered papers that are void because what they rested on was annulled.</summary>
    [Id(18)]
    public ImmutableArray<string> VoidPapers { get; init; } = [];

    [JsonIgnore]
    public bool Exists => Profile is not null;

    [JsonIgnore]
    public Duty? Current => Duties.IsEmpty ? null : Duties[^1];

    [JsonIgnore]
    public string? Responsible => Tenures.IsEmpty ? null : Tenures[^1].Inspector;

    public Issue? Issue(int no)
    {
        foreach (var issue in Issues)
            if (issue.No == no)
                return issue;
        return null;
    }

    public Duty? DutyOf(Period period) => Duties.FirstOrDefault(duty => duty.Period == period);

    public string? ResponsibleAt(DateTimeOffset instant) => Tenures.LastOrDefault(tenure => tenure.Since <= instant)?.Inspector;

    /// <summary>Visits are taken for the current period and the twelve months before it.</summary>
    public static DateTimeOffset OldestVisit(Period current) => CivilTime.StartOf(current.FirstDay.AddMonths(-12));
}
