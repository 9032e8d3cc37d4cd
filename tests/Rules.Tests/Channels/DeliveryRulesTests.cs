namespace Supervision.Rules.Tests.Channels;

public sealed class DeliveryRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 0, 0, 30, TimeSpan.Zero);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);
    private static readonly DateTimeOffset Before = Now - Settle;

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 6)]
    [InlineData(250, DeliveryRules.LargestDigest)]
    public void Next_MoreThanTheLimitOfAKind_GoTogether(int waiting, int inOneMessage) =>
        Next([.. Enumerable.Range(1, waiting).Select(i => Waiting(i))])!
            .Alerts.Should()
            .Equal(Enumerable.Range(1, inOneMessage).Select(i => (long)i));

    [Fact]
    public void Next_CountsEachKindByItself()
    {
        WaitingAlert[] waiting =
        [
            .. Enumerable.Range(1, 5).Select(i => Waiting(i)),
            .. Enumerable.Range(6, 5).Select(i => Waiting(i, "visit-due")),
        ];
        Next(waiting)!.Alerts.Should().Equal(1);
    }

    [Fact]
    public void Next_TheMoreSevereKindGoesFirst_ThenTheOlder()
    {
        Next(Waiting(1, "late-visit-waiting"), Waiting(2, "visit-due"), Waiting(3, "missed-visit"))!.Alerts.Should().Equal(3);
        Next(Waiting(7), Waiting(4))!.Alerts.Should().Equal(4);
    }

    [Fact]
    public void Next_WhatFailedLess_GoesFirst_SoThatOneBadMessageHoldsUpNoOther() =>
        Next(Waiting(1, attempts: 3), Waiting(2, "late-visit-waiting"))!.Alerts.Should().Equal(2);

    [Fact]
    public void Next_WaitsUntilABurstIsOver_ButNotForEver()
    {
        Next(Waiting(1), Waiting(2, since: Now.AddSeconds(-1))).Should().BeNull("another of its kind came a second ago");
        Next(Waiting(1), Waiting(2, "visit-due", since: Now.AddSeconds(-1)))!.Alerts.Should().Equal(1);
        Next(Waiting(1, since: Now - (6 * Settle)), Waiting(2, since: Now))!.Alerts.Should().Equal(1);
        Next().Should().BeNull();
    }

    [Fact]
    public void Next_AMessageOfUnknownFate_IsRepeatedAsItWas_BeforeAllElse()
    {
        var delivery = Guid.NewGuid();
        var batch = Next(
            Waiting(1),
            Waiting(5, "late-visit-waiting", 1, delivery: delivery),
            Waiting(3, "late-visit-waiting", 1, delivery: delivery),
            Waiting(4, "late-visit-waiting")
        )!;
        batch.Delivery.Should().Be(delivery);
        batch.Alerts.Should().Equal(3, 5);
    }

    [Theory]
    [InlineData(1, 0.5, 15)]
    [InlineData(2, 0.5, 30)]
    [InlineData(4, 0.5, 120)]
    [InlineData(1, 0, 11.25)]
    [InlineData(1, 1, 18.75)]
    [InlineData(20, 0.5, 1800)]
    [InlineData(1_000_000, 0.5, 1800)]
    public void Rest_DoublesUpToHalfAnHour(int failures, double spread, double seconds) =>
        DeliveryRules.Rest(failures, TimeSpan.FromSeconds(15), spread).TotalSeconds.Should().BeApproximately(seconds, 0.001);

    private static DeliveryBatch? Next(params WaitingAlert[] waiting) => DeliveryRules.Next(waiting, 5, Now, Settle);

    private static WaitingAlert Waiting(
        int alert,
        string kind = "missed-visit",
        int attempts = 0,
        DateTimeOffset? since = null,
        Guid? delivery = null
    ) => new(alert, kind, attempts, since ?? Before, delivery);
}
