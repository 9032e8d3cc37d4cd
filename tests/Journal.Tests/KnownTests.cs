namespace Supervision.Journal.Tests;

public abstract class KnownTests(StoreUnderTest kind) : JournalSuite(kind)
{
    [Fact]
    public async Task EventsKnown_AtAnInstant_AreThoseRecordedUntilThen()
    {
        await Commit(School, receipt: Some.Receipt(), events: [At(0), At(1)]);
        await Commit(School, expected: 2, events: [At(1), At(5)]);
        await Commit("school/2", events: [At(0)]);

        (await Versions(-1)).Should().BeEmpty();
        (await Versions(0)).Should().Equal(1);
        (await Versions(1)).Should().Equal(1, 2, 3);
        (await Versions(4)).Should().Equal(1, 2, 3);
        (await Versions(5)).Should().Equal(1, 2, 3, 4);
        (await Journal.EventsKnown(School, Some.Noon.AddDays(1)))
            .Should()
            .BeEquivalentTo((await Journal.Read(School, 0))!.Events, options => options.WithStrictOrdering());
        (await Journal.EventsKnown("school/none", Some.Noon)).Should().BeEmpty();

        async Task<IEnumerable<long>> Versions(int milliseconds) =>
            (await Journal.EventsKnown(School, Some.Noon.AddMilliseconds(milliseconds))).Select(e => e.Version);
    }

    [Fact]
    public async Task EventsKnownOf_ACounty_AreOfTheStreamsThereNow()
    {
        await Commit("school/2", events: [At(0), At(1)]);
        await Commit("school/1", events: [At(0)], head: Some.Head("school/1", 1, "330108"));
        await Commit("school/1", expected: 1, events: [At(3)]);
        await Commit("school/3", events: [At(0)]);
        await Commit("school/3", expected: 1, events: [At(3)], head: Some.Head("school/3", 2, "330108"));
        await Commit("institution/1", events: [At(0)]);
        await Commit("county/330106", events: [At(0)]);

        (await Known(["school", "institution"], 1)).Should().Equal("institution/1@1", "school/1@1", "school/2@1", "school/2@2");
        (await Known(["school"], 3)).Should().Equal("school/1@1", "school/1@2", "school/2@1", "school/2@2");
        (await Known(["school"], -1)).Should().BeEmpty();
        (await Known([], 3)).Should().BeEmpty();

        async Task<IEnumerable<string>> Known(string[] kinds, int milliseconds) =>
            (await Journal.EventsKnownOf("330106", kinds, Some.Noon.AddMilliseconds(milliseconds))).Select(e => $"{e.Stream}@{e.Version}");
    }

    private static NewEvent At(int milliseconds) => Some.Event() with { RecordedAt = Some.Noon.AddMilliseconds(milliseconds) };

    public sealed class OnSqlite() : KnownTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : KnownTests(StoreUnderTest.Postgres);
}
