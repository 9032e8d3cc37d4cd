using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Actors.Tests;

/// <summary>A machine's clock that is wrong decides nothing, and what waited is decided once it is right.</summary>
public abstract class ClockTests(StoreUnderTest kind) : ActorSuite(kind)
{
    private static readonly TimeSpan FortyDays = TimeSpan.FromDays(40);

    [Fact]
    public async Task Clock_FortyDaysAheadForAMoment_NothingIsDecidedOrRecorded_AndEverythingOnceItIsRight()
    {
        await RegisterAll();
        var guard = Silo.GuardClock(ClockGuard.UsualBound);
        await Silo.Restart();
        var version = await Version();

        Silo.Jump = FortyDays;
        (await Silo.Invoking(silo => silo.Visit()).Should().ThrowAsync<ClockDoubtedException>())
            .Which.Doubt.Should()
            .Match<ClockDoubt>(doubt =>
                doubt.Witness == ClockWitness.Elapsed
                && doubt.Shown == Silo.Now + FortyDays
                && (doubt.Reference - Silo.Now).Duration() < TimeSpan.FromSeconds(1)
            );
        await Silo.County().Wake();
        await Silo.School().Invoking(school => school.Advance()).Should().ThrowAsync<ClockDoubtedException>();
        (await Silo.School().Read())!.Summary.State.Should().Be(DutyState.Pending, "a page can still be read");
        (await Version()).Should().Be(version);
        (await Silo.Journal.Alerts(new(TestSilo.CountyCode))).Should().BeEmpty();

        Silo.Jump = TimeSpan.Zero;
        guard.Compare(null, null);
        (await Silo.Visit()).Changed.Should().BeTrue();
    }

    [Fact]
    public async Task StoreClock_FactsRecordedLater_AreTheNewest_UnlessTheirTimeIsAnnulled()
    {
        await RegisterAll();
        var clock = Silo.Services.GetRequiredService<IStoreClock>();
        (await clock.Read(Silo.Now)).Newest.Should().BeNull();
        (await clock.Read(Silo.Now.AddDays(-1))).Newest.Should().Be(Silo.Now);
        var window = new AnnulledWindow(Silo.Now.AddSeconds(-30), Silo.Now.AddSeconds(40));
        await Silo.Journal.SetFactOnce(window.Name, "维护记录 1 号");
        (await clock.Read(Silo.Now.AddDays(-1))).Newest.Should().BeNull();
        var (database, _) = await clock.Read(Silo.Now);
        if (Silo.Store.Kind == StoreUnderTest.Sqlite)
            database.Should().BeNull();
        else
            (database!.Value - TimeProvider.System.GetUtcNow()).Duration().Should().BeLessThan(TimeSpan.FromMinutes(1));
    }

    public sealed class OnSqlite() : ClockTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : ClockTests(StoreUnderTest.Postgres);
}

/// <summary>The comparison alone.</summary>
public sealed class ClockGuardTests
{
    private readonly SteppedTime _time = new(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TestSilo.At("2026-04-01 09:00")));

    [Fact]
    public void Database_FurtherOffThanTheBound_IsDoubted_AndTrustedAgainWhenItAgrees()
    {
        var guard = new ClockGuard(_time, TimeSpan.FromMinutes(2));
        guard.Compare(_time.GetUtcNow().AddSeconds(119), null);
        guard.Doubt.Should().BeNull();
        guard.Compare(_time.GetUtcNow().AddSeconds(-121), null);
        guard.Doubt!.Witness.Should().Be(ClockWitness.Database);
        guard.Invoking(one => one.Demand()).Should().Throw<ClockDoubtedException>();
        guard.Compare(_time.GetUtcNow(), null);
        guard.Demand().Should().Be(_time.GetUtcNow());
    }

    [Fact]
    public void Journal_WithFactsLaterThanThePresent_IsDoubted_WhateverTheDatabaseSays()
    {
        var guard = new ClockGuard(_time, TimeSpan.FromMinutes(2));
        guard.Compare(_time.GetUtcNow(), _time.GetUtcNow().AddDays(40));
        guard.Doubt!.Witness.Should().Be(ClockWitness.Journal);
        guard.Doubt.Text.Zh.Should().Contain("2026-04-01 09:00:00").And.Contain("2026-05-11 09:00:00");
    }

    [Theory]
    [InlineData(40 * 24 * 60)]
    [InlineData(-40 * 24 * 60)]
    [InlineData(3)]
    [InlineData(-3)]
    public void Jump_BetweenTwoComparisons_IsCaughtByWhoeverAsksNext(int minutes)
    {
        var guard = new ClockGuard(_time, TimeSpan.FromMinutes(2));
        _time.Jump = TimeSpan.FromMinutes(minutes);
        guard.Invoking(one => one.Demand()).Should().Throw<ClockDoubtedException>();
        guard.Compare(null, null);
        guard.Doubt!.Witness.Should().Be(ClockWitness.Elapsed, "without a database nothing says that it is right now");
        guard.Compare(_time.GetUtcNow(), null);
        guard.Doubt.Should().BeNull("the database agrees with it");
    }

    [Fact]
    public void Time_ThatGoesBy_IsNoJump()
    {
        var guard = new ClockGuard(_time, TimeSpan.FromMinutes(2));
        ((Microsoft.Extensions.Time.Testing.FakeTimeProvider)_time.Inner).Advance(TimeSpan.FromDays(40));
        guard.Demand().Should().Be(TestSilo.At("2026-05-11 09:00"));
    }
}
