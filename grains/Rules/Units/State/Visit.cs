using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.State;

/// <summary>Why the inspector came (5.3).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VisitKind>))]
public enum VisitKind
{
    None = 0,

    /// <summary>经常性督导.</summary>
    Regular = 1,

    /// <summary>集中督导: does not satisfy the month unless policy says so (D-02).</summary>
    Central = 2,

    /// <summary>专项督导.</summary>
    Special = 3,

    /// <summary>明察暗访.</summary>
    Covert = 4,

    /// <summary>回头看.</summary>
    LookBack = 5,

    /// <summary>自选.</summary>
    OwnChoice = 6,
}

/// <summary>How the inspector looked (L14, L45, L78).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VisitMethod>))]
public enum VisitMethod
{
    None = 0,

    /// <summary>听取汇报.</summary>
    Briefing = 1,

    /// <summary>实地察看.</summary>
    SiteInspection = 2,

    /// <summary>查阅资料.</summary>
    RecordsReview = 3,

    /// <summary>问卷调查.</summary>
    Questionnaire = 4,

    /// <summary>走访座谈.</summary>
    Interview = 5,

    /// <summary>校园巡查.</summary>
    CampusPatrol = 6,

    /// <summary>推门听课(现场听课).</summary>
    LessonObservation = 7,

    /// <summary>列席会议.</summary>
    MeetingAttendance = 8,
}

/// <param name="Count">How often, 1–999: lessons heard, people spoken to, files read.</param>
[GenerateSerializer, Immutable, Alias("method-use")]
public sealed record MethodUse(VisitMethod Method, int Count);

/// <param name="Id">The client's operation id; the visit keeps it for ever.</param>
/// <param name="StartedAt">On site, true time. The visit belongs to the period this instant lies in (5.1.5).</param>
/// <param name="EndedAt">After <paramref name="StartedAt"/>, at most 12 hours later.</param>
/// <param name="Note">Free text, at most 4,000 characters.</param>
/// <param name="Content">What was found; null in visits recorded before it was asked for, and for a bare visit.</param>
[GenerateSerializer, Immutable, Alias("visit")]
public sealed record Visit(
    Guid Id,
    string Inspector,
    VisitKind Kind,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    ImmutableArray<MethodUse> Methods,
    string? Note,
    VisitContent? Content = null
);
