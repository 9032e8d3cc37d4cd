namespace Supervision.Journal.Tests;

public abstract class IssueTests(StoreUnderTest kind) : JournalSuite(kind)
{
    private static readonly DateOnly May = new(2026, 5, 1);

    [Fact]
    public async Task Issue_IsReadBackAsWritten_AndReplacedByTheNextAppend()
    {
        var open = Some.Issue(1, due: May);
        await Commit(Some.Append(School) with { Issues = [open, Some.Issue(2)] });
        (await Journal.Issues(new("330106", Stream: School)))
            .Should()
            .BeEquivalentTo([Stored(open), Stored(Some.Issue(2))], options => options.WithStrictOrdering());

        var closed = Some.Issue(1, "closed", "minor", "food", Some.Noon.AddDays(1), null, Some.Noon.AddDays(3).AddMilliseconds(7));
        await Commit(Some.Append(School, 1) with { Issues = [closed] });
        (await Journal.Issues(new("330106")))
            .Should()
            .BeEquivalentTo([Stored(closed), Stored(Some.Issue(2))], options => options.WithStrictOrdering());

        static StoredIssueRow Stored(IssueRow row) =>
            new(
                School,
                row.Number,
                "330106",
                "ins-1",
                row.State,
                row.Severity,
                row.Category,
                row.OpenedAt,
                row.DueOn,
                row.ClosedAt,
                row.Payload
            );
    }

    [Fact]
    public async Task Issues_MeetEveryCondition_AndAreCounted()
    {
        await Commit(
            Some.Append("school/1") with
            {
                Issues =
                [
                    Some.Issue(1, due: May),
                    Some.Issue(2, "overdue", "minor", "fire/alarms", due: May.AddDays(-1)),
                    Some.Issue(3, "closed", closed: Some.Noon),
                    Some.Issue(4, category: "食品/冷藏"),
                ],
            }
        );
        await Commit(
            Some.Append("school/2", head: Some.Head("school/2", 1, "330108", "ins-2")) with
            {
                Issues = [Some.Issue(1, opened: Some.Noon.AddDays(1))],
            }
        );
        await Commit(
            Some.Append("school/3", head: Some.Head("school/3", 1, "330203", inspector: null)) with
            {
                Issues = [Some.Issue(1, opened: Some.Noon.AddDays(-1))],
            }
        );
        await Commit(Some.Append("school/4", head: Some.Head("school/4", 1, "410105")) with { Issues = [Some.Issue(1)] });

        (await Found(new(""))).Should().Equal("2:1", "1:1", "1:2", "1:3", "1:4", "4:1", "3:1");
        (await Found(new("33"))).Should().Equal("2:1", "1:1", "1:2", "1:3", "1:4", "3:1");
        (await Found(new("3301"))).Should().Equal("2:1", "1:1", "1:2", "1:3", "1:4");
        (await Found(new("330108"))).Should().Equal("2:1");
        (await Found(new("330106", ["overdue", "closed"]))).Should().Equal("1:2", "1:3");
        (await Found(new("33", []))).Should().BeEmpty();
        (await Found(new("33", Severity: "minor"))).Should().Equal("1:2");
        (await Found(new("330106", CategoryPrefix: "fire/"))).Should().Equal("1:1", "1:2", "1:3");
        (await Found(new("330106", CategoryPrefix: "食品"))).Should().Equal("1:4");
        (await Found(new("33", Stream: "school/2"))).Should().Equal("2:1");
        (await Found(new("", Inspector: "ins-2"))).Should().Equal("2:1");
        (await Found(new("330106", OpenOnly: true))).Should().Equal("1:1", "1:2", "1:4");
        (await Found(new("330106", DueBefore: May))).Should().Equal("1:2");
        (await Found(new("330106", ["open", "overdue"], "serious", "fire", "school/1", "ins-1", true, May.AddDays(1))))
            .Should()
            .Equal("1:1");

        async Task<IEnumerable<string>> Found(IssueQuery query)
        {
            var issues = await Journal.Issues(query);
            (await Journal.CountIssues(query)).Should().Be(issues.Count);
            return issues.Select(issue => $"{issue.Stream["school/".Length..]}:{issue.Number}");
        }
    }

    [Fact]
    public async Task Issues_PageByPage_GiveEachOnce()
    {
        foreach (var stream in Enumerable.Range(10, 10))
            await Commit(
                Some.Append($"school/{stream}") with
                {
                    Issues = [.. Enumerable.Range(1, 5).Select(i => Some.Issue(i, opened: Some.Noon.AddDays(-stream * i % 7)))],
                }
            );
        var query = new IssueQuery("330106", Take: 7);

        var all = new List<StoredIssueRow>();
        while (await Journal.Issues(query) is { Count: > 0 } page)
        {
            page.Count.Should().BeLessThanOrEqualTo(7);
            all.AddRange(page);
            query = query with { After = IssuePosition.Of(page[^1]) };
        }

        all.Select(issue => (issue.OpenedAt, issue.Stream, issue.Number))
            .Should()
            .Equal((await Journal.Issues(new("330106", Take: 1000))).Select(issue => (issue.OpenedAt, issue.Stream, issue.Number)))
            .And.Equal(
                all.OrderByDescending(issue => issue.OpenedAt)
                    .ThenBy(issue => issue.Stream, StringComparer.Ordinal)
                    .ThenBy(issue => issue.Number)
                    .Select(issue => (issue.OpenedAt, issue.Stream, issue.Number))
            );
        all.Should().HaveCount(50);
        (await Journal.CountIssues(query with { Take = 1 })).Should().Be(50);
        foreach (var take in new[] { 0, 1001 })
            await Journal
                .Awaiting(journal => journal.Issues(query with { Take = take }))
                .Should()
                .ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task Issues_OfAStreamThatMoves_FollowItsHead()
    {
        await Commit(Some.Append("school/1") with { Issues = [Some.Issue(1), Some.Issue(2), Some.Issue(3)] });
        await Commit(Some.Append("school/2") with { Issues = [Some.Issue(1)] });

        await Commit(
            Some.Append("school/1", 1, head: Some.Head("school/1", 2, "330108", "ins-1")) with
            {
                Issues = [Some.Issue(2, "overdue")],
            }
        );
        (await Where())
            .Should()
            .Equal("1:1 330108 ins-1 open", "1:2 330108 ins-1 overdue", "1:3 330108 ins-1 open", "2:1 330106 ins-1 open");

        await Commit(Some.Append("school/1", 2, head: Some.Head("school/1", 3, "330108", inspector: null)));
        await Commit(Some.Append("school/2", 1, head: Some.Head("school/2", 2, "330106", "ins-2")) with { Issues = [Some.Issue(2)] });
        (await Where())
            .Should()
            .Equal("1:1 330108  open", "1:2 330108  overdue", "1:3 330108  open", "2:1 330106 ins-2 open", "2:2 330106 ins-2 open");

        await Commit(Some.Append("school/1", 3, head: Some.Head("school/1", 4, "330108", "ins-9")));
        (await Journal.CountIssues(new("330108", Inspector: "ins-9"))).Should().Be(3);

        async Task<IEnumerable<string>> Where() =>
            (await Journal.Issues(new("33"))).Select(issue =>
                $"{issue.Stream["school/".Length..]}:{issue.Number} {issue.County} {issue.Inspector} {issue.State}"
            );
    }

    [Fact]
    public async Task Appends_ThatStayMoveRepeatOrConflict_CommittedTogether_EachGetTheirAnswer()
    {
        string[] streams = [.. Enumerable.Range(100, 60).Select(i => $"school/{i}")];
        Receipt[] receipts = [.. streams.Select(_ => Some.Receipt(Guid.NewGuid()))];
        await Task.WhenAll(
            streams.Select((stream, i) => Commit(Some.Append(stream, receipt: receipts[i]) with { Issues = [Some.Issue(1)] }))
        );

        var answers = await Task.WhenAll(
            streams.Select(
                (stream, i) =>
                    Journal.Append(
                        (i % 5) switch
                        {
                            0 => Some.Append(stream, 1),
                            1 => Some.Append(stream, 1, head: Some.Head(stream, 2, "330108")),
                            2 => Some.Append(stream, 1, head: Some.Head(stream, 2, inspector: null)),
                            3 => Some.Append(stream, 7, head: Some.Head(stream, 8, "330108")),
                            _ => Some.Append(stream, 1, receipts[i], Some.Head(stream, 2, "330108")),
                        }
                    )
            )
        );

        answers
            .Select(
                (answer, i) =>
                    (i % 5) switch
                    {
                        3 => answer is AppendResult.Conflict,
                        4 => answer is AppendResult.Duplicate { Receipt.OpId: var opId } && opId == receipts[i].OpId,
                        _ => answer is AppendResult.Committed,
                    }
            )
            .Should()
            .NotContain(false);
        (await Journal.Issues(new("", Take: 1000)))
            .Select(issue => (issue.County, issue.Inspector))
            .Should()
            .Equal(
                streams.Select(
                    (_, i) =>
                        (i % 5) switch
                        {
                            1 => ("330108", "ins-1"),
                            2 => ("330106", (string?)null),
                            _ => ("330106", "ins-1"),
                        }
                )
            );
        (await Journal.Heads(new(["school"])))
            .Select(head => (int)head.Version)
            .Should()
            .Equal(streams.Select((_, i) => i % 5 < 3 ? 2 : 1));
    }

    [Fact]
    public async Task Issues_OfAppendsThatFail_AreNotWritten()
    {
        var receipt = Some.Receipt();
        await Commit(Some.Append(School, receipt: receipt) with { Issues = [Some.Issue(1)] });

        await Journal.Append(Some.Append(School, 5, head: Some.Head(School, 6, "330108")) with { Issues = [Some.Issue(1, "lost")] });
        await Journal.Append(Some.Append(School, 1, receipt, Some.Head(School, 2, "330108")) with { Issues = [Some.Issue(2)] });
        var rejected = () =>
            Journal.Append(Some.Append("school/2") with { Issues = [Some.Issue(1) with { Payload = new byte[2_000_000] }] });
        await rejected.Should().ThrowAsync<JournalRejectedException>();
        var repeated = () => Journal.Append(Some.Append("school/2") with { Issues = [Some.Issue(1), Some.Issue(1)] });
        await repeated.Should().ThrowAsync<ArgumentException>();

        (await Journal.Issues(new(""))).Should().ContainSingle().Which.Should().BeEquivalentTo(Some.Issue(1));
        (await Journal.Read("school/2", 0)).Should().BeNull();
    }

    public sealed class OnSqlite() : IssueTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : IssueTests(StoreUnderTest.Postgres);
}
