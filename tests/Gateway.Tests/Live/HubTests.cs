using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Live;

/// <summary>What a browser at a board is sent.</summary>
public sealed class HubTests(Springs springs)
{
    private const string Wuxing = "county/330502";
    private const string Huzhou = "region/3305";

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task Watch_AVisitIsRecorded_SnapshotThenContiguousDeltas(StoreUnderTest store)
    {
        var spring = await springs.On(store);
        await using var browser = await Watcher.Connect(spring.County);
        var board = await browser.Watch(Wuxing);
        await Eventually.Holds(() => Task.FromResult(board.Version > 0), "the first message arrives");
        board.Messages[0].Should().BeOfType<BoardView>();

        await Visit(spring, "2133901775", "2026-04-08 09:00", "2026-04-08 10:00");

        await Eventually.Holds(
            () => Task.FromResult(board.Row("school/2133901775")!.State == DutyState.Satisfied),
            "the visit is on the board"
        );
        board.Messages.Skip(1).Should().AllBeOfType<DeltaView>();
        board.Deltas[0].From.Should().Be(((BoardView)board.Messages[0]).Version);
        board.Follows().Should().BeTrue();
        await Eventually.Holds(() => Shows(spring, board, "/api/v1/counties/330502/board"), "the page shows the REST board");
    }

    [Fact]
    public async Task Watch_WithTheLastVersion_OneDeltaLeadsToTheRestBoard()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        await using var staying = await Watcher.Connect(spring.City);
        var watched = await staying.Watch(Wuxing);
        await Eventually.Holds(() => Task.FromResult(watched.Version > 0), "the first message arrives");
        var before = (BoardView)watched.Messages[0];
        var left = await spring.City.Get<BoardView>("/api/v1/counties/330502/board");

        await Visit(spring, "2133901747", "2026-04-08 10:00", "2026-04-08 11:00");
        await Visit(spring, "2133901776", "2026-04-08 11:00", "2026-04-08 12:00");
        await Eventually.Holds(
            () => Task.FromResult(watched.Row("school/2133901776")!.State == DutyState.Satisfied),
            "the visits are on the board"
        );

        await using var back = await Watcher.Connect(spring.City);
        var page = back.Of(Wuxing).Begin(left.Version < before.Version ? before : left);
        await back.Watch(Wuxing, page.Version);
        await Eventually.Holds(() => Shows(spring, page, "/api/v1/counties/330502/board"), "the page that came back shows the REST board");
        page.Messages[0]
            .Should()
            .BeOfType<DeltaView>()
            .Which.Units.Should()
            .Contain(row => row.Code == "2133901747")
            .And.Contain(row => row.Code == "2133901776")
            .And.HaveCountLessThan(20);

        await using var current = await Watcher.Connect(spring.City);
        var nothing = current.Of(Wuxing).Begin(await spring.City.Get<BoardView>("/api/v1/counties/330502/board"));
        await current.Watch(Wuxing, page.Version);
        await current.Watch(Huzhou);
        await Eventually.Holds(() => Task.FromResult(current.Of(Huzhou).Version > 0), "another board arrives");
        nothing.Messages.OfType<BoardView>().Should().BeEmpty("it had this version");
    }

    [Theory]
    [InlineData(1L)]
    [InlineData(9_007_199_254_740_991L)]
    [InlineData(-5L)]
    public async Task Watch_WithAVersionNobodyKnows_Snapshot(long version)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        await using var browser = await Watcher.Connect(spring.City);

        var board = await browser.Watch(Wuxing, version);

        await Eventually.Holds(() => Task.FromResult(board.Messages.Count > 0), "an answer comes");
        board.Messages[0].Should().BeOfType<BoardView>();
    }

    [Fact]
    public async Task Watch_CountyAndCityAtOnce_TheCityMovesWhenTheCountyDoes()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        await using var browser = await Watcher.Connect(spring.City);
        var (county, city) = (await browser.Watch(Wuxing), await browser.Watch(Huzhou));
        await Eventually.Holds(() => Task.FromResult(county.Version > 0 && city.Version > 0), "both boards arrive");

        await Visit(spring, "2133901767", "2026-04-08 13:00", "2026-04-08 14:00");

        await Eventually.Holds(() => Shows(spring, city, "/api/v1/regions/3305/board"), "the city shows the REST board");
        await Eventually.Holds(
            () => Task.FromResult(city.Deltas.Any(delta => delta.Children.Any(child => child.Code == "330502"))),
            "the city was told of the county"
        );
        city.Follows().Should().BeTrue();

        await browser.Unwatch(Wuxing);
        var moved = city.Version;
        await Visit(spring, "2133901750", "2026-04-08 15:00", "2026-04-08 16:00");
        await Eventually.Holds(() => Task.FromResult(city.Version > moved), "the city moves again");
        county
            .Deltas.SelectMany(delta => delta.Units)
            .Should()
            .NotContain(row => row.Code == "2133901750", "nobody watches the county any more");
    }

    [Fact]
    public async Task Boards_AnyTime_TalliesAreTheSumOfTheirRows()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var board = await spring.County.Get<BoardView>("/api/v1/counties/330502/board");

        (board.Tally.Schools, board.Tally.Institutions).Should().Be((62, 32));
        board
            .Words.Reasons.Should()
            .HaveCountLessThan(
                board.Units.Sum(row => row.Reasons.Length + row.Cases.Reasons.Length),
                "what units have in common is sent once"
            );
        var details = await spring.County.Get<UnitDetail>($"/api/v1/units/{board.Units[^1].Unit}");
        board
            .Units[^1]
            .Reasons.Select(place => (board.Words.Reasons[place].Code, board.Words.Texts[board.Words.Reasons[place].Text]))
            .Should()
            .Equal(details.Row.Reasons.Select(reason => (reason.Code, reason.Text)));
        foreach (
            var (colour, counted) in new[]
            {
                (Colour.Green, board.Tally.Green),
                (Colour.Amber, board.Tally.Amber),
                (Colour.Red, board.Tally.Red),
                (Colour.Grey, board.Tally.Grey),
                (Colour.White, board.Tally.White),
            }
        )
            counted.Should().Be(board.Units.Count(row => row.Colour == colour), $"{colour}");
        foreach (var cell in board.Tally.Coverage)
            cell.Missed.Should()
                .Be(
                    board.Units.Count(row =>
                        row.Kind == cell.Kind
                        && row.Status != UnitStatus.Closed
                        && row.Recent.Any(mark => mark.Period == cell.Period && mark.State == DutyState.Missed)
                    ),
                    $"{cell.Kind} {cell.Period}"
                );
        board.Tally.AwaitingApproval.Should().Be(board.Units.Sum(row => row.AwaitingApproval));

        var city = await spring.City.Get<BoardView>("/api/v1/regions/3305/board");
        (city.Name, city.Children.Length, city.Units.Count).Should().Be(("湖州市", 5, 0));
        (city.Tally.Schools, city.Tally.Institutions, city.Tally.Red).Should().Be((241, 104, city.Children.Sum(child => child.Tally.Red)));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Boards_AskedByABrowser_AreSentCompressed_AndWhatHoldsASecretIsNot(string encoding)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var (board, session) = (await Ask("/api/v1/counties/330502/board"), await Ask("/api/v1/session"));

        board.Content.Headers.ContentEncoding.Should().Equal(encoding);
        board.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        session.Content.Headers.ContentEncoding.Should().BeEmpty("it carries the antiforgery token");

        Task<HttpResponseMessage> Ask(string path)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            return spring.County.Open(request);
        }
    }

    [Theory]
    [InlineData("county/330521", "out-of-scope")]
    [InlineData("region/3305", "out-of-scope")]
    [InlineData("region/CN", "out-of-scope")]
    [InlineData("county/33050", "unknown-scope")]
    [InlineData("school/2133901746", "unknown-scope")]
    [InlineData("", "unknown-scope")]
    public async Task Watch_NotOnesOwn_HubException(string scope, string expected)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        await using var hub = spring.County.Hub();
        await hub.StartAsync();

        var refused = await hub.Invoking(at => at.InvokeAsync("Watch", scope, (long?)null)).Should().ThrowAsync<HubException>();

        refused.Which.Message.Should().Contain($"HubException: {expected}: ");
    }

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task WatchUnit_AVisitIsRecorded_EverybodyInScopeHearsItsVersionAndNothingOfOthers(StoreUnderTest store)
    {
        var spring = await springs.On(store);
        using var own = await Person.ByToken(spring.Gateway, "unit-2133901746");
        await using var school = await UnitWatcher.Connect(own, "school/2133901746");
        await using var office = await UnitWatcher.Connect(spring.County, "school/2133901746");
        await Eventually.Holds(
            () => Task.FromResult(school.Hints.Count > 0 && office.Hints.Count > 0),
            "each is told where the unit stands"
        );
        var before = school.Hints[0].Version!.Value;
        before.Should().BeLessThanOrEqualTo((await own.Get<UnitDetail>("/api/v1/units/school/2133901746")).Row.Version);

        await Visit(spring, "2133901752", "2026-04-08 13:00", "2026-04-08 14:00");
        await Record(spring, "2133901746", "2026-04-08 16:30", "2026-04-08 17:30");

        await Eventually.Holds(
            () => Task.FromResult(school.Hints[^1].Version > before && office.Hints[^1].Version > before),
            "the visit is told"
        );
        school.Hints[^1].Version.Should().BeLessThanOrEqualTo((await own.Get<UnitDetail>("/api/v1/units/school/2133901746")).Row.Version);
        school
            .Hints.Select(hint => hint.Version)
            .Should()
            .BeInAscendingOrder()
            .And.OnlyHaveUniqueItems("nothing is told of the other school");
        school.Others.Should().Be(0, "no board passes through");
    }

    [Fact]
    public async Task WatchUnit_WithTheLastVersion_IsToldItOnceAndStopsWhenAsked()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        await using var watcher = await UnitWatcher.Connect(spring.County, "school/2133901768");
        await Eventually.Holds(() => Task.FromResult(watcher.Hints.Count == 1), "where the unit stands");
        await watcher.Unwatch();
        await Visit(spring, "2133901768", "2026-04-08 11:00", "2026-04-08 12:00");
        await using var later = await UnitWatcher.Connect(spring.County, "school/2133901768", watcher.Hints[0].Version);
        await Eventually.Holds(
            () => Task.FromResult(later.Hints.Count > 0 && later.Hints[^1].Version > watcher.Hints[0].Version),
            "who comes back hears of the visit"
        );
        watcher.Hints.Should().HaveCount(1, "nobody watches there any more");
    }

    [Theory]
    [InlineData("school/9999999999", "unknown-scope")]
    [InlineData("county/330502", "unknown-scope")]
    [InlineData("school/a b", "unknown-scope")]
    [InlineData("", "unknown-scope")]
    [InlineData("school/2133901815", "out-of-scope")]
    public async Task WatchUnit_NotOnesOwnOrNone_HubException(string unit, string expected)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        await using var hub = spring.County.Hub();
        await hub.StartAsync();

        var refused = await hub.Invoking(at => at.InvokeAsync("WatchUnit", unit, (long?)null)).Should().ThrowAsync<HubException>();

        refused.Which.Message.Should().Contain($"HubException: {expected}: ");
    }

    [Fact]
    public async Task Hub_ForeignOriginOrNobody_Refused()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        await using var foreign = spring.County.Hub("https://example.org");
        (await foreign.Invoking(hub => hub.StartAsync()).Should().ThrowAsync<HttpRequestException>())
            .Which.StatusCode.Should()
            .Be(System.Net.HttpStatusCode.Forbidden);
        await using var own = spring.County.Hub(spring.Gateway.Address.GetLeftPart(UriPartial.Authority));
        await own.StartAsync();
        using var nobody = Person.Nobody(spring.Gateway);
        await using var unknown = nobody.Hub();
        (await unknown.Invoking(hub => hub.StartAsync()).Should().ThrowAsync<HttpRequestException>())
            .Which.StatusCode.Should()
            .Be(System.Net.HttpStatusCode.Unauthorized);
    }

    private static async Task Visit(Spring spring, string school, string start, string end) =>
        (await Record(spring, school, start, end)).Changed.Should().BeTrue(); // whether it counts depends on who visited before

    private static async Task<Reply> Record(Spring spring, string school, string start, string end)
    {
        var unit = await spring.County.Get<UnitDetail>($"/api/v1/units/school/{school}");
        return (
            await spring.County.Command($"/api/v1/units/school/{school}/visits", Moments.Visit(start, end, unit.Row.Inspector))
        ).As<Reply>();
    }

    private static async Task<bool> Shows(Spring spring, Watcher.Board page, string path) =>
        page.Shows(await spring.City.Get<BoardView>(path));
}
