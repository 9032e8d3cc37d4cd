using System.Data.Common;
using System.Text.Json.Serialization;
using Npgsql;

namespace Supervision.Gateway.Replies;

/// <summary>A refusal or fault at the edge (RFC 9457), the same bytes for the same refusal.</summary>
/// <param name="Code">From the closed list; clients decide by this and nothing else.</param>
/// <param name="Field">JSON name of the offending member, or null.</param>
/// <param name="Accepted">What would be accepted; null when nothing would.</param>
/// <param name="Retryable">True when the same request, with the same key, should be sent again: its outcome is unknown, or it was not looked at.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    RefusalCode Code,
    string? Field,
    Text Message,
    Text? Accepted,
    bool Retryable
)
{
    public const string ContentType = "application/problem+json";

    /// <summary>What the log calls the request; set for defects alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceId { get; init; }

    public static Problem Of(Refusal refusal)
    {
        var code = JsonNaming.Kebab(refusal.Code);
        return new(
            $"urn:supervision:refusal:{code}",
            refusal.Message.En,
            StatusOf(refusal.Code),
            refusal.Message.Zh,
            refusal.Code,
            refusal.Field,
            refusal.Message,
            refusal.Instead,
            false
        );
    }

    public static Problem Unavailable() =>
        new(
            "urn:supervision:fault:store-unavailable",
            "The store did not answer; the outcome is unknown. Send the same request again.",
            StatusCodes.Status503ServiceUnavailable,
            "存储暂时没有响应，结果未知；请用同一操作编号重发。",
            RefusalCode.None,
            null,
            new(
                "存储暂时没有响应，结果未知；请用同一操作编号重发。",
                "The store did not answer; the outcome is unknown. Send the same request again."
            ),
            null,
            true
        );

    /// <summary>The clock the command would be decided by is in doubt; nothing was done.</summary>
    public static Problem ClockDoubted(ClockDoubt doubt) =>
        new(
            "urn:supervision:fault:clock-doubted",
            doubt.Text.En,
            StatusCodes.Status503ServiceUnavailable,
            doubt.Text.Zh,
            RefusalCode.None,
            null,
            doubt.Text,
            null,
            true
        );

    /// <summary>A defect: all that is said of it is where the log has the rest.</summary>
    public static Problem Defect(string traceId) =>
        new(
            "urn:supervision:fault:unexpected",
            "The server failed.",
            StatusCodes.Status500InternalServerError,
            "服务器出错。",
            RefusalCode.None,
            null,
            new("服务器出错，请将编号告知管理员。", "The server failed; tell the administrator the trace id."),
            null,
            false
        )
        {
            TraceId = traceId,
        };

    /// <summary>The server ended a transaction in which this process was silent for too long.</summary>
    private const string IdleInTransaction = "25P03";

    /// <summary>A timeout, a silo that went away, or the accounts' database that did not answer: nobody knows whether it was done.</summary>
    public static bool IsUnknownOutcome(Exception fault) =>
        fault
            is RetryableFaultException
                or ClockDoubtedException
                or TimeoutException
                or Orleans.Runtime.OrleansException
                or OperationCanceledException
                or DbException { IsTransient: true }
                or DbException { SqlState: PostgresErrorCodes.QueryCanceled or IdleInTransaction }
        || (fault.InnerException is { } inner && IsUnknownOutcome(inner)); // EF Core wraps what its driver says

    /// <summary>What a fault that may pass is answered with.</summary>
    public static Problem OfUnknownOutcome(Exception fault) =>
        fault is ClockDoubtedException doubted ? ClockDoubted(doubted.Doubt) : Unavailable();

    public IResult ToResult()
    {
        GatewayMeter.Refused(Code);
        return TypedResults.Json(this, contentType: ContentType, statusCode: Status);
    }

    private static int StatusOf(RefusalCode code) =>
        code switch
        {
            RefusalCode.RequestMalformed or RefusalCode.IdempotencyKeyMissing => StatusCodes.Status400BadRequest,
            RefusalCode.NotSignedIn or RefusalCode.SessionExpired or RefusalCode.SessionRevoked or RefusalCode.SecondFactorNeeded =>
                StatusCodes.Status401Unauthorized,
            RefusalCode.TooManyRequests or RefusalCode.TooManyTries => StatusCodes.Status429TooManyRequests,
            RefusalCode.SecondFactorMissing or RefusalCode.PasswordChangeNeeded or RefusalCode.SeparationOfDuties =>
                StatusCodes.Status403Forbidden,
            RefusalCode.AccountUnknown => StatusCodes.Status404NotFound,
            RefusalCode.AccountNameTaken or RefusalCode.SecondFactorConflict => StatusCodes.Status409Conflict,
            RefusalCode.OriginNotAllowed
            or RefusalCode.OutOfScope
            or RefusalCode.RoleNotAllowed
            or RefusalCode.NotYourself
            or RefusalCode.VerifierIsReporter
            or RefusalCode.LookBackByVerifier
            or RefusalCode.DeciderTooLow
            or RefusalCode.DeciderIsProposer
            or RefusalCode.ApprovalRequired
            or RefusalCode.ApproverIsAsker
            or RefusalCode.ApprovalOfAnother => StatusCodes.Status403Forbidden,
            RefusalCode.UnitUnknown
            or RefusalCode.InspectorUnknown
            or RefusalCode.CountyUnknown
            or RefusalCode.RegionUnknown
            or RefusalCode.VisitUnknown
            or RefusalCode.PlanUnknown
            or RefusalCode.IssueUnknown
            or RefusalCode.ReferralUnknown
            or RefusalCode.MeasureUnknown
            or RefusalCode.EvidenceUnknown
            or RefusalCode.SandboxOnly
            or RefusalCode.EvidenceNotFound
            or RefusalCode.NotKnownThen
            or RefusalCode.StepUnknown
            or RefusalCode.EntryUnknown
            or RefusalCode.ApprovalUnknown
            or RefusalCode.AlertUnknown
            or RefusalCode.ChannelUnknown
            or RefusalCode.DeliveryUnknown => StatusCodes.Status404NotFound,
            RefusalCode.VisitOverlaps
            or RefusalCode.UnitNotOperating
            or RefusalCode.UnitClosedForGood
            or RefusalCode.PeriodNotClosed
            or RefusalCode.PeriodNotMissed
            or RefusalCode.PeriodNotKept
            or RefusalCode.NothingToApprove
            or RefusalCode.ClockBackwards
            or RefusalCode.StoreNotEmpty
            or RefusalCode.PolicySuperseded
            or RefusalCode.VisitNotFlagged
            or RefusalCode.TooManyPlans
            or RefusalCode.IssueStateConflict
            or RefusalCode.ExtensionUsed
            or RefusalCode.NoExtensionAsked
            or RefusalCode.NotInterim
            or RefusalCode.MeasureStateConflict
            or RefusalCode.ProposalOpen
            or RefusalCode.RungReached
            or RefusalCode.InterviewNotHeld
            or RefusalCode.PeriodExtensionUsed
            or RefusalCode.PeriodOver
            or RefusalCode.DelistingNotReady
            or RefusalCode.DelistingNotAsked
            or RefusalCode.NotPublished
            or RefusalCode.RemedyStepInvalid
            or RefusalCode.AlreadyRecorded
            or RefusalCode.SelfCheckNotAsked
            or RefusalCode.StepStateConflict
            or RefusalCode.EntryWaits
            or RefusalCode.StepProposalOpen
            or RefusalCode.QualificationRevoked
            or RefusalCode.InspectorRecused
            or RefusalCode.ApprovalStateConflict
            or RefusalCode.ChannelSuperseded
            or RefusalCode.TooManyChannels
            or RefusalCode.DeliveryNotFinished
            or RefusalCode.ConfirmationDiffers => StatusCodes.Status409Conflict,
            RefusalCode.EvidenceTooLarge => StatusCodes.Status413PayloadTooLarge,
            RefusalCode.EvidenceTypeInvalid => StatusCodes.Status415UnsupportedMediaType,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
}

public static class JsonNaming
{
    public static string Kebab<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

/// <summary>
/// Reads instants that say their offset and nothing else: a time without one would mean another instant on another machine.
/// Years 2000–2199, as for periods: at the ends of the calendar civil time can't be reckoned.
/// </summary>
public sealed class InstantJson : JsonConverter<DateTimeOffset>
{
    /// <summary>Whether the text says its offset.</summary>
    public static bool IsZoned(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');

    public static bool IsInRange(DateTimeOffset instant) => instant.UtcDateTime.Year is >= 2000 and <= 2199;

    public override DateTimeOffset Read(
        ref System.Text.Json.Utf8JsonReader reader,
        Type typeToConvert,
        System.Text.Json.JsonSerializerOptions options
    )
    {
        if (reader.TokenType == System.Text.Json.JsonTokenType.Null)
            throw new System.Text.Json.JsonException("An instant doesn't allow null values.");
        if (!IsZoned(reader.GetString() ?? "") || !reader.TryGetDateTimeOffset(out var instant) || !IsInRange(instant))
            throw new System.Text.Json.JsonException("An instant is written with its offset, e.g. 2026-03-02T10:00:00+08:00.");
        return CivilTime.Keep(instant);
    }

    public override void Write(
        System.Text.Json.Utf8JsonWriter writer,
        DateTimeOffset value,
        System.Text.Json.JsonSerializerOptions options
    ) => writer.WriteStringValue(value.UtcDateTime);
}
