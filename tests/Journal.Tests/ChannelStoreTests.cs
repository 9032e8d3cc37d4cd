using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Journal.Tests;

/// <summary>Channels and deliveries: every alert once for each channel, every change a compare-and-swap.</summary>
public abstract class ChannelStoreTests(StoreUnderTest kind) : JournalSuite(kind)
{
    private const string County = "330106";
    private const string Robot = "wecom";
    private static readonly DateTimeOffset Later = Some.Noon.AddMinutes(5);

    private IChannelStore Channels => Under.Services.GetRequiredService<IChannelStore>();

    [Fact]
    public async Task Write_IsReadBack_AlsoAfterARestart_AndOldSecretsAreGone()
    {
        (await Channels.Write(Version(1), Some.Receipt(), restart: true)).Should().BeTrue();
        (await Channels.Write(Version(2) with { Secrets = new byte[] { 7 } }, Some.Receipt(), restart: false)).Should().BeTrue();
        await Under.Reopen();

        var channel = (await Channels.Channels(County)).Should().ContainSingle().Subject;
        (channel.Channel, channel.Version, channel.ChangedAt, channel.ChangedBy, channel.Failures, channel.Waiting, channel.Dead)
            .Should()
            .Be((Robot, 2, Some.Noon, "li", 0, 0, 0));
        channel.Secrets.ToArray().Should().Equal(7);
        channel.Settings.ToArray().Should().Equal(Some.Json("version 2"));
        (await Channels.Channels("330107")).Should().BeEmpty();
    }

    [Fact]
    public async Task Write_OfAVersionThatStands_OrUnderAUsedKey_WritesNothing()
    {
        var receipt = Some.Receipt();
        (await Channels.Write(Version(1), receipt, restart: true)).Should().BeTrue();

        (await Channels.Write(Version(1), Some.Receipt(), restart: true)).Should().BeFalse("somebody else wrote it");
        (await Channels.Write(Version(2), receipt, restart: true)).Should().BeFalse("the key was answered before");
        (await Channels.Write(Version(3), Some.Receipt(), restart: true)).Should().BeFalse("versions have no gaps");

        (await Channels.Version(County, Robot)).Should().Be(1);
        (await Journal.FindReceipt("channels/" + County, receipt.OpId)).Should().NotBeNull();
    }

    [Fact]
    public async Task Write_ARemoval_LeavesTheList_AndWhatWaitedLapses()
    {
        await Make("a");
        await Channels.Plan(County, Robot, 0, [], Some.Noon);

        (await Channels.Write(Version(2) with { Removed = true, Secrets = default }, Some.Receipt(), restart: false)).Should().BeTrue();

        (await Channels.Channels(County)).Should().BeEmpty();
        (await Channels.Version(County, Robot)).Should().Be(2);
        (await Channels.Log(County, Robot, null, long.MaxValue, 10)).Should().OnlyContain(delivery => delivery.State == "Lapsed");
    }

    [Fact]
    public async Task Plan_TakesEachOpenAlertOfTheCountyOnce_AlsoOneThatAppearsLate()
    {
        await Raise("old");
        await Channels.Write(Version(1), Some.Receipt(), restart: true);
        await Raise("new");
        await Raise("another", kind: "visit-due");
        await Raise("elsewhere", county: "330107");
        await Raise("gone");
        await Commit("school/gone", 1, resolved: ["gone"]);
        var cursor = (await Channels.Channels(County)).Single().Cursor;

        (await Channels.Plan(County, Robot, cursor, ["missed-visit"], Some.Noon)).Should().Be(1);
        (await Channels.Plan(County, Robot, cursor, [], Some.Noon)).Should().Be(1);
        (await Channels.Plan(County, Robot, cursor, [], Some.Noon)).Should().Be(0);

        (await Channels.Open(County, Robot)).Select(delivery => delivery.AlertId).Should().Equal("new", "another");
        await Channels.MoveCursor(County, Robot, await Channels.LastAlert(County));
        await Channels.MoveCursor(County, Robot, 1);
        (await Channels.Channels(County)).Single().Cursor.Should().Be(await Channels.LastAlert(County), "a cursor never goes back");
    }

    [Fact]
    public async Task Claim_ByTwoAtOnce_IsOnesOnly()
    {
        await Make("a", "b", "c");
        var open = await Channels.Open(County, Robot);

        var claims = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Channels.Claim(County, Robot, open, Guid.NewGuid(), Some.Noon, Later))
        );

        claims.Should().ContainSingle(claimed => claimed);
        var claimed = await Channels.Open(County, Robot);
        claimed
            .Should()
            .OnlyContain(delivery => delivery.State == "Sending" && delivery.Attempts == 1 && delivery.LeasedUntil == Later)
            .And.OnlyContain(delivery => delivery.Delivery == claimed[0].Delivery);
        (await Channels.AttemptsAfter(County, Robot, Some.Noon.AddSeconds(-1))).Should().Be(1, "one message, however many alerts");
    }

    [Fact]
    public async Task Claim_OfRowsThatOneMoved_TakesNone()
    {
        await Make("a", "b");
        var open = await Channels.Open(County, Robot);
        (await Channels.Claim(County, Robot, [open[1]], Guid.NewGuid(), Some.Noon, Later)).Should().BeTrue();

        (await Channels.Claim(County, Robot, open, Guid.NewGuid(), Some.Noon, Later)).Should().BeFalse();

        (await Channels.Open(County, Robot)).Should().ContainSingle(delivery => delivery.State == "Waiting" && delivery.AlertId == "a");
    }

    [Fact]
    public async Task Settle_Sent_EndsTheDelivery_AndTheFailures()
    {
        await Make("a");
        var first = await Try(sent: false, failures: 1);
        (await Channels.Channels(County))
            .Single()
            .Should()
            .Match<StoredChannel>(channel =>
                channel.Failures == 1
                && channel.FailingSince == Some.Noon
                && channel.NextAttemptAt == Later
                && channel.LastAnswer == "no"
                && channel.Waiting == 1
            );

        var second = await Try(sent: true, failures: 0);

        second.Should().NotBe(first);
        (await Channels.Channels(County))
            .Single()
            .Should()
            .Match<StoredChannel>(channel =>
                channel.Failures == 0
                && channel.FailingSince == null
                && channel.NextAttemptAt == null
                && channel.LastSentAt == Some.Noon
                && channel.Waiting == 0
            );
        (await Channels.Log(County, Robot, "Sent", long.MaxValue, 10))
            .Should()
            .ContainSingle(delivery =>
                delivery.Attempts == 2 && delivery.Delivery == second && delivery.FinishedAt == Some.Noon && delivery.Answer == "ok"
            );
    }

    [Fact]
    public async Task Settle_OfUnknownFate_KeepsTheMessageTogether_AndASureFailureLetsItGo()
    {
        await Make("a");
        var delivery = await Try(sent: false, failures: 1, repeat: true);
        (await Channels.Open(County, Robot)).Single().Delivery.Should().Be(delivery);

        await Try(sent: false, failures: 2, delivery: delivery);
        (await Channels.Open(County, Robot)).Single().Delivery.Should().BeNull();
    }

    [Fact]
    public async Task Settle_TooLongAfterTheFirstAttempt_IsDead_UntilSomebodyResendsIt()
    {
        await Make("a");
        await Try(sent: false, failures: 1, giveUpBefore: Some.Noon);
        var dead = (await Channels.Log(County, Robot, "Dead", long.MaxValue, 10)).Should().ContainSingle().Subject;
        (await Channels.Channels(County)).Single().Should().Match<StoredChannel>(channel => channel.Dead == 1 && channel.Waiting == 0);

        var (again, receipt) = (Guid.NewGuid(), Some.Receipt());
        (await Channels.Resend(County, Robot, dead.Alert, again, receipt)).Should().BeTrue();
        (await Channels.Resend(County, Robot, dead.Alert, Guid.NewGuid(), receipt)).Should().BeFalse();

        (await Channels.State(County, Robot, dead.Alert)).Should().Be("Waiting");
        (await Channels.Open(County, Robot)).Should().ContainSingle(delivery => delivery.Delivery == again && delivery.Attempts == 0);
        (await Channels.State(County, Robot, 999)).Should().BeNull();
    }

    [Fact]
    public async Task Lapse_EndsWhatLostItsCauseBeforeItWasSent_AndNothingElse()
    {
        await Make("a", "b", "c");
        var open = await Channels.Open(County, Robot);
        await Channels.Claim(County, Robot, [open[1]], Guid.NewGuid(), Some.Noon, Later);
        foreach (var id in (string[])["a", "b"])
            await Commit("school/" + id, 1, resolved: [id]);

        await Channels.Lapse(County, Robot, Later);

        (await Channels.Log(County, Robot, null, long.MaxValue, 10))
            .Select(delivery => (delivery.AlertId, delivery.State))
            .Should()
            .Equal(("c", "Waiting"), ("b", "Sending"), ("a", "Lapsed"));
        (await Channels.Log(County, Robot, null, open[2].Alert, 1)).Should().ContainSingle(delivery => delivery.AlertId == "b");
    }

    private async Task Make(params string[] alerts)
    {
        await Channels.Write(Version(1), Some.Receipt(), restart: true);
        foreach (var alert in alerts)
            await Raise(alert);
        (await Channels.Plan(County, Robot, 0, [], Some.Noon)).Should().Be(alerts.Length);
    }

    private Task Raise(string id, string kind = "missed-visit", string county = County) =>
        Commit(
            "school/" + id,
            head: Some.Head("school/" + id, 1, county),
            alerts: [Some.Alert(id, "county/" + county) with { Kind = kind }]
        );

    private async Task<Guid> Try(bool sent, int failures, bool repeat = false, Guid? delivery = null, DateTimeOffset? giveUpBefore = null)
    {
        var id = delivery ?? Guid.NewGuid();
        (await Channels.Claim(County, Robot, await Channels.Open(County, Robot), id, Some.Noon, Later)).Should().BeTrue();
        await Channels.Settle(
            County,
            Robot,
            id,
            new(
                sent,
                repeat,
                sent ? "ok" : "no",
                Some.Noon,
                giveUpBefore ?? Some.Noon.AddHours(-24),
                failures,
                sent ? null : Some.Noon,
                sent ? null : Later
            )
        );
        return id;
    }

    private static NewChannel Version(int version) =>
        new(County, Robot, version, Some.Json($"version {version}"), new byte[] { 1, 2 }, false, Some.Noon, "li");

    public sealed class OnSqlite() : ChannelStoreTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : ChannelStoreTests(StoreUnderTest.Postgres);
}
