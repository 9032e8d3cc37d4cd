using Supervision.Gateway.Tests.Hosting;
using static Supervision.Gateway.Tests.Hosting.Moments;

namespace Supervision.Gateway.Tests.Sandbox;

/// <summary>Three issues of a spring, from the visit that found them to their end, told through the API alone.</summary>
public sealed class CaseWalkTests
{
    private const string School = "2133901815";
    private const string Unit = $"/api/v1/units/school/{School}";
    private static readonly object[] HomeworkForParents = [new { category = "S-HW-04", description = "班级群内布置需家长完成的手工作业" }];

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task GeneralIssue_RectifiedVerifiedAndLookedAtAgain_IsArchivedAndTheUnitIsGreen(StoreUnderTest store)
    {
        await using var walk = await Walk.Begin(store, "2026-04-02 11:00");
        (await walk.Inspector.Command($"{Unit}/visits", Visit("2026-04-02 09:00", "2026-04-02 10:00", HomeworkForParents))).As<Reply>();
        var issue = await walk.Issue(1);
        (issue.State, issue.Severity, issue.Category).Should().Be((IssueState.Notified, Severity.General, "S-HW-04"));
        Due(issue.Clocks, DeadlineKind.Acknowledge).Should().Be("2026-04-07", "Qingming is 4–6 April");
        Due(issue.Clocks, DeadlineKind.Rectify).Should().Be("2026-04-17");
        (await walk.Detail())
            .Cases.Documents.Should()
            .ContainSingle(document => document.Kind == DocumentKind.RectificationNotice && document.Number == "德清县教督改〔2026〕1号");

        await walk.At("2026-04-03 09:00");
        (await walk.SchoolUser.Command($"{Unit}/issues/1/acknowledge", new { })).As<Reply>();
        await walk.At("2026-04-16 15:00");
        (await walk.SchoolUser.Command($"{Unit}/issues/1/rectification", new { text = "已停止布置并向家长致歉" })).As<Reply>();
        Due((await walk.Issue(1)).Clocks, DeadlineKind.Verify).Should().Be("2026-04-23");
        (await walk.SchoolUser.Command($"{Unit}/issues/1/verification", new { remark = "自查通过" })).ShouldRefuse(403, "role-not-allowed");

        await walk.At("2026-04-21 10:00");
        (await walk.Clerk.Command($"{Unit}/issues/1/verification", new { remark = "查看班级群和作业记录，属实" })).As<Reply>();
        var verified = await walk.Issue(1);
        (verified.State, Due(verified.Clocks, DeadlineKind.LookBackOpens), Due(verified.Clocks, DeadlineKind.LookBack))
            .Should()
            .Be((IssueState.Verified, "2026-05-21", "2026-06-20"));
        Due((await walk.SchoolUser.Get<UnitDetail>(Unit)).Cases.Issues.Single().Clocks, DeadlineKind.LookBackDay)
            .Should()
            .BeNull("the day is a surprise");
        (await walk.Inspector.Command($"{Unit}/issues/1/look-back-pass", new { remark = "太早" })).ShouldRefuse(422, "look-back-too-early");

        await walk.At("2026-05-22 09:00");
        (await walk.Issue(1)).State.Should().Be(IssueState.LookBack);
        (await walk.Clerk.Command($"{Unit}/issues/1/look-back-pass", new { remark = "未反弹" })).ShouldRefuse(403, "look-back-by-verifier");
        (await walk.Inspector.Command($"{Unit}/issues/1/look-back-pass", new { remark = "抽查三个班级，未反弹" })).As<Reply>();
        var end = await walk.Detail();
        (end.Cases.Colour, end.Cases.Issues.Count, end.Cases.Rung, end.Row.Cases.Colour)
            .Should()
            .Be((Colour.Green, 0, Rung.None, Colour.Green));
    }

    [Fact]
    public async Task Extension_IsOfferedOnTheUnitsPage_AsOftenAsTheCountysPolicyGrantsIt()
    {
        await using var walk = await Walk.Begin(StoreUnderTest.Sqlite, "2026-04-07 11:00");
        foreach (var (over, times, from) in new[] { (0, 0, "2026-04-08"), (1, 2, "2026-04-09"), (2, 3, "2026-04-10") })
        {
            var values = new Dictionary<string, object> { ["issue.ext.times"] = times, ["issue.ext.days"] = 4 };
            (
                await walk.Clerk.Command(
                    "/api/v1/counties/330521/policies/activate",
                    new
                    {
                        values,
                        effectiveFrom = from,
                        over,
                    }
                )
            ).As<Reply>();
            await walk.At($"{from} 11:00");
            var issue = new
            {
                origin = "Complaint",
                category = "S-HW-04",
                description = "作业量过大",
                document = $"信访登记 {over + 1}",
            };
            (await walk.Clerk.Command($"{Unit}/issues", issue)).As<Reply>();
            for (var granted = 0; granted < times; granted++)
            {
                (await walk.Issue(over + 1)).MostExtensionDays.Should().Be(4);
                (
                    await walk.SchoolUser.Command(
                        $"{Unit}/issues/{over + 1}/extension-request",
                        new { days = 4, reason = "教研组重新编排" }
                    )
                ).As<Reply>();
                (await walk.Issue(over + 1)).MostExtensionDays.Should().BeNull("an answer is owed first");
                (await walk.Clerk.Command($"{Unit}/issues/{over + 1}/extension", new { grant = true })).As<Reply>();
            }

            (await walk.Issue(over + 1)).MostExtensionDays.Should().BeNull();
        }
    }

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task NothingReported_ClimbsTheLadder_EachRungByItsOwnDecider(StoreUnderTest store)
    {
        await using var walk = await Walk.Begin(store, "2026-04-02 11:00");
        (await walk.Inspector.Command($"{Unit}/visits", Visit("2026-04-02 09:00", "2026-04-02 10:00", HomeworkForParents))).As<Reply>();
        await walk.At("2026-04-03 09:00");
        (await walk.SchoolUser.Command($"{Unit}/issues/1/acknowledge", new { })).As<Reply>();

        // Overdue the moment 17 April is over: a written circular issues itself, with a number.
        await walk.At("2026-04-17 23:59:59.999");
        (await walk.Detail()).Cases.Measures.Should().BeEmpty();
        await walk.At("2026-04-18 00:00");
        var overdue = await walk.Detail();
        overdue.Cases.Colour.Should().Be(Colour.Red);
        overdue
            .Cases.Reasons[0]
            .Should()
            .Match<ReasonView>(reason =>
                reason.Code == "CMP-OVERDUE" && reason.Since == At("2026-04-18 00:00") && reason.Text.Zh.Contains("逾期")
            );
        overdue
            .Cases.Measures.Single()
            .Should()
            .Match<MeasureView>(measure =>
                measure.Rung == Rung.Circular
                && measure.Rule == "LR-01"
                && measure.State == MeasureState.InForce
                && measure.Form == MeasureForm.Written
                && measure.DecidedBy == "system"
                && measure.ServedAt == At("2026-04-18 00:00")
            );
        overdue
            .Cases.Documents.Should()
            .Contain(document => document.Kind == DocumentKind.Circular && document.Number == "德清县教督通〔2026〕1号");

        // 4 May: an interview is only proposed; the director decides it.
        await walk.At("2026-05-04 00:00");
        var proposal = (await walk.Detail()).Cases.Measures.Single(measure => measure.Rung == Rung.Interview);
        (proposal.State, proposal.Rule, Due(proposal.Clocks, DeadlineKind.Decide), proposal.Decider)
            .Should()
            .Be((MeasureState.Proposed, "LR-04", "2026-05-11", ActorRole.CountyDirector));
        await walk.At("2026-05-08 10:00");
        (await walk.Clerk.Command($"{Unit}/measures/2/decision", new { form = "None", remark = "同意" })).ShouldRefuse(
            403,
            "decider-too-low"
        );
        (await walk.Director.Command($"{Unit}/measures/2/decision", new { form = "None", remark = "同意约谈" })).As<Reply>();
        Due((await walk.Measure(2)).Clocks, DeadlineKind.Hold).Should().Be("2026-05-14", "Saturday 9 May is worked");
        (await walk.Clerk.Command($"{Unit}/measures/2/service", new { })).As<Reply>();
        await walk.At("2026-05-13 15:00");
        (
            await walk.Clerk.Command($"{Unit}/measures/2/interview", new { heldOn = "2026-05-13", present = "校长、督导办主任、责任督学" })
        ).As<Reply>();
        Due((await walk.Measure(2)).Clocks, DeadlineKind.Minutes).Should().Be("2026-05-20");
        (
            await walk.Clerk.Command(
                $"{Unit}/measures/2/commitment",
                new { committed = "2026-06-03", attachments = new[] { new { kind = "InterviewMinutes", title = "约谈纪要" } } }
            )
        ).ShouldRefuse(422, "document-missing", "attachments");
        (
            await walk.Clerk.Command(
                $"{Unit}/measures/2/commitment",
                new
                {
                    committed = "2026-06-03",
                    attachments = new[]
                    {
                        new { kind = "InterviewMinutes", title = "约谈纪要" },
                        new { kind = "Commitment", title = "整改承诺书" },
                    },
                }
            )
        ).As<Reply>();

        // The promise is broken: key supervision is proposed, decided by the committee's office, served with its plan.
        await walk.At("2026-06-03 23:59:59.999");
        (await walk.Detail()).Cases.Measures.Should().NotContain(measure => measure.Rung == Rung.KeySupervision);
        await walk.At("2026-06-04 00:00");
        (await walk.Measure(3))
            .Should()
            .Match<MeasureView>(measure =>
                measure.Rung == Rung.KeySupervision && measure.Rule == "LR-10" && measure.State == MeasureState.Proposed
            );
        await walk.At("2026-06-08 09:00");
        (await walk.Director.Command($"{Unit}/measures/3/decision", new { form = "Plaque", remark = "同意" })).ShouldRefuse(
            403,
            "decider-too-low"
        );
        (await walk.CommitteeOffice.Command($"{Unit}/measures/3/decision", new { form = "Plaque", remark = "同意挂牌督办" })).As<Reply>();
        (await walk.Clerk.Command($"{Unit}/measures/3/service", new { })).ShouldRefuse(422, "document-missing", "attachments");
        (
            await walk.Clerk.Command(
                $"{Unit}/measures/3/service",
                new { attachments = new[] { new { kind = "RectificationPlan", title = "整改方案" } } }
            )
        ).As<Reply>();
        var key = await walk.Measure(3);
        (Due(key.Clocks, DeadlineKind.Period), Due(key.Clocks, DeadlineKind.Progress)).Should().Be(("2026-07-08", "2026-06-15"));
        (await walk.Detail()).Cases.Measures.Single(measure => measure.No == 2).State.Should().Be(MeasureState.Superseded);
        foreach (
            var (day, next) in new[]
            {
                ("2026-06-15 10:00", "2026-06-22"),
                ("2026-06-22 10:00", "2026-06-29"),
                ("2026-06-29 10:00", "2026-07-06"),
            }
        )
        {
            await walk.At(day);
            (await walk.SchoolUser.Command($"{Unit}/measures/3/progress", new { text = "本周进展" })).As<Reply>();
            Due((await walk.Measure(3)).Clocks, DeadlineKind.Progress).Should().Be(next);
        }

        // The period is over. Accountability needs two circulars within a year, and there is one: the page says so.
        await walk.At("2026-07-09 00:00");
        var short_ = await walk.Detail();
        short_.Cases.Measures.Should().NotContain(measure => measure.Rung == Rung.Accountability);
        short_.Cases.Reasons.Should().Contain(reason => reason.Code == "CMP-PERSIST-SHORT" && reason.Text.Zh.Contains("通报 1/2"));
        (
            await walk.Clerk.Command(
                $"{Unit}/bulletin-naming",
                new
                {
                    bulletin = "330521:2026Q2",
                    issuedOn = "2026-06-25",
                    document = "第二季度通报",
                    evidence = new[] { await walk.Clerk.Scan(Unit) },
                }
            )
        ).As<Reply>();
        (await walk.Detail()).Cases.Measures.Should().NotContain(measure => measure.Rung == Rung.Accountability, "nobody has approved it");
        await walk.Director.Approve(Unit);
        var proven = await walk.Detail();
        proven
            .Cases.Measures.Single(measure => measure.Rung == Rung.Accountability)
            .Should()
            .Match<MeasureView>(measure =>
                measure.Rule == "LR-15" && measure.State == MeasureState.Proposed && measure.Decider == ActorRole.CommitteeDirector
            );
        proven.Cases.Reasons.Should().NotContain(reason => reason.Code == "CMP-PERSIST-SHORT");
    }

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task SeriousIssue_FoundByOthersOrByTheUnitItself_IsJudgedDifferently(StoreUnderTest store)
    {
        await using var walk = await Walk.Begin(store, "2026-04-08 11:00");
        object[] paidTutoring = [new { category = "S-TE-01", description = "在职教师校外有偿补课" }];
        (await walk.Inspector.Command($"{Unit}/visits", Visit("2026-04-08 09:00", "2026-04-08 10:00", paidTutoring))).As<Reply>();
        (await walk.Issue(1)).State.Should().Be(IssueState.Found, "the county confirms it first");
        (await walk.Clerk.Command($"{Unit}/issues/1/confirm", new { remark = "情况属实" })).As<Reply>();
        var issue = await walk.Issue(1);
        (Due(issue.Clocks, DeadlineKind.Contain), Due(issue.Clocks, DeadlineKind.Rectify)).Should().Be(("2026-04-11", "2026-04-23"));
        var proposal = (await walk.Detail()).Cases.Measures.Single();
        (proposal.Rung, proposal.Rule, proposal.State, Due(proposal.Clocks, DeadlineKind.Decide))
            .Should()
            .Be((Rung.Interview, "LR-06", MeasureState.Proposed, "2026-04-15"));
        (await walk.Detail()).Cases.Colour.Should().Be(Colour.Amber);
        await walk.At("2026-04-12 00:00");
        (await walk.Detail()).Cases.Reasons[0].Code.Should().Be("CMP-CONTAINMENT");

        // The same, found by a school itself: a month to rectify, and no interview.
        await using var honest = await Walk.Begin(store, "2026-04-08 11:00");
        (
            await honest.SchoolUser.Command(
                $"{Unit}/issues",
                new
                {
                    origin = "SelfCheck",
                    category = "S-TE-01",
                    description = "自查发现在职教师校外有偿补课",
                }
            )
        ).As<Reply>();
        var own = await honest.Issue(1);
        (own.State, Due(own.Clocks, DeadlineKind.Rectify)).Should().Be((IssueState.Rectifying, "2026-05-08"));
        (await honest.Detail()).Cases.Measures.Should().BeEmpty();
    }

    private static string? Due(IReadOnlyList<ClockView> clocks, DeadlineKind kind) =>
        clocks.SingleOrDefault(clock => clock.Kind == kind)?.Due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static object Visit(string start, string end, object[] findings) =>
        new
        {
            kind = "Regular",
            startedAt = At(start),
            endedAt = At(end),
            methods = new[] { new { method = "SiteInspection", count = 1 } },
            findings,
        };

    /// <summary>Deqing's people in a sandbox of their own.</summary>
    private sealed class Walk(
        TestGateway gateway,
        Person city,
        Person inspector,
        Person clerk,
        Person director,
        Person committeeOffice,
        Person schoolUser
    ) : IAsyncDisposable
    {
        public Person Inspector => inspector;

        public Person Clerk => clerk;

        public Person Director => director;

        public Person CommitteeOffice => committeeOffice;

        public Person SchoolUser => schoolUser;

        public static async Task<Walk> Begin(StoreUnderTest store, string at)
        {
            var gateway = await TestGateway.Start(store);
            var city = await Person.ByCookie(gateway, "city");
            (await city.Import(Upload.Huzhou)).Failed.Should().Be(0);
            await city.AdvanceTo(at);
            return new(
                gateway,
                city,
                await Person.ByToken(gateway, "inspector-330521-01"),
                await Person.ByToken(gateway, "county-330521"),
                await Person.ByToken(gateway, "director-330521"),
                await Person.ByToken(gateway, "committee-office-330521"),
                await Person.ByToken(gateway, $"unit-{School}")
            );
        }

        public async Task At(string civil) => await city.AdvanceTo(civil);

        public Task<UnitDetail> Detail() => clerk.Get<UnitDetail>(Unit);

        public async Task<IssueView> Issue(int no) => (await Detail()).Cases.Issues.Single(issue => issue.No == no);

        public async Task<MeasureView> Measure(int no) => (await Detail()).Cases.Measures.Single(measure => measure.No == no);

        public async ValueTask DisposeAsync()
        {
            foreach (var person in new[] { city, inspector, clerk, director, committeeOffice, schoolUser })
                person.Dispose();
            await gateway.DisposeAsync();
        }
    }
}
