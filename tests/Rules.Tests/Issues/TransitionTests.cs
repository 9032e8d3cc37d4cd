namespace Supervision.Rules.Tests.Issues;

/// <summary>The table of 5.4: what may be done in each state, by the people who may, and what every other command is refused with.</summary>
public class TransitionTests
{
    private static readonly ImmutableArray<IssueState> Closed = [IssueState.Archived, IssueState.Transferred, IssueState.Withdrawn];

    /// <summary>Each command by somebody of the county with the paper that takes, so that only the state can be in the way.</summary>
    private static readonly ImmutableArray<(string Name, UnitCommand Command, IssueState[] From)> Commands =
    [
        ("confirm", new ConfirmSerious(1, "属实"), [IssueState.Found]),
        ("acknowledge", new AcknowledgeNotice(1, "回执"), [IssueState.Notified]),
        ("report", new SubmitRectification(1, "已整改", [], "报告"), [IssueState.Notified, IssueState.Rectifying, IssueState.Returned]),
        ("file", new FileReport(1, null), [IssueState.Reported]),
        ("verify", new VerifyIssue(1, "属实", []), [IssueState.Reported, IssueState.Filed]),
        ("return", new ReturnForRework(1, "未到位"), [IssueState.Reported, IssueState.Filed]),
        ("ask", new RequestExtension(1, 5, "家长会"), [IssueState.Notified, IssueState.Rectifying, IssueState.Returned]),
        ("pass", new PassLookBack(1, "未再发生", []), [IssueState.LookBack]),
        ("fail", new FailLookBack(1, "又出现", []), [IssueState.LookBack]),
        (
            "transfer",
            new TransferIssue(1, "市场监管局", "函"),
            [IssueState.Found, IssueState.Notified, IssueState.Rectifying, IssueState.Reported, IssueState.Filed, IssueState.Returned]
        ),
        ("withdraw", new WithdrawIssue(1, "重复登记", "文"), [.. Open]),
        ("harm", new MarkHarm(1, HarmMark.StudentsHarmed, "文"), [.. Open]),
    ];

    private static IEnumerable<IssueState> Open =>
        [
            IssueState.Found,
            IssueState.Notified,
            IssueState.Rectifying,
            IssueState.Reported,
            IssueState.Filed,
            IssueState.Returned,
            IssueState.Verified,
            IssueState.LookBack,
        ];

    public static TheoryData<IssueState, string> Pairs()
    {
        var pairs = new TheoryData<IssueState, string>();
        foreach (var state in Open.Concat(Closed))
        foreach (var (name, _, _) in Commands)
            pairs.Add(state, name);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Command_InAState_IsAcceptedOrRefusedAsTheTableSays(IssueState state, string name)
    {
        var (_, command, from) = Commands.Single(each => each.Name == name);
        var life = Life.Until(state);
        life.StateOf(1).Should().Be(Closed.Contains(state) ? null : state);
        var before = A.Json(life.State);
        life.By(The.OtherClerk).Do(command);
        RefusalCode? expected =
            Closed.Contains(state) ? RefusalCode.IssueUnknown
            : from.Contains(state) ? null
            : state == IssueState.Verified && name is "pass" or "fail" ? RefusalCode.LookBackTooEarly
            : RefusalCode.IssueStateConflict;
        life.Refused.Should().Be(expected);
        if (expected is not null)
            A.Json(life.State).Should().Be(before);
    }

    public static TheoryData<IssueState, string, IssueState?, string> Results() =>
        new()
        {
            {
                IssueState.Found,
                "confirm",
                IssueState.Notified,
                "Acknowledge 2026-04-03, Silence 2026-04-10, Contain 2026-04-05, Rectify 2026-04-17"
            },
            { IssueState.Notified, "acknowledge", IssueState.Rectifying, "Rectify 2026-04-17" },
            { IssueState.Notified, "report", IssueState.Reported, "File 2026-04-05, Verify 2026-04-10" },
            { IssueState.Rectifying, "report", IssueState.Reported, "File 2026-04-05, Verify 2026-04-10" },
            { IssueState.Returned, "report", IssueState.Reported, "File 2026-04-05, Verify 2026-04-10" },
            { IssueState.Reported, "file", IssueState.Filed, "Verify 2026-04-10" },
            { IssueState.Reported, "verify", IssueState.Verified, "LookBackOpens 2026-05-02, LookBack 2026-06-01" },
            { IssueState.Filed, "verify", IssueState.Verified, "LookBackOpens 2026-05-02, LookBack 2026-06-01" },
            { IssueState.Reported, "return", IssueState.Returned, "Rectify 2026-04-09" },
            { IssueState.Filed, "return", IssueState.Returned, "Rectify 2026-04-09" },
            { IssueState.Rectifying, "ask", IssueState.Rectifying, "Rectify 2026-04-17" },
            { IssueState.LookBack, "fail", IssueState.Rectifying, "Rectify 2026-05-17" },
            { IssueState.LookBack, "pass", null, "" },
            { IssueState.Reported, "transfer", null, "" },
            { IssueState.Verified, "withdraw", null, "" },
        };

    [Theory]
    [MemberData(nameof(Results))]
    public void Transition_Allowed_LeadsToItsStateAndClocks(IssueState from, string name, IssueState? to, string clocks)
    {
        var life = Life.Until(from).By(The.OtherClerk).Do(Commands.Single(each => each.Name == name).Command);
        life.Refused.Should().BeNull();
        life.StateOf(1).Should().Be(to);
        if (to is not null)
            life.Clocks(1).Should().Be(clocks);
    }

    [Theory]
    [InlineData(IssueState.Found, false)]
    [InlineData(IssueState.Notified, true)]
    [InlineData(IssueState.Rectifying, true)]
    [InlineData(IssueState.Reported, false)]
    public void InterimReport_OnASeriousIssue_IsTakenWhileItIsWithTheUnit(IssueState state, bool accepted)
    {
        var life = A.VisitedSchool().At("2026-04-02 10:00").Find("S-HW-04", Severity.Serious);
        if (state >= IssueState.Notified)
            life.ConfirmSerious(1);
        if (state >= IssueState.Rectifying)
            life.Acknowledge(1);
        if (state >= IssueState.Reported)
            life.ReportRectified(1);
        life.Contain(1).Refused.Should().Be(accepted ? null : RefusalCode.IssueStateConflict);
        if (!accepted)
            return;
        life.Clock(1, DeadlineKind.Contain).Should().BeNull();
        life.StateOf(1).Should().Be(state);
        life.Contain(1).Refused.Should().Be(RefusalCode.NotInterim);
    }

    [Fact]
    public void InterimReport_OnAGeneralIssue_IsRefused() =>
        Life.Until(IssueState.Rectifying).Contain(1).Refused.Should().Be(RefusalCode.NotInterim);

    [Fact]
    public void Report_OfAnUnacknowledgedIssue_AcknowledgesItToo()
    {
        var life = Life.Until(IssueState.Notified).ReportRectified(1);
        life.Happened<IssueAcknowledged>().Should().ContainSingle();
        life.At("2026-04-30").Raised.Keys.Should().NotContain(id => id.Contains("LR-03", StringComparison.Ordinal));
        life.Happened<MeasureServed>().Should().BeEmpty();
    }

    [Fact]
    public void Returned_Twice_CountsItsReworks()
    {
        var life = Life.Until(IssueState.Returned);
        life.At("2026-04-08 09:00").ReportRectified(1).Rework(1).Clock(1, DeadlineKind.Rectify).Should().Be("2026-04-15");
        life.State.Issue(1)!.Reworks.Should().Be(2);
    }

    [Fact]
    public void Number_OfAClosedIssue_IsNeverUsedAgain()
    {
        var life = Life.Until(IssueState.Withdrawn).At("2026-04-03 10:00").Find("S-HW-04");
        life.State.Issues.Should().ContainSingle().Which.No.Should().Be(2);
    }

    [Fact]
    public void Major_OfACategoryThatIsNone_IsRefused_ElseReferredToTheDepartment()
    {
        Life.Until(IssueState.Notified)
            .By(The.Director)
            .Do(new ConfirmMajor(1, "市场监管局", "认定函"))
            .Refused.Should()
            .Be(RefusalCode.NotMajor);
        var life = A.VisitedSchool().At("2026-04-02 10:00").Find("S-AD-02").By(The.Director).Do(new ConfirmMajor(1, "纪委监委", "认定函"));
        life.State.Issue(1)!.MajorConfirmedBy.Should().Be("纪委监委");
        life.State.Referrals.Should().ContainSingle().Which.Department.Should().Be("纪委监委");
        var facts = life.Facts.Count;
        life.Do(new ConfirmMajor(1, "纪委监委", "认定函")).Refused.Should().BeNull();
        life.Facts.Should().HaveCount(facts);
    }
}
