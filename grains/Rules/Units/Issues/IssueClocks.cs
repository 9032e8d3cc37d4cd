using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Supervision.Rules.Units.Issues;

/// <summary>The deadlines an issue gets at each step (5.4), counted from a day 0 as 5.1 says.</summary>
internal static class IssueClocks
{
    /// <summary>When the unit is told.</summary>
    public static ImmutableArray<Deadline> Notice(Severity severity, bool selfFound, DateOnly day, Policy policy, WorkCalendar work)
    {
        var issues = policy.OfIssues;
        if (selfFound)
            return [new(DeadlineKind.Rectify, day.AddDays(issues.SelfFoundRectifyDays))];
        var deadlines = ImmutableArray.CreateBuilder<Deadline>(4);
        if (!IsToldOnTheSpot(severity, issues))
        {
            deadlines.Add(new(DeadlineKind.Acknowledge, work.AddWorkingDays(day, issues.AcknowledgeDays.Of(severity))));
            deadlines.Add(new(DeadlineKind.Silence, work.AddWorkingDays(day, policy.OfLadder.UnacknowledgedDays)));
        }

        if (severity == Severity.Serious)
            deadlines.Add(new(DeadlineKind.Contain, day.AddDays(issues.ContainDays)));
        deadlines.Add(new(DeadlineKind.Rectify, day.AddDays(issues.RectifyDays.Of(severity))));
        return deadlines.DrainToImmutable();
    }

    /// <summary>No acknowledgement is asked for.</summary>
    public static bool IsToldOnTheSpot(Severity severity, IssuePolicy policy) => policy.AcknowledgeDays.Of(severity) == 0;

    public static ImmutableArray<Deadline> Report(DateOnly day, IssuePolicy policy, WorkCalendar work) =>
        [new(DeadlineKind.File, day.AddDays(policy.FileDays)), new(DeadlineKind.Verify, work.AddWorkingDays(day, policy.VerifyDays))];

    /// <summary>
    /// The look-back's window, and in it the surprise day: a working day, a teaching day of a school where there is one, drawn from
    /// what nobody can foresee. Empty when the draw by lookback.rate leaves the issue out.
    /// </summary>
    public static ImmutableArray<Deadline> LookBack(
        Issue issue,
        UnitKind kind,
        DateOnly day,
        Guid seed,
        IssuePolicy policy,
        SchoolCalendar calendar
    )
    {
        var draw = Draw(seed, issue);
        if (draw % 100 >= (uint)policy.LookBackRates.Of(issue.Severity))
            return [];
        var (from, to) = (day.AddDays(policy.LookBackFromDays), day.AddDays(policy.LookBackToDays));
        var days = new List<DateOnly>();
        if (kind == UnitKind.School)
            Collect(calendar.IsTeachingDay);
        if (days.Count == 0)
            Collect(calendar.Work.IsWorkingDay);
        var chosen = days.Count == 0 ? from : days[(int)(draw / 100 % (uint)days.Count)];
        return [new(DeadlineKind.LookBackOpens, from), new(DeadlineKind.LookBackDay, chosen), new(DeadlineKind.LookBack, to)];

        void Collect(Func<DateOnly, bool> counts)
        {
            for (var next = from; next <= to; next = next.AddDays(1))
                if (counts(next))
                    days.Add(next);
        }
    }

    private static uint Draw(Guid seed, Issue issue)
    {
        Span<byte> bytes = stackalloc byte[24];
        seed.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], issue.No);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[20..], issue.Cycle);
        return BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(bytes));
    }
}
