using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Supervision.Contracts;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Access;

/// <summary>A list too long for one person leaves the system once, when another of the county has agreed.</summary>
public sealed class ApprovalTests(Springs springs)
{
    private const string County = "/api/v1/counties/330522";
    private const string Approvals = County + "/approvals";

    [Fact]
    public async Task LongExport_AskedApprovedAndDoneOnce()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        await Open(spring, ApprovalRules.FreeRows + 1);
        using var office = await Person.ByToken(spring.Gateway, "county-330522");
        using var director = await Person.ByToken(spring.Gateway, "director-330522");
        using var committee = await Person.ByToken(spring.Gateway, "committee-330522");

        (await office.Get($"{County}/issues.xlsx?severity=Serious")).Status.Should().Be(200, "a short list is free");
        (await office.Get($"{County}/issues?take=1")).Status.Should().Be(200);
        (await office.Get($"{County}/issues.xlsx?open=true&category=S-HW")).ShouldRefuse(403, "approval-required", "approval");
        (await office.Get($"{County}/issues.docx?open=true&category=S-HW&approval=7")).ShouldRefuse(404, "approval-unknown", "approval");

        (
            await office.Command(
                Approvals,
                new
                {
                    kind = "BulkExport",
                    subject = "accounts.xlsx",
                    reason = "年度总结",
                }
            )
        ).ShouldRefuse(422, "approval-subject-invalid", "subject");
        (
            await office.Command(
                Approvals,
                new
                {
                    kind = "BulkExport",
                    subject = "issues.xlsx?open=true&category=S-HW",
                    reason = "年度总结",
                }
            )
        ).As<Reply>().Changed.Should().BeTrue();
        var asked = (await office.Get<List<ApprovalsApi.ApprovalView>>(Approvals)).Single();
        (asked.No, asked.State, asked.Subject, asked.By, asked.KindText.Zh)
            .Should()
            .Be((1, ApprovalState.Asked, "issues.xlsx?category=S-HW&open=true", "county-330522", "批量导出"));
        (await office.Get($"{County}/issues.xlsx?open=true&category=S-HW&approval=1")).ShouldRefuse(
            409,
            "approval-state-conflict",
            "approval"
        );
        (await office.Command($"{Approvals}/1/approve", new { remark = "同意" })).ShouldRefuse(403, "role-not-allowed");

        (await director.Command($"{Approvals}/1/approve", new { remark = "同意" })).As<Reply>().Changed.Should().BeTrue();
        (await director.Get($"{County}/issues.xlsx?open=true&category=S-HW&approval=1")).ShouldRefuse(
            403,
            "approval-of-another",
            "approval"
        );
        (await office.Get($"{County}/issues.docx?open=true&category=S-HW&approval=1")).ShouldRefuse(403, "approval-of-another", "approval");
        (await office.Get($"{County}/issues.xlsx?approval=1")).ShouldRefuse(403, "approval-of-another", "approval");
        (await office.Get($"{County}/issues.xlsx?category=S-HW&approval=1&open=true")).Status.Should().Be(200);
        (await office.Get($"{County}/issues.xlsx?category=S-HW&approval=1&open=true")).ShouldRefuse(
            409,
            "approval-state-conflict",
            "approval"
        );

        (
            await director.Command(
                Approvals,
                new
                {
                    kind = "BulkExport",
                    subject = "issues.docx",
                    reason = "上报",
                }
            )
        ).As<Reply>();
        (await director.Command($"{Approvals}/2/approve", new { remark = "同意" })).ShouldRefuse(403, "approver-is-asker");
        (await committee.Command($"{Approvals}/2/reject", new { reason = "用途不明" })).As<Reply>();
        (await director.Get<List<ApprovalsApi.ApprovalView>>(Approvals))
            .Select(entry => (entry.No, entry.State))
            .Should()
            .Equal((2, ApprovalState.Refused), (1, ApprovalState.Used));
        (await office.Get<List<ApprovalsApi.ApprovalView>>(Approvals))
            .Should()
            .ContainSingle("who can't approve sees their own")
            .Which.UsedAt.Should()
            .NotBeNull();
    }

    private static async Task Open(Spring spring, int issues)
    {
        using var system = Acting.AsSystem();
        var cluster = spring.Gateway.Services.GetRequiredService<IClusterClient>();
        var clerk = new Actor("county-330522", ActorRole.CountyOffice, "330522", null);
        var schools = (await cluster.GetGrain<IDirectoryGrain>(0).Units("330522")).Where(unit => unit.Kind == UnitKind.School).ToList();
        await Parallel.ForAsync(
            0,
            issues,
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (number, _) =>
                (
                    await cluster
                        .Unit(schools[number % schools.Count].Unit)
                        .Execute(
                            new(
                                Guid.NewGuid(),
                                new byte[] { 1 },
                                clerk,
                                new OpenIssue(IssueOrigin.Platform, "S-HW-01", Severity.Minor, "平台线索", IssueTags.None, null, [], "线索")
                            )
                        )
                )
                    .Refusal.Should()
                    .BeNull()
        );
    }
}
