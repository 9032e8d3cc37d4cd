using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Supervision.Gateway.Sandbox;

/// <summary>
/// Inspectors of the demonstration: each unit is visited at an instant that follows from its code and the period alone, most
/// in time, some uploaded late, some never. Visits go through the same grain call as a phone's, carried by the system in their names.
/// </summary>
public sealed partial class SimulatedInspectors(IClusterClient cluster, ILogger<SimulatedInspectors> logger)
{
    private static readonly VisitMethod[] Methods =
    [
        VisitMethod.SiteInspection,
        VisitMethod.RecordsReview,
        VisitMethod.CampusPatrol,
        VisitMethod.LessonObservation,
        VisitMethod.Interview,
    ];

    private static readonly TimeSpan OnTheWay = TimeSpan.FromMinutes(20);

    private sealed record Plan(DateTimeOffset StartedAt, DateTimeOffset EndedAt, DateTimeOffset UploadedAt);

    /// <summary>Submits every visit whose upload falls in (<paramref name="after"/>, <paramref name="until"/>], in order.</summary>
    /// <param name="before">Called with each upload's instant before it is submitted; lets a stepped clock follow.</param>
    public async Task Work(
        DateTimeOffset after,
        DateTimeOffset until,
        CancellationToken cancellation,
        Action<DateTimeOffset>? before = null
    )
    {
        var units = await cluster.GetGrain<IDirectoryGrain>(0).Units("");
        var due = units
            .Where(unit => unit.Inspector is not null && unit.Status == UnitStatus.Active)
            .SelectMany(unit =>
                new[] { unit.Period.Previous, unit.Period, unit.Period.Next }.Select(period => (Unit: unit, Plan: PlanFor(unit, period)))
            )
            .Where(visit => visit.Plan is not null)
            .GroupBy(visit => visit.Unit.Inspector!, StringComparer.Ordinal)
            .SelectMany(inspector => OneAfterAnother(inspector.Select(visit => (visit.Unit, visit.Plan!))))
            .Where(visit => visit.Plan.UploadedAt > after && visit.Plan.UploadedAt <= until)
            .OrderBy(visit => visit.Plan.UploadedAt);
        foreach (var (unit, plan) in due)
        {
            cancellation.ThrowIfCancellationRequested();
            before?.Invoke(plan.UploadedAt);
            await Submit(unit, plan);
        }
    }

    /// <summary>Nobody is in two places at once: a visit that would begin during another of the same inspector begins after it.</summary>
    private static IEnumerable<(UnitSummary Unit, Plan Plan)> OneAfterAnother(IEnumerable<(UnitSummary Unit, Plan Plan)> visits)
    {
        var free = DateTimeOffset.MinValue;
        foreach (var (unit, plan) in visits.OrderBy(visit => visit.Plan.StartedAt).ThenBy(visit => visit.Unit.Unit, StringComparer.Ordinal))
        {
            var wait = plan.StartedAt < free ? free - plan.StartedAt : TimeSpan.Zero;
            var moved = new Plan(plan.StartedAt + wait, plan.EndedAt + wait, plan.UploadedAt + wait);
            free = moved.EndedAt + OnTheWay;
            yield return (unit, moved);
        }
    }

    private async Task Submit(UnitSummary unit, Plan plan)
    {
        var seed = Seed(unit, unit.Period.At(plan.StartedAt), "visit");
        var id = new Guid([.. BitConverter.GetBytes(seed), .. BitConverter.GetBytes(plan.StartedAt.ToUnixTimeMilliseconds())]);
        var method = Methods[seed % (ulong)Methods.Length];
        var visit = new Visit(
            id,
            unit.Inspector!,
            VisitKind.Regular,
            plan.StartedAt,
            plan.EndedAt,
            [new(VisitMethod.SiteInspection, 1), .. method == VisitMethod.SiteInspection ? [] : new MethodUse[] { new(method, 2) }],
            null,
            await Content(unit)
        );
        var actor = new Actor($"演示督学 {unit.Inspector}", ActorRole.Inspector, unit.County, unit.Inspector);
        var submission = new Submission<UnitCommand>(id, id.ToByteArray(), actor, new RecordVisit(visit));
        var outcome = await cluster.Unit(unit.Unit).Execute(submission);
        if (outcome.Refusal is { } refusal)
            LogRefused(unit.Unit, refusal.Code);
    }

    /// <summary>They find nothing themselves, but say of every open issue what they saw (L78); null when there is nothing to say.</summary>
    private async Task<VisitContent?> Content(UnitSummary unit)
    {
        if (await cluster.Unit(unit.Unit).Read() is not { Cases.Issues: { IsEmpty: false } issues })
            return null;
        ImmutableArray<IssueRemark> remarks =
        [
            .. issues.Select(issue => new IssueRemark(
                issue.No,
                issue.IsWithUnit ? RemarkFinding.InProgress : RemarkFinding.Rectified,
                "已查看整改情况"
            )),
        ];
        return new(VisitSlot.None, [], false, null, null, null, remarks, [], [], null, null, null);
    }

    /// <summary>Null when the unit is not visited in the period.</summary>
    private static Plan? PlanFor(UnitSummary unit, Period period)
    {
        var chance = Seed(unit, period, "chance") % 100;
        if (chance >= 97)
            return null;
        var span = period.LastDay.DayNumber - period.FirstDay.DayNumber + 1;
        var day = period.FirstDay.AddDays((int)(Seed(unit, period, "day") % (ulong)span));
        while (!Calendars.StateCouncil.IsWorkingDay(day))
            day = day < period.LastDay ? day.AddDays(1) : period.FirstDay;
        var start = CivilTime.StartOf(day).AddMinutes(8 * 60 + 10 + Seed(unit, period, "minute") % (8 * 60));
        var end = start.AddMinutes(40 + Seed(unit, period, "length") % 80);
        var late = chance >= 93 ? TimeSpan.FromHours(24 * (2 + Seed(unit, period, "late") % 14)) : TimeSpan.FromMinutes(5);
        return new(start, end, end + late);
    }

    private static ulong Seed(UnitSummary unit, Period period, string what) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{unit.Unit}|{period}|{what}")));

    [LoggerMessage(LogLevel.Warning, "A simulated visit to {Unit} was refused: {Code}.")]
    private partial void LogRefused(string unit, RefusalCode code);
}
