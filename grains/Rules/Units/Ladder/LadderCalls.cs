namespace Supervision.Rules.Units.Ladder;

/// <summary>What a rule's call leads to: a proposal, a circular that issues itself, or issues that join a measure (5.5, D-07).</summary>
public static class LadderCalls
{
    /// <summary>The only rules that may ever issue a measure without a person (D-07); policy may narrow them.</summary>
    public static readonly ImmutableArray<string> Clerical = ["LR-01", "LR-02", "LR-03"];

    internal static IEnumerable<UnitEvent> Answer(UnitState state, LadderCall call, Fact<UnitEvent> cause, Rulebook rules)
    {
        var ladder = state.Ladder;
        var policy = rules.PolicyOn(CivilTime.DateOf(cause.EffectiveAt));
        if (call.Rung == Rung.Circular)
        {
            var uncovered = Uncovered(ladder, call);
            if (uncovered is null)
                yield break;
            call = uncovered;
        }
        else if (call.Rung <= ladder.Rung)
        {
            var joined = Highest(ladder);
            yield return new MeasureJoined(joined.No, call.Rule, call.Issues, call.Aggravated, call.Round, call.Proof);
            if (joined.Delisted)
                yield return Resumed(joined, cause, rules.PolicyVersion(joined.PolicyVersion).OfLadder);
            yield break;
        }

        // A circular that issues itself waits for nobody, also while another one is only proposed.
        var automatic = call.Rung == Rung.Circular && Clerical.Contains(call.Rule) && policy.OfLadder.AutomaticRules.Contains(call.Rule);
        foreach (var open in ladder.Measures)
            if (!automatic && open.IsPending && open.Rung == call.Rung)
            {
                yield return new MeasureJoined(open.No, call.Rule, call.Issues, call.Aggravated, call.Round, call.Proof);
                yield break;
            }

        var no = ladder.LastMeasure + 1;
        var aggravated = call.Aggravated || (call.Rung == Rung.Accountability && ladder.Count(Rung.Accountability, cause.EffectiveAt) > 0);
        yield return Propose(
            no,
            call with
            {
                Aggravated = aggravated,
            },
            Actor.System.Name,
            null,
            cause.EffectiveAt,
            policy,
            automatic ? null : rules
        );
        if (!automatic)
            yield break;
        yield return new MeasureDecided(no, Actor.System.Name, MeasureForm.Written, "", [], []);
        yield return new MeasureServed(
            no,
            Actor.System.Name,
            MeasureForm.Written,
            [],
            [new(DeadlineKind.Fix, CivilTime.DateOf(cause.EffectiveAt).AddDays(policy.OfLadder.FixDays))]
        );
    }

    /// <param name="rules">Null when nobody has to decide.</param>
    internal static MeasureProposed Propose(
        int no,
        LadderCall call,
        string by,
        string? reason,
        DateTimeOffset at,
        Policy policy,
        Rulebook? rules
    ) =>
        new(
            no,
            call.Rung,
            call.Rule,
            call.Issues,
            call.Round,
            call.Aggravated,
            policy.Version,
            by,
            reason,
            call.Proof.IsDefault ? [] : call.Proof,
            rules is null
                ? []
                :
                [
                    new(DeadlineKind.Decide, rules.Work.AddWorkingDays(CivilTime.DateOf(at), policy.OfLadder.DecideDays)),
                    .. call.Rung == Rung.Accountability ? FactFinding.From(CivilTime.DateOf(at), rules.Work) : [],
                ]
        );

    /// <summary>Key supervision that was delisted and is joined by a relapse begins its period anew, without asking.</summary>
    private static PeriodExtended Resumed(Measure measure, Fact<UnitEvent> cause, LadderPolicy policy)
    {
        var day = CivilTime.DateOf(cause.EffectiveAt);
        return new(
            measure.No,
            Actor.System.Name,
            "回头看反弹，督办期重新起算",
            [new(DeadlineKind.Progress, day.AddDays(policy.ProgressEveryDays)), new(DeadlineKind.Period, day.AddDays(policy.PeriodDays))]
        );
    }

    /// <summary>A circular is served for what no measure covers yet; null when everything is covered.</summary>
    private static LadderCall? Uncovered(LadderState ladder, LadderCall call)
    {
        var active = ladder.Measures.Where(measure => measure.IsInForce || measure.State == MeasureState.Decided).ToList();
        if (call.Round is { } round && active.Any(measure => measure.Round == round))
            return null;
        if (call.Issues.IsEmpty)
            return call;
        ImmutableArray<int> uncovered = [.. call.Issues.Where(no => !active.Any(measure => measure.Issues.Contains(no)))];
        return uncovered.IsEmpty ? null : call with { Issues = uncovered };
    }

    private static Measure Highest(LadderState ladder)
    {
        Measure? highest = null;
        foreach (var measure in ladder.Measures)
            if (measure.IsInForce && !(highest?.Rung >= measure.Rung))
                highest = measure;
        return highest!;
    }
}
