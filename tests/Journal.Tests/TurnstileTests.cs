using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Journal.Tests;

public abstract class TurnstileTests(StoreUnderTest kind) : JournalSuite(kind)
{
    private IWriteTurnstile Turnstile => Under.Services.GetRequiredService<IWriteTurnstile>();

    [Fact]
    public async Task Pass_AfterAWriteThatThrew_StillLetsOthersThrough()
    {
        var failing = () => Turnstile.Pass<int>(() => throw new InvalidOperationException("disk"));
        await failing.Should().ThrowAsync<InvalidOperationException>();

        (await Turnstile.Pass(() => Task.FromResult(7))).Should().Be(7);
        await Commit(School);
    }

    public sealed class OnSqlite() : TurnstileTests(StoreUnderTest.Sqlite)
    {
        [Fact]
        public async Task Append_WhileAnotherWrites_WaitsForIt()
        {
            var entered = new TaskCompletionSource();
            var leave = new TaskCompletionSource();
            var other = Turnstile.Pass(async () =>
            {
                entered.SetResult();
                await leave.Task;
                return true;
            });
            await entered.Task;

            var append = Append(School);
            // A read takes long enough for the writer to have been at the gate, and is not held up itself.
            (await Journal.Read(School, 0))
                .Should()
                .BeNull();
            append.IsCompleted.Should().BeFalse();

            leave.SetResult();
            (await other).Should().BeTrue();
            (await append).Should().Be(AppendResult.Committed.Instance);
        }
    }

    public sealed class OnPostgres() : TurnstileTests(StoreUnderTest.Postgres);
}
