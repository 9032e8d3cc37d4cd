using System.Globalization;

namespace Supervision.Rules.Units.Status;

/// <param name="Reasons">The first one gives the colour; most pressing first.</param>
public sealed record ComplianceStatus(Colour Colour, ImmutableArray<Reason> Reasons);

/// <summary>
/// The compliance axis of a unit, with every ground for it (5.10): red for what is overdue, past containment, relapsed or on R2
/// and above; amber for anything open; else green. It never looks at visits owed (D-14).
/// </summary>
public static class ComplianceRule
{
    /// <param name="state">Advanced to the present; the colour changes only when the state does.</param>
    public static ComplianceStatus Of(UnitState state, Rulebook rules)
    {
        var profile = state.Profile ?? throw new ArgumentException("Not registered.", nameof(state));
        if (state.Issues.IsEmpty && state.Ladder.Measures.IsEmpty && state.SelfChecks.IsEmpty && profile.Status == UnitStatus.Active)
            return new(Colour.Green, [Plain("CMP-CLEAR", state.RegisteredAt)]);

        var (red, amber) = (ImmutableArray.CreateBuilder<Reason>(), ImmutableArray.CreateBuilder<Reason>());
        foreach (var issue in state.Issues)
            Place(OfIssue(issue));
        foreach (var measure in state.Ladder.Measures.OrderByDescending(measure => measure.Rung))
        {
            if (measure.IsInForce)
                (measure.Rung >= Rung.Interview ? red : amber).Add(OfMeasure("CMP-MEASURE", measure));
            else if (measure.IsPending)
                amber.Add(OfMeasure(measure.State == MeasureState.Proposed ? "CMP-PROPOSED" : "CMP-DECIDED", measure));
            if (LadderRules.IsExhausted(state, measure) && Short(state, measure, rules) is { } missing)
                red.Add(missing);
        }

        foreach (var duty in state.SelfChecks)
            if (duty.Deadlines.HasPassed(DeadlineKind.SelfCheck))
                amber.Add(
                    new(
                        "CMP-SELF-CHECK",
                        [duty.Round, Day(duty.Deadlines[0].Due)],
                        [$"self-check/{duty.Round}"],
                        duty.Deadlines[0].FallsAt,
                        null
                    )
                );
        var colour =
            red.Count > 0 ? Colour.Red
            : amber.Count > 0 ? Colour.Amber
            : Colour.Green;
        red.Sort((a, b) => Weight(a).CompareTo(Weight(b)));
        var reasons = red.Concat(amber).ToList();
        if (reasons.Count == 0)
            reasons.Add(Plain("CMP-CLEAR", state.RegisteredAt));
        if (profile.Status == UnitStatus.Active)
            return new(colour, [.. reasons]);
        reasons.Insert(
            0,
            Plain(profile.Status == UnitStatus.Closed ? "CMP-CLOSED" : "CMP-SUSPENDED", CivilTime.StartOf(state.Statuses[^1].Since))
        );
        return new(Colour.Grey, [.. reasons]);

        void Place((bool Red, Reason Reason) ground) => (ground.Red ? red : amber).Add(ground.Reason);
    }

    private static (bool Red, Reason Reason) OfIssue(Issue issue)
    {
        if (issue.Deadlines.Of(DeadlineKind.Rectify) is { Passed: true } overdue)
            return (true, Reason("CMP-OVERDUE", overdue));
        if (issue.Deadlines.Of(DeadlineKind.Contain) is { Passed: true } containment)
            return (true, Reason("CMP-CONTAINMENT", containment));
        if (issue is { Cycle: > 1, IsVerified: false })
            return (true, Reason("CMP-RELAPSE", null));
        return (false, Reason("CMP-OPEN", null));

        Reason Reason(string code, Deadline? passed)
        {
            var next = Visible(issue.Deadlines);
            return new(
                code,
                [
                    Number(issue.No),
                    issue.Category,
                    issue.Severity.ToString(),
                    issue.State.ToString(),
                    passed is null ? "" : Day(passed.Due),
                    next?.Kind.ToString() ?? "",
                    Number(issue.Cycle),
                ],
                [$"issue/{issue.No}"],
                passed?.FallsAt ?? issue.Since,
                next?.FallsAt
            );
        }
    }

    private static Reason OfMeasure(string code, Measure measure)
    {
        var next = Visible(measure.Deadlines);
        return new(
            code,
            [
                Number(measure.No),
                measure.Rung.ToString(),
                measure.Rule,
                next?.Kind.ToString() ?? "",
                measure.Aggravated ? "aggravated" : "",
            ],
            [$"measure/{measure.No}", .. measure.Issues.Select(no => $"issue/{no}")],
            measure.Since,
            next?.FallsAt
        );
    }

    /// <summary>Why accountability is not proposed although key supervision is over: the proof that is missing, counted.</summary>
    private static Reason? Short(UnitState state, Measure measure, Rulebook rules)
    {
        var over = measure.Deadlines.Of(DeadlineKind.Period)!;
        var newest = state.Ladder.Served.IsEmpty ? over.FallsAt : state.Ladder.Served[^1].At;
        var proof = PersistenceProof.Of(
            state.Ladder,
            rules.PolicyVersion(measure.PolicyVersion).OfLadder,
            newest > over.FallsAt ? newest : over.FallsAt
        );
        if (proof.IsComplete)
            return null;
        return new(
            "CMP-PERSIST-SHORT",
            [
                Number(measure.No),
                $"{proof.Circulars}/{proof.CircularsNeeded}",
                $"{proof.Interviews}/{proof.InterviewsNeeded}",
                $"{proof.KeySupervisions}/{proof.KeySupervisionsNeeded}",
            ],
            [.. proof.Sources],
            over.FallsAt,
            null
        );
    }

    /// <summary>The next clock anybody may see: the chosen look-back day stays a surprise.</summary>
    private static Deadline? Visible(ImmutableArray<Deadline> deadlines) =>
        deadlines.Without(DeadlineKind.LookBackDay, DeadlineKind.FactFindingNear).Next();

    private static int Weight(Reason reason) =>
        reason.Code switch
        {
            "CMP-OVERDUE" => 0,
            "CMP-CONTAINMENT" => 1,
            "CMP-RELAPSE" => 2,
            "CMP-MEASURE" => 3,
            _ => 4,
        };

    private static Reason Plain(string code, DateTimeOffset since) => new(code, [], [], since, null);

    private static string Number(int no) => no.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
