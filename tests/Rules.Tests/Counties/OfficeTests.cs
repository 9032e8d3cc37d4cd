namespace Supervision.Rules.Tests.Counties;

/// <summary>What a county's office keeps: the departments it works with (P1-36) and its plan of the year (P1-01, P1-16, P2-01).</summary>
public class OfficeTests
{
    private static readonly DateTimeOffset Now = Civil.At("2026-04-10 10:00");

    private static readonly CountyState County = CountyState.Empty with
    {
        Profile = new("330521", "德清县", "3305", "湖州市", "33", "浙江省"),
    };

    private static CountyState Told(CountyCommand command) =>
        ((Decision<CountyEvent>.Accepted)Rules.Counties.County.Decide(County, command, Now, The.Director)).Facts.Aggregate(
            County,
            Rules.Counties.County.Evolve
        );

    private static Refusal Refused(CountyCommand command) =>
        ((Decision<CountyEvent>.Refused)Rules.Counties.County.Decide(County, command, Now, The.Director)).Refusal;

    private static Department Joint(string name) => new(name, true);

    [Fact]
    public void Departments_UntilTheCountySetsItsOwn_AreThoseOfThePlanAndMore()
    {
        County
            .OfDepartments.Joint.Should()
            .Contain(["教育局", "市场监管局", "公安局"])
            .And.HaveCountGreaterThanOrEqualTo(DepartmentList.FewestJoint);
        Rules.Counties.County.Rulebook(County).Departments.Should().BeSameAs(DepartmentList.Default);
    }

    [Fact]
    public void Departments_SetByTheCounty_AreWhatItsUnitsAreJudgedBy()
    {
        var state = Told(new SetDepartments([Joint(" 教体局 "), Joint("市监局"), Joint("公安局"), new("基教股", false)]));
        Rules
            .Counties.County.Rulebook(state)
            .Departments.Entries.Select(entry => entry.Name)
            .Should()
            .Equal("教体局", "市监局", "公安局", "基教股");
        Rules
            .Counties.County.Decide(state, new SetDepartments(state.OfDepartments.Entries), Now, The.Director)
            .Should()
            .BeOfType<Decision<CountyEvent>.Accepted>()
            .Which.Facts.Should()
            .BeEmpty();
    }

    [Fact]
    public void Departments_TooFewOrTwiceOrNameless_AreRefused()
    {
        Refused(new SetDepartments([Joint("教体局"), Joint("市监局"), new("基教股", false)])).Accepted!.Zh.Should().Contain("至少 3 个");
        Refused(new SetDepartments([Joint("教体局"), Joint("市监局"), Joint("公安局"), Joint("公安局 ")])).Field.Should().Be("departments");
        Refused(new SetDepartments([Joint("教体局"), Joint("市监局"), Joint("公安局"), Joint("")]))
            .Code.Should()
            .Be(RefusalCode.FieldRequired);
        Refused(new SetDepartments(default)).Code.Should().Be(RefusalCode.FieldInvalid);
    }

    [Theory]
    [InlineData("城管大队", RefusalCode.DepartmentUnknown)]
    [InlineData("基教科", RefusalCode.DepartmentUnknown)] // a section of the office is no other authority
    [InlineData("市场监管局", null)]
    public void Case_IsHandedOver_ToDepartmentsOfTheListOnly(string department, RefusalCode? refused)
    {
        Life.Until(IssueState.Notified).As(The.Clerk, new TransferIssue(1, department, "移送函")).Refused.Should().Be(refused);
        A.Institution()
            .InspectedBy(A.Inspector)
            .RegisteredAt("2026-03-01")
            .At("2026-04-08 10:00")
            .Opens("T-SUB-01")
            .As(The.Clerk, new ConfirmMajor(1, department, "认定函"))
            .Refused.Should()
            .Be(refused);
    }

    [Theory]
    [InlineData("基教科", null)]
    [InlineData("市场监管局", null)]
    [InlineData("某某科室", RefusalCode.DepartmentUnknown)]
    public void ComplexIssue_IsConsultedWith_ADepartmentOrSectionOfTheList(string department, RefusalCode? refused) =>
        A.VisitedSchool()
            .At("2026-04-02 10:00")
            .As(The.Clerk, new OpenIssue(IssueOrigin.Platform, "S-HW-04", Severity.Complex, "情况", IssueTags.None, department, [], "文件"))
            .Refused.Should()
            .Be(refused);

    [Fact]
    public void Case_HandedToSeveralDepartments_IsAnsweredByEachOfThem()
    {
        var life = Life.Until(IssueState.Notified)
            .As(The.Clerk, new TransferIssue(1, "市场监管局", "联合移送函", ["公安局", "市场监管局", "民政局"]));
        life.State.Referrals.Select(referral => (referral.No, referral.Issue, referral.Department))
            .Should()
            .Equal((1, 1, "市场监管局"), (2, 1, "公安局"), (3, 1, "民政局"));
        life.Happened<IssueTransferred>().Single().Department.Should().Be("市场监管局、公安局、民政局");
        life.State.Referrals.Should().OnlyContain(referral => referral.Deadlines.Of(DeadlineKind.Reply) != null);
        life.As(The.Clerk, new AnswerReferral(2, "已立案", "德公案〔2026〕31号", "复函"))
            .State.Referrals.Select(referral => referral.No)
            .Should()
            .Equal(1, 3);
        life.As(The.Clerk, new AnswerReferral(2, "再答", null, "复函")).Refused.Should().Be(RefusalCode.ReferralUnknown);
        Life.Until(IssueState.Notified)
            .As(The.Clerk, new TransferIssue(1, "市场监管局", "函", ["不存在局"]))
            .Refused.Should()
            .Be(RefusalCode.DepartmentUnknown);
    }

    [Fact]
    public void Lr13_MajorCase_GoesToEveryDepartmentNamed()
    {
        var life = A.Institution()
            .InspectedBy(A.Inspector)
            .RegisteredAt("2026-03-01")
            .At("2026-04-08 10:00")
            .Opens("T-SUB-01")
            .As(The.Clerk, new ConfirmMajor(1, "市场监管局", "认定函", ["公安局"]));
        life.State.Referrals.Select(referral => referral.Department).Should().Equal("市场监管局", "公安局");
        life.Calls.Should().Equal("04-08 LR-13 R4 proposed [1]");
    }

    private static PlanDocument Paper(PlanLevel level, string title, string issuedOn = "2026-02-20") =>
        new(level, title, "浙教督〔2026〕3号", Civil.Day(issuedOn), null);

    private static SetYearPlan Plan(int year, params ImmutableArray<PlanDocument> documents) =>
        new(new(year, "德清县2026年“双减”督导工作方案", true, documents));

    [Fact]
    public void YearPlan_IsKeptByYearWithItsChainFromTheTop()
    {
        var state = Told(
            Plan(
                2026,
                Paper(PlanLevel.County, "本县方案", "2026-03-10"),
                Paper(PlanLevel.Province, "全省方案"),
                Paper(PlanLevel.City, "全市方案", "2026-03-01")
            )
        );
        var plan = YearPlans.Of(state, 2026)!;
        (plan.TopPriority, string.Join(' ', plan.Documents.Select(document => document.Level))).Should().Be((true, "Province City County"));
        YearPlans.Of(state, 2025).Should().BeNull();
        A.Json(RulesJson.Read<CountyState>(RulesJson.Write(state))).Should().Be(A.Json(state));
        Rules
            .Counties.County.Decide(state, new SetYearPlan(plan), Now, The.Director)
            .Should()
            .BeOfType<Decision<CountyEvent>.Accepted>()
            .Which.Facts.Should()
            .BeEmpty();
    }

    [Fact]
    public void YearPlan_WithoutAPaperFromAboveOrOfAnotherTime_IsRefused()
    {
        Refused(Plan(2026)).Field.Should().Be("documents");
        Refused(Plan(2026, Paper(PlanLevel.County, "本县方案"))).Accepted!.Zh.Should().Contain("国家、省或市");
        Refused(Plan(2028, Paper(PlanLevel.Province, "全省方案")))
            .Should()
            .Match<Refusal>(refusal => refusal.Field == "year" && refusal.Accepted!.Zh == "2025–2027");
        Refused(Plan(2026, Paper(PlanLevel.Province, "全省方案", "2026-04-11"))).Field.Should().Be("documents[0].issuedOn");
        Refused(Plan(2026, Paper(PlanLevel.Province, "全省方案"), Paper(PlanLevel.Province, "全省方案 ")))
            .Field.Should()
            .Be("documents[1].title");
        Refused(Plan(2026, Paper(PlanLevel.None, "全省方案"))).Field.Should().Be("documents[0].level");
        Refused(Plan(2026, Paper(PlanLevel.Province, "全省方案") with { Hash = "x" })).Code.Should().Be(RefusalCode.EvidenceInvalid);
        Refused(new SetYearPlan(null!)).Code.Should().Be(RefusalCode.FieldRequired);
    }

    [Fact]
    public void Office_IsSetByTheCountyItself()
    {
        foreach (var command in new CountyCommand[] { new SetDepartments([]), Plan(2026) })
        {
            CountyPermission.Objection(The.Clerk, command, "330521").Should().BeNull();
            CountyPermission.Objection(The.Clerk, command, "330522")!.Code.Should().Be(RefusalCode.OutOfScope);
            CountyPermission.Objection(The.Province, command, "330521")!.Code.Should().Be(RefusalCode.RoleNotAllowed);
        }
    }
}
