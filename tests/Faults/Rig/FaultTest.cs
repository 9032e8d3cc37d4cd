// Measured times and the processes' logs are shown with the test that printed them; without this "dotnet test" drops them.
[assembly: CaptureConsole]

namespace Supervision.Faults.Rig;

/// <summary>Ends every process a test started, and shows what they printed when it failed.</summary>
public abstract class FaultTest : IAsyncLifetime
{
    private readonly List<Installation> _used = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        foreach (var installation in _used)
        {
            if (failed)
                installation.Show();
            await installation.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private protected Installation OnSqlite() => Use(Installation.OnSqlite());

    private protected Installation OnPostgres() => Use(Installation.OnPostgres());

    private protected Installation OnPostgresAsShipped() => Use(Installation.OnPostgresAsShipped());

    private protected Installation Owning(PgCluster cluster) => Use(Installation.Owning(cluster));

    private Installation Use(Installation installation)
    {
        _used.Add(installation);
        return installation;
    }
}
