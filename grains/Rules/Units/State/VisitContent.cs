using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.State;

/// <summary>Half-day slots (半日) a visit is planned for and counted in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VisitSlot>))]
public enum VisitSlot
{
    None = 0,

    /// <summary>上午.</summary>
    Morning = 1,

    /// <summary>下午.</summary>
    Afternoon = 2,

    /// <summary>晚间.</summary>
    Evening = 3,
}

/// <summary>What an inspector found about an open issue (L78).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RemarkFinding>))]
public enum RemarkFinding
{
    None = 0,

    /// <summary>已整改.</summary>
    Rectified = 1,

    /// <summary>整改中.</summary>
    InProgress = 2,

    /// <summary>未整改.</summary>
    NotRectified = 3,
}

/// <param name="Issue">Number of an issue open when the visit began.</param>
/// <param name="Text">1–500 characters.</param>
[GenerateSerializer, Immutable, Alias("issue-remark")]
public sealed record IssueRemark(int Issue, RemarkFinding Finding, string Text);

/// <summary>A problem found on a visit; it becomes an issue.</summary>
/// <param name="Severity"><see cref="Severity.None"/> takes the category's own; a prohibited category is General at least.</param>
/// <param name="Description">1–500 characters.</param>
/// <param name="Department">Required for complex ones: who is consulted.</param>
[GenerateSerializer, Immutable, Alias("finding")]
public sealed record Finding(
    string Category,
    Severity Severity,
    string Description,
    IssueTags Tags,
    string? Department,
    ImmutableArray<string> Evidence
);

/// <summary>Where the inspector's device was.</summary>
/// <param name="Latitude">Degrees, −90 to 90.</param>
/// <param name="Longitude">Degrees, −180 to 180.</param>
/// <param name="AccuracyMetres">0 or more.</param>
/// <param name="Mocked">The device says its location is simulated.</param>
[GenerateSerializer, Immutable, Alias("presence")]
public sealed record Presence(double Latitude, double Longitude, double AccuracyMetres, bool Mocked);

/// <summary>The device's clock between two server times it was told; what the device says of a visit has to lie between them.</summary>
/// <param name="ServerBefore">The last server time the device had before the visit.</param>
/// <param name="DeviceBefore">What its own clock showed then.</param>
/// <param name="DeviceNow">What its own clock shows when it uploads.</param>
[GenerateSerializer, Immutable, Alias("clock-bracket")]
public sealed record ClockBracket(DateTimeOffset ServerBefore, DateTimeOffset DeviceBefore, DateTimeOffset DeviceNow);

/// <summary>What a visit brings besides the fact that it was made (5.3).</summary>
/// <param name="Companions">Who came along, at most 10 names of 40 characters.</param>
/// <param name="Unannounced">四不两直 (L77).</param>
/// <param name="Highlights">亮点 (L17), at most 2,000 characters.</param>
/// <param name="Advice">Advice given (L45), at most 2,000 characters.</param>
/// <param name="Remarks">One for every issue open when the visit began (L78, invariant 5).</param>
/// <param name="Findings">At most 20.</param>
/// <param name="Evidence">SHA-256 of uploaded files, lower-case hex, at most 20.</param>
/// <param name="Plan">The planned visit this one carries out, or null.</param>
[GenerateSerializer, Immutable, Alias("visit-content")]
public sealed record VisitContent(
    VisitSlot Slot,
    ImmutableArray<string> Companions,
    bool Unannounced,
    string? Highlights,
    string? Advice,
    FilledChecklist? Checklist,
    ImmutableArray<IssueRemark> Remarks,
    ImmutableArray<Finding> Findings,
    ImmutableArray<string> Evidence,
    Presence? Presence,
    ClockBracket? Bracket,
    Guid? Plan
)
{
    /// <summary>None when no code was typed. Left out of JSON then: visits from before it read and write as they were.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public GateProof Gate { get; init; }

    internal static VisitContent Bare { get; } = new(VisitSlot.None, [], false, null, null, null, [], [], [], null, null, null);

    /// <summary>As it is kept: lists that were left out made empty, empty texts dropped. For content without objections.</summary>
    public VisitContent Tidied() =>
        this with
        {
            Companions = Companions.IsDefault ? [] : Companions,
            Highlights = string.IsNullOrWhiteSpace(Highlights) ? null : Highlights,
            Advice = string.IsNullOrWhiteSpace(Advice) ? null : Advice,
            Checklist = Checklist?.Tidied(),
            Remarks = Remarks.IsDefault ? [] : Remarks,
            Findings = Findings.IsDefault
                ? []
                : [.. Findings.Select(finding => finding.Evidence.IsDefault ? finding with { Evidence = [] } : finding)],
            Evidence = Evidence.IsDefault ? [] : Evidence,
        };
}

/// <summary>Why a visit waits for the county's confirmation (5.3 Flagged).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VisitFlag>))]
public enum VisitFlag
{
    None = 0,

    /// <summary>Too far from another visit of the same inspector for the time between them (presence.maxKmh).</summary>
    ImplausibleTravel = 1,

    /// <summary>The device reported a simulated location.</summary>
    MockLocation = 2,

    /// <summary>The device's clock was outside the bracket of server times.</summary>
    ClockOutsideBracket = 3,

    /// <summary>A gate code was typed that the gate did not show at the time of the visit.</summary>
    WrongGateCode = 4,

    /// <summary>Another visit of the same inspector at another unit at the same time; no positions are needed for that.</summary>
    OverlappingVisit = 5,

    /// <summary>It arrived after its inspector was recused from the unit, or lies in days the interest existed: whatever date it bears, a person judges it (回避).</summary>
    Recused = 6,

    /// <summary>It arrived longer after the end of its inspector's responsibility or delegation than a late upload takes (cadence.lateSyncGraceD).</summary>
    AfterHandover = 7,

    /// <summary>It lies outside its inspector's appointment, or arrived after the appointment was revoked, long over, or moved to another county.</summary>
    OutsideAppointment = 8,

    /// <summary>It arrived longer after the unit was suspended than a late upload takes.</summary>
    AfterSuspension = 9,
}

/// <summary>A visit to come. The unit never learns of it (L77 四不两直).</summary>
[GenerateSerializer, Immutable, Alias("visit-plan")]
public sealed record VisitPlan(Guid Id, string Inspector, DateOnly Day, VisitSlot Slot, VisitKind Kind, bool Unannounced);
