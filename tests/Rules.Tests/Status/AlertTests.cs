namespace Supervision.Rules.Tests.Status;

public class AlertTests
{
    private const string Missed = "missed-visit:2133901746:2026-04";

    [Fact]
    public void School_NoVisitInApril_AlertsInspectorAndCountyExactlyOnce()
    {
        var school = A.VisitedSchool().At("2026-05-03 10:00").At("2026-05-20");
        var alert = school.Raised.Values.Single(alert => alert.Kind == AlertRules.MissedVisit);
        alert.Id.Should().Be(Missed);
        alert.Recipients.Should().Equal($"inspector/{A.Inspector}", "county/330521");
        (alert.EffectiveAt, alert.DetectedAt).Should().Be((Civil.At("2026-05-01"), Civil.At("2026-05-03 10:00")));
        alert.Text.Should().Be(new Text("德清县示例小学2026年4月漏访", "德清县示例小学: no visit in 2026-04"));
        school.OpenAlerts.Should().Equal(Missed);
    }

    [Fact]
    public void MissedVisit_WhenHandsChangeAtTheEnd_IsToldToWhoHadTheMonth() =>
        A.VisitedSchool().Assign(A.Other, "2026-05-01").At("2026-05-01").Raised[Missed].Recipients.Should().Equal($"inspector/{A.Inspector}", "county/330521");

    [Fact]
    public void MissedVisit_WithoutInspector_IsToldToTheCounty() => A.School().RegisteredAt("2026-04-01").At("2026-05-01").Raised[Missed].Recipients.Should().Equal("county/330521");

    [Fact]
    public void Warnings_FollowOneAnother_AndTheTightestStands()
    {
        var school = A.VisitedSchool().At("2026-04-24");
        school.OpenAlerts.Should().Equal("visit-due:2133901746:2026-04:7");
        school.At("2026-04-28").OpenAlerts.Should().Equal("visit-due:2133901746:2026-04:3");
        school.At("2026-04-30").OpenAlerts.Should().Equal("visit-due:2133901746:2026-04:1");
        school.Raised["visit-due:2133901746:2026-04:1"].Recipients.Should().Equal($"inspector/{A.Inspector}");
        school.Visit("2026-04-30 09:00").OpenAlerts.Should().BeEmpty();
    }

    [Fact]
    public void Warning_BeforeADayOff_SaysTheDaysReallyLeft() =>
        A.VisitedSchool().Visit("2026-04-09 09:00").At("2026-05-29").Raised["visit-due:2133901746:2026-05:1"].Text.Zh.Should().Be("德清县示例小学2026年5月尚未完成督导，还有 3 天");

    [Fact]
    public void Warning_OfAMissedMonth_GivesWayToTheMiss() => A.VisitedSchool().At("2026-05-01").OpenAlerts.Should().Equal(Missed);

    [Fact]
    public void Warning_OfAClosedSchool_IsOver() =>
        A.VisitedSchool().At("2026-04-24").Becomes(UnitStatus.Closed).OpenAlerts.Should().BeEmpty();

    [Fact]
    public void Restated_OrExcused_TakesTheMissAway()
    {
        A.VisitedSchool().Visit("2026-04-29 09:00", uploadedAt: "2026-05-02").OpenAlerts.Should().BeEmpty();
        A.VisitedSchool().At("2026-05-02").Excuse("2026-04").OpenAlerts.Should().BeEmpty();
    }

    [Fact]
    public void HeldVisit_AlertsTheCounty_UntilItDecides()
    {
        var school = A.VisitedSchool().Visit("2026-04-29 09:00", uploadedAt: "2026-05-08");
        var held = $"late-visit-waiting:2133901746:{school.Outcome!.Id}";
        school.OpenAlerts.Should().Equal(held, Missed);
        school.Raised[held].Recipients.Should().Equal("county/330521");
        school.Approve("2026-04").OpenAlerts.Should().BeEmpty();
    }

    [Fact]
    public void School_WithoutInspector_AlertsTheCountyAtOnce_UntilThereIsOne()
    {
        var school = A.School().RegisteredAt("2026-04-01 10:00");
        school.OpenAlerts.Should().Equal("no-inspector:2133901746:2026-04-01");
        school.At("2026-04-03").Assign(A.Inspector, "2026-04-02", "2026-04-10").OpenAlerts.Should().BeEmpty();
        school.At("2026-04-11").OpenAlerts.Should().Equal("no-inspector:2133901746:2026-04-11");
        school.Raised["no-inspector:2133901746:2026-04-11"].Recipients.Should().Equal("county/330521");
    }

    [Fact]
    public void School_ReopenedWithoutInspector_AlertsTheCounty()
    {
        var school = A.School().InspectedBy(A.Inspector, "2026-04-01", "2026-04-10").RegisteredAt("2026-04-01").At("2026-04-09").Becomes(UnitStatus.Suspended).At("2026-04-12");
        school.OpenAlerts.Should().BeEmpty("nobody is missed while the school is suspended");
        school.Becomes(UnitStatus.Active).OpenAlerts.Should().Equal("no-inspector:2133901746:2026-04-11");
    }

    [Fact]
    public void School_RegisteredWithItsInspector_AlertsNobody() => A.VisitedSchool().Raised.Should().BeEmpty();
}
