using System.Text.Json;
using System.Text.Json.Serialization;

namespace Supervision.Rules.Alerts;

/// <summary>Why an alert is open no longer. Each kind of alert names those that end it, in <see cref="AlertKinds"/>.</summary>
[JsonConverter(typeof(AlertEndingJson))]
public enum AlertEnding
{
    None = 0,

    /// <summary>Somebody of the county has seen it; ends only what asks for nothing more.</summary>
    Acknowledged = 1,

    /// <summary>What it asked for was done.</summary>
    Done = 2,

    /// <summary>A later alert about the same matter took its place.</summary>
    Superseded = 3,

    /// <summary>The visit it asked for was made.</summary>
    Visited = 4,

    /// <summary>The visit had been made in time and arrived late.</summary>
    LateSync = 5,

    /// <summary>Somebody responsible has visited the unit since.</summary>
    VisitedSince = 6,

    /// <summary>The county excused the period.</summary>
    Excused = 7,

    /// <summary>The period turned out to owe no visit.</summary>
    Exempted = 8,

    /// <summary>Somebody was made responsible.</summary>
    Assigned = 9,

    /// <summary>Another inspector became responsible, who has an alert of their own.</summary>
    HandedOver = 10,

    Suspended = 11,
    Closed = 12,

    /// <summary>The unit or inspector belongs to another county now.</summary>
    Moved = 13,

    Approved = 14,
    Voided = 15,
    Confirmed = 16,
    Decided = 17,

    /// <summary>Its cause went away before anybody decided.</summary>
    Lapsed = 18,

    Withdrawn = 19,
    Transferred = 20,

    /// <summary>The day was put off.</summary>
    Extended = 21,

    /// <summary>The measure ended: discharged, superseded by a higher one, or revoked.</summary>
    Discharged = 22,

    /// <summary>Nobody has to do it any more, because the matter it belonged to is over.</summary>
    NotNeeded = 23,

    /// <summary>The inspector signed for it.</summary>
    SignedFor = 24,

    /// <summary>An operator annulled what it rested on; any kind of alert may end so.</summary>
    Annulled = 25,
}

/// <summary>Written like a kind of alert: <c>visited-since</c>.</summary>
public sealed class AlertEndingJson() : JsonStringEnumConverter<AlertEnding>(JsonNamingPolicy.KebabCaseLower);

/// <summary>An alert that is open no longer.</summary>
/// <param name="Id">Of an alert that may never have been raised: naming it does no harm.</param>
public sealed record AlertEnd(string Id, AlertEnding Ending)
{
    /// <summary>As the journal keeps it.</summary>
    public string Reason => AlertEndings.Code(Ending);
}

/// <summary>Endings in words, and as codes.</summary>
public static class AlertEndings
{
    private static readonly Dictionary<string, AlertEnding> ByCode = Enum.GetValues<AlertEnding>()
        .ToDictionary(Code, StringComparer.Ordinal);

    /// <summary>E.g. <c>visited-since</c>.</summary>
    public static string Code(AlertEnding ending) => JsonNamingPolicy.KebabCaseLower.ConvertName(ending.ToString());

    /// <returns>Null for no code, and for one this build does not know.</returns>
    public static AlertEnding? Parse(string? code) =>
        code is not null && ByCode.TryGetValue(code, out var ending) && ending != AlertEnding.None ? ending : null;

    public static Text Say(AlertEnding ending) =>
        ending switch
        {
            AlertEnding.Acknowledged => new("已阅知", "seen by the county"),
            AlertEnding.Done => new("已办理", "done"),
            AlertEnding.Superseded => new("由后一条提醒取代", "a later alert took its place"),
            AlertEnding.Visited => new("已到校督导", "visited"),
            AlertEnding.LateSync => new("当期已督导，记录迟到", "visited in time, the record arrived late"),
            AlertEnding.VisitedSince => new("此后已到校督导", "visited since"),
            AlertEnding.Excused => new("已准予说明", "excused"),
            AlertEnding.Exempted => new("本周期免访", "no visit is owed"),
            AlertEnding.Assigned => new("已安排责任督学", "an inspector was assigned"),
            AlertEnding.HandedOver => new("责任督学已更换", "another inspector became responsible"),
            AlertEnding.Suspended => new("单位停办（停业）", "the unit was suspended"),
            AlertEnding.Closed => new("单位已撤销", "the unit was closed"),
            AlertEnding.Moved => new("已划转到其他县（市、区）", "moved to another county"),
            AlertEnding.Approved => new("已批准", "approved"),
            AlertEnding.Voided => new("督导记录已作废", "the visit was voided"),
            AlertEnding.Confirmed => new("已确认", "confirmed"),
            AlertEnding.Decided => new("已决定", "decided"),
            AlertEnding.Lapsed => new("事由已消除", "its cause went away"),
            AlertEnding.Withdrawn => new("问题已撤销", "the issue was withdrawn"),
            AlertEnding.Transferred => new("问题已移交", "the issue was handed over"),
            AlertEnding.Extended => new("期限已延长", "the day was put off"),
            AlertEnding.Discharged => new("措施已结束", "the measure ended"),
            AlertEnding.NotNeeded => new("事项已了结，无需再办", "the matter is over"),
            AlertEnding.SignedFor => new("督学已签收", "the inspector signed for it"),
            AlertEnding.Annulled => new("所据记录因时钟错误已作废", "what it rested on was annulled, because a clock was wrong"),
            _ => throw new ArgumentOutOfRangeException(nameof(ending), ending, null),
        };
}
