namespace Supervision.Journal.Tests;

public abstract class AppendTests(StoreUnderTest kind) : JournalSuite(kind)
{
    [Fact]
    public async Task Append_TwoEvents_AreReadBackAsWritten()
    {
        var receipt = Some.Receipt();
        var first = new NewEvent("visit-accepted", Some.Noon.AddMilliseconds(-1), Some.Noon, "李老师", Some.Json("一"));
        var second = new NewEvent("issue-opened", Some.Noon, Some.Noon.AddMilliseconds(7), "system", Some.Json("二"));
        var head = Some.Head(School, 2, inspector: null, due: Some.Noon.AddDays(30).AddMilliseconds(123));

        await Commit(School, receipt: receipt, head: head, events: [first, second]);
        var tail = await Journal.Read(School, 0);

        tail!.Head.Should().BeEquivalentTo(head);
        tail.Events.Should().BeEquivalentTo([Stored(1, first), Stored(2, second)], options => options.WithStrictOrdering());

        StoredEvent Stored(long version, NewEvent e) =>
            new(School, version, e.Kind, e.EffectiveAt, e.RecordedAt, e.Actor, receipt.OpId, e.Payload);
    }

    [Fact]
    public async Task Read_UnknownStream_IsNull() => (await Journal.Read("school/none", 0)).Should().BeNull();

    [Fact]
    public async Task Read_AfterAVersion_GivesOnlyWhatFollows()
    {
        await Commit(School, events: [Some.Event(), Some.Event(), Some.Event()]);

        (await Journal.Read(School, 2))!.Events.Select(e => e.Version).Should().Equal(3);
        (await Journal.Read(School, 3))!.Events.Should().BeEmpty();
    }

    [Fact]
    public async Task Append_OnAnOldVersion_ConflictsAndWritesNothing()
    {
        await Commit(School);

        (await Append(School, receipt: Some.Receipt(), alerts: [Some.Alert("a")])).Should().Be(AppendResult.Conflict.Instance);
        (await Append(School, expected: 5, receipt: Some.Receipt())).Should().Be(AppendResult.Conflict.Instance);
        (await Append("school/absent", expected: 3)).Should().Be(AppendResult.Conflict.Instance);

        (await Journal.Read(School, 0))!.Events.Should().HaveCount(1);
        (await Journal.Alerts(new AlertQuery("330106"))).Should().BeEmpty();
    }

    [Fact]
    public async Task Append_ManyAtOnceAndOneConflicts_OnlyThatCallerFails()
    {
        await Commit("school/50");

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Append($"school/{i}")));

        results[50].Should().Be(AppendResult.Conflict.Instance);
        results.Where((_, i) => i != 50).Should().AllBeEquivalentTo(AppendResult.Committed.Instance);
    }

    [Fact]
    public async Task Append_SameOperationAgain_ReturnsTheFirstAnswer()
    {
        var first = Some.Receipt(body: "first");
        await Commit(School, receipt: first);

        var again = await Append(School, expected: 1, receipt: Some.Receipt(first.OpId, "second"));

        again.Should().BeOfType<AppendResult.Duplicate>().Which.Receipt.Should().BeEquivalentTo(first);
        (await Journal.Read(School, 0))!.Head.Version.Should().Be(1);
    }

    [Fact]
    public async Task Append_SameOperationInParallel_CommitsOnce()
    {
        var receipt = Some.Receipt();

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Append(School, receipt: receipt)));

        results.Should().ContainSingle(result => result is AppendResult.Committed);
        results.OfType<AppendResult.Duplicate>().Should().HaveCount(2);
        (await Journal.Read(School, 0))!.Events.Should().HaveCount(1);
    }

    [Fact]
    public async Task Append_SameOperationOnAnotherStream_IsAnotherOperation()
    {
        var receipt = Some.Receipt();
        await Commit("school/1", receipt: receipt);
        await Commit("school/2", receipt: receipt);
    }

    [Fact]
    public async Task Append_OneTooLargeAmongMany_FailsAlone()
    {
        var tooLarge = Some.Event() with { Payload = new byte[2_000_000] };

        var appends = Enumerable.Range(0, 60).Select(i => Append($"school/{i}", events: i == 30 ? [tooLarge] : null)).ToList();

        await appends[30].Awaiting(append => append).Should().ThrowAsync<JournalRejectedException>();
        (await Task.WhenAll(appends.Where((_, i) => i != 30))).Should().AllBeEquivalentTo(AppendResult.Committed.Instance);
        (await Journal.Read("school/30", 0)).Should().BeNull();
    }

    [Fact]
    public async Task Append_HeadThatDoesNotFollow_IsTheCallersBug()
    {
        var act = () => Append(School, head: Some.Head(School, 2));
        await act.Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task History_BelowAVersion_IsNewestFirst()
    {
        await Commit(School, events: [.. Enumerable.Range(1, 10).Select(i => Some.Event(payload: $"{i}"))]);

        (await Journal.History(School, 9, 3)).Select(e => e.Version).Should().Equal(8, 7, 6);
        (await Journal.History(School, 3, 10)).Select(e => e.Version).Should().Equal(2, 1);
    }

    [Fact]
    public async Task KeepReceipt_Twice_TheFirstStands()
    {
        var first = Some.Receipt(body: "refused: too early");

        (await Journal.KeepReceipt(School, first)).Should().BeEquivalentTo(first);
        (await Journal.KeepReceipt(School, Some.Receipt(first.OpId, "other"))).Should().BeEquivalentTo(first);
        (await Journal.FindReceipt(School, first.OpId)).Should().BeEquivalentTo(first);
        (await Journal.FindReceipt(School, Guid.NewGuid())).Should().BeNull();
        (await Append(School, receipt: Some.Receipt(first.OpId))).Should().BeOfType<AppendResult.Duplicate>();
    }

    [Fact]
    public async Task KeepReceiptAndAppend_InParallel_GiveOneAnswer()
    {
        for (var round = 0; round < 20; round++)
        {
            var stream = $"school/{round}";
            var refused = Some.Receipt(body: "refused");
            var accepted = refused with { Body = Some.Json("accepted") };

            var append = Append(stream, receipt: accepted);
            var kept = await Journal.KeepReceipt(stream, refused);
            var committed = await append is AppendResult.Committed;

            kept.Body.ToArray().Should().Equal((committed ? accepted : refused).Body.ToArray());
        }
    }

    [Fact]
    public async Task Dispose_WithAppendsWaiting_CommitsThemFirst()
    {
        var appends = Enumerable.Range(0, 400).Select(i => Append($"school/{i}")).ToList();

        await Under.Close();

        (await Task.WhenAll(appends)).Should().AllBeEquivalentTo(AppendResult.Committed.Instance);
        await Under.Reopen();
        (await Journal.Heads(new HeadQuery(["school"]))).Should().HaveCount(400);
    }

    public sealed class OnSqlite() : AppendTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : AppendTests(StoreUnderTest.Postgres);
}
