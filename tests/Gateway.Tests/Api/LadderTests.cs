using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Api;

/// <summary>Two months missed, told through the API: the inspector, the county and the province each do their part.</summary>
public sealed class LadderTests
{
    private const string Inspector = "/api/v1/inspectors/%E7%9D%A3%E5%AD%A6-330521-01/ladder";
    private const string County = "/api/v1/counties/330521/ladder";

    [Fact]
    public async Task TwoMissedMonths_AreAcknowledgedDecidedAndPassedUp()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite);
        using var province = await Person.ByCookie(gateway, "province");
        using var office = await Person.ByCookie(gateway, "county-330521");
        using var neighbour = await Person.ByCookie(gateway, "county-330522");
        using var director = await Person.ByCookie(gateway, "director-330521");
        using var self = await Person.ByToken(gateway, "inspector-330521-01");
        (
            await province.Import([
                Upload.Some("counties", _ => true),
                Upload.Some("inspectors", row => row.StartsWith("督学-330521-01", StringComparison.Ordinal)),
                Upload.Some("schools", row => row.StartsWith("2133901815", StringComparison.Ordinal)),
                Upload.Some("assignments", row => row.Contains("2133901815", StringComparison.Ordinal)),
            ])
        )
            .Failed.Should()
            .Be(0);
        await province.AdvanceTo("2026-05-01 09:00");
        await province.AdvanceTo("2026-06-01 09:00");

        var ladder = await self.Get<InspectorLadderView>(Inspector);
        ladder.Missed.Count(duty => duty.Counts).Should().BeGreaterThanOrEqualTo(2);
        ladder.Steps.Should().Contain(step => step.Rung == InspectorRung.Reminder && step.StateText.Zh == "已决定");
        ladder.History.Should().Contain(entry => entry.Kind == "duty-missed" && entry.Text.Zh.Contains("漏访", StringComparison.Ordinal));
        var (reminder, proposal) = (
            ladder.Steps.First(step => step.Rung == InspectorRung.Reminder).No,
            ladder.Steps.Single(step => step.State == StepState.Proposed).No
        );

        var before = (await self.Get(Inspector)).Body;
        var foreseen = (await director.Post($"{Inspector}/{proposal}/decide?preview=true", new { reason = "情况属实" })).As<PreviewView>();
        foreseen.Events.Should().ContainSingle(happening => happening.Kind == "step-decided");
        foreseen
            .Deadlines.Should()
            .ContainSingle(deadline =>
                deadline.Case == CaseKind.Step
                && deadline.No == proposal
                && deadline.Kind == DeadlineKind.Acknowledge
                && deadline.FallsAt > deadline.Due.ToDateTime(TimeOnly.MinValue)
            );
        foreseen.Alerts.Should().ContainSingle(alert => alert.Recipients.Contains("inspector/督学-330521-01"));
        (await office.Post($"{Inspector}/{proposal}/decide?preview=true", new { reason = "情况属实" })).ShouldRefuse(
            403,
            "role-not-allowed",
            null
        );
        (await self.Get(Inspector)).Body.Should().Be(before);

        var key = Guid.CreateVersion7();
        var acknowledged = await self.Command($"{Inspector}/{reminder}/acknowledge", new { }, key);
        acknowledged.As<Reply>().Changed.Should().BeTrue();
        (await self.Command($"{Inspector}/{reminder}/acknowledge", new { }, key)).Body.Should().Be(acknowledged.Body);
        (await office.Command($"{Inspector}/{proposal}/decide", new { reason = "情况属实" })).ShouldRefuse(403, "role-not-allowed", null);
        (await neighbour.Get(Inspector)).ShouldRefuse(403, "out-of-scope", null);
        (await director.Command($"{Inspector}/{proposal}/decide", new { reason = "情况属实" })).As<Reply>().Changed.Should().BeTrue();
        (await director.Command($"{Inspector}/{proposal}/reject", new { reason = "情况不符" })).ShouldRefuse(
            409,
            "step-state-conflict",
            "no"
        );
        (await director.Command($"{Inspector}/99/reject", new { reason = "情况不符" })).ShouldRefuse(404, "step-unknown", "no");
        (await office.Command($"{Inspector}/revocation", new { reason = "长期不履行督导职责" })).As<Reply>().Changed.Should().BeTrue();
        (await director.Command($"{Inspector}/revocation", new { reason = "长期不履行督导职责" })).ShouldRefuse(
            409,
            "step-proposal-open",
            "rung"
        );
        (await director.Command($"{Inspector}/{proposal + 1}/decide", new { reason = "同意", document = "德教督〔2026〕8号" }))
            .As<Reply>()
            .Changed.Should()
            .BeTrue();
        (await director.Command($"{Inspector}/revocation", new { reason = "再次" })).ShouldRefuse(409, "qualification-revoked", null);
        (await self.Get<InspectorLadderView>(Inspector)).RevokedOn.Should().Be(new DateOnly(2026, 6, 1));

        var above = await province.Get<CountyLadderView>(County);
        above.Shortfalls.Should().Contain(shortfall => shortfall.Month == Period.Parse("2026-05") && shortfall.Visited == 0);
        var circular = above.Steps.Should().ContainSingle().Subject;
        (circular.Rung, circular.RungText.Zh, circular.State).Should().Be((CountyRung.SpecialCircular, "专项通报", StepState.Proposed));
        (await self.Get(County)).ShouldRefuse(403, "role-not-allowed", null);
        (await director.Command($"{County}/{circular.No}/decide", new { reason = "x", document = "x" })).ShouldRefuse(
            403,
            "role-not-allowed",
            null
        );
        (await province.Post($"{County}/{circular.No}/decide?preview=true", new { reason = "覆盖不足", document = "浙教督〔2026〕12号" }))
            .As<PreviewView>()
            .Alerts.Should()
            .ContainSingle(alert => alert.Kind == "county-step-decided" && alert.Recipients.Contains("county/330521"));
        (await province.Get<CountyLadderView>(County)).Steps.Should().ContainSingle(step => step.State == StepState.Proposed);
        (await province.Command($"{County}/{circular.No}/decide", new { reason = "覆盖不足", document = "浙教督〔2026〕12号" }))
            .As<Reply>()
            .Changed.Should()
            .BeTrue();
        (await province.Command($"{County}/{circular.No}/discharge", new { reason = "已达到要求" })).As<Reply>().Changed.Should().BeTrue();
        (await province.Command(County, new { rung = "Interview", reason = "连续两个月低于要求" })).As<Reply>().Changed.Should().BeTrue();
        (await province.Command(County, new { rung = "None", reason = "x" })).ShouldRefuse(422, "county-rung-invalid", "rung");
        (await province.Command($"{County}/{circular.No + 1}/reject", new { reason = "已整改" })).As<Reply>().Changed.Should().BeTrue();
        (await office.Get<CountyLadderView>(County)).Steps.Select(step => step.StateText.Zh).Should().Equal("已解除", "未采纳");
    }

    [Fact]
    public async Task Unknown_HasNoLadder()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite);
        using var province = await Person.ByToken(gateway, "province");
        using var director = await Person.ByToken(gateway, "director-330521");
        (await province.Get("/api/v1/inspectors/nobody/ladder")).ShouldRefuse(404, "inspector-unknown", "code");
        (await province.Get("/api/v1/counties/330599/ladder")).ShouldRefuse(404, "county-unknown", "code");
        (await director.Command("/api/v1/inspectors/nobody/ladder/1/reject", new { reason = "x" })).ShouldRefuse(
            404,
            "inspector-unknown",
            "code"
        );
    }
}
