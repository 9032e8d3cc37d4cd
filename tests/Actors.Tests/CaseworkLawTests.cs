namespace Supervision.Actors.Tests;

/// <summary>
/// A district's casework at random, ten thousand commands through the actors: what the journal holds is what people see, papers
/// are numbered without gaps, lists are what the units say, and a repeated command is answered as before.
/// </summary>
public abstract class CaseworkLawTests(StoreUnderTest kind, ITestOutputHelper output) : ActorSuite(kind)
{
    private const int Units = 32;
    private const int Commands = 10_000;

    [Fact]
    public async Task RandomCasework_LeavesJournalListsPapersAndViewsAgreed()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var work = new RandomCases(Silo, seed, Units);
        await work.Register();

        await work.Run(Commands);

        await Silo.County().Wake();
        output.WriteLine($"{work.Accepted} accepted, {work.Refused} refused, {work.Repeated} repeated");
        work.Accepted.Should().BeGreaterThan(Commands / 5);
        work.Differences.Should().BeEmpty("a repeat with the same operation id is answered as before (invariant 16)");
        var (open, proposals) = (new HashSet<string>(), 0);
        foreach (var code in work.Codes)
        {
            var view = (await Silo.School(code).Read())!;
            var stored = await Silo.Journal.Read($"school/{code}", 0);
            var replayed = Unit.Replay(
                UnitState.Empty,
                stored!.Events.Select(each => new Fact<UnitEvent>(
                    RulesJson.Read<UnitEvent>(each.Payload.Span),
                    each.EffectiveAt,
                    each.RecordedAt
                ))
            );
            RulesText.Of(view.Cases!.Ladder).Should().Be(RulesText.Of(replayed.Ladder));
            view.Cases.Issues.Select(RulesText.Of).Should().Equal(replayed.Issues.Select(RulesText.Of));
            var rows = await Silo.Journal.Issues(new("330521", Stream: $"school/{code}", Take: 1_000));
            rows.Where(row => row.ClosedAt is null)
                .Select(row => (row.Number, row.State))
                .Should()
                .BeEquivalentTo(replayed.Issues.Select(issue => (issue.No, issue.State.ToString())));
            rows.Should().HaveCount(replayed.LastIssue, "no issue disappears from the list (L17)");
            proposals += Rungs(stored.Events);
            foreach (var alert in AlertRules.Standing(replayed).Where(alert => !AlertKinds.IsSeenOnly(alert.Kind)))
                open.Add(alert.Id);
        }

        open.Should().NotBeEmpty();
        proposals.Should().BePositive("measures are proposed, and their alerts end with the decision");
        var alerts = (await AllOpenAlerts()).Where(id =>
            work.Codes.Any(code => id.Contains($":{code}:", StringComparison.Ordinal)) && !AlertKinds.IsSeenOnly(AlertKinds.OfId(id))
        );
        alerts.Should().BeEquivalentTo(open, "an alert stands exactly as long as its cause");
        await Papers(work);
    }

    /// <summary>Invariant 8: R2 and above are decided by people only, R1 by the system for the three clerical rules only.</summary>
    private static int Rungs(IReadOnlyList<StoredEvent> events)
    {
        var proposals = new Dictionary<int, MeasureProposed>();
        foreach (var stored in events)
        {
            switch (RulesJson.Read<UnitEvent>(stored.Payload.Span))
            {
                case MeasureProposed e:
                    proposals[e.No] = e;
                    break;
                case MeasureDecided { By: "system" } e:
                    proposals[e.No]
                        .Should()
                        .Match<MeasureProposed>(proposal => proposal.Rung == Rung.Circular && LadderCalls.Clerical.Contains(proposal.Rule));
                    break;
            }
        }

        return proposals.Count;
    }

    /// <summary>Invariant 10.</summary>
    private async Task Papers(RandomCases work)
    {
        var numbered = new List<StoredDocument>();
        DocumentPosition? after = null;
        while (true)
        {
            var page = await Silo.Journal.DocumentsOf(new(TestSilo.CountyCode, After: after, Take: 1_000));
            numbered.AddRange(page);
            if (page.Count < 1_000)
                break;
            after = DocumentPosition.Of(page[^1]);
        }

        numbered.Should().HaveCountGreaterThan(Units);
        foreach (var register in numbered.GroupBy(document => (document.Year, document.Kind)))
            register.Select(document => document.Number).Should().Equal(Enumerable.Range(1, register.Count()));
        var served = 0;
        foreach (var code in work.Codes)
            served += (await Silo.Journal.Read($"school/{code}", 0))!.Events.Count(stored =>
                stored.Kind == "measure-served"
                && RulesJson.Read<UnitEvent>(stored.Payload.Span) is MeasureServed { Form: not MeasureForm.Oral }
            );
        numbered
            .Count(document =>
                document.Kind
                    is "circular"
                        or "interview-notice"
                        or "plaque-notice"
                        or "supervision-order"
                        or "exposure-approval"
                        or "accountability-decision"
            )
            .Should()
            .Be(served);
    }

    private async Task<List<string>> AllOpenAlerts()
    {
        var open = new List<string>();
        var before = long.MaxValue;
        while (true)
        {
            var page = await Silo.Journal.Alerts(new(TestSilo.CountyCode, 500, before, OpenOnly: true));
            open.AddRange(page.Select(alert => alert.Id));
            if (page.Count < 500)
                return open;
            before = page[^1].Sequence;
        }
    }

    public sealed class OnSqlite(ITestOutputHelper output) : CaseworkLawTests(StoreUnderTest.Sqlite, output);

    public sealed class OnPostgres(ITestOutputHelper output) : CaseworkLawTests(StoreUnderTest.Postgres, output);
}
