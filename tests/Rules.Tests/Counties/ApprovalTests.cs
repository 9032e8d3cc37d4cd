namespace Supervision.Rules.Tests.Counties;

/// <summary>What takes two people of the county: asked by one, approved by another, done once.</summary>
public class ApprovalTests
{
    private const string Subject = "issues.xlsx?severity=Serious";

    private static readonly Actor Desk = new("受理员", ActorRole.IntakeDesk, "330521", null);

    private CountyState state = CountyState.Empty with { Profile = new("330521", "德清县", "3305", "湖州市", "33", "浙江省") };
    private DateTimeOffset now = Civil.At("2026-04-10 09:00");

    [Fact]
    public void Request_ApprovedByAnother_IsUsedOnce()
    {
        Do(The.Clerk, Export()).Should().BeNull();
        Do(The.Clerk, Use()).Should().Be(RefusalCode.ApprovalStateConflict);
        Do(The.Director, new ApproveRequest(1, "同意")).Should().BeNull();
        Do(The.Director, new ApproveRequest(1, "同意")).Should().Be(RefusalCode.ApprovalStateConflict);
        Do(The.Clerk, Use()).Should().BeNull();
        Do(The.Clerk, Use()).Should().Be(RefusalCode.ApprovalStateConflict);
        state
            .OfApprovals.Find(1)
            .Should()
            .BeEquivalentTo(
                new
                {
                    State = ApprovalState.Used,
                    By = The.Clerk.Name,
                    DecidedBy = The.Director.Name,
                    Remark = "同意",
                    UsedAt = now,
                }
            );
    }

    [Fact]
    public void Asker_NeverApproves_WhateverTheRole()
    {
        Do(The.Director, Export());
        Do(The.Director, new ApproveRequest(1, "同意")).Should().Be(RefusalCode.ApproverIsAsker);
        Do(The.Director with { Role = ActorRole.CommitteeDirector }, new ApproveRequest(1, "同意"))
            .Should()
            .Be(RefusalCode.ApproverIsAsker, "a person stays the same in another role");
        Do(The.Director, new RejectRequest(1, "撤回")).Should().Be(RefusalCode.ApproverIsAsker);
        Do(The.CommitteeOffice, new RejectRequest(1, "用途不明")).Should().BeNull();
        Do(The.Director, Use()).Should().Be(RefusalCode.ApprovalStateConflict);
    }

    [Fact]
    public void Approval_OfAnotherPersonKindOrSubject_OpensNothing()
    {
        Do(The.Clerk, Export());
        Do(The.Director, new ApproveRequest(1, "同意"));
        Do(The.OtherClerk, Use()).Should().Be(RefusalCode.ApprovalOfAnother);
        Do(The.Clerk, new UseApproval(1, ApprovalKind.BulkExport, "issues.xlsx")).Should().Be(RefusalCode.ApprovalOfAnother);
        Do(The.Clerk, new UseApproval(1, ApprovalKind.SealedIdentity, Subject)).Should().Be(RefusalCode.ApprovalOfAnother);
        Do(The.Clerk, new UseApproval(2, ApprovalKind.BulkExport, Subject)).Should().Be(RefusalCode.ApprovalUnknown);
        Do(The.Clerk, Use()).Should().BeNull();
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, RefusalCode.ApprovalStateConflict)]
    public void Terms_AreADay_EndExcluded(int secondsAfter, RefusalCode? refused)
    {
        Do(The.Clerk, Export());
        now += ApprovalRules.DecideWithin + TimeSpan.FromSeconds(secondsAfter);
        Do(The.Director, new ApproveRequest(1, "同意")).Should().Be(refused);
        state.OfApprovals.Find(1)!.At(now).Should().Be(refused is null ? ApprovalState.Given : ApprovalState.Expired);
        if (refused is not null)
            return;
        now += ApprovalRules.UseWithin;
        Do(The.Clerk, Use()).Should().Be(RefusalCode.ApprovalStateConflict);
    }

    [Fact]
    public void Roles_AskAndDecide_EachWithinTheirOwn()
    {
        foreach (var actor in new[] { The.Inspector, The.School, The.Administrator, The.System, Desk })
            Do(actor, Export()).Should().Be(RefusalCode.RoleNotAllowed, actor.Name);
        Do(The.Province, Export()).Should().BeNull();
        Do(The.Clerk with { Area = "330522" }, Export()).Should().Be(RefusalCode.OutOfScope);
        foreach (var actor in new[] { The.Clerk, The.Inspector, The.Province, The.Administrator, The.System, Desk })
            Do(actor, new ApproveRequest(1, "同意")).Should().Be(RefusalCode.RoleNotAllowed, actor.Name);

        Do(Desk, new AskApproval(ApprovalKind.SealedIdentity, "complaint/330521-2026-1", "约谈需要")).Should().BeNull();
        Do(The.Province, new AskApproval(ApprovalKind.SealedIdentity, "complaint/330521-2026-1", "x"))
            .Should()
            .Be(RefusalCode.RoleNotAllowed);
        Do(The.Director, new ApproveRequest(2, "同意"))
            .Should()
            .Be(RefusalCode.RoleNotAllowed, "an identity is opened by the committee only");
        Do(The.CommitteeOffice, new ApproveRequest(2, "同意")).Should().BeNull();
        Do(Desk, new UseApproval(2, ApprovalKind.SealedIdentity, "complaint/330521-2026-1")).Should().BeNull();
    }

    [Fact]
    public void Texts_AreDemanded()
    {
        Do(The.Clerk, new AskApproval(ApprovalKind.None, Subject, "x")).Should().Be(RefusalCode.FieldInvalid);
        Do(The.Clerk, new AskApproval(ApprovalKind.BulkExport, Subject, " ")).Should().Be(RefusalCode.FieldRequired);
        Do(The.Clerk, Export());
        Do(The.Director, new ApproveRequest(1, "")).Should().Be(RefusalCode.FieldRequired);
        Do(The.Director, new RejectRequest(1, "")).Should().Be(RefusalCode.FieldRequired);
    }

    private static AskApproval Export() => new(ApprovalKind.BulkExport, Subject, "年度总结");

    private static UseApproval Use() => new(1, ApprovalKind.BulkExport, Subject);

    private RefusalCode? Do(Actor actor, CountyCommand command)
    {
        if (CountyPermission.Objection(actor, command, "330521") is { } objection)
            return objection.Code;
        var decision = County.Decide(state, command, now, actor);
        if (decision is Decision<CountyEvent>.Refused refused)
            return refused.Refusal.Code;
        foreach (var fact in ((Decision<CountyEvent>.Accepted)decision).Facts)
        {
            CountyTexts.Say(fact.Event).Zh.Should().NotBeNullOrWhiteSpace();
            state = RulesJson.Read<CountyState>(RulesJson.Write(County.Evolve(state, fact)));
        }

        return null;
    }
}
