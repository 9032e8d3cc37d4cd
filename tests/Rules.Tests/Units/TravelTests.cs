namespace Supervision.Rules.Tests.Units;

/// <summary>How far it is, and whether one gets there in time.</summary>
public sealed class TravelTests
{
    [Theory]
    [InlineData(30.25, 120.17, 30.25, 120.17, 0)]
    [InlineData(30.2741, 120.1551, 31.2304, 121.4737, 164_500)] // 杭州–上海
    [InlineData(0, 179.5, 0, -179.5, 111_195)]
    [InlineData(90, 0, -90, 0, 20_015_115)]
    public void Metres_BetweenTwoPlaces_AreThoseOfTheGreatCircle(
        double latitude,
        double longitude,
        double otherLatitude,
        double otherLongitude,
        double metres
    ) => Travel.Metres(latitude, longitude, otherLatitude, otherLongitude).Should().BeApproximately(metres, Math.Max(1, metres * 0.005));

    [Theory]
    [InlineData(60, 0, true)] // 111.2 km in one hour
    [InlineData(56, 0, true)]
    [InlineData(55, 60_000, false)] // neither device knows where it is to better than 30 km
    [InlineData(30, 0, true)]
    public void Journey_OfADegreeNorth_ImplausibleWithinItsTime(int minutes, double accuracy, bool implausible)
    {
        var (one, other) = (At(30, accuracy / 2, "2026-04-10 09:00"), At(31, accuracy / 2, "2026-04-10 10:00"));
        Travel.IsImplausible(one, other with { StartedAt = one.EndedAt.AddMinutes(minutes) }, 110).Should().Be(implausible);
        Travel
            .IsImplausible(other with { StartedAt = one.EndedAt.AddMinutes(minutes) }, one, 110)
            .Should()
            .Be(implausible, "the order of asking does not matter");
    }

    [Fact]
    public void Journey_FastEnough_Plausible() =>
        Travel.IsImplausible(At(30, 0, "2026-04-10 09:00"), At(31, 0, "2026-04-10 11:01"), 110).Should().BeFalse();

    [Theory]
    [InlineData(0.0044, false)] // 489 m
    [InlineData(0.0046, true)] // 511 m
    public void Journey_WithoutTime_PlausibleWithinTheSlack(double north, bool implausible) =>
        Travel.IsImplausible(At(30, 0, "2026-04-10 09:00"), At(30 + north, 0, "2026-04-10 09:30"), 120).Should().Be(implausible);

    [Fact]
    public void Place_SimulatedOrUnknown_IsNone()
    {
        var visit = A.Visit("2026-04-10 09:00");
        LastPresence.Of(visit).Should().BeNull();
        LastPresence.Of(With(visit, mocked: true)).Should().BeNull();
        LastPresence
            .Of(With(visit, mocked: false))
            .Should()
            .BeEquivalentTo(
                new
                {
                    visit.Inspector,
                    Latitude = 30.0,
                    visit.StartedAt,
                    visit.EndedAt,
                }
            );
    }

    private static Visit With(Visit visit, bool mocked) =>
        visit with
        {
            Content = new(VisitSlot.Morning, [], false, null, null, null, [], [], [], new(30, 120, 10, mocked), null, null),
        };

    private static LastPresence At(double latitude, double accuracy, string startedAt) =>
        new(A.Inspector, latitude, 120, accuracy, Civil.At(startedAt), Civil.At(startedAt).AddHours(1));
}
