using System.Text.Json.Nodes;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Api;

/// <summary>What a county judges by, read and set through the API.</summary>
public sealed class PolicyTests(Springs springs)
{
    private const string Deqing = "/api/v1/counties/330521/policies";
    private const string Wuxing = "/api/v1/counties/330502/policies";
    private const string School = "/api/v1/units/school/2133901815";

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task County_PreviewsActivatesAndIsJudgedByItFromTheNextMonth(StoreUnderTest store)
    {
        await using var gateway = await TestGateway.Start(store);
        using var city = await Person.ByCookie(gateway, "city");
        using var county = await Person.ByCookie(gateway, "county-330521");
        (
            await city.Import([
                Upload.Some("counties", _ => true),
                Upload.Some("schools", row => row.StartsWith("2133901815", StringComparison.Ordinal)),
                Upload.Some("institutions", row => row.StartsWith("PX-330521-0001", StringComparison.Ordinal)),
            ])
        )
            .Failed.Should()
            .Be(0);
        await city.AdvanceTo("2026-04-10 10:00");
        var asked = new
        {
            preset = "plan-6",
            values = new Dictionary<string, object> { ["cadence.school.perMonth"] = 2, ["cadence.warnDays"] = new[] { 10, 2 } },
            effectiveFrom = "2026-04-11",
            over = 0,
        };

        var preview = (await county.Post($"{Deqing}/preview", asked)).As<PolicyPreviewView>();
        (preview.Over, preview.Version, preview.FirstMonth, preview.Schools, preview.FirstQuarter, preview.Institutions)
            .Should()
            .Be((0, 1, Period.Parse("2026-05"), 1, Period.Parse("2026Q3"), 1));
        preview
            .Differences.Select(each => (each.Key, each.Before.ToJsonString(), each.After.ToJsonString()))
            .Should()
            .Equal(
                ("cadence.school.perMonth", "1", "2"),
                ("cadence.warnDays", "[7,3,1]", "[10,2]"),
                ("ladder.r3.impactOrders", "false", "true"),
                ("ladder.r4.schoolsAllowed", "false", "true"),
                ("platformName", "\"\"", JsonValue.Create("湖州安心培").ToJsonString())
            );
        (await county.Get<PoliciesView>(Deqing)).Versions.Should().ContainSingle("nothing was done yet");

        var key = Guid.CreateVersion7();
        var done = await county.Command($"{Deqing}/activate", asked, key);
        done.As<Reply>().Changed.Should().BeTrue();
        (await county.Command($"{Deqing}/activate", asked, key)).Body.Should().Be(done.Body);
        (await county.Command($"{Deqing}/activate", asked)).As<Reply>().Changed.Should().BeFalse("it is so already");
        (await county.Post($"{Deqing}/preview", asked))
            .As<PolicyPreviewView>()
            .Should()
            .Match<PolicyPreviewView>(again => again.Version == 1 && again.Over == 1 && again.Differences.Count == 0);

        await city.AdvanceTo("2026-05-02 10:00");
        var policies = await city.Get<PoliciesView>(Deqing);
        policies
            .Versions.Select(version => (version.Version, version.InForce, version.Title, version.ActivatedBy))
            .Should()
            .Equal((1, true, "方案六", "county-330521"), (0, false, null, null));
        (policies.County, policies.InForce, policies.Versions[0].ActivatedAt, policies.Versions[0].EffectiveFrom)
            .Should()
            .Be(("330521", 1, Moments.At("2026-04-10 10:00"), new DateOnly(2026, 4, 11)));
        policies.Versions[0].Values["platformName"].GetValue<string>().Should().Be("湖州安心培");
        (await county.Get<UnitDetail>(School))
            .Duties.Select(duty => (duty.Period, duty.PolicyVersion, duty.Required))
            .TakeLast(2)
            .Should()
            .Equal((Period.Parse("2026-04"), 0, 1), (Period.Parse("2026-05"), 1, 2));
        (await city.Get<PoliciesView>(Wuxing)).InForce.Should().Be(0, "each county sets its own");
    }

    [Fact]
    public async Task Catalogue_SaysEveryParameter()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var catalogue = await spring.Inspecting.Get<List<ParameterView>>("/api/v1/policies/catalogue");

        catalogue.Select(parameter => parameter.Key).Should().Equal(PolicyCatalogue.All.Select(parameter => parameter.Key));
        var first = catalogue[0];
        (first.Key, first.Kind, first.Unit.Zh, first.Minimum, first.Maximum, first.Source, first.Accepted.Zh, first.Default.GetValue<int>())
            .Should()
            .Be(("cadence.school.perMonth", PolicyValueKind.Number, "次", 1, 8, "L7 L45 L78", "1–8（次）", 1));
        catalogue
            .Single(parameter => parameter.Key == "ladder.r1.autoRules")
            .Default.ToJsonString()
            .Should()
            .Be("""["LR-01","LR-02","LR-03"]""");
    }

    [Fact]
    public async Task Presets_SayWhatThePlanSetsAndWhatItLeavesOpen()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var presets = await spring.Inspecting.Get<List<PresetView>>("/api/v1/policies/presets");

        presets
            .Select(preset => (preset.Name, preset.Source))
            .Should()
            .Equal(("plan-1", "L3–L19"), ("plan-2", "L20–L43"), ("plan-5", "L43–L54"), ("plan-6", "L55–L79"));
        presets.Should().OnlyContain(preset => preset.Silent.Zh.Length > 0);
        presets[2]
            .Values.Single(value => value.Key == "ladder.r5.directRules")
            .Value.ToJsonString()
            .Should()
            .Be("""["LR-16","LR-17","LR-19"]""");
    }

    [Fact]
    public async Task Validate_NamesEveryProblemByItsKey_AndChangesNothing()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var values = new JsonObject
        {
            ["issue.fileD"] = 16,
            ["issue.verifyW"] = 5.5,
            ["ladder.r4.schoolsAllowed"] = "yes",
            ["campaign"] = "12-31/03-15",
            ["cadence.warnDays"] = new JsonArray(1, null),
            ["ladder.memoryD"] = null,
            ["issue.unheardOf"] = 1,
            ["draw.rate"] = 10,
            ["burden.maxVisitsPerWeek"] = "3",
        };

        var check = (await spring.County.Post($"{Wuxing}/validate", new { values, preset = "plan-4" })).As<CheckOnly>();
        check.Valid.Should().BeFalse();
        check
            .Problems.Select(problem => (problem.Code, problem.Field))
            .Should()
            .Equal(
                ("policy-preset-unknown", "preset"),
                ("policy-value-invalid", "issue.fileD"),
                ("policy-value-invalid", "issue.verifyW"),
                ("policy-value-invalid", "ladder.r4.schoolsAllowed"),
                ("policy-value-invalid", "campaign"),
                ("policy-value-invalid", "cadence.warnDays"),
                ("policy-value-invalid", "ladder.memoryD"),
                ("policy-parameter-unknown", "issue.unheardOf"),
                ("policy-parameter-unknown", "draw.rate"),
                ("field-required", "effectiveFrom")
            );
        check.Problems.Where(problem => problem.Code == "policy-value-invalid").Should().OnlyContain(problem => problem.Accepted != null);

        (await spring.County.Post($"{Wuxing}/validate", new { preset = "plan-1", effectiveFrom = "2026-04-11" }))
            .As<CheckOnly>()
            .Should()
            .BeEquivalentTo(new CheckOnly(true, []));
        (
            await spring.County.Post(
                $"{Wuxing}/validate",
                new
                {
                    preset = "plan-1",
                    effectiveFrom = "2026-04-10",
                    values = new JsonObject { ["inspector.softMax"] = 9 },
                }
            )
        ).As<CheckOnly>().Problems.Select(problem => problem.Code).Should().Equal("policy-values-conflict", "policy-effective-too-early");
        (await spring.County.Get<PoliciesView>(Wuxing)).Versions.Should().ContainSingle();
    }

    [Fact]
    public async Task Preview_OfWhatWouldBeRefused_IsThatRefusal()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        (
            await spring.County.Post(
                $"{Wuxing}/preview",
                new { values = new JsonObject { ["cadence.school.perMonth"] = 0 }, effectiveFrom = "2026-05-01" }
            )
        ).ShouldRefuse(422, "policy-value-invalid", "cadence.school.perMonth");
        (
            await spring.County.Post(
                $"{Wuxing}/preview",
                new
                {
                    preset = "plan-1",
                    effectiveFrom = "2026-05-01",
                    over = 2,
                }
            )
        ).ShouldRefuse(409, "policy-superseded");
        (await spring.County.Post("/api/v1/counties/xyz/policies/preview", new { effectiveFrom = "2026-05-01" })).ShouldRefuse(
            404,
            "county-unknown",
            "code"
        );
    }

    [Fact]
    public async Task OtherCountyAndTheLevelsAbove_ReadAtMost()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var other = await Person.ByCookie(spring.Gateway, "county-330521");
        var body = new { preset = "plan-6", effectiveFrom = "2026-05-01" };
        (await other.Get(Wuxing)).ShouldRefuse(403, "out-of-scope");
        foreach (var ask in new[] { "validate", "preview", "activate" })
            (await other.Command($"{Wuxing}/{ask}", body)).ShouldRefuse(403, "out-of-scope");
        foreach (var person in new[] { spring.City, spring.Inspecting })
        {
            (await person.Get<PoliciesView>(Wuxing)).County.Should().Be("330502");
            (await person.Command($"{Wuxing}/activate", body)).ShouldRefuse(403, "role-not-allowed");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"values":[]}""")]
    [InlineData("""{"values":{"platformName":"\ud800"},"effectiveFrom":"2026-05-01"}""")]
    [InlineData("""{"values":{"platformName":"a\u0000b"},"effectiveFrom":"2026-05-01"}""")]
    [InlineData("""{"values":{"a\u0000b":{}},"effectiveFrom":"2026-05-01"}""")]
    [InlineData("""{"title":"a\u0000b","effectiveFrom":"2026-05-01"}""")]
    [InlineData("""{"effectiveFrom":"9999-12-31"}""")]
    [InlineData("""{"effectiveFrom":"2026-02-30"}""")]
    [InlineData("""{"effectiveFrom":"2026-05-01","over":1e99}""")]
    public async Task Body_Malformed_IsTheSendersMistake(string body)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        foreach (var ask in new[] { "preview", "activate" })
            (await spring.County.Raw($"{Wuxing}/{ask}", bytes, Guid.CreateVersion7().ToString())).Status.Should().BeInRange(400, 499, ask);
        (await spring.County.Raw($"{Wuxing}/validate", bytes, null)).Status.Should().BeLessThan(500);
    }

    private sealed record ProblemOnly(string Code, string? Field, Text? Accepted);

    private sealed record CheckOnly(bool Valid, IReadOnlyList<ProblemOnly> Problems);
}
