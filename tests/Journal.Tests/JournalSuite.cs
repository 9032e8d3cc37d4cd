namespace Supervision.Journal.Tests;

/// <summary>What every journal promises, whichever store it lives in.</summary>
public abstract class JournalSuite(StoreUnderTest kind) : IAsyncDisposable
{
    internal const string School = "school/2133901746";

    internal JournalUnderTest Under { get; } = new(kind);

    internal IJournal Journal => Under.Journal;

    public async ValueTask DisposeAsync()
    {
        await Under.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal async Task<AppendResult> Append(
        string stream,
        long expected = 0,
        Receipt? receipt = null,
        Head? head = null,
        NewEvent[]? events = null,
        NewAlert[]? alerts = null,
        string[]? resolved = null
    ) => await Journal.Append(Some.Append(stream, expected, receipt, head, events, alerts, resolved));

    internal async Task Commit(
        string stream,
        long expected = 0,
        Receipt? receipt = null,
        Head? head = null,
        NewEvent[]? events = null,
        NewAlert[]? alerts = null,
        string[]? resolved = null
    ) => (await Append(stream, expected, receipt, head, events, alerts, resolved)).Should().Be(AppendResult.Committed.Instance);

    internal async Task Commit(Append append) => (await Journal.Append(append)).Should().Be(AppendResult.Committed.Instance);
}
