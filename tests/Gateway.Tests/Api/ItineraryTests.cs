using Supervision.Gateway.Tests.Hosting;
using static Supervision.Gateway.Tests.Hosting.Moments;

namespace Supervision.Gateway.Tests.Api;

/// <summary>One person's visits are judged over all units, in whatever order they arrive, and both sides wait for the county.</summary>
public sealed class ItineraryTests(Springs springs)
{
    private const string Inspector = "督学-330502-08";

    private static readonly string[] Own = ["2133901771", "2133901772", "3133900902", "2133901773", "2133901774"];

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task FiveSchools_InOneHour_SentAtOneMoment_AllWaitForTheCounty(StoreUnderTest store)
    {
        var spring = await springs.On(store);

        var replies = await Task.WhenAll(
            Own.Select(school =>
                spring.County.Command($"/api/v1/units/school/{school}/visits", Visit("2026-04-07 09:00", "2026-04-07 10:00", Inspector))
            )
        );

        replies.Should().OnlyContain(answer => answer.Status == 200);
        foreach (var school in Own)
        {
            await Eventually.Holds(
                async () =>
                    (await Flagged(spring, school)).Any(visit => visit.StartedAt == At("2026-04-07 09:00") && visit.Others.Length == 4),
                $"the visit to {school} waits, beside the four others"
            );
            var unit = await spring.County.Get<UnitDetail>($"/api/v1/units/school/{school}");
            (unit.Row.Done, unit.Row.State is DutyState.Satisfied).Should().Be((0, false), "nothing is satisfied by it");
            var why = unit.Cases.Flagged.Single(visit => visit.StartedAt == At("2026-04-07 09:00"));
            why.Why.Should()
                .HaveCount(4)
                .And.OnlyContain(reason =>
                    reason.Zh.Contains("时间重叠") && reason.Zh.Contains("2026-04-07 09:00") && reason.En.Contains("overlaps")
                );
            unit.Row.Cases.Waiting.Should()
                .Contain(waiting => waiting.Kind == WaitingKind.ConfirmFlagged && waiting.Subject == $"visit/{why.Id}");
        }

        // The county believes one and voids another: the one satisfies its month, the other never did.
        var (believed, voided) = ((await Flagged(spring, Own[0])).Single(), (await Flagged(spring, Own[1])).Single());
        (
            await spring.County.Command(
                $"/api/v1/units/school/{Own[0]}/visits/{believed.Id}/confirm",
                new { reason = "门卫登记与签到属实" }
            )
        ).As<Reply>();
        (await spring.County.Command($"/api/v1/units/school/{Own[1]}/visits/{voided.Id}/void", new { reason = "未到校" })).As<Reply>();
        (await spring.County.Get<UnitDetail>($"/api/v1/units/school/{Own[0]}")).Row.State.Should().Be(DutyState.Satisfied);
        (await spring.County.Get<UnitDetail>($"/api/v1/units/school/{Own[1]}")).Row.Done.Should().Be(0);
    }

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task DeputysSchoolFirst_OwnSchoolThirtyKilometresAway_TenMinutesLater_BothWait(StoreUnderTest store)
    {
        const string deputy = "督学-330502-10",
            own = "2133901778",
            others = "2133901777";
        var spring = await springs.On(store);
        (
            await spring.County.Command(
                $"/api/v1/units/school/{others}/inspector",
                new
                {
                    inspector = deputy,
                    from = "2026-04-10",
                    to = "2026-04-30",
                    deputy = true,
                }
            )
        ).As<Reply>();

        var first = (
            await spring.County.Command($"/api/v1/units/school/{others}/visits", At(deputy, "2026-04-10 08:00", "2026-04-10 08:30", 30.85))
        ).As<Reply>();
        first.Visit!.Held.Should().BeFalse("alone it is plausible");
        first.Duty!.State.Should().Be(DutyState.Satisfied);
        await Eventually.Holds(
            async () =>
                (
                    await spring.County.Command(
                        $"/api/v1/units/school/{own}/visits?preview=true",
                        At(deputy, "2026-04-10 08:40", "2026-04-10 09:10", 31.12)
                    )
                ).Node["events"]!
                    .AsArray()
                    .Any(happened => (string?)happened!["kind"] == "visit-flagged"),
            "the other visit is known"
        );

        var second = (
            await spring.County.Command($"/api/v1/units/school/{own}/visits", At(deputy, "2026-04-10 08:40", "2026-04-10 09:10", 31.12))
        ).As<Reply>();

        second.Visit!.Held.Should().BeTrue();
        (await Flagged(spring, own))
            .Single()
            .Why.Single()
            .Zh.Should()
            .Contain("相距 30.0 公里")
            .And.Contain("间隔 10 分钟")
            .And.Contain("上限 120 公里");
        await Eventually.Holds(async () => (await Flagged(spring, others)).Length == 1, "the visit that was taken waits too");
        var unit = await spring.County.Get<UnitDetail>($"/api/v1/units/school/{others}");
        (unit.Row.Done, unit.Row.State is DutyState.Satisfied).Should().Be((0, false));
        (await spring.County.Get($"/api/v1/units/school/{others}/history"))
            .Body.Should()
            .Contain("visit-questioned")
            .And.Contain("period-restated");

        object At(string inspector, string start, string end, double latitude) =>
            new
            {
                inspector,
                kind = "Regular",
                startedAt = Moments.At(start),
                endedAt = Moments.At(end),
                methods = new[] { new { method = "SiteInspection", count = 1 } },
                presence = new
                {
                    latitude,
                    longitude = 120.1,
                    accuracyMetres = 10,
                    mocked = false,
                },
            };
    }

    [Fact]
    public async Task Visit_SentAgain_UnderItsKey_FindsItself()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var (key, visit) = (Guid.CreateVersion7(), Visit("2026-04-06 09:00", "2026-04-06 10:00", "督学-330502-09"));
        var first = await spring.County.Command("/api/v1/units/school/3133900903/visits", visit, key);
        for (var again = 0; again < 3; again++)
            (await spring.County.Command("/api/v1/units/school/3133900903/visits", visit, key)).Body.Should().Be(first.Body);
        (await Flagged(spring, "3133900903")).Should().BeEmpty();
    }

    private static async Task<FlaggedView[]> Flagged(Spring spring, string school) =>
        [.. (await spring.County.Get<UnitDetail>($"/api/v1/units/school/{school}")).Cases.Flagged];
}
