using System.Text;
using System.Text.Json;
using Supervision.Gateway.Tests.Hosting;
using static Supervision.Gateway.Tests.Hosting.Moments;

namespace Supervision.Gateway.Tests.Api;

/// <summary>A phone sends again what it is not sure of.</summary>
public sealed class SubmissionTests(Springs springs)
{
    public static TheoryData<StoreUnderTest> Stores => [StoreUnderTest.Sqlite, StoreUnderTest.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Visit_ThreeTimesInParallel_OneVisitThreeEqualAnswersOnePush(StoreUnderTest store)
    {
        var spring = await springs.On(store);
        const string school = "/api/v1/units/school/2133901751";
        await using var browser = await Watcher.Connect(spring.County);
        var board = await browser.Watch("county/330502");
        await Eventually.Holds(() => Task.FromResult(board.Version > 0), "the board arrives");
        var key = Guid.CreateVersion7();
        var visit = Visit("2026-04-09 09:00", "2026-04-09 10:00", "督学-330502-02");

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => spring.County.Command($"{school}/visits", visit, key)));

        answers.Should().OnlyContain(answer => answer.Status == 200 && answer.Body == answers[0].Body);
        (await Told(spring, school)).Count(kind => kind == "visit-accepted").Should().Be(1);
        await Eventually.Holds(
            () => Task.FromResult(board.Row("school/2133901751")!.State == DutyState.Satisfied),
            "the visit is on the board"
        );
        (await spring.County.Command($"{school}/visits", visit, key))
            .Body.Should()
            .Be(answers[0].Body, "it is the same operation for ever");
        await spring.County.Command(
            "/api/v1/units/school/2133901752/visits",
            Visit("2026-04-09 10:00", "2026-04-09 11:00", "督学-330502-02")
        );
        await Eventually.Holds(
            () =>
                Task.FromResult(
                    board.Row("school/2133901752")!.Version > 4
                        && board.Deltas.Any(delta => delta.Units.Any(row => row.Code == "2133901752"))
                ),
            "a later change is on the board"
        );
        board.Deltas.Count(delta => delta.Units.Any(row => row.Code == "2133901751")).Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Refusal_Repeated_SameStatusAndBodyAlsoWhenItWouldBeTakenNow(StoreUnderTest store)
    {
        var spring = await springs.On(store);
        const string school = "/api/v1/units/school/2133901753";
        var (excuse, body) = (Guid.CreateVersion7(), new { reason = "停课", document = "湖教〔2026〕1号" });
        var first = await spring.County.Command($"{school}/months/2026-04/excuse", body, excuse);
        first.ShouldRefuse(409, "period-not-closed", "period");
        (await spring.County.Command($"{school}/months/2026-04/excuse", body, excuse))
            .Should()
            .BeEquivalentTo(first, options => options.Including(answer => answer.Status).Including(answer => answer.Body));

        var (assign, unknown) = (
            Guid.CreateVersion7(),
            new
            {
                inspector = $"督学-330502-9{(int)store}",
                from = "2026-04-10",
                deputy = false,
            }
        );
        var refused = await spring.County.Command($"{school}/inspector", unknown, assign);
        refused.ShouldRefuse(404, "inspector-unknown", "inspector");
        await spring.City.Import([
            Upload.Some(
                "inspectors",
                row => row.StartsWith("督学-330502-01", StringComparison.Ordinal),
                row => row.Replace("督学-330502-01", unknown.inspector, StringComparison.Ordinal)
            ),
        ]);
        (await spring.County.Command($"{school}/inspector", unknown, assign)).Body.Should().Be(refused.Body);
        (await spring.County.Command($"{school}/inspector", unknown)).As<Reply>().Changed.Should().BeTrue("a new operation is judged anew");
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Key_UsedAgainForAnythingElse_Refused(StoreUnderTest store)
    {
        var spring = await springs.On(store);
        const string school = "/api/v1/units/school/2133901754";
        var key = Guid.CreateVersion7();
        var taken = await spring.County.Command($"{school}/visits", Visit("2026-04-09 09:00", "2026-04-09 10:00", "督学-330502-03"), key);
        taken.As<Reply>().Changed.Should().BeTrue();

        (
            await spring.County.Command($"{school}/visits", Visit("2026-04-09 09:00", "2026-04-09 10:30", "督学-330502-03"), key)
        ).ShouldRefuse(422, "idempotency-key-reused", "Idempotency-Key");
        (
            await spring.County.Command($"{school}/months/2026-03/excuse", new { reason = "停课", document = "湖教〔2026〕1号" }, key)
        ).ShouldRefuse(422, "idempotency-key-reused", "Idempotency-Key");
        using var director = await Person.ByToken(spring.Gateway, "director-330502");
        (await director.Command($"{school}/visits", Visit("2026-04-09 09:00", "2026-04-09 10:00", "督学-330502-03"), key)).ShouldRefuse(
            422,
            "idempotency-key-reused",
            "Idempotency-Key"
        );
        (await spring.County.Command($"{school}/visits", Visit("2026-04-09 09:00", "2026-04-09 10:00", "督学-330502-03"), key))
            .Body.Should()
            .Be(taken.Body);
        (await Told(spring, school)).Count(kind => kind == "visit-accepted").Should().Be(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("0195c0de-0000-7000-8000-00000000000g")]
    public async Task Key_MissingOrNoUuid_Refused(string? key)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var body = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Visit("2026-04-09 09:00", "2026-04-09 10:00"), Answer.Json));

        foreach (var command in new[] { "visits", "months/2026-03/excuse", "months/2026-03/approve-late", "inspector" })
            (await spring.County.Raw($"/api/v1/units/school/2133901754/{command}", body, key)).ShouldRefuse(
                400,
                "idempotency-key-missing",
                "Idempotency-Key"
            );
    }

    private static async Task<List<string>> Told(Spring spring, string school) =>
        [.. (await spring.County.Get<List<HistoryView>>($"{school}/history?take=200")).Select(entry => entry.Kind)];
}
