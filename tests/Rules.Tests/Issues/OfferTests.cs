namespace Supervision.Rules.Tests.Issues;

public class OfferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Extension_IsOffered_AsOftenAsTheCountyGrantsIt(int times)
    {
        var life = Life.Until(IssueState.Rectifying);
        var pinned = life.Rules.PolicyVersion(life.Issue(1).PolicyVersion);
        life.Governed(pinned with { Issues = pinned.OfIssues with { Extensions = times, ExtensionDays = 9 } }).At("2026-04-10 10:00");
        for (var granted = 0; granted < times; granted++)
        {
            Offered(life).Should().Be(9);
            life.AskExtension(1, 9).Refused.Should().BeNull();
            Offered(life).Should().BeNull("an answer is owed first");
            life.DecideExtension(1, true).Refused.Should().BeNull();
        }

        Offered(life).Should().BeNull();
        life.AskExtension(1, 1).Refused.Should().Be(RefusalCode.ExtensionUsed);
    }

    [Theory]
    [InlineData("2026-04-16 23:59", 15)]
    [InlineData("2026-04-17 00:00", null)] // the due day itself
    public void Extension_IsOffered_BeforeTheDueDay(string at, int? most) =>
        Offered(Life.Until(IssueState.Rectifying).At(at)).Should().Be(most);

    [Fact]
    public void Extension_OfAnIssueThatIsReported_IsNotOffered() => Offered(Life.Until(IssueState.Reported)).Should().BeNull();

    private static int? Offered(Life life) => IssueOffers.MostExtensionDays(life.Issue(1), CivilTime.DateOf(life.Now), life.Rules);
}
