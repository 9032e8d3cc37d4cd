using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using static Supervision.Gateway.Api.Units.UnitRequests;

namespace Supervision.Gateway.Api.Units;

/// <summary>Units: what they are, what happened to them, and who answers for them.</summary>
public static class UnitsApi
{
    /// <param name="Inspector">Certificate code of an appointed inspector of the county.</param>
    /// <param name="From">First day, inclusive.</param>
    /// <param name="To">Last day, inclusive; null means as long as the appointment lasts; left out it stays what it is for the same inspector and first day; required for a deputy.</param>
    /// <param name="Deputy">True: visits of this inspector count like the responsible one's for these days (委托).</param>
    public sealed record InspectorBody(
        [property: JsonRequired] string Inspector,
        [property: JsonRequired] DateOnly From,
        DateOnly? To,
        bool Deputy
    );

    /// <param name="Inspector">Certificate code.</param>
    /// <param name="Reason">1–500 characters.</param>
    /// <param name="Document">1–200 characters.</param>
    /// <param name="Since">First day of the interest, today at the latest; null for today. The inspector's visits since then are listed for the county to look at.</param>
    public sealed record RecusalBody(
        [property: JsonRequired] string Inspector,
        [property: JsonRequired] string Reason,
        [property: JsonRequired] string Document,
        DateOnly? Since = null
    );

    /// <param name="Inspector">Certificate code.</param>
    /// <param name="Reason">1–500 characters.</param>
    /// <param name="Document">1–200 characters.</param>
    public sealed record LiftBody(
        [property: JsonRequired] string Inspector,
        [property: JsonRequired] string Reason,
        [property: JsonRequired] string Document
    );

    /// <param name="Code">Eight digits.</param>
    /// <param name="Until">Then the next one is shown.</param>
    /// <param name="Now">The server's present, simulated in a sandbox.</param>
    /// <param name="ClockSpeed">Seconds of the server's time in a real second: 1, or a sandbox's speed; 0 while it stands still.</param>
    public sealed record GateCodeView(
        string Name,
        string Code,
        DateTimeOffset From,
        DateTimeOffset Until,
        int StepSeconds,
        DateTimeOffset Now,
        double ClockSpeed
    );

    public static void MapUnits(this RouteGroupBuilder api)
    {
        var units = api.MapGroup("/units/{kind}/{code}").WithTags("单位 Units");
        units
            .MapGet("", Read)
            .Says<UnitDetail>("读取单位：督导状态、理由、周期 / Read a unit: coverage, reasons, periods")
            .MayAsk(May.ReadUnit, Within.Unit);
        units
            .MapGet("/history", History)
            .IsAudited()
            .Says<IReadOnlyList<HistoryView>>("读取单位经历，最新在前 / A unit's history, newest first")
            .MayAsk(May.ReadUnit, Within.Unit);
        units
            .MapGet("/gate-code", GateCode)
            .Says<GateCodeView>("校门动态码，由学校在公示牌旁的屏幕上显示 / The code the screen at the school's gate shows now")
            .MayAsk(May.ShowGateCode, Within.Unit);
        units
            .MapGet("/points", Points)
            .Says<PointsView>("中心学校的教学点及其合计 / The teaching points of a central school, and their sum")
            .MayAsk(May.ReadPoints, Within.Unit);
        units
            .MapGet("/alerts", Alerts)
            .Says<IReadOnlyList<AlertView>>(
                "读取单位的提醒，含已结束的及其原因，最新在前 / A unit's alerts, also those that ended and why, newest first"
            )
            .MayAsk(May.ReadUnit, Within.Unit);
        units
            .MapPost("/inspector", Assign)
            .IsUnitCommand("指派责任督学或委托代理 / Assign the responsible inspector, or a deputy")
            .MayAsk(May.AssignInspector, Within.Unit);
        units
            .MapCommand<RecusalBody>(
                "/recusals",
                "督学回避该单位，其任务、代理和查阅随即终止；起始日以来的督导列出待复核 / Recuse an inspector: he is assigned and reads nothing there any more, his visits since the interest began are listed",
                body => new RecuseInspector(body.Inspector, body.Reason, body.Document, body.Since)
            )
            .MayAsk(May.RecuseInspector, Within.Unit);
        units
            .MapCommand<LiftBody>(
                "/recusals/lift",
                "解除督学回避 / Lift a recusal",
                body => new LiftRecusal(body.Inspector, body.Reason, body.Document)
            )
            .MayAsk(May.RecuseInspector, Within.Unit);
    }

    private static async Task<IResult> Read(
        string kind,
        string code,
        HttpContext context,
        IClusterClient cluster,
        Presentation presentation,
        string? asOf = null,
        string? known = null
    )
    {
        if (UnitRequests.Unit(cluster, kind, code) is not { } unit || await unit.Read() is not { } view)
            return Answers.Refuse(UnitRefusals.UnitUnknown());
        var reader = Caller.Of(context.User).Actor;
        return PastApi.IsAsked(asOf, known)
            ? await PastApi.Unit(unit, reader, asOf, known, presentation.Now)
            : TypedResults.Ok(UnitDetail.Of(view, reader, presentation.Now));
    }

    private static async Task<IResult> GateCode(
        string kind,
        string code,
        HttpContext context,
        IClusterClient cluster,
        Presentation presentation
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        if (
            UnitRequests.Unit(cluster, kind, code) is not { } unit
            || await unit.GateCode() is not { } shown
            || await unit.Read() is not { } view
        )
            return Answers.Refuse(UnitRefusals.UnitUnknown());
        return TypedResults.Ok(
            new GateCodeView(
                view.Summary.Name,
                shown.Code,
                shown.From,
                shown.Until,
                shown.StepSeconds,
                presentation.Now,
                presentation.ClockSpeed
            )
        );
    }

    /// <param name="Points">Schools registered with this one as their central school, by code.</param>
    /// <param name="Sum">Of the central school and its points together: numerators and denominators are added.</param>
    public sealed record PointsView(IReadOnlyList<RowView> Points, BoardTally Sum);

    private static async Task<IResult> Points(string kind, string code, HttpContext context, IClusterClient cluster)
    {
        if (UnitRequests.Unit(cluster, kind, code) is not { } unit || await unit.Read() is not { } view)
            return Answers.Refuse(UnitRefusals.UnitUnknown());
        var reader = Caller.Of(context.User).Actor;
        var points =
            kind != "school"
                ? []
                : (await cluster.RowsOf(view.Summary.County))
                    .Where(row => row.Central == code && Reach.OfUnit(reader, May.ReadPoints, row.Unit, row.County) is null)
                    .ToList();
        return TypedResults.Ok(
            new PointsView(
                [.. points.OrderBy(row => row.Code, StringComparer.Ordinal).Select(RowView.Of)],
                Summaries.Tally([view.Summary, .. points], 0)
            )
        );
    }

    private static async Task<IResult> History(
        string kind,
        string code,
        HttpContext context,
        IClusterClient cluster,
        Presentation presentation,
        long before = long.MaxValue,
        [Range(1, PastApi.LongestPage)] int take = 50,
        string? asOf = null,
        string? known = null
    )
    {
        if (UnitRequests.Unit(cluster, kind, code) is not { } unit || await unit.Read() is null)
            return Answers.Refuse(UnitRefusals.UnitUnknown());
        return await PastApi.History(unit, Caller.Of(context.User).Actor, before, take, asOf, known, presentation.Now);
    }

    /// <summary>The unit itself reads what is addressed to it: the day drawn for a look-back, or a visit that is doubted, is not.</summary>
    private static async Task<IResult> Alerts(
        string kind,
        string code,
        HttpContext context,
        IClusterClient cluster,
        long before = long.MaxValue,
        int take = 50
    )
    {
        if (UnitRequests.Unit(cluster, kind, code) is not { } unit || await cluster.CountyOfUnit(unit.GetPrimaryKeyString()) is null)
            return Answers.Refuse(UnitRefusals.UnitUnknown());
        return TypedResults.Ok(
            await unit.Alerts(before, take, Caller.Of(context.User).Actor is { Role: ActorRole.UnitUser, Unit: { } own } ? own : null)
        );
    }

    private static async Task<IResult> Assign(string kind, string code, CommandRequest<InspectorBody> request, IClusterClient cluster)
    {
        if (
            request.Body is { } body
            && UnitRequests.Unit(cluster, kind, code) is { } unit
            && await cluster.CountyOfUnit(unit.GetPrimaryKeyString()) is { } county
        )
        {
            // Who may not ask at all is told that by the unit, and nothing of inspectors.
            var keep = !request.Gives("to");
            var command = Assigned(body, body.To, keep);
            if (Permission.Objection(request.Caller.Actor, command, unit.GetPrimaryKeyString(), county) is null)
            {
                var inspector = Keys.IsCode(body.Inspector) ? await cluster.ProfileOfInspector(body.Inspector) : null;
                var last = body.To ?? (body.Deputy ? null : inspector?.TermTo); // nobody stays responsible beyond an appointment
                if (Objection(county, new(body.Inspector, body.From, last), inspector) is { } refusal)
                    return request.IsPreview
                        ? Answers.Refuse(refusal)
                        : request.Answer(unit.GetPrimaryKeyString(), await unit.Refuse(request.Submit(command), refusal));
                return await UnitRequests.Execute(cluster, kind, code, request, asked => (Assigned(asked, last, keep), null));
            }
        }

        return await UnitRequests.Execute(cluster, kind, code, request, asked => (Assigned(asked, asked.To, !request.Gives("to")), null));
    }

    private static UnitCommand Assigned(InspectorBody body, DateOnly? last, bool keepLastDay)
    {
        var assignment = new Assignment(body.Inspector, body.From, last);
        return body.Deputy ? new DelegateDeputy(assignment) : new AssignInspector(assignment) { KeepLastDay = keepLastDay };
    }

    /// <summary>An inspector is appointed, in the unit's own county, and for the days asked (domain 5.16, 2).</summary>
    internal static Refusal? Objection(string county, Assignment assignment, InspectorProfile? inspector)
    {
        var code = assignment.Inspector;
        if (inspector is null)
            return new(RefusalCode.InspectorUnknown, "inspector", new($"没有聘任督学 {code}", $"no inspector {code} is appointed"), null);
        return inspector.County == county
            ? AppointmentRefusals.OutsideTerm(assignment, inspector)
            : new(
                RefusalCode.AssignmentOfOtherCounty,
                "inspector",
                new($"督学 {code} 属于 {inspector.County}", $"inspector {code} belongs to {inspector.County}"),
                new($"{county} 的督学", $"an inspector of {county}")
            );
    }
}
