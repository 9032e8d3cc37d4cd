namespace Supervision.Actors.Tests;

/// <summary>A county's policy: set by the county, kept in its stream, pinned on what begins under it.</summary>
public abstract class PolicyTests(StoreUnderTest kind) : ActorSuite(kind)
{
    [Fact]
    public async Task Policies_OfACountyThatSetNone_AreTheBuiltInAlone()
    {
        (await Silo.County().Policies()).Should().BeNull();
        (await Silo.County().Preview(new(Twice("2026-04-02")))).Should().BeNull();
        await Silo.RegisterCounty();

        var policies = (await Silo.County().Policies())!;

        (policies.InForce, policies.Today).Should().Be((0, TestSilo.Day("2026-04-01")));
        policies
            .Versions.Should()
            .ContainSingle()
            .Which.Should()
            .Match<PolicyVersion>(version => version.Policy.Version == 0 && version.ActivatedAt == null && version.ActivatedBy == null);
    }

    [Fact]
    public async Task Activated_IsOnRecordWithWhoAndWhen_AndSurvivesARestart()
    {
        await RegisterAll();
        Silo.SetClock("2026-04-10 10:00");
        var submission = Activate(Twice("2026-04-11"));

        var first = await Silo.County().Execute(submission);
        await Silo.Restart();
        Silo.SetClock("2026-04-11 00:00");

        RulesText.Of(await Silo.County().Execute(submission)).Should().Be(RulesText.Of(first));
        var policies = (await Silo.County().Policies())!;
        (policies.InForce, policies.Versions.Length).Should().Be((1, 2));
        (policies.Versions[0].ActivatedAt, policies.Versions[0].ActivatedBy)
            .Should()
            .Be((TestSilo.At("2026-04-10 10:00"), TestSilo.Office.Name));
        policies.Versions[0].Policy.Cadence.SchoolPerMonth.Should().Be(2);
    }

    [Fact]
    public async Task MonthThatBeganBefore_KeepsItsVersion_TheNextHasTheNewOne()
    {
        await RegisterAll();
        await Silo.AdvanceTo("2026-04-10 10:00");
        (await Silo.County().Execute(Activate(Twice("2026-04-11")))).Reply!.Changed.Should().BeTrue();

        await Silo.AdvanceTo("2026-05-02 10:00");

        var duties = (await Silo.School().Read())!.Duties;
        duties
            .Select(duty => (duty.Period, duty.PolicyVersion, duty.Required))
            .Should()
            .Equal((Period.Parse("2026-04"), 0, 1), (Period.Parse("2026-05"), 1, 2));
    }

    [Fact]
    public async Task Preview_SaysWhatWouldChangeForWhom_AndChangesNothing()
    {
        await RegisterAll();
        Silo.SetClock("2026-04-10 10:00");
        var version = await Version(CountyKey);

        var preview = (await Silo.County().Preview(new(Twice("2026-05-02"))))!;

        preview.Problems.Should().BeEmpty();
        preview.Differences.Should().Equal(new PolicyDifference("cadence.school.perMonth", "1", "2"));
        (preview.Over, preview.Version, preview.FirstMonth, preview.Schools, preview.FirstQuarter, preview.Institutions)
            .Should()
            .Be((0, 1, Period.Parse("2026-06"), 1, Period.Parse("2026Q3"), 0));
        (await Silo.County().Preview(new(Twice("2026-05-01"))))!.FirstMonth.Should().Be(Period.Parse("2026-05"));
        foreach (var day in new[] { "0001-01-01", "9999-12-31" })
            (await Silo.County().Preview(new(Twice(day))))!.Problems.Should().ContainSingle().Which.Field.Should().Be("effectiveFrom");
        (await Version(CountyKey)).Should().Be(version);
    }

    [Fact]
    public async Task Refusal_ByMemoryThatIsBehind_IsDecidedAgain()
    {
        await RegisterAll();
        await Silo.County().Execute(Activate(Twice("2026-05-01")));
        await Behind.Policy(Silo.Journal, CountyKey, Silo.Now, Twice("2026-06-01") with { Version = 2 });

        var answer = await Silo.County().Execute(Activate(Policy.Default with { EffectiveFrom = TestSilo.Day("2026-06-01") }, over: 2));

        answer.Refusal.Should().BeNull("version 2 is the newest, though this activation did not set it");
        (await Silo.County().Policies())!.Versions.Select(version => version.Policy.Version).Should().Equal(3, 2, 1, 0);
    }

    [Fact]
    public async Task ProvinceAndInspector_MayNot()
    {
        await RegisterAll();
        foreach (var role in new[] { ActorRole.Province, ActorRole.Inspector })
            (await Silo.County().Execute(Activate(Twice("2026-05-01"), new Actor("x", role, "33", null))))
                .Refusal!.Code.Should()
                .Be(RefusalCode.RoleNotAllowed);
        (await Silo.County().Policies())!.Versions.Should().ContainSingle();
    }

    private static Policy Twice(string from) =>
        Policy.Default with
        {
            EffectiveFrom = TestSilo.Day(from),
            Cadence = CadencePolicy.Default with { SchoolPerMonth = 2 },
        };

    private static Submission<CountyCommand> Activate(Policy policy, Actor? by = null, int? over = null) =>
        TestSilo.Submit<CountyCommand>(new ActivatePolicy(policy, over), by);

    public sealed class OnSqlite() : PolicyTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : PolicyTests(StoreUnderTest.Postgres);
}
