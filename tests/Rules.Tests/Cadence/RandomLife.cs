using CsCheck;

namespace Supervision.Rules.Tests.Cadence;

/// <summary>One step of a random life: time passes, then somebody asks for something, sensible or not.</summary>
internal sealed record Step(TimeSpan Gap, int Act, int Who, int Days, int Extra);

/// <summary>Lives as they come: three inspectors, visits early, late and never, changes of hands, suspensions, outages.</summary>
internal static class RandomLife
{
    private static readonly string[] Inspectors = [A.Inspector, A.Other, "督学-330521-03"];

    /// <param name="longest">Hours that pass between two steps at most.</param>
    public static Gen<Step> Step(int longest) =>
        Gen.Select(
            Gen.Select(
                Gen.Int[0, longest],
                Gen.Int[0, 3_599_999],
                (hours, ms) => TimeSpan.FromHours(hours) + (ms < 600_000 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(ms))
            ),
            Gen.Int[0, 19],
            Gen.Int[0, 2],
            Gen.Int[0, 60],
            Gen.Int[0, 99],
            (gap, act, who, days, extra) => new Step(gap, act, who, days, extra)
        );

    public static Gen<(int Kind, int Start, Step[] Steps)> Of(int steps, int longest) =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 500], Step(longest).Array[0, steps]);

    public static Life Born(int kind, int start)
    {
        var life = kind == 3 ? A.Institution() : A.School();
        if (kind == 1)
            life.Under(policy => policy with { SchoolPerMonth = 2, HolidayMode = HolidayMode.Required });
        var at = Civil.At("2025-09-01").AddHours(start * 7);
        if (kind != 2)
            life.InspectedBy(A.Inspector);
        return life.RegisteredAt(at.ToOffset(CivilTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    public static Life Lived((int Kind, int Start, Step[] Steps) gene)
    {
        var life = Born(gene.Kind, gene.Start);
        foreach (var step in gene.Steps)
            Live(life, step);
        return life;
    }

    public static Life Live(Life life, Step step)
    {
        life.AdvanceTo(life.Now + step.Gap);
        var who = Inspectors[step.Who];
        var today = CivilTime.DateOf(life.Now);
        var period = step.Extra % 4 == 0 ? life.State.Current!.Period : life.State.Current!.Period.Previous;
        return step.Act switch
        {
            < 7 => life.Do(new RecordVisit(A.Visit(life.Now.AddHours(-1 - step.Extra % 24), who))),
            < 10 => life.Do(
                new RecordVisit(
                    A.Visit(life.Now.AddDays(-step.Days).AddMinutes(-61), A.Inspector) with
                    {
                        Kind = step.Extra < 20 ? VisitKind.Central : VisitKind.Special,
                    }
                )
            ),
            < 12 => life.Do(
                new AssignInspector(new(who, today.AddDays(step.Days - 30), step.Extra < 50 ? null : today.AddDays(step.Extra - 50)))
            ),
            12 => life.Do(new DelegateDeputy(new(who, today.AddDays(-step.Extra % 10), today.AddDays(step.Days)))),
            13 => life.Do(new ApproveLateVisit(period, null, "核实")),
            14 => life.Do(new ExcusePeriod(period, "台风停课", "文件")),
            15 when step.Extra < 40 => life.Becomes(life.Profile.Status == UnitStatus.Active ? UnitStatus.Suspended : UnitStatus.Active),
            15 when step.Extra == 99 => life.Becomes(UnitStatus.Closed),
            16 => life.Do(new RegisterUnit(life.Profile with { Students = step.Extra }, step.Extra < 50 ? null : new(who, today, null))),
            _ => life,
        };
    }
}
