using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Journal.Tests;

/// <summary>A journal over a store of its own, as the silo builds it.</summary>
public sealed class JournalUnderTest : IAsyncDisposable
{
    private ServiceProvider? _services;

    public JournalUnderTest(StoreUnderTest kind)
    {
        Store = TestStore.Create(kind);
        Open();
    }

    public TestStore Store { get; }

    public IServiceProvider Services => _services!;

    public IJournal Journal => Services.GetRequiredService<IJournal>();

    /// <summary>As a restart of the process would.</summary>
    public async Task Reopen()
    {
        await Close();
        Open();
    }

    public async Task Close()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        _services = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        Store.Dispose();
    }

    private void Open() =>
        _services = new ServiceCollection()
            .AddSingleton(TestStore.Secret)
            .AddJournal(Store.Options)
            .AddAuditStore(Store.Options)
            .BuildServiceProvider();
}
