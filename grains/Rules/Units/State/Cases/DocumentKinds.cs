using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.State.Cases;

/// <summary>Papers of a case. The first group is numbered by the system when it is issued; the others are attached by people.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DocumentKind>))]
public enum DocumentKind
{
    None = 0,

    /// <summary>整改通知书.</summary>
    RectificationNotice = 1,

    /// <summary>协商意见书.</summary>
    ConsultationLetter = 2,

    /// <summary>移送函.</summary>
    ReferralLetter = 3,

    /// <summary>通报 (R1).</summary>
    Circular = 4,

    /// <summary>约谈通知书 (R2).</summary>
    InterviewNotice = 5,

    /// <summary>挂牌督办通知书 (R3).</summary>
    PlaqueNotice = 6,

    /// <summary>重点问题督办单 (R3).</summary>
    SupervisionOrder = 7,

    /// <summary>曝光审批单 (R4).</summary>
    ExposureApproval = 8,

    /// <summary>问责决定书 (R5).</summary>
    AccountabilityDecision = 9,

    /// <summary>口头通报记录: who, when, to whom (R1).</summary>
    OralRecord = 20,

    /// <summary>约谈纪要 (R2).</summary>
    InterviewMinutes = 21,

    /// <summary>整改承诺 (R2).</summary>
    Commitment = 22,

    /// <summary>整改方案 (R3).</summary>
    RectificationPlan = 23,

    /// <summary>曝光定稿 (R4).</summary>
    ExposureText = 24,

    /// <summary>发布渠道清单 (R4).</summary>
    ChannelList = 25,

    /// <summary>调查认定报告 (R5).</summary>
    InvestigationReport = 26,

    /// <summary>问责事先告知书 (R5).</summary>
    PriorNotice = 27,

    /// <summary>陈述申辩记录 (R5).</summary>
    DefenceRecord = 28,

    /// <summary>教督委会商记录 (R5).</summary>
    CommitteeRecord = 29,

    /// <summary>送达回证 (R5).</summary>
    ServiceReceipt = 30,

    /// <summary>其他附件.</summary>
    Other = 31,
}

/// <summary>A paper people attach to what they do.</summary>
/// <param name="Title">Number or title, 1–200 characters.</param>
/// <param name="Hash">SHA-256 of the file, lower-case hex, when one was uploaded.</param>
[GenerateSerializer, Immutable, Alias("attachment")]
public sealed record Attachment(DocumentKind Kind, string Title, string? Hash = null);

/// <summary>A paper the system issues with a number, unique and without gaps per county, year and kind (invariant 10).</summary>
/// <param name="Id">Within the unit, deterministic, e.g. <c>rectification-notice:3</c>.</param>
public sealed record IssuedDocument(string Id, DocumentKind Kind);
