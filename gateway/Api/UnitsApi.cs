using System.Text.Json.Serialization;
using Supervision.Gateway.Access;
using Supervision.Gateway.Live;

namespace Supervision.Gateway.Api;

/// <summary>Units: what they are, what happened to them, and what may be asked of them.</summary>
public static class UnitsApi
{
    /// <param name="Inspector">Certificate code; null means the caller.</param>
    /// <param name="StartedAt">On site, with its offset; the visit belongs to the period this lies in.</param>
    /// <param name="Methods">At least one, each method once, counts 1–999.</param>
    /// <param name="Note">At most 4,000 characters.</param>
    public sealed record VisitBody(
        string? Inspector,
        VisitKind Kind,
        [property: JsonRequired] DateTimeOffset StartedAt,
        [property: JsonRequired] DateTimeOffset EndedAt,
        [property: JsonRequired] IReadOnlyList<MethodUse> Methods,
        string? Note);

    /// <param name="Reason">1–500 characters.</param>
    /// <param name="Document">Number or title of the document relied on, 1–200 characters.</param>
    public sealed record ExcuseBody([property: JsonRequired] string Reason, [property: JsonRequired] string Document);

    /// <param name="VisitId">One held visit; null approves all held for the period.</param>
    public sealed record ApproveBody(Guid? VisitId, [property: JsonRequired] string Reason);

    /// <param name="Inspector">Certificate code of an appointed inspector of the county.</param>
    /// <param name="From">First day, inclusive.</param>
    /// <param name="To">Last day, inclusive; null means as long as the appointment lasts; required for a deputy.</param>
    /// <param name="Deputy">True: visits of this inspector count like the responsible one's for these days (委托).</param>
    public sealed record InspectorBody([property: JsonRequired] string Inspector, [property: JsonRequired] DateOnly From, DateOnly? To, bool Deputy);

    public static void MapUnits(this RouteGroupBuilder api)
    {
        var units = api.MapGroup("/units/{kind}/{code}").WithTags("单位 Units");
        units.MapGet("", Read).Says<UnitDetail>("读取单位：督导状态、理由、周期 / Read a unit: coverage, reasons, periods");
        units.MapGet("/history", History).Says<IReadOnlyList<HistoryView>>("读取单位经历，最新在前 / A unit's history, newest first");
        units.MapPost("/visits", Visit).IsCommand("提交一次督导 / Record a visit");
        units.MapPost("/months/{period}/excuse", Excuse).IsCommand("对漏访准予说明（附文件） / Excuse a missed period, with a document");
        units.MapPost("/months/{period}/approve-late", Approve).IsCommand("审批迟报的督导 / Approve visits that arrived after the grace");
        units.MapPost("/inspector", Assign).IsCommand("指派责任督学或委托代理 / Assign the responsible inspector, or a deputy");
    }

    private static async Task<IResult> Read(string kind, string code, HttpContext context, IClusterClient cluster, Presentation presentation, string? asOf = null, string? known = null)
    {
        if (Unit(cluster, kind, code) is not { } unit || await unit.Read() is not { } view) return Answers.Refuse(Refusals.UnitUnknown());
        var caller = Caller.Of(context.User);
        if (!caller.Actor.Covers(view.Summary.Unit, view.Summary.County)) return Answers.Refuse(Permission.OutOfScope(caller.Actor));
        var ownEyes = caller.Actor.Role == ActorRole.UnitUser;
        return PastApi.IsAsked(asOf, known) ? await PastApi.Unit(unit, ownEyes, asOf, known, presentation.Now) : TypedResults.Ok(UnitDetail.Of(view, ownEyes));
    }

    private static async Task<IResult> History(
        string kind, string code, HttpContext context, IClusterClient cluster, Presentation presentation, long before = long.MaxValue, int take = 50, string? asOf = null, string? known = null)
    {
        if (Unit(cluster, kind, code) is not { } unit || await unit.Read() is not { } view) return Answers.Refuse(Refusals.UnitUnknown());
        var caller = Caller.Of(context.User);
        if (!caller.Actor.Covers(view.Summary.Unit, view.Summary.County)) return Answers.Refuse(Permission.OutOfScope(caller.Actor));
        return await PastApi.History(unit, caller.Actor.Role == ActorRole.UnitUser, before, take, asOf, known, presentation.Now);
    }

    private static Task<IResult> Visit(string kind, string code, CommandRequest<VisitBody> request, IClusterClient cluster) => Execute(cluster, kind, code, request, body =>
    {
        var inspector = body.Inspector ?? request.Caller.Actor.InspectorCode;
        if (inspector is null) return (null, Refusals.Required("inspector"));
        if (body.Methods is null || body.Methods.Any(use => use is null)) return (null, Refusals.VisitMethodInvalid()); // JSON may say null where none is meant
        var visit = new Visit(request.OpId, inspector, body.Kind == VisitKind.None ? VisitKind.Regular : body.Kind, body.StartedAt, body.EndedAt, [.. body.Methods], body.Note);
        return (new RecordVisit(visit), null);
    });

    private static Task<IResult> Excuse(string kind, string code, string period, CommandRequest<ExcuseBody> request, IClusterClient cluster) =>
        Execute(cluster, kind, code, request, body => InPeriod(kind, period, at => new ExcusePeriod(at, body.Reason, body.Document)));

    private static Task<IResult> Approve(string kind, string code, string period, CommandRequest<ApproveBody> request, IClusterClient cluster) =>
        Execute(cluster, kind, code, request, body => InPeriod(kind, period, at => new ApproveLateVisit(at, body.VisitId, body.Reason)));

    private static async Task<IResult> Assign(string kind, string code, CommandRequest<InspectorBody> request, IClusterClient cluster)
    {
        if (request.Body is { } body && Unit(cluster, kind, code) is { } unit && await unit.Read() is { } view)
        {
            // Who may not ask at all is told that by the unit, and nothing of inspectors.
            var command = Assigned(body, body.To);
            if (Permission.Objection(request.Caller.Actor, command, view.Summary.Unit, view.Summary.County) is null)
            {
                var inspector = Keys.IsCode(body.Inspector) ? await cluster.GetGrain<IInspectorGrain>(Keys.Inspector(body.Inspector)).Profile() : null;
                var last = body.To ?? (body.Deputy ? null : inspector?.TermTo); // nobody stays responsible beyond an appointment
                if (Objection(view.Summary.County, new(body.Inspector, body.From, last), inspector) is { } refusal)
                    return Answers.Of(await unit.Refuse(request.Submit(command), refusal));
                return await Execute(cluster, kind, code, request, asked => (Assigned(asked, last), null));
            }
        }

        return await Execute(cluster, kind, code, request, asked => (Assigned(asked, asked.To), null));
    }

    private static UnitCommand Assigned(InspectorBody body, DateOnly? last)
    {
        var assignment = new Assignment(body.Inspector, body.From, last);
        return body.Deputy ? new DelegateDeputy(assignment) : new AssignInspector(assignment);
    }

    /// <summary>An inspector is appointed, in the unit's own county, and for the days asked (domain 5.16, 2).</summary>
    private static Refusal? Objection(string county, Assignment assignment, InspectorProfile? inspector)
    {
        var code = assignment.Inspector;
        if (inspector is null) return new(RefusalCode.InspectorUnknown, "inspector", new($"没有聘任督学 {code}", $"no inspector {code} is appointed"), null);
        return inspector.County == county ? Refusals.OutsideTerm(assignment, inspector) : new(RefusalCode.AssignmentOfOtherCounty, "inspector",
            new($"督学 {code} 属于 {inspector.County}", $"inspector {code} belongs to {inspector.County}"), new($"{county} 的督学", $"an inspector of {county}"));
    }

    private static (UnitCommand?, Refusal?) InPeriod(string kind, string period, Func<Period, UnitCommand> command) =>
        Period.TryParse(period, out var at) ? (command(at), null) : (null, Refusals.PeriodInvalid(kind == "school" ? UnitKind.School : UnitKind.Institution));

    private static async Task<IResult> Execute<TBody>(IClusterClient cluster, string kind, string code, CommandRequest<TBody> request, Func<TBody, (UnitCommand?, Refusal?)> command)
        where TBody : class
    {
        if (request.Refusal is { } malformed) return Answers.Refuse(malformed);
        if (Unit(cluster, kind, code) is not { } unit) return Answers.Refuse(Refusals.UnitUnknown());
        var (asked, refusal) = command(request.Body!);
        if (refusal is not null) return Answers.Refuse(refusal);
        var key = unit.GetPrimaryKeyString();
        var submission = request.Submit(await TravelCheck.Flagged(cluster, key, asked!));
        return Answers.Of(await EvidenceCheck.Objection(cluster, key, asked!, submission.Actor) is { } missing ? await unit.Refuse(submission, missing) : await unit.Execute(submission));
    }

    private static IUnitGrain? Unit(IClusterClient cluster, string kind, string code) =>
        Keys.IsCode(code) && Keys.TryKind(kind, out var known) ? cluster.Unit(known, code) : null;
}
