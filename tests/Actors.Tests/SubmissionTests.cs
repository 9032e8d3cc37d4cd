namespace Supervision.Actors.Tests;

/// <summary>One operation, however often it is sent and whatever breaks on the way.</summary>
public abstract class SubmissionTests(StoreUnderTest kind) : ActorSuite(kind)
{
    [Fact]
    public async Task SameSubmission_ThreeTimesAtOnce_IsOneVisitWithOneAnswer()
    {
        await RegisterAll();
        var before = await Version();
        await using var watch = await Watch.Over(Silo.Grains, Silo.County());
        Silo.SetClock("2026-04-10 10:00");
        var submission = TestSilo.VisitAt("2026-04-10 09:00");

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Silo.School().Execute(submission)));

        answers.Select(RulesText.Of).Distinct().Should().ContainSingle();
        answers[0].Reply!.Version.Should().Be(before + 2);
        (await Version()).Should().Be(before + 2);
        await watch.Reaches(await Silo.County().Wake());
        watch
            .Deltas.SelectMany(delta => delta.Units)
            .Where(row => row.Version > before)
            .Should()
            .ContainSingle()
            .Which.Version.Should()
            .Be(before + 2);
    }

    [Fact]
    public async Task SameId_WithOtherContent_IsRefused()
    {
        await RegisterAll();
        Silo.SetClock("2026-04-10 12:00");
        var id = Guid.NewGuid();
        await Silo.School().Execute(TestSilo.VisitAt("2026-04-10 09:00", opId: id));
        var version = await Version();

        var second = await Silo.School().Execute(TestSilo.VisitAt("2026-04-10 10:30", opId: id));

        second.Refusal!.Code.Should().Be(RefusalCode.IdempotencyKeyReused);
        (await Version()).Should().Be(version);
        (await Silo.School().Execute(TestSilo.VisitAt("2026-04-10 09:00", opId: id)))
            .Reply!.Version.Should()
            .Be(version, "the first answer still stands");
    }

    [Fact]
    public async Task Refusal_Repeated_IsTheSameAlsoWhenItWouldNowBeAccepted()
    {
        await RegisterAll();
        var version = await Version();
        var early = TestSilo.VisitAt("2026-04-10 09:00");

        var first = await Silo.School().Execute(early);
        Silo.SetClock("2026-04-10 12:00");
        var second = await Silo.School().Execute(early);

        first.Refusal!.Code.Should().Be(RefusalCode.VisitInFuture);
        RulesText.Of(second).Should().Be(RulesText.Of(first));
        (await Version()).Should().Be(version);
    }

    [Fact]
    public async Task RefusedByPermission_LeavesTheUnitAsItWas()
    {
        await RegisterAll();
        var version = await Version();
        var visit = TestSilo.VisitAt("2026-04-01 07:00") with { Actor = new("别人", ActorRole.Inspector, "", "督学-330521-09") };

        (await Silo.School().Execute(visit)).Refusal!.Code.Should().Be(RefusalCode.NotYourself);
        (await Silo.School().Execute(visit with { OpId = Guid.NewGuid(), Actor = TestSilo.Office with { Area = "3306" } }))
            .Refusal!.Code.Should()
            .Be(RefusalCode.OutOfScope);

        (await Version()).Should().Be(version);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StoreLost_DuringTheCommit_IsRetryableAndTheRepeatDoesTheWorkOnce(bool committed)
    {
        await RegisterAll();
        var version = await Version();
        Silo.SetClock("2026-04-10 12:00");
        var submission = TestSilo.VisitAt("2026-04-10 09:00");
        if (committed)
            Silo.Journal.LoseAfterCommit = append => append.Stream == SchoolKey;
        else
            Silo.Journal.LoseBeforeCommit = append => append.Stream == SchoolKey;

        await FluentActions.Awaiting(() => Silo.School().Execute(submission)).Should().ThrowAsync<RetryableFaultException>();
        var loads = 0;
        Silo.Journal.LoseRead = stream => stream == SchoolKey && ++loads < 0; // loses nothing, counts
        (Silo.Journal.LoseAfterCommit, Silo.Journal.LoseBeforeCommit) = (null, null);
        var answer = await Silo.School().Execute(submission);

        loads.Should().BeGreaterThan(0, "the activation that saw the fault has ended");
        answer.Reply!.Visit!.Counts.Should().Be(Period.Parse("2026-04"));
        (await Version()).Should().Be(version + 2).And.Be(answer.Reply.Version);
        (await Silo.Journal.History(SchoolKey, long.MaxValue, 10)).Count(stored => stored.Kind == "visit-accepted").Should().Be(1);
    }

    [Fact]
    public async Task StoreLost_WhileTheUnitIsLoaded_IsRetryable()
    {
        await RegisterAll();
        await Silo.Restart();
        Silo.SetClock("2026-04-10 12:00");
        Silo.Journal.LoseRead = stream => stream is SchoolKey or InspectorKey;
        var submission = TestSilo.VisitAt("2026-04-10 09:00");

        await FluentActions.Awaiting(() => Silo.School().Execute(submission)).Should().ThrowAsync<RetryableFaultException>();
        await FluentActions.Awaiting(() => Silo.Inspector().Worklist()).Should().ThrowAsync<RetryableFaultException>();
        Silo.Journal.LoseRead = null;

        (await Silo.School().Execute(submission)).Reply.Should().NotBeNull();
        (await Silo.Inspector().Worklist()).Should().NotBeNull();
    }

    [Fact]
    public async Task SecondWriter_MovesTheStream_AndTheCommandIsDecidedAgain()
    {
        const string other = "督学-330521-02";
        await RegisterAll();
        var version = await Version();
        Silo.SetClock("2026-04-10 12:00");
        // Another activation satisfies the month first.
        Silo.Journal.Meanwhile = Once(SchoolKey, journal => Behind.Visit(journal, SchoolKey, Silo.Now, "2026-04-09 09:00"));
        await Silo.Appoint(other);

        var answer = await Silo.School().Execute(TestSilo.VisitAt("2026-04-10 09:00"));

        answer.Reply!.Visit!.NotCounted.Should().Be(NotCountedReason.AlreadySatisfied);
        answer.Reply.Version.Should().Be(version + 3);
        (await Version()).Should().Be(version + 3);
        (await Silo.School().Read())!.Summary.Done.Should().Be(1);
    }

    [Fact]
    public async Task Refusal_ByMemoryThatIsBehind_IsDecidedAgain()
    {
        await RegisterAll();
        Silo.SetClock("2026-05-20 12:00");
        await Silo.School().Advance();
        await Behind.Visit(Silo.Journal, SchoolKey, Silo.Now, "2026-04-09 09:00"); // too late to count without approval

        var answer = await Silo.School()
            .Execute(TestSilo.Submit<UnitCommand>(new ApproveLateVisit(Period.Parse("2026-04"), null, "设备故障,核实属实")));

        answer.Refusal.Should().BeNull("there is a visit to approve, though this activation did not take it");
        (await DutyOf("2026-04")).Should().Be(DutyState.SatisfiedLate);
    }

    [Fact]
    public async Task County_StoreLostAfterTheCommit_AnswersTheRepeatAndOpensItsBoard()
    {
        var registration = TestSilo.Submit<CountyCommand>(new RegisterCounty(TestSilo.ProfileOfCounty()));
        Silo.Journal.LoseAfterCommit = append => append.Stream == CountyKey;

        await FluentActions.Awaiting(() => Silo.County().Execute(registration)).Should().ThrowAsync<RetryableFaultException>();
        Silo.Journal.LoseAfterCommit = null;

        (await Silo.County().Execute(registration)).Reply!.Should().Be(new Reply(CountyKey, 1, true, null, null));
        (await Silo.County().Board()).Should().NotBeNull();
    }

    private static Func<IJournal, Append, Task> Once(string stream, Func<IJournal, Task> act)
    {
        var done = 0;
        return (journal, append) => append.Stream == stream && Interlocked.Exchange(ref done, 1) == 0 ? act(journal) : Task.CompletedTask;
    }

    public sealed class OnSqlite() : SubmissionTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : SubmissionTests(StoreUnderTest.Postgres);
}
