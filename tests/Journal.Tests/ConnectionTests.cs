using Npgsql;

namespace Supervision.Journal.Tests;

public sealed class ConnectionTests
{
    [Fact]
    public void Connection_SayingNothing_GetsOurDefaults()
    {
        var tuned = new NpgsqlConnectionStringBuilder(JournalOptions.Postgres("Host=db;Username=supervision").PostgresConnectionString);

        tuned.MaxPoolSize.Should().Be(PostgresConnections.PoolSize);
        tuned.MaxAutoPrepare.Should().BePositive();
        tuned.NoResetOnClose.Should().BeTrue();
        tuned.ApplicationName.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public void Connection_SayingMore_IsTakenAtItsWord()
    {
        var tuned = new NpgsqlConnectionStringBuilder(
            JournalOptions.Postgres("Host=db;Maximum Pool Size=7;Command Timeout=90;Application Name=ours").PostgresConnectionString
        );

        (tuned.MaxPoolSize, tuned.CommandTimeout, tuned.ApplicationName).Should().Be((7, 90, "ours"));
    }

    [Fact]
    public void Connection_OfTheMembership_HasASmallPoolOfItsOwn() =>
        new NpgsqlConnectionStringBuilder(PostgresConnections.Membership("Host=db;Maximum Pool Size=50"))
            .MaxPoolSize.Should()
            .Be(PostgresConnections.MembershipPoolSize);
}
