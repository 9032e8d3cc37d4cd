using System.Text.Json.Serialization;

namespace Supervision.Rules.Clocks;

/// <summary>What a running clock of an issue, a measure, a referral or a self-check waits for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeadlineKind>))]
public enum DeadlineKind
{
    None = 0,

    // Issues (5.4)

    /// <summary>签收: the unit acknowledges the notice.</summary>
    Acknowledge = 1,

    /// <summary>The notice stays unacknowledged for so long that LR-03 applies.</summary>
    Silence = 2,

    /// <summary>控制措施中期报告: the interim report on a serious issue.</summary>
    Contain = 3,

    /// <summary>整改: the unit reports the rectification.</summary>
    Rectify = 4,

    /// <summary>The inspector files the unit's report with the county.</summary>
    File = 5,

    /// <summary>核查: somebody else than the reporter verifies.</summary>
    Verify = 6,

    /// <summary>回头看 becomes possible at the start of this day.</summary>
    LookBackOpens = 7,

    /// <summary>The surprise day the system chose for the look-back; at its start people are told.</summary>
    LookBackDay = 8,

    /// <summary>The look-back window's last day.</summary>
    LookBack = 9,

    /// <summary>A joint department answers a referral.</summary>
    Reply = 10,

    // Measures (5.5)

    /// <summary>A proposal is decided.</summary>
    Decide = 20,

    /// <summary>R1: what the notice is about is rectified and verified.</summary>
    Fix = 21,

    /// <summary>R2: the interview is held.</summary>
    Hold = 22,

    /// <summary>R2: minutes and commitment are on file.</summary>
    Minutes = 23,

    /// <summary>R2: the date the unit committed itself to.</summary>
    Commitment = 24,

    /// <summary>R3: the next progress report.</summary>
    Progress = 25,

    /// <summary>R3: the period of key supervision ends.</summary>
    Period = 26,

    /// <summary>R3: the application for delisting is answered.</summary>
    Accept = 27,

    /// <summary>R4: the text is published.</summary>
    Publish = 28,

    /// <summary>R5: last day to ask for a review (复核), or to appeal directly.</summary>
    ReviewRequest = 29,

    /// <summary>R5: the review is decided.</summary>
    ReviewDecision = 30,

    /// <summary>R5: last day to appeal (申诉).</summary>
    Appeal = 31,

    /// <summary>R5: the appeal is decided.</summary>
    AppealDecision = 32,

    /// <summary>R5: the original body corrects what was found wrong.</summary>
    Correction = 33,

    /// <summary>R5: the fact-finding group is set up, D(60) after the supervision work ended (2.3).</summary>
    FactFinding = 34,

    /// <summary>R5: the day whoever sets the group up is reminded of it.</summary>
    FactFindingNear = 35,

    /// <summary>自查: the self-check is handed in.</summary>
    SelfCheck = 40,
}

/// <summary>What a deadline belongs to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseKind>))]
public enum CaseKind
{
    None = 0,
    Issue = 1,
    Measure = 2,

    /// <summary>The number is the round's year and quarter, 20262 for 2026Q2.</summary>
    SelfCheck = 3,
    Referral = 4,

    /// <summary>A measure of an inspector's own ladder.</summary>
    Step = 5,

    /// <summary>Something entered by hand that waits for a second person.</summary>
    Entry = 6,
}

/// <summary>A running clock. It is data: whoever looks, and however late, finds it passed at the same instant (5.1.8).</summary>
/// <param name="Due">For what must be done: the last day, inclusive. For what opens: the first day.</param>
/// <param name="Passed">The day went by, and what the clock waits for has not happened yet.</param>
[GenerateSerializer, Immutable, Alias("deadline")]
public sealed record Deadline(DeadlineKind Kind, DateOnly Due, bool Passed = false)
{
    /// <summary>00:00 after the last day (5.1.3); for what opens, 00:00 of the day itself.</summary>
    [JsonIgnore]
    public DateTimeOffset FallsAt =>
        Kind is DeadlineKind.LookBackOpens or DeadlineKind.LookBackDay or DeadlineKind.FactFindingNear
            ? CivilTime.StartOf(Due)
            : CivilTime.EndOf(Due);
}

/// <summary>Sets of running clocks; a kind runs once at most.</summary>
public static class DeadlineSets
{
    public static Deadline? Of(this ImmutableArray<Deadline> set, DeadlineKind kind)
    {
        foreach (var deadline in set)
            if (deadline.Kind == kind)
                return deadline;
        return null;
    }

    /// <summary>Those of the kinds that run.</summary>
    public static ImmutableArray<Deadline> Only(this ImmutableArray<Deadline> set, params ReadOnlySpan<DeadlineKind> kinds)
    {
        var kept = ImmutableArray<Deadline>.Empty;
        foreach (var kind in kinds)
            if (set.Of(kind) is { } running)
                kept = kept.Add(running);
        return kept;
    }

    public static bool HasPassed(this ImmutableArray<Deadline> set, DeadlineKind kind) => set.Of(kind) is { Passed: true };

    public static ImmutableArray<Deadline> Without(this ImmutableArray<Deadline> set, params ReadOnlySpan<DeadlineKind> kinds)
    {
        foreach (var kind in kinds)
            if (set.Of(kind) is { } running)
                set = set.Remove(running);
        return set;
    }

    /// <summary>The added ones replace those of their kind.</summary>
    public static ImmutableArray<Deadline> With(this ImmutableArray<Deadline> set, ImmutableArray<Deadline> added)
    {
        foreach (var deadline in added)
            set = set.Without(deadline.Kind).Add(deadline);
        return set;
    }

    public static ImmutableArray<Deadline> Pass(this ImmutableArray<Deadline> set, DeadlineKind kind) =>
        set.Of(kind) is { } running ? set.Replace(running, running with { Passed = true }) : set;

    /// <summary>The next one to fall; null when all have passed.</summary>
    public static Deadline? Next(this ImmutableArray<Deadline> set)
    {
        Deadline? next = null;
        foreach (var deadline in set)
            if (!deadline.Passed && (next is null || deadline.FallsAt < next.FallsAt))
                next = deadline;
        return next;
    }
}
