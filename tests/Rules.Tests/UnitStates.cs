namespace Supervision.Rules.Tests;

/// <summary>Lives told up to every state a unit, its issue 1 or its measure 1 may be in.</summary>
internal static class UnitStates
{
    private static readonly Dictionary<string, Func<Life>> Known = new()
    {
        ["nobody registered"] = () => A.School().At("2026-05-20 10:00"),
        ["recused"] = () =>
            A.VisitedSchool().At("2026-05-20 10:00").Ask(The.Clerk, new RecuseInspector(A.Inspector, "配偶在该校任教", "文")),
        ["fresh"] = () => A.VisitedSchool().At("2026-05-20 10:00"),
        ["visit held"] = () => A.VisitedSchool().At("2026-05-20 09:00").Visit("2026-04-15 09:00", uploadedAt: "2026-05-20 09:00"),
        ["suspended"] = () => A.VisitedSchool().At("2026-05-20 10:00").Becomes(UnitStatus.Suspended),
        ["closed"] = () => Life.Until(IssueState.Notified).Becomes(UnitStatus.Closed),
        ["institution"] = () =>
            A.Institution().InspectedBy(A.Inspector).RegisteredAt("2026-03-01").At("2026-05-20 10:00").Find("T-SUB-01").ConfirmSerious(1),
        ["flagged, planned"] = Waiting,
        ["self-check asked for, complex"] = () =>
            A.VisitedSchool()
                .At("2026-04-02 10:00")
                .Find("S-HW-04", Severity.Complex)
                .By(The.Clerk)
                .Do(new RequestSelfCheck("2026Q2", Civil.Day("2026-05-10")))
                .By(null),
        ["entered by hand"] = () =>
            A.VisitedSchool()
                .At("2026-05-20 10:00")
                .Ask(The.OtherClerk, new NameUnit("330521:2026Q1", Civil.Day("2026-03-25"), "第一季度通报", [Life.Scan])),
        ["extension asked for"] = () => Life.Until(IssueState.Rectifying).AskExtension(1, 5),
    };

    static UnitStates()
    {
        foreach (var state in Enum.GetValues<IssueState>().Where(state => state != IssueState.None && state != IssueState.Archived))
            Known[$"issue {state}"] = () => Life.Until(state);
        foreach (var rung in Enum.GetValues<Rung>().Where(rung => rung != Rung.None))
        foreach (var state in new[] { MeasureState.Proposed, MeasureState.Decided, MeasureState.InForce })
            Known[$"{rung} {state}"] = () => OnLadder(rung, state);
        Known["interview held"] = () =>
            OnLadder(Rung.Interview, MeasureState.InForce) is var life
                ? life.Ask(The.Clerk, new RecordInterview(1, CivilTime.DateOf(life.Now), "校长"))
                : null!;
        Known["key supervision over"] = () => OnLadder(Rung.KeySupervision, MeasureState.InForce).At("2026-06-20 10:00");
        Known["key supervision, verified"] = () => OnLadder(Rung.KeySupervision, MeasureState.InForce).ReportRectified(1).Verify(1);
        Known["delisting asked for"] = () =>
            OnLadder(Rung.KeySupervision, MeasureState.InForce)
                .ReportRectified(1)
                .Verify(1)
                .Ask(The.School, new ApplyDelisting(1, "已整改", []));
        Known["published"] = () =>
            OnLadder(Rung.Exposure, MeasureState.InForce).Ask(The.Clerk, new RecordPublication(1, ["https://www.example.gov.cn/1"]));
        Known["under review"] = () =>
            OnLadder(Rung.Accountability, MeasureState.InForce)
                .Ask(The.School, new RecordAppealStep(1, AppealStep.ReviewRequested, "申请书"));
        Known["found wrong"] = () => Told("under review").Ask(The.Clerk, new RecordAppealStep(1, AppealStep.ReviewFoundWrong, "决定书"));
        Known["under appeal"] = () =>
            OnLadder(Rung.Accountability, MeasureState.InForce).Ask(The.School, new RecordAppealStep(1, AppealStep.Appealed, "申诉书"));
    }

    public static TheoryData<string> Names() => [.. Known.Keys];

    public static Life Told(string name) => Known[name]();

    private static Life Waiting()
    {
        var life = A.VisitedSchool().At("2026-04-02 10:00");
        return life.VisitWith(life.Content(Life.Finding("S-HW-04")), flags: VisitFlag.ImplausibleTravel)
            .Ask(
                The.Clerk,
                new PlanVisit(
                    new(
                        new("7b6a3f1e-2c4d-4b8f-9f3e-6a5b4c3d2e10"),
                        A.Inspector,
                        Civil.Day("2026-04-09"),
                        VisitSlot.None,
                        VisitKind.Special,
                        false
                    )
                )
            );
    }

    /// <summary>Measure 1 about issue 1, which is being rectified, proposed by a clerk; public exposure of an institution, anything else of a school.</summary>
    private static Life OnLadder(Rung rung, MeasureState state)
    {
        var life =
            rung == Rung.Exposure
                ? A.Institution().InspectedBy(A.Inspector).RegisteredAt("2026-03-01").At("2026-04-02 10:00").Find("T-FEE-02").Acknowledge(1)
                : Life.Until(IssueState.Rectifying);
        life.Ask(The.OtherClerk, new ProposeMeasure(rung, "manual", [1], "情况突出"));
        var form = rung switch
        {
            Rung.Circular => MeasureForm.Oral,
            Rung.KeySupervision => MeasureForm.SupervisionOrder,
            _ => MeasureForm.None,
        };
        ImmutableArray<Attachment> papers =
        [
            .. Enum.GetValues<DocumentKind>().Where(kind => kind >= DocumentKind.OralRecord).Select(kind => new Attachment(kind, "附件")),
        ];
        if (state >= MeasureState.Decided)
            life.Ask(The.CommitteeDirector, new DecideMeasure(1, form, "同意", papers));
        if (state >= MeasureState.InForce)
            life.Ask(The.Clerk, new ServeMeasure(1, papers));
        Assert.Equal(state, life.State.Ladder.Find(1)!.State);
        return life;
    }

    /// <summary>A step of the story, which must be accepted.</summary>
    private static Life Ask(this Life life, Actor who, UnitCommand command)
    {
        life.By(who).Do(command).By(null);
        Assert.Null(life.Refused);
        return life;
    }
}
