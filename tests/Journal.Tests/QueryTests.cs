namespace Supervision.Journal.Tests;

public abstract class QueryTests(StoreUnderTest kind) : JournalSuite(kind)
{
    [Fact]
    public async Task Heads_ByKindCountyAndInspector_AreOrderedByStream()
    {
        await Commit("school/2", head: Some.Head("school/2", 1, "330106", "ins-1"));
        await Commit("school/1", head: Some.Head("school/1", 1, "330108", "ins-2"));
        await Commit("school/3", head: Some.Head("school/3", 1, "330203", inspector: null));
        await Commit("institution/1", head: Some.Head("institution/1", 1, "330106", "ins-1"));
        await Commit("school/4", head: Some.Head("school/4", 1, "410105", "ins-9"));

        (await Streams(new(["school"]))).Should().Equal("school/1", "school/2", "school/3", "school/4");
        (await Streams(new(["school", "institution"], "330106"))).Should().Equal("institution/1", "school/2");
        (await Streams(new(["school"], "3301"))).Should().Equal("school/1", "school/2");
        (await Streams(new(["school"], "33"))).Should().Equal("school/1", "school/2", "school/3");
        (await Streams(new(["school", "institution"], Inspector: "ins-1"))).Should().Equal("institution/1", "school/2");
        (await Streams(new(["school"], "3301", "ins-2"))).Should().Equal("school/1");
        (await Streams(new(["county"]))).Should().BeEmpty();

        async Task<IEnumerable<string>> Streams(HeadQuery query) => (await Journal.Heads(query)).Select(head => head.Stream);
    }

    [Fact]
    public async Task HeadVersions_AreThoseOfHeads()
    {
        await Commit("school/1", events: [Some.Event(), Some.Event()]);
        await Commit("school/2");
        await Commit("school/2", expected: 1);
        await Commit("institution/2");

        (await Journal.HeadVersions(new(["school"], "3301")))
            .Should()
            .BeEquivalentTo(new Dictionary<string, long> { ["school/1"] = 2, ["school/2"] = 2 });
    }

    [Fact]
    public async Task Visits_OfAPerson_AreFoundWhateverStreamTheyAreIn_WithWhatBecameOfThem()
    {
        await Commit("school/1", events: [Visit("visit-accepted", "ins-1", 9, 10), Visit("visit-accepted", "ins-2", 9, 10)]);
        await Commit("institution/1", events: [Visit("visit-flagged", "ins-1", 12, 13), Visit("period-satisfied", null, 12, 13)]);
        await Commit("school/2", events: [Visit("visit-voided", "ins-1", 30, 30)]);

        (await Found(new("ins-1", At(9)))).Should().Equal("school/1@1", "institution/1@1", "school/2@1");
        (await Found(new("ins-1", At(10)))).Should().Equal("institution/1@1", "school/2@1");
        (await Found(new("ins-1", At(9), Until: At(12)))).Should().Equal("school/1@1", "school/2@1");
        (await Found(new("ins-1", At(9), RecordedFrom: At(13)))).Should().Equal("institution/1@1", "school/2@1");
        (await Found(new("ins-3", At(0)))).Should().BeEmpty();

        async Task<IEnumerable<string>> Found(VisitorQuery query) =>
            (await Journal.Visits(query)).Select(stored => $"{stored.Stream}@{stored.Version}");

        static DateTimeOffset At(int hour) => Some.Noon.AddHours(hour);

        static NewEvent Visit(string kind, string? visitor, int effective, int recorded) =>
            new(kind, At(effective), At(recorded), "li", Some.Json("一")) { Visitor = visitor };
    }

    [Fact]
    public async Task Due_IsEarliestFirstAndInclusive()
    {
        await Commit("school/late", head: Some.Head("school/late", 1, due: Some.Noon));
        await Commit("school/early", head: Some.Head("school/early", 1, due: Some.Noon.AddHours(-3)));
        await Commit("school/never", head: Some.Head("school/never", 1));
        await Commit("school/later", head: Some.Head("school/later", 1, due: Some.Noon.AddMilliseconds(1)));
        await Commit("school/elsewhere", head: Some.Head("school/elsewhere", 1, "330108", due: Some.Noon));

        (await Journal.Due("330106", Some.Noon, 10)).Should().Equal("school/early", "school/late");
        (await Journal.Due("330106", Some.Noon, 1)).Should().Equal("school/early");
    }

    [Fact]
    public async Task Alert_RaisedTwice_IsStoredOnce()
    {
        await Commit("school/1", alerts: [Some.Alert("missed:1", "inspector/1", "county/330106")]);
        await Commit("school/1", expected: 1, alerts: [Some.Alert("missed:1", "inspector/2"), Some.Alert("missed:2", "inspector/2")]);

        var alerts = await Journal.Alerts(new("330106"));

        alerts.Select(alert => alert.Id).Should().Equal("missed:2", "missed:1");
        alerts[1].Recipients.Should().Equal("inspector/1", "county/330106");
        alerts[1].Should().BeEquivalentTo(Some.Alert("missed:1", "inspector/1", "county/330106"));
        alerts[1].ResolvedAt.Should().BeNull();
    }

    [Fact]
    public async Task Alert_Acknowledged_KeepsWhoWasFirst()
    {
        await Commit("school/1", alerts: [Some.Alert("a"), Some.Alert("b")]);

        var first = await Journal.AcknowledgeAlert("330106", "a", "li", Some.Noon.AddHours(1));
        var second = await Journal.AcknowledgeAlert("330106", "a", "wang", Some.Noon.AddHours(2));

        (first!.AcknowledgedBy, first.AcknowledgedAt).Should().Be(("li", Some.Noon.AddHours(1)));
        second.Should().BeEquivalentTo(first);
        (await Journal.Alerts(new("330106")))
            .Select(alert => (alert.Id, alert.AcknowledgedBy, alert.ResolvedAt))
            .Should()
            .Equal(("b", null, null), ("a", "li", null));
        (await Journal.AcknowledgeAlert("330108", "b", "li", Some.Noon)).Should().BeNull("the alert is another county's");
        (await Journal.AcknowledgeAlert("330106", "c", "li", Some.Noon)).Should().BeNull();
    }

    [Fact]
    public async Task Alert_AcknowledgedAsAnEnd_IsResolvedWithItsReason()
    {
        await Commit("school/1", alerts: [Some.Alert("a"), Some.Alert("b")]);
        await Commit("school/1", expected: 1, resolved: ["b"]);

        var seen = await Journal.AcknowledgeAlert("330106", "a", "li", Some.Noon.AddHours(1), "acknowledged");
        var late = await Journal.AcknowledgeAlert("330106", "b", "li", Some.Noon.AddHours(1), "acknowledged");

        (seen!.ResolvedAt, seen.ResolvedReason).Should().Be((Some.Noon.AddHours(1), "acknowledged"));
        (late!.ResolvedAt, late.ResolvedReason).Should().Be((Some.Noon, "visited-since"), "what ended it first stands");
        (await Journal.CountOpenAlerts("330106")).Should().Be(0);
    }

    [Fact]
    public async Task Alerts_EndedApartFromEvents_AreResolvedOnce_InTheirCountyOnly()
    {
        await Commit("school/1", alerts: [Some.Alert("a"), Some.Alert("b")]);

        (await Journal.EndAlerts("330108", [new("a", "moved")], Some.Noon)).Should().Be(0);
        (await Journal.EndAlerts("330106", [new("a", "visited-since"), new("unknown", "moved")], Some.Noon)).Should().Be(1);
        (await Journal.EndAlerts("330106", [new("a", "moved")], Some.Noon.AddHours(1))).Should().Be(0);

        (await Journal.Alerts(new("330106")))
            .Select(alert => (alert.Id, alert.ResolvedReason))
            .Should()
            .Equal(("b", null), ("a", "visited-since"));
    }

    [Fact]
    public async Task Alerts_InOneCommitFromTwoStreams_AreStoredOnce()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 40).Select(i => Commit($"school/{i}", alerts: [Some.Alert($"x:{i % 2}"), Some.Alert($"x:{1 - i % 2}")]))
        );

        (await Journal.Alerts(new("330106"))).Should().HaveCount(2);
    }

    [Fact]
    public async Task Alert_Resolved_KeepsItsFirstResolution()
    {
        await Commit("school/1", alerts: [Some.Alert("a"), Some.Alert("b")]);
        await Commit("school/1", expected: 1, resolved: ["a", "unknown"]);
        await Commit("school/1", expected: 2, resolved: ["a"], events: [Some.Event() with { RecordedAt = Some.Noon.AddDays(1) }]);

        (await Journal.Alerts(new("330106", OpenOnly: true))).Select(alert => alert.Id).Should().Equal("b");
        (await Journal.Alerts(new("330106"))).Single(alert => alert.Id == "a").ResolvedAt.Should().Be(Some.Noon);
    }

    /// <summary>An alert stays with the county in which it was raised, so that county has to hear of its end.</summary>
    [Fact]
    public async Task Alert_ResolvedAfterItsStreamMoved_NamesTheCountyThatHoldsIt()
    {
        await Commit("school/1", alerts: [Some.Alert("a"), Some.Alert("b"), Some.Alert("c")]);
        var moved = Some.Head("school/1", 2) with { County = "330108" };

        var results = await Task.WhenAll(
            Append("school/1", 1, head: moved, resolved: ["a", "b"]),
            Append("school/2", alerts: [Some.Alert("d")])
        );

        results[0].Should().BeOfType<AppendResult.Committed>().Which.ResolvedElsewhere.Should().Equal("330106");
        results[1].Should().Be(AppendResult.Committed.Instance);
        var later = await Append("school/1", 2, head: moved with { Version = 3 }, resolved: ["a", "c"], alerts: [Some.Alert("e")]);
        later.Should().BeOfType<AppendResult.Committed>().Which.ResolvedElsewhere.Should().Equal("330106");
        (await Append("school/1", 3, head: moved with { Version = 4 }, resolved: ["a", "e"]))
            .Should()
            .Be(AppendResult.Committed.Instance, "it holds what it resolved itself");
    }

    [Fact]
    public async Task Alert_RaisedAndResolvedTogether_IsResolved()
    {
        await Commit("school/1", alerts: [Some.Alert("a")], resolved: ["a"]);

        (await Journal.Alerts(new("330106"))).Single().ResolvedAt.Should().Be(Some.Noon);
    }

    [Fact]
    public async Task Alerts_AreFilteredAndPaged()
    {
        await Commit("school/1", alerts: [Some.Alert("a", "inspector/1"), Some.Alert("b", "inspector/2")]);
        await Commit("school/2", alerts: [Some.Alert("c", "inspector/2", "county/330106")]);

        (await Ids(new("330106", Recipient: "inspector/2"))).Should().Equal("c", "b");
        (await Ids(new("330106", Recipient: "inspector/2", Stream: "school/1", OpenOnly: true))).Should().Equal("b");
        (await Ids(new("330108"))).Should().BeEmpty();
        var newest = (await Journal.Alerts(new("330106", Take: 1))).Single();
        (await Ids(new("330106", BeforeSequence: newest.Sequence))).Should().HaveCount(2).And.NotContain(newest.Id);

        async Task<IEnumerable<string>> Ids(AlertQuery query) => (await Journal.Alerts(query)).Select(alert => alert.Id);
    }

    [Fact]
    public async Task Epochs_GrowPerScope_AlsoAcrossARestart()
    {
        (await Journal.ReserveEpoch("county/330106")).Should().Be(1);
        (await Journal.ReserveEpoch("county/330106")).Should().Be(2);
        await Under.Reopen();
        (await Journal.ReserveEpoch("county/330106")).Should().Be(3);
        (await Journal.ReserveEpoch("county/330108")).Should().Be(1);
    }

    [Fact]
    public async Task Facts_AreSetOnce()
    {
        (await Journal.Fact("sandbox")).Should().BeNull();
        (await Journal.SetFactOnce("sandbox", "yes")).Should().Be("yes");
        (await Journal.SetFactOnce("sandbox", "no")).Should().Be("yes");
        (await Journal.Fact("sandbox")).Should().Be("yes");
    }

    public sealed class OnSqlite() : QueryTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : QueryTests(StoreUnderTest.Postgres);
}
