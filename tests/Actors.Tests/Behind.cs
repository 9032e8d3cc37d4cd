using System.Text;

namespace Supervision.Actors.Tests;

/// <summary>Appends as another activation would, of which the one in memory knows nothing.</summary>
internal static class Behind
{
    public static Task<UnitSummary> Visit(IJournal journal, string stream, DateTimeOffset now, string startedAt) =>
        Execute(journal, stream, now, TestSilo.VisitAt(startedAt).Command);

    public static async Task<UnitSummary> Execute(IJournal journal, string stream, DateTimeOffset now, UnitCommand command)
    {
        var tail = (await journal.Read(stream, 0))!;
        var facts = tail.Events.Select(stored => new Fact<UnitEvent>(
            RulesJson.Read<UnitEvent>(stored.Payload.Span),
            stored.EffectiveAt,
            stored.RecordedAt
        ));
        var before = Unit.Replay(UnitState.Empty, facts);
        var rules = new Rulebook(new SchoolCalendar(Calendars.StateCouncil, Calendars.TermsOf(before.Profile!.County[..2])));
        var accepted = (Decision<UnitEvent>.Accepted)UnitDecisions.Decide(before, command, new(Actor.System, Guid.Empty, now, rules));
        var after = Unit.Replay(before, accepted.Facts);
        var summary = Summaries.Of(after, tail.Head.Version + accepted.Facts.Length, rules);
        var (head, alerts, resolved) = UnitProjection.Of(before, accepted.Facts, 0, after, summary);
        var events = accepted.Facts.Select(fact => new NewEvent(
            EventNames<UnitEvent>.Of(fact.Event),
            fact.EffectiveAt,
            fact.RecordedAt,
            "another",
            RulesJson.Write(fact.Event)
        ));
        (await journal.Append(new(tail.Head.Version, [.. events], head, null, alerts, resolved)))
            .Should()
            .Be(AppendResult.Committed.Instance);
        return summary;
    }

    public static async Task Policy(IJournal journal, string stream, DateTimeOffset now, Policy policy)
    {
        var head = (await journal.Read(stream, 0))!.Head;
        var activated = new NewEvent("policy-activated", now, now, "another", RulesJson.Write<CountyEvent>(new PolicyActivated(policy)));
        (await journal.Append(new(head.Version, [activated], head with { Version = head.Version + 1 }, null, [], [])))
            .Should()
            .Be(AppendResult.Committed.Instance);
    }
}

/// <summary>Values as text, because arrays inside records compare by reference.</summary>
internal static class RulesText
{
    public static string Of<T>(T value) => Encoding.UTF8.GetString(RulesJson.Write(value));
}
