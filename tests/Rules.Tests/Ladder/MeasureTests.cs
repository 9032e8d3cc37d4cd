namespace Supervision.Rules.Tests.Ladder;

/// <summary>From proposal to discharge (5.5): who decides, on which papers, and how each measure ends.</summary>
public class MeasureTests
{
    private static readonly (Rung Rung, MeasureForm[] Forms)[] Rungs =
    [
        (Rung.Circular, [MeasureForm.Written, MeasureForm.Oral]),
        (Rung.Interview, [MeasureForm.None]),
        (Rung.KeySupervision, [MeasureForm.Plaque, MeasureForm.SupervisionOrder]),
        (Rung.Exposure, [MeasureForm.None]),
        (Rung.Accountability, [MeasureForm.None]),
    ];

    private static readonly Actor[] Ranks =
    [
        The.School,
        The.Inspector,
        The.Province,
        The.System,
        The.OtherClerk,
        The.Director,
        The.CommitteeOffice,
        The.CommitteeDirector,
    ];

    private static Life School(string story) =>
        A.School()
            .Climbing(policy => policy with { AutomaticRules = [], SchoolsExposed = true })
            .InspectedBy(A.Inspector)
            .RegisteredAt("2026-03-01")
            .Tell("04-02 open S-HW-04; ack 1; " + story);

    public static TheoryData<Rung, string, RefusalCode?> Deciders()
    {
        var rows = new TheoryData<Rung, string, RefusalCode?>();
        for (var rung = 0; rung < Rungs.Length; rung++)
        for (var rank = 0; rank < Ranks.Length; rank++)
            rows.Add(
                Rungs[rung].Rung,
                Ranks[rank].Name,
                rank < 4 ? RefusalCode.RoleNotAllowed
                    : rank - 4 < Math.Min(rung, 3) ? RefusalCode.DeciderTooLow
                    : null
            );
        return rows;
    }

    [Theory]
    [MemberData(nameof(Deciders))]
    public void Proposal_IsDecidedOrRejected_ByItsRankAndAbove(Rung rung, string who, RefusalCode? refused)
    {
        var actor = Ranks.Single(each => each.Name == who);
        var life = School($"propose {(int)rung} 1");
        life.As(actor, life.Decision(1)).Refused.Should().Be(refused);
        life.Measure(1)
            .Should()
            .BeEquivalentTo(
                new { State = refused is null ? MeasureState.Decided : MeasureState.Proposed, DecidedBy = refused is null ? who : null }
            );
        School($"propose {(int)rung} 1").As(actor, new RejectMeasure(1, "情节轻微")).Refused.Should().Be(refused);
    }

    [Theory]
    [InlineData(Rung.Circular, null)]
    [InlineData(Rung.Interview, null)]
    [InlineData(Rung.KeySupervision, RefusalCode.DeciderIsProposer)]
    [InlineData(Rung.Exposure, RefusalCode.DeciderIsProposer)]
    [InlineData(Rung.Accountability, RefusalCode.DeciderIsProposer)]
    public void Proposal_FromKeySupervisionOn_IsDecidedByAnotherPerson(Rung rung, RefusalCode? refused)
    {
        Life Proposed() => School("").As(The.CommitteeDirector, new ProposeMeasure(rung, "manual", [1], "问题突出"));
        var life = Proposed();
        life.As(The.CommitteeDirector, life.Decision(1)).Refused.Should().Be(refused);
        Proposed().As(The.CommitteeDirector, new RejectMeasure(1, "撤回")).Refused.Should().Be(refused);
    }

    public static TheoryData<Rung, MeasureForm, RefusalCode?> Forms()
    {
        var rows = new TheoryData<Rung, MeasureForm, RefusalCode?>();
        foreach (var (rung, forms) in Rungs)
        foreach (var form in Enum.GetValues<MeasureForm>())
            rows.Add(rung, form, forms.Contains(form) ? null : RefusalCode.FormInvalid);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Decision_TakesTheFormsOfItsRung(Rung rung, MeasureForm form, RefusalCode? refused)
    {
        var life = School($"propose {(int)rung} 1");
        life.As(Life.DeciderOf(rung), life.Decision(1) with { Form = form }).Refused.Should().Be(refused);
    }

    public static TheoryData<Rung, MeasureForm, DocumentKind[], DocumentKind[], DocumentKind> Papers() =>
        new()
        {
            { Rung.Circular, MeasureForm.Written, [], [], DocumentKind.Circular },
            { Rung.Circular, MeasureForm.Oral, [], [DocumentKind.OralRecord], DocumentKind.Circular },
            { Rung.Interview, MeasureForm.None, [], [], DocumentKind.InterviewNotice },
            { Rung.KeySupervision, MeasureForm.Plaque, [], [DocumentKind.RectificationPlan], DocumentKind.PlaqueNotice },
            { Rung.KeySupervision, MeasureForm.SupervisionOrder, [], [DocumentKind.RectificationPlan], DocumentKind.SupervisionOrder },
            { Rung.Exposure, MeasureForm.None, [], [DocumentKind.ExposureText, DocumentKind.ChannelList], DocumentKind.ExposureApproval },
            {
                Rung.Accountability,
                MeasureForm.None,
                [DocumentKind.InvestigationReport, DocumentKind.PriorNotice, DocumentKind.DefenceRecord, DocumentKind.CommitteeRecord],
                [DocumentKind.ServiceReceipt],
                DocumentKind.AccountabilityDecision
            },
        };

    [Theory]
    [MemberData(nameof(Papers))]
    public void Measure_WithoutOneOfItsPapers_IsNeitherDecidedNorServed(
        Rung rung,
        MeasureForm form,
        DocumentKind[] toDecide,
        DocumentKind[] toServe,
        DocumentKind numbered
    )
    {
        var life = School($"propose {(int)rung} 1");
        var decision = new DecideMeasure(1, form, "同意", Life.Papers(toDecide));
        foreach (var paper in toDecide)
            life.As(Life.DeciderOf(rung), decision with { Attachments = Life.Papers(toDecide.Where(kind => kind != paper)) })
                .Refused.Should()
                .Be(RefusalCode.DocumentMissing);
        life.As(Life.DeciderOf(rung), decision).Refused.Should().BeNull();
        foreach (var paper in toServe)
            life.As(The.Clerk, new ServeMeasure(1, Life.Papers(toServe.Where(kind => kind != paper))))
                .Refused.Should()
                .Be(RefusalCode.DocumentMissing);
        life.Rung.Should().Be(Rung.None, "a decision is not in force before it is served");
        life.As(The.Clerk, new ServeMeasure(1, Life.Papers(toServe))).Refused.Should().BeNull();
        (life.Rung, life.Measure(1).State, life.Issue(1).TopRung).Should().Be((rung, MeasureState.InForce, rung));
        RungPapers.Numbered(rung, form).Should().Be(numbered);
    }

    [Fact]
    public void Attachments_ThatAreNotWellFormed_AreRefused()
    {
        var life = School("propose 5 1");
        RefusalCode? Of(Attachment attachment) =>
            life.As(The.CommitteeDirector, life.Decision(1) with { Attachments = life.Decision(1).Attachments.Add(attachment) }).Refused;
        Of(new(DocumentKind.None, "附件")).Should().Be(RefusalCode.FieldInvalid);
        Of(new(DocumentKind.Other, "")).Should().Be(RefusalCode.FieldRequired);
        Of(new(DocumentKind.Other, "附件", "ABC")).Should().Be(RefusalCode.EvidenceInvalid);
        Of(new(DocumentKind.Other, "附件", new string('a', 64))).Should().BeNull();
    }

    [Theory]
    [InlineData("propose 2 1; serve 1")] // before the decision
    [InlineData("propose 2 1; decide 1; decide 1")]
    [InlineData("propose 2 1; decide 1; reject 1")]
    [InlineData("propose 2 1; hold 1")]
    [InlineData("propose 2 1; impose 1; serve 1")]
    [InlineData("propose 2 1; impose 1; progress 1")] // of another rung
    [InlineData("propose 3 1; impose 1; hold 1")]
    [InlineData("propose 4 1; impose 1; extend 1")]
    [InlineData("propose 3 1; impose 1; publish 1")]
    [InlineData("propose 4 1; impose 1; execute 1")]
    public void Step_OutOfOrder_IsRefused(string story) =>
        story.Invoking(told => School(told)).Should().Throw<InvalidOperationException>().WithMessage("*MeasureStateConflict*");

    [Theory]
    [InlineData("propose 2 9", RefusalCode.IssueUnknown)]
    [InlineData("propose 2 1; propose 2 1", RefusalCode.ProposalOpen)]
    [InlineData("propose 2 1; decide 1; propose 2 1", RefusalCode.ProposalOpen)]
    [InlineData("propose 2 1; impose 1; propose 2 1", RefusalCode.RungReached)]
    [InlineData("propose 2 1; impose 1; propose 1 1", RefusalCode.RungReached)]
    [InlineData("propose 2 1; impose 1; commit 1 04-20", RefusalCode.InterviewNotHeld)]
    [InlineData("propose 2 1; impose 1; hold 1; hold 1", RefusalCode.AlreadyRecorded)]
    [InlineData("propose 2 1; impose 1; hold 1; commit 1 04-20; commit 1 04-21", RefusalCode.AlreadyRecorded)]
    [InlineData("propose 2 1; impose 1; hold 1; commit 1 04-02", RefusalCode.CommitmentDateInvalid)]
    [InlineData("propose 2 1; impose 1; hold 1; commit 1 04-03", null)]
    [InlineData("propose 2 1; impose 1; hold 1; commit 1 09-29", null)] // 180 days ahead
    [InlineData("propose 2 1; impose 1; hold 1; commit 1 09-30", RefusalCode.CommitmentDateInvalid)]
    [InlineData("propose 3 1; impose 1; apply 1", RefusalCode.DelistingNotReady)]
    [InlineData("propose 3 1; impose 1; delist 1", RefusalCode.DelistingNotAsked)]
    [InlineData("propose 3 1; impose 1; settle 1; apply 1; apply 1", RefusalCode.AlreadyRecorded)]
    [InlineData("propose 3 1; impose 1; settle 1; apply 1; delist 1; apply 1", RefusalCode.AlreadyRecorded)]
    [InlineData("propose 3 1; impose 1; settle 1; apply 1; refuse 1; apply 1", null)]
    [InlineData("propose 3 1; impose 1; extend 1; extend 1", RefusalCode.PeriodExtensionUsed)]
    [InlineData("propose 3 1; impose 1; 05-02~ extend 1", null)] // the last day of the period
    [InlineData("propose 3 1; impose 1; 05-03 extend 1", RefusalCode.PeriodOver)]
    [InlineData("propose 4 1; impose 1; annotate 1", RefusalCode.NotPublished)]
    [InlineData("propose 4 1; impose 1; publish 1; publish 1", RefusalCode.AlreadyRecorded)]
    [InlineData("propose 5 1; impose 1; execute 1; execute 1", RefusalCode.AlreadyRecorded)]
    public void Step_ThatCannotBe_IsRefusedWithItsCode(string story, RefusalCode? refused)
    {
        if (refused is null)
            School(story).Refused.Should().BeNull();
        else
            story.Invoking(told => School(told)).Should().Throw<InvalidOperationException>().WithMessage($"*{refused}*");
    }

    [Theory]
    [InlineData(Rung.Interview, "LR-07", "弄虚作假")]
    [InlineData(Rung.Accountability, "LR-17", "阻碍督导")]
    [InlineData(Rung.Accountability, "LR-15", "一年内两次")]
    public void Aggravated_Measure_SaysWhy(Rung rung, string rule, string why) =>
        CaseWords.Aggravation(rung, rule).Zh.Should().Contain(why);

    [Fact]
    public void Measure_ThatIsNotOpen_IsUnknown() => School("").Interviews(1).Refused.Should().Be(RefusalCode.MeasureUnknown);

    [Theory]
    [InlineData("LR-04")]
    [InlineData("LR-15")]
    [InlineData(null)]
    public void RuleOfTheSystem_IsNotProposedByHand(string? rule) =>
        School("").As(The.Clerk, new ProposeMeasure(Rung.Interview, rule!, [1], "问题突出")).Refused.Should().Be(RefusalCode.RuleNotByHand);

    [Fact]
    public void Interview_IsHeldBetweenServiceAndToday()
    {
        var life = School("propose 2 1; impose 1; 04-09");
        RefusalCode? On(string day) => life.As(The.Director, new RecordInterview(1, Civil.Day(day), "校长")).Refused;
        On("2026-04-01").Should().Be(RefusalCode.HeldOnInvalid);
        On("2026-04-10").Should().Be(RefusalCode.HeldOnInvalid);
        On("2026-04-02").Should().BeNull();
    }

    [Fact]
    public void Commitment_NeedsMinutesAndPromise()
    {
        var life = School("propose 2 1; impose 1; hold 1");
        foreach (var only in new[] { DocumentKind.InterviewMinutes, DocumentKind.Commitment })
            life.As(The.Clerk, new RecordCommitment(1, Civil.Day("2026-04-30"), Life.Papers([only])))
                .Refused.Should()
                .Be(RefusalCode.DocumentMissing);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    [InlineData("/relative")]
    public void Publication_TakesLinksOnly(string link) =>
        School("propose 4 1; impose 1").As(The.Clerk, new RecordPublication(1, [link])).Refused.Should().Be(RefusalCode.FieldInvalid);

    /// <summary>What still keeps it in force, and the last step that does not.</summary>
    [Theory]
    [InlineData("propose 1 1; impose 1; report 1", "verify 1")]
    [InlineData("propose 2 1; impose 1; hold 1; commit 1 05-30; report 1", "verify 1")]
    [InlineData("propose 2 1; impose 1; settle 1; hold 1", "commit 1 05-30")]
    [InlineData("propose 3 1; impose 1; settle 1; apply 1; delist 1; 05-02", "keep 1")]
    [InlineData("propose 3 1; impose 1; settle 1; apply 1; 05-02 keep 1", "delist 1")]
    [InlineData("propose 4 1; impose 1; settle 1; publish 1", "annotate 1")]
    [InlineData("propose 4 1; impose 1; publish 1; annotate 1; report 1", "verify 1")]
    [InlineData("propose 5 1; impose 1; settle 1; step 1 Appealed; execute 1", "step 1 AppealUpheld")]
    [InlineData("propose 5 1; impose 1; settle 1; step 1 Appealed; step 1 AppealUpheld", "execute 1")]
    [InlineData("propose 5 1; impose 1; execute 1; 05-02~", "05-03")] // the remedies lapse unused
    [InlineData("propose 1 1; impose 1", "withdraw 1")]
    public void Measure_IsDischarged_WithTheLastOfItsConditions(string before, string last)
    {
        var life = School(before);
        life.Happened<MeasureDischarged>().Should().BeEmpty();
        var rung = life.Rung;
        life.Tell(last).Happened<MeasureDischarged>().Should().Equal(new MeasureDischarged(1));
        rung.Should().NotBe(Rung.None);
        life.Rung.Should().Be(Rung.None);
        life.Happened<LadderCleared>().Should().ContainSingle(e => e.RememberedUntil == CivilTime.DateOf(life.Now).AddDays(180));
    }

    [Theory]
    [InlineData("propose 2 1; settle 1", true)]
    [InlineData("propose 2 1; report 1", false)]
    [InlineData("propose 2 1; withdraw 1", true)]
    [InlineData("open S-EX-01; ack 2; propose 2 1,2; settle 1", false)]
    [InlineData("open S-EX-01; ack 2; propose 2 1,2; settle 1; settle 2", true)]
    [InlineData("propose 2 1; decide 1; settle 1", false)] // decided: it is served all the same
    [InlineData("opinion on; settle 1", true)]
    [InlineData("withdraw 1; opinion on", false)] // about no issue, so none can settle it
    public void Proposal_WhoseCauseIsGone_Lapses(string story, bool lapses)
    {
        var life = School(story);
        life.Happened<MeasureLapsed>().Any().Should().Be(lapses);
        life.Ladder.Measures.IsEmpty.Should().Be(lapses);
    }

    [Fact]
    public void MissingSelfCheck_ThatJoinedAProposal_KeepsItOpenUntilHandedIn()
    {
        var life = School("propose 1 1; ask 2026Q2 05-10; 05-10");
        life.Calls.Last().Should().Be("05-10 LR-02 joins 1 []");
        life.Tell("settle 1").Measure(1).Round.Should().Be("2026Q2");
        life.Tell("handin 2026Q2").Ladder.Measures.Should().BeEmpty();
    }

    [Fact]
    public void HigherMeasure_OnTheSameIssues_Supersedes()
    {
        var life = School("open S-EX-01; ack 2; propose 1 1; impose 1; propose 2 1,2; decide 2");
        life.Measure(1).State.Should().Be(MeasureState.InForce);
        life.Tell("serve 2").Measure(1).Should().BeEquivalentTo(new { State = MeasureState.Superseded, SupersededBy = 2 });
        life.Rung.Should().Be(Rung.Interview);
        life.Tell("hold 2; commit 2 05-30; settle 1; settle 2").Ladder.Measures.Should().BeEmpty();
        life.Happened<MeasureDischarged>().Should().Equal(new MeasureDischarged(1), new MeasureDischarged(2));
    }

    [Fact]
    public void SupersededMeasure_WhoseConditionsAreMet_IsDischargedAndNotKept()
    {
        var life = School("open S-EX-01; ack 2; propose 1 1; impose 1; propose 2 1,2; impose 2; settle 1");
        life.Happened<MeasureDischarged>().Should().Equal(new MeasureDischarged(1));
        life.Rung.Should().Be(Rung.Interview);
    }

    [Fact]
    public void SupersededMeasure_WhoseConditionsAreNotMet_GoesWithTheHigherOne()
    {
        var life = School("propose 2 1; impose 1; propose 3 1; impose 2; settle 1; apply 2; delist 2; 05-01");
        life.Measure(1).State.Should().Be(MeasureState.Superseded);
        life.Tell("05-02 keep 1").Ladder.Measures.Should().BeEmpty();
        life.Happened<MeasureDischarged>().Should().Equal(new MeasureDischarged(2));
    }

    [Fact]
    public void HigherMeasure_OnOtherIssues_LeavesTheLowerInForce()
    {
        var life = School("open S-EX-01; ack 2; propose 1 1; impose 1; propose 2 2; impose 2");
        life.Measure(1).State.Should().Be(MeasureState.InForce);
        life.Tell("hold 2; commit 2 05-30; settle 2").Rung.Should().Be(Rung.Circular, "the rung falls to what is left");
        life.Happened<LadderCleared>().Should().BeEmpty();
    }

    [Fact]
    public void Rejection_LeavesTheRungAndTheIssueAsTheyWere()
    {
        var life = School("propose 2 1; reject 1");
        (life.Rung, life.Issue(1).TopRung, life.Ladder.Measures.Length, life.Ladder.Served.Length)
            .Should()
            .Be((Rung.None, Rung.None, 0, 0));
        life.Tell("propose 2 1").Ladder.Measures.Single().No.Should().Be(2, "numbers are never used again");
    }

    [Fact]
    public void Accountability_ASecondWithinAYear_IsAggravated()
    {
        var first = "propose 5 1; impose 1; execute 1; settle 1; 05-03; ";
        School(first + "2027-04-02 open S-EX-01; propose 5 2").Measure(2).Aggravated.Should().BeTrue("day 365");
        School(first + "2027-04-03 open S-EX-01; propose 5 2").Measure(2).Aggravated.Should().BeFalse();
        School(first + "2027-04-02 open S-EX-01; propose 3 2").Measure(2).Aggravated.Should().BeFalse();
    }
}
