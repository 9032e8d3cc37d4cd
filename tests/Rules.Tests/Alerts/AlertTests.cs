namespace Supervision.Rules.Tests.Alerts;

public class AlertTests
{
    private const string Missed = "missed-visit:2133901746:2026-04";

    [Fact]
    public void School_NoVisitInApril_AlertsInspectorAndCountyExactlyOnce()
    {
        var school = A.VisitedSchool().At("2026-05-03 10:00").At("2026-05-20");
        var alert = school.Raised.Values.Single(alert => alert.Kind == AlertNames.MissedVisit);
        alert.Id.Should().Be(Missed);
        alert.Recipients.Should().Equal($"inspector/{A.Inspector}", "county/330521");
        (alert.EffectiveAt, alert.DetectedAt).Should().Be((Civil.At("2026-05-01"), Civil.At("2026-05-03 10:00")));
        alert
            .Text.Should()
            .Be(
                new Text(
                    "德清县示例小学2026年4月漏访，由 督学-330521-01 承担",
                    "德清县示例小学: no visit in 2026-04, charged to inspector 督学-330521-01"
                )
            );
        school.OpenAlerts.Should().Equal(Missed);
    }

    [Fact]
    public void MissedVisit_ChargedToTheCounty_IsToldToTheCountyAlone()
    {
        var school = A.VisitedSchool().At("2026-04-25").Assign(A.Other, "2026-04-25").At("2026-05-01");
        school.DutyOf("2026-04").ChargedTo.Should().BeNull("the inspector came too short before the end");
        school.Raised[Missed].Recipients.Should().Equal("county/330521");
        school.Raised[Missed].Text.Zh.Should().Be("德清县示例小学2026年4月漏访，交接期内，由县级承担");
    }

    [Fact]
    public void MissedVisit_WhenHandsChangeAtTheEnd_IsToldToWhoHadTheMonth() =>
        A.VisitedSchool()
            .Assign(A.Other, "2026-05-01")
            .At("2026-05-01")
            .Raised[Missed]
            .Recipients.Should()
            .Equal($"inspector/{A.Inspector}", "county/330521");

    [Fact]
    public void MissedVisit_WithoutInspector_IsToldToTheCounty() =>
        A.School().RegisteredAt("2026-04-01").At("2026-05-01").Raised[Missed].Recipients.Should().Equal("county/330521");

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
    public void Warning_NamesTheLastDay_WhichIsTrueOnEveryDayItIsRead() =>
        A.VisitedSchool()
            .Visit("2026-04-09 09:00")
            .At("2026-05-29")
            .Raised["visit-due:2133901746:2026-05:1"]
            .Text.Zh.Should()
            .Be("德清县示例小学2026年5月尚未完成督导，截止 2026-05-31（含当日）");

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
        var school = A.School()
            .InspectedBy(A.Inspector, "2026-04-01", "2026-04-10")
            .RegisteredAt("2026-04-01")
            .At("2026-04-09")
            .Becomes(UnitStatus.Suspended)
            .At("2026-04-12");
        school.OpenAlerts.Should().BeEmpty("nobody is missed while the school is suspended");
        school.Becomes(UnitStatus.Active).OpenAlerts.Should().Equal("no-inspector:2133901746:2026-04-11");
    }

    [Fact]
    public void School_RegisteredWithItsInspector_AlertsNobody() => A.VisitedSchool().Raised.Should().BeEmpty();

    [Fact]
    public void MissedVisit_EndsWithTheNextVisit_AndTheMonthStaysMissed()
    {
        var school = A.VisitedSchool().Visit("2026-05-06 09:00");
        school.OpenAlerts.Should().BeEmpty();
        school.Endings[Missed].Should().Be(AlertEnding.VisitedSince);
        school.Duty("2026-04").Should().Be(DutyState.Missed);
    }

    [Fact]
    public void MissedVisit_NoticedTogetherWithTheNextVisit_WasAnAlertAllTheSame()
    {
        var school = A.VisitedSchool();
        var visit = new RecordVisit(A.Visit("2026-05-06 09:00"));
        var now = Civil.At("2026-05-06 10:00");
        var due = UnitClock.Advance(school.State, now, school.Rules);
        var ready = due.Aggregate(school.State, Unit.Evolve);
        var accepted = (Decision<UnitEvent>.Accepted)
            UnitDecisions.Decide(ready, visit, new(The.Inspector, Guid.NewGuid(), now, school.Rules));

        var changes = UnitAlerts.Of(school.State, [.. due, .. accepted.Facts], due.Length);

        changes.Raised.Select(alert => alert.Id).Should().Contain(Missed);
        changes.Ended.Should().Contain(new AlertEnd(Missed, AlertEnding.VisitedSince));
    }

    [Theory]
    [InlineData(Severity.Minor)]
    [InlineData(Severity.General)]
    [InlineData(Severity.Complex)]
    public void Issue_ThatNeedsNoConfirmation_NeverWasAnAlert(Severity severity)
    {
        var school = A.VisitedSchool()
            .At("2026-04-02 10:00")
            .Find(Taxonomy.All.First(category => category.Kind == UnitKind.School && category.Allows(severity)).Code, severity);
        school.Refused.Should().BeNull();
        school.Raised.Values.Should().NotContain(alert => alert.Kind == "serious-found");
        A.VisitedSchool()
            .At("2026-04-02 10:00")
            .Find("S-HW-04", Severity.Serious)
            .OpenAlerts.Should()
            .Contain("serious-found:2133901746:issue-1");
    }

    [Fact]
    public void Warning_WhenHandsChange_IsRaisedAnewForWhoIsResponsibleNow()
    {
        var school = A.VisitedSchool().At("2026-04-24 09:00");
        var first = school.OpenAlerts.Single();
        school.At("2026-04-25 09:00").Assign(A.Other, "2026-04-20"); // reaching back behind the warning
        var second = school.OpenAlerts.Single();
        school.Endings[first].Should().Be(AlertEnding.HandedOver);
        school.Raised[second].Recipients.Should().Equal($"inspector/{A.Other}");
        school
            .At("2026-04-26 09:00")
            .Assign(A.Inspector, "2026-04-20")
            .OpenAlerts.Should()
            .ContainSingle()
            .Which.Should()
            .NotBe(first)
            .And.NotBe(second);
        school.Visit("2026-04-26 10:00").OpenAlerts.Should().BeEmpty();
    }

    [Fact]
    public void School_ThatMoves_LeavesNothingOpenBehind_AndTakesWhatWaitsAlong()
    {
        var school = A.VisitedSchool().At("2026-04-02 10:00").Find("S-HW-04", Severity.Serious);
        var before = school.OpenAlerts.ToList();
        school.At("2026-04-10").By(The.Administrator).Do(new RegisterUnit(school.Profile with { County = "330522" }, null));
        before.Should().OnlyContain(id => school.Endings[id] == AlertEnding.Moved);
        school
            .OpenAlerts.Select(id => school.Raised[id])
            .Should()
            .ContainSingle(alert => alert.Kind == "serious-found")
            .Which.Recipients.Should()
            .Equal("county/330522");
        school.By(null).Do(new RegisterUnit(school.Profile with { County = "330521" }, null));
        school.OpenAlerts.Should().Contain(id => id.StartsWith("serious-found", StringComparison.Ordinal)).And.NotIntersectWith(before);
    }

    [Fact]
    public void Extension_AskedAgainAfterARefusal_IsAnAlertAgain()
    {
        var school = A.VisitedSchool()
            .At("2026-04-02 10:00")
            .Find("S-HW-04")
            .Acknowledge(1)
            .AskExtension(1, 5)
            .DecideExtension(1, false, "理由不足")
            .AskExtension(1, 7);
        school.Refused.Should().BeNull();
        school.OpenAlerts.Select(id => school.Raised[id].Text.Zh).Should().Contain("德清县示例小学问题 1 申请延期 7 天，待审批");
    }
}
