using System.Text.Json.Serialization;

namespace Supervision.Gateway.Api.Units;

/// <summary>Visits: planned, made, believed or not, and what periods make of them.</summary>
public static class VisitsApi
{
    /// <param name="Inspector">Certificate code; null means the caller.</param>
    /// <param name="StartedAt">On site, with its offset; the visit belongs to the period this lies in.</param>
    /// <param name="Methods">At least one, each method once, counts 1–999.</param>
    /// <param name="Note">At most 4,000 characters.</param>
    /// <param name="Companions">At most 10 names of 40 characters.</param>
    /// <param name="Unannounced">四不两直 (L77).</param>
    /// <param name="Highlights">At most 2,000 characters.</param>
    /// <param name="Advice">At most 2,000 characters.</param>
    /// <param name="Remarks">One for every issue open when the visit began (L78).</param>
    /// <param name="Findings">Problems found, at most 20; each becomes an issue.</param>
    /// <param name="Evidence">SHA-256 of files, lower-case hex, at most 20.</param>
    /// <param name="Plan">The planned visit this one carries out.</param>
    /// <param name="GateCode">The changing code the school's screen showed during the visit, at most 20 characters; null when none was read. A right one needs no position; with a wrong one the county looks at the visit.</param>
    public sealed record VisitBody(
        string? Inspector,
        VisitKind Kind,
        [property: JsonRequired] DateTimeOffset StartedAt,
        [property: JsonRequired] DateTimeOffset EndedAt,
        [property: JsonRequired] IReadOnlyList<MethodUse> Methods,
        string? Note,
        VisitSlot? Slot,
        IReadOnlyList<string>? Companions,
        bool? Unannounced,
        string? Highlights,
        string? Advice,
        FilledChecklist? Checklist,
        IReadOnlyList<IssueRemark>? Remarks,
        IReadOnlyList<Finding>? Findings,
        IReadOnlyList<string>? Evidence,
        Presence? Presence,
        BracketBody? Bracket,
        Guid? Plan,
        string? GateCode = null
    );

    /// <summary>The device's clock between two server times it was told.</summary>
    /// <param name="ServerBefore">The last server time the device had before the visit.</param>
    /// <param name="DeviceBefore">What its own clock showed then.</param>
    /// <param name="DeviceNow">What its own clock shows when it uploads; null when the header <c>X-Device-Time</c> says it.</param>
    public sealed record BracketBody(
        [property: JsonRequired] DateTimeOffset ServerBefore,
        [property: JsonRequired] DateTimeOffset DeviceBefore,
        DateTimeOffset? DeviceNow
    );

    /// <summary>
    /// The device's clock as it sends. It belongs to the attempt and not to the visit: a body that changed with each attempt
    /// would be another request under the same operation id.
    /// </summary>
    public const string DeviceTimeHeader = "X-Device-Time";

    private const int MaxGateCode = 20;

    /// <param name="Inspector">Certificate code; null means the caller.</param>
    /// <param name="Day">Today or later, at most 365 days ahead.</param>
    public sealed record PlanBody(
        string? Inspector,
        [property: JsonRequired] DateOnly Day,
        VisitSlot Slot,
        VisitKind Kind,
        bool Unannounced
    );

    /// <param name="Reason">1–500 characters.</param>
    public sealed record ReasonBody([property: JsonRequired] string Reason);

    /// <param name="Reason">1–500 characters.</param>
    /// <param name="Document">Number or title of the document relied on, 1–200 characters.</param>
    public sealed record ExcuseBody([property: JsonRequired] string Reason, [property: JsonRequired] string Document);

    /// <param name="VisitId">One held visit; null approves all held for the period.</param>
    public sealed record ApproveBody(Guid? VisitId, [property: JsonRequired] string Reason);

    public static void MapVisits(this RouteGroupBuilder api)
    {
        var units = api.MapGroup("/units/{kind}/{code}").WithTags("督导 Visits");
        units
            .MapPost("/visits", Record)
            .IsUnitCommand("提交一次督导及其检查内容 / Record a visit and what it found")
            .WithMetadata(new TakesHeader(DeviceTimeHeader))
            .MayAsk(May.RecordVisit, Within.Unit);
        units
            .MapPost(
                "/visits/{id}/confirm",
                (string kind, string code, Guid id, CommandRequest<ReasonBody> request, IClusterClient cluster) =>
                    UnitRequests.Execute(cluster, kind, code, request, body => (new ConfirmFlagged(id, body.Reason), null))
            )
            .IsUnitCommand("确认存疑的督导 / Confirm a doubtful visit")
            .MayAsk(May.JudgeVisit, Within.Unit);
        units
            .MapPost(
                "/visits/{id}/void",
                (string kind, string code, Guid id, CommandRequest<ReasonBody> request, IClusterClient cluster) =>
                    UnitRequests.Execute(cluster, kind, code, request, body => (new VoidVisit(id, body.Reason), null))
            )
            .IsUnitCommand("作废存疑或待审批的督导 / Void a visit that waits for confirmation or approval")
            .MayAsk(May.JudgeVisit, Within.Unit);
        units
            .MapPost("/plans", Plan)
            .IsUnitCommand("安排一次督导（单位不可见） / Plan a visit, unknown to the unit")
            .MayAsk(May.RecordVisit, Within.Unit);
        units
            .MapPost(
                "/plans/{id}/drop",
                (string kind, string code, Guid id, CommandRequest<ReasonBody> request, IClusterClient cluster) =>
                    UnitRequests.Execute(cluster, kind, code, request, body => (new DropPlan(id, body.Reason), null))
            )
            .IsUnitCommand("取消一次督导安排 / Drop a planned visit")
            .MayAsk(May.RecordVisit, Within.Unit);
        units
            .MapPost(
                "/months/{period}/excuse",
                (string kind, string code, string period, CommandRequest<ExcuseBody> request, IClusterClient cluster) =>
                    UnitRequests.Execute(
                        cluster,
                        kind,
                        code,
                        request,
                        body => InPeriod(kind, period, at => new ExcusePeriod(at, body.Reason, body.Document))
                    )
            )
            .IsUnitCommand("对漏访准予说明（附文件） / Excuse a missed period, with a document")
            .MayAsk(May.ApproveLate, Within.Unit);
        units
            .MapPost(
                "/months/{period}/approve-late",
                (string kind, string code, string period, CommandRequest<ApproveBody> request, IClusterClient cluster) =>
                    UnitRequests.Execute(
                        cluster,
                        kind,
                        code,
                        request,
                        body => InPeriod(kind, period, at => new ApproveLateVisit(at, body.VisitId, body.Reason))
                    )
            )
            .IsUnitCommand("审批迟报的督导 / Approve visits that arrived after the grace")
            .MayAsk(May.ApproveLate, Within.Unit);
    }

    private static Task<IResult> Record(
        string kind,
        string code,
        CommandRequest<VisitBody> request,
        HttpContext context,
        IClusterClient cluster
    ) =>
        UnitRequests.Execute(
            cluster,
            kind,
            code,
            request,
            body =>
            {
                if (body.Bracket is { DeviceNow: null } open)
                {
                    if (DeviceTime(context.Request) is not { } deviceNow)
                        return (
                            null,
                            context.Request.Headers.ContainsKey(DeviceTimeHeader)
                                ? Refusals.Invalid(
                                    DeviceTimeHeader,
                                    "设备时间须带时区",
                                    "the device's time is an instant with its offset",
                                    "2026-03-02T10:00:00+08:00"
                                )
                                : Refusals.Required("bracket.deviceNow")
                        );
                    body = body with { Bracket = open with { DeviceNow = deviceNow } };
                }

                var inspector = body.Inspector ?? request.Caller.Actor.InspectorCode;
                if (inspector is null)
                    return (null, Refusals.Required("inspector"));
                if (body.Methods is null || body.Methods.Any(use => use is null))
                    return (null, VisitRefusals.VisitMethodInvalid()); // JSON may say null where none is meant
                var visit = new Visit(
                    request.OpId,
                    inspector,
                    Regular(body.Kind),
                    body.StartedAt,
                    body.EndedAt,
                    [.. body.Methods],
                    body.Note,
                    Content(body)
                );
                if (body.GateCode?.Length > MaxGateCode)
                    return (
                        null,
                        Refusals.Invalid(
                            "gateCode",
                            $"校门动态码不超过 {MaxGateCode} 个字符",
                            $"a gate code has at most {MaxGateCode} characters",
                            $"{GateCodes.Digits}"
                        )
                    );
                return (new RecordVisit(visit) { GateCode = body.GateCode }, null);
            }
        );

    private static Task<IResult> Plan(string kind, string code, CommandRequest<PlanBody> request, IClusterClient cluster) =>
        UnitRequests.Execute(
            cluster,
            kind,
            code,
            request,
            body =>
                (body.Inspector ?? request.Caller.Actor.InspectorCode) is { } inspector
                    ? (new PlanVisit(new(request.OpId, inspector, body.Day, body.Slot, Regular(body.Kind), body.Unannounced)), null)
                    : (null, Refusals.Required("inspector"))
        );

    /// <summary>Null for a bare visit: one that says nothing but that it was made.</summary>
    private static VisitContent? Content(VisitBody body)
    {
        var bare =
            body is
            {
                Slot: null,
                Companions: null,
                Unannounced: null,
                Highlights: null,
                Advice: null,
                Checklist: null,
                Remarks: null,
                Findings: null,
                Evidence: null,
                Presence: null,
                Bracket: null,
                Plan: null,
            };
        if (bare)
            return null;
        var bracket = body.Bracket is { } clock ? new ClockBracket(clock.ServerBefore, clock.DeviceBefore, clock.DeviceNow!.Value) : null;
        return new(
            body.Slot ?? VisitSlot.None,
            UnitRequests.List(body.Companions),
            body.Unannounced ?? false,
            body.Highlights,
            body.Advice,
            body.Checklist,
            UnitRequests.List(body.Remarks),
            UnitRequests.List(body.Findings),
            UnitRequests.List(body.Evidence),
            body.Presence,
            bracket,
            body.Plan
        );
    }

    /// <summary>Null when the header is missing or no instant.</summary>
    private static DateTimeOffset? DeviceTime(HttpRequest request) =>
        request.Headers[DeviceTimeHeader].ToString() is { Length: > 0 } text
        && InstantJson.IsZoned(text)
        && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var instant)
        && InstantJson.IsInRange(instant)
            ? CivilTime.Keep(instant)
            : null;

    private static VisitKind Regular(VisitKind kind) => kind == VisitKind.None ? VisitKind.Regular : kind;

    private static (UnitCommand?, Refusal?) InPeriod(string kind, string period, Func<Period, UnitCommand> command) =>
        Period.TryParse(period, out var at)
            ? (command(at), null)
            : (null, UnitRefusals.PeriodInvalid(kind == "school" ? UnitKind.School : UnitKind.Institution));
}
