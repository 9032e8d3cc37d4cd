using System.Globalization;

namespace Supervision.Rules.Units.Status;

/// <summary>The coverage axis of a unit, with every ground for it (5.10). It never looks at issues, and the ladder never looks at it (D-14).</summary>
public static class CoverageRule
{
    /// <param name="state">Advanced to the present; the colour changes only when the state does.</param>
    public static CoverageStatus Of(UnitState state, Rulebook rules)
    {
        var profile = state.Profile ?? throw new ArgumentException("Not registered.", nameof(state));
        var since = CivilTime.StartOf(state.Statuses[^1].Since);
        if (profile.Status == UnitStatus.Closed)
            return new(Colour.Grey, [Plain("COV-CLOSED", since)]);

        var reasons = ImmutableArray.CreateBuilder<Reason>();
        var duty = state.Current!;
        var colour = Own(state, duty, rules, reasons);
        if (profile.Status == UnitStatus.Suspended)
        {
            colour = Colour.Grey;
            reasons.Insert(0, Plain("COV-SUSPENDED", since));
        }
        else if (StandingMiss(state) is { } missed)
        {
            colour = Colour.Red;
            reasons.Insert(0, MissedReason(profile, missed));
        }

        if (state.Responsible is null && profile.Status == UnitStatus.Active)
            reasons.Add(Plain("COV-UNASSIGNED", state.Tenures[^1].Since) with { NextChangeAt = Deadlines.ResponsibleChangesAt(state) });
        else if (
            duty.IsOpen
            && Duties.Charge(state, duty.Period, rules.PolicyVersion(duty.PolicyVersion).Cadence) is { Basis: ChargeBasis.Handover }
        )
            reasons.Add(new("COV-HANDOVER", [duty.Period.ToString(), state.Responsible!], [], state.Tenures[^1].Since, duty.Period.End));
        if (state.Term is { IsShort: true } term && term.Stands >= duty.Period.FirstDay)
            reasons.Add(TermReason(profile, term));
        if (state.Burden is { Planned: false } week && week.Monday.AddDays(6) >= duty.Period.FirstDay)
            reasons.Add(
                new(
                    "COV-BURDEN",
                    [Iso(week.Monday), $"{week.Visits}", $"{week.Limit}"],
                    [],
                    CivilTime.StartOf(week.Monday),
                    duty.Period.End
                )
            );
        foreach (var held in state.Visits.Where(mark => mark.AwaitsApproval))
            reasons.Add(new("COV-AWAITING", [held.Inspector, Day(held.StartedAt)], [$"visit/{held.Id}"], held.StartedAt, null));
        if (Settled(state) is { } settled)
            reasons.Add(settled);
        if (Duties.IsProvisional(profile.Kind, rules.PolicyVersion(duty.PolicyVersion).Cadence, duty.Period, rules.Calendar))
            reasons.Add(Plain("COV-PROVISIONAL", duty.Period.Start, duty.Period.Year.ToString(CultureInfo.InvariantCulture)));
        return new(colour, reasons.ToImmutable());
    }

    /// <summary>
    /// The last closed period that owed something, when it was missed and nobody who counts has come since. Exempt months in
    /// between do not wash it away: a June missed stays red over the summer until somebody goes.
    /// </summary>
    public static Duty? StandingMiss(UnitState state)
    {
        for (var i = state.Duties.Length - 2; i >= 0; i--)
        {
            var duty = state.Duties[i];
            if (duty.State == DutyState.Exempt)
                continue;
            return duty.State == DutyState.Missed && !(state.LastVisitAt >= duty.Period.End) ? duty : null;
        }

        return null;
    }

    private static Colour Own(UnitState state, Duty duty, Rulebook rules, ImmutableArray<Reason>.Builder reasons)
    {
        var progress = $"{duty.Counted.Length}/{duty.Required}";
        var evidence = duty.Counted.Select(id => $"visit/{id}").ToImmutableArray();
        switch (duty.State)
        {
            case DutyState.Satisfied:
                reasons.Add(new("COV-SATISFIED", [duty.Period.ToString(), progress], evidence, duty.Since, duty.Period.End));
                return Colour.Green;
            case DutyState.Exempt:
                reasons.Add(new("COV-EXEMPT", [duty.Period.ToString(), duty.Basis ?? ""], [], duty.Since, duty.Period.End));
                return Colour.Grey;
            default:
                var due = duty.State == DutyState.DueSoon;
                reasons.Add(
                    new(
                        due ? "COV-DUE-SOON" : "COV-PENDING",
                        [duty.Period.ToString(), progress, Day(duty.Period.End.AddDays(-1))],
                        evidence,
                        duty.Since,
                        Deadlines.DutyChangesAt(state, rules)
                    )
                );
                return due ? Colour.Amber : Colour.White;
        }
    }

    /// <summary>What the previous period was restated to, for a reader who remembers it as missed.</summary>
    private static Reason? Settled(UnitState state)
    {
        var end = state.Current!.Period.End; // then it is no longer the previous one
        if (state.Duties.Length < 2 || state.Duties[^2] is not { State: DutyState.SatisfiedLate or DutyState.Excused } duty)
            return null;
        return duty.State == DutyState.SatisfiedLate
            ? new("COV-SATISFIED-LATE", [duty.Period.ToString()], [.. duty.Counted.Select(id => $"visit/{id}")], duty.Since, end)
            : new("COV-EXCUSED", [duty.Period.ToString(), duty.Basis ?? ""], [], duty.Since, end);
    }

    private static Reason MissedReason(Profile profile, Duty missed) =>
        new(
            "COV-MISSED",
            [missed.Period.ToString(), missed.ChargedTo ?? "", missed.Basis ?? ""],
            [AlertIds.Missed(profile, missed.Period)],
            missed.Period.End,
            null
        );

    private static Reason TermReason(Profile profile, TermMark term) =>
        new(
            "COV-TERM-MINIMUM",
            [Iso(term.First), Iso(term.Last), $"{term.Visits}", $"{term.Required}"],
            [AlertIds.Term(profile, term.Last)],
            CivilTime.EndOf(term.Last),
            null
        );

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Reason Plain(string code, DateTimeOffset since, params string[] arguments) => new(code, [.. arguments], [], since, null);

    private static string Day(DateTimeOffset instant) => CivilTime.DateOf(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
