namespace Supervision.Journal.Tests;

public abstract class DocumentTests(StoreUnderTest kind) : JournalSuite(kind)
{
    [Fact]
    public async Task Documents_OfOneAppend_AreNumberedInOrderAndReadBack()
    {
        var events = new[] { Some.Event(), Some.Event() with { RecordedAt = Some.Noon.AddMilliseconds(5) } };
        await Commit(Some.Append(School, events: events) with { Documents = [Some.Notice(2), Some.Notice(1)] });
        await Commit(Some.Append(School, 2) with { Documents = [new("decision:1", "decision", 2026)] });

        (await Journal.Documents(School))
            .Should()
            .Equal(
                new StoredDocument(School, "notice:1", "330106", 2026, "rectification-notice", 2, 2, Some.Noon.AddMilliseconds(5)),
                new StoredDocument(School, "notice:2", "330106", 2026, "rectification-notice", 1, 2, Some.Noon.AddMilliseconds(5)),
                new StoredDocument(School, "decision:1", "330106", 2026, "decision", 1, 3, Some.Noon)
            );
        (await Journal.Documents("school/none")).Should().BeEmpty();
    }

    [Fact]
    public async Task Numbers_AreCountedPerCountyYearAndKind()
    {
        await Commit(
            Some.Append("school/1") with
            {
                Documents = [Some.Notice(1), Some.Notice(2, 2027), new("decision:1", "decision", 2026)],
            }
        );
        await Commit(Some.Append("school/2", head: Some.Head("school/2", 1, "330108")) with { Documents = [Some.Notice(1)] });
        await Commit(Some.Append("school/3") with { Documents = [Some.Notice(1), Some.Notice(2, 2027)] });

        (await Journal.DocumentsOf(new("330106")))
            .Select(document => (document.Year, document.Kind, document.Number, document.Stream))
            .Should()
            .Equal(
                (2026, "decision", 1, "school/1"),
                (2026, "rectification-notice", 1, "school/1"),
                (2026, "rectification-notice", 2, "school/3"),
                (2027, "rectification-notice", 1, "school/1"),
                (2027, "rectification-notice", 2, "school/3")
            );
        (await Journal.DocumentsOf(new("330108"))).Should().ContainSingle().Which.Number.Should().Be(1);
        (await Journal.DocumentsOf(new("330106", 2027))).Should().HaveCount(2);
        (await Journal.DocumentsOf(new("330106", Kind: "decision"))).Should().ContainSingle();
        (await Journal.DocumentsOf(new("3301"))).Should().BeEmpty();
    }

    [Fact]
    public async Task Document_AskedForAgain_KeepsItsNumber()
    {
        await Commit(Some.Append(School) with { Documents = [Some.Notice(1)] });
        await Commit(Some.Append(School, 1, head: Some.Head(School, 2, "330108")) with { Documents = [Some.Notice(1)] });
        await Commit(Some.Append("school/2") with { Documents = [Some.Notice(1)] });
        await Commit(Some.Append(School, 2) with { Documents = [Some.Notice(1), Some.Notice(2)] });

        (await Journal.Documents(School)).Select(document => (document.Number, document.Version)).Should().Equal((1, 1), (3, 3));
        (await Journal.DocumentsOf(new("330108"))).Should().BeEmpty();
    }

    [Fact]
    public async Task Documents_OfAppendsThatFail_TakeNoNumber()
    {
        var receipt = Some.Receipt();
        await Commit(Some.Append(School, receipt: receipt) with { Documents = [Some.Notice(1)] });

        (await Journal.Append(Some.Append(School) with { Documents = [Some.Notice(2)] })).Should().Be(AppendResult.Conflict.Instance);
        (await Journal.Append(Some.Append(School, 1, receipt) with { Documents = [Some.Notice(3)] }))
            .Should()
            .BeOfType<AppendResult.Duplicate>();
        var tooLarge = Some.Event() with { Payload = new byte[2_000_000] };
        var rejected = () => Journal.Append(Some.Append("school/2", events: [tooLarge]) with { Documents = [Some.Notice(1)] });
        await rejected.Should().ThrowAsync<JournalRejectedException>();
        await Under.Reopen();
        await Commit(Some.Append("school/3") with { Documents = [Some.Notice(1)] });

        (await Journal.DocumentsOf(new("330106")))
            .Select(document => (document.Number, document.Stream))
            .Should()
            .Equal((1, School), (2, "school/3"));
    }

    [Fact]
    public async Task Documents_OneRejectedAmongMany_TheOthersAreNumberedWithoutGap()
    {
        var tooLarge = Some.Event() with { Payload = new byte[2_000_000] };

        var appends = Enumerable
            .Range(0, 60)
            .Select(i =>
                Journal.Append(
                    Some.Append($"school/{i}", events: i == 30 ? [tooLarge] : null) with
                    {
                        Documents = [Some.Notice(1), Some.Notice(2)],
                    }
                )
            )
            .ToList();

        await appends[30].Awaiting(append => append).Should().ThrowAsync<JournalRejectedException>();
        await Task.WhenAll(appends.Where((_, i) => i != 30));
        (await Journal.DocumentsOf(new("330106", Take: 1000))).Select(document => document.Number).Should().Equal(Enumerable.Range(1, 118));
    }

    [Fact]
    public async Task DocumentsOf_PageByPage_GivesEachOnce()
    {
        foreach (var year in new[] { 2027, 2026 })
            await Commit(Some.Append($"school/{year}") with { Documents = [.. Enumerable.Range(1, 12).Select(i => Some.Notice(i, year))] });

        var all = new List<StoredDocument>();
        for (DocumentPosition? after = null; ; )
        {
            var page = await Journal.DocumentsOf(new("330106", After: after, Take: 5));
            all.AddRange(page);
            if (page.Count < 5)
                break;
            after = DocumentPosition.Of(page[^1]);
        }

        all.Select(document => (document.Year, document.Number))
            .Should()
            .Equal(new[] { 2026, 2027 }.SelectMany(year => Enumerable.Range(1, 12).Select(i => (year, i))));
        await Journal
            .Awaiting(journal => journal.DocumentsOf(new("330106", Take: 1001)))
            .Should()
            .ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task Append_TheSameDocumentTwice_IsTheCallersBug()
    {
        var act = () => Journal.Append(Some.Append(School) with { Documents = [Some.Notice(1), Some.Notice(1)] });
        await act.Should().ThrowAsync<ArgumentException>();
    }

    public sealed class OnSqlite() : DocumentTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : DocumentTests(StoreUnderTest.Postgres);
}
