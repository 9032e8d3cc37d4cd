using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Api;

/// <summary>What commands name has to be there: files, inspectors, papers, departments; what only a person says needs a second one.</summary>
public sealed class ReferenceTests(Springs springs)
{
    private const string Unit = "/api/v1/units/school/2133901762";
    private const string Office = "/api/v1/counties/330502/office";

    [Fact]
    public async Task Naming_ByHand_CountsWhenAnotherPersonHasApprovedIt_AndIsMarkedEverywhere()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var director = await Person.ByToken(spring.Gateway, "director-330502");
        object Naming(string bulletin, string hash) =>
            new
            {
                bulletin,
                issuedOn = "2025-12-25",
                document = "第四季度通报",
                evidence = new[] { hash },
            };
        (await spring.County.Command($"{Unit}/bulletin-naming", new { bulletin = "330502:2025Q4" })).ShouldRefuse(
            422,
            "field-required",
            "issuedOn"
        );
        (await spring.County.Command($"{Unit}/bulletin-naming", Naming("330502:2025Q4", new string('a', 64)))).ShouldRefuse(
            404,
            "evidence-unknown",
            "evidence"
        );
        var elsewhere = await spring.County.Scan("/api/v1/units/school/2133901747");
        (await spring.County.Command($"{Unit}/bulletin-naming", Naming("330502:2025Q4", elsewhere))).ShouldRefuse(
            404,
            "evidence-unknown",
            "evidence"
        );
        var hash = await spring.County.Scan(Unit);
        (await spring.County.Command($"{Unit}/bulletin-naming", Naming("330521:2025Q4", hash))).ShouldRefuse(
            422,
            "bulletin-invalid",
            "bulletin"
        );
        (await spring.County.Command($"{Unit}/bulletin-naming", Naming("330502:2025Q4", hash))).As<Reply>();
        (await spring.County.Command($"{Unit}/bulletin-naming", Naming("330502:2025q4", hash))).ShouldRefuse(
            409,
            "entry-waits",
            "bulletin"
        );
        var waiting = (await spring.County.Get<UnitDetail>(Unit)).Cases;
        (waiting.Served.Count, waiting.Entries.Single().By, waiting.Waiting.Single().Kind)
            .Should()
            .Be((0, "county-330502", WaitingKind.DecideEntry));
        var no = waiting.Entries.Single().No;
        (await spring.County.Command($"{Unit}/entries/{no}/decision", new { approve = true, remark = "x" })).ShouldRefuse(
            403,
            "role-not-allowed",
            null
        );
        (await director.Command($"{Unit}/entries/99/decision", new { approve = true, remark = "x" })).ShouldRefuse(
            404,
            "entry-unknown",
            "entry"
        );
        await director.Approve(Unit);

        var counted = (await spring.County.Get<UnitDetail>(Unit)).Cases.Served.Single();
        (counted.Source, counted.ByHand, counted.Text.Zh).Should().Be(("bulletin/330502:2025Q4", true, "通报 330502:2025Q4（手工登记）"));
        (await spring.County.Get($"{Unit}/history?take=20")).Body.Should().Contain("手工登记");
    }

    [Fact]
    public async Task Command_NamingAnInspectorNobodyAppointed_OrAPaperNobodyIssued_IsRefused()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        (
            await spring.County.Command(
                $"{Unit}/recusals",
                new
                {
                    inspector = "督学-330502-99",
                    reason = "x",
                    document = "x",
                }
            )
        ).ShouldRefuse(404, "inspector-unknown", "inspector");
        (
            await spring.County.Command(
                $"{Unit}/recusals",
                new
                {
                    inspector = "督学-330521-01",
                    reason = "x",
                    document = "x",
                }
            )
        ).ShouldRefuse(422, "assignment-of-other-county", "inspector");
        (await spring.County.Command($"{Unit}/plans", new { inspector = "督学-330502-99", day = "2026-05-06" })).ShouldRefuse(
            404,
            "inspector-unknown",
            "inspector"
        );
        var name = (await spring.County.Get<OfficeApi.OfficeView>(Office)).Name;
        (
            await spring.County.Command(
                $"{Unit}/issues",
                new
                {
                    origin = "Platform",
                    category = "S-HW-04",
                    description = "x",
                    document = $"{name}教督通〔2026〕999号",
                }
            )
        ).ShouldRefuse(422, "document-unknown", "document");
        (
            await spring.County.Command(
                $"{Unit}/issues",
                new
                {
                    origin = "Platform",
                    category = "S-HW-04",
                    severity = "Complex",
                    description = "x",
                    department = "某某局",
                    document = "x",
                }
            )
        ).ShouldRefuse(422, "department-unknown", "department");
        (
            await spring.County.Command(
                $"{Unit}/issues",
                new
                {
                    origin = "Platform",
                    category = "S-HW-04",
                    description = "x",
                    document = "湖教督〔2026〕9号",
                }
            )
        ).As<Reply>().Changed.Should().BeTrue("papers of others are what a person says");
    }

    [Fact]
    public async Task Office_KeepsThePlanOfTheYearAndTheDepartments()
    {
        await using var spring = await Spring.Begin(StoreUnderTest.Sqlite);
        object Plan(params object[] documents) =>
            new
            {
                title = "2026年“双减”督导工作方案",
                topPriority = true,
                documents,
            };
        var province = new
        {
            level = "Province",
            title = "2026年全省“双减”督导工作方案",
            number = "浙教督〔2026〕3号",
            issuedOn = "2026-02-20",
        };
        (
            await spring.County.Command(
                $"{Office}/plans/2026",
                Plan(
                    new
                    {
                        level = "County",
                        title = "方案",
                        issuedOn = "2026-03-01",
                    }
                )
            )
        ).ShouldRefuse(422, "field-invalid", "documents");
        (
            await spring.County.Command(
                $"{Office}/plans/2026",
                Plan(
                    new
                    {
                        level = "Province",
                        title = "方案",
                        issuedOn = "2026-03-01",
                        hash = new string('a', 64),
                    }
                )
            )
        ).ShouldRefuse(404, "evidence-unknown", "documents[0].hash");
        byte[] content = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
        var hash = (string)(await spring.County.Raw($"{Office}/files", content, null, "image/jpeg")).Node["hash"]!;
        (
            await spring.County.Command(
                $"{Office}/plans/2026",
                Plan(
                    province,
                    new
                    {
                        level = "County",
                        title = "本县方案",
                        issuedOn = "2026-03-01",
                        hash,
                    }
                )
            )
        ).As<Reply>().Changed.Should().BeTrue();
        var plan = (await spring.County.Get<OfficeApi.OfficeView>(Office)).Plans.Single();
        (plan.Year, plan.TopPriority, plan.Documents[1].Hash).Should().Be((2026, true, hash));
        (await spring.City.Get($"{Office}/files/{hash}")).Status.Should().Be(200);

        (
            await spring.County.Command($"{Office}/departments", new { departments = new[] { new { name = "教体局", isJoint = true } } })
        ).ShouldRefuse(422, "field-invalid", "departments");
        (
            await spring.County.Command(
                $"{Office}/departments",
                new { departments = new[] { "教体局", "市监局", "公安局" }.Select(name => new { name, isJoint = true }) }
            )
        ).As<Reply>();
        (await spring.County.Get<UnitDetail>(Unit))
            .Cases.Departments.Select(department => department.Name)
            .Should()
            .Equal("教体局", "市监局", "公安局");
        (
            await spring.County.Command(
                $"{Unit}/issues",
                new
                {
                    origin = "Platform",
                    category = "S-HW-04",
                    description = "x",
                    document = "线索",
                }
            )
        ).As<Reply>();
        (
            await spring.County.Command(
                $"{Unit}/issues/1/transfer",
                new { departments = new[] { "市监局", "市场监管局" }, document = "函" }
            )
        ).ShouldRefuse(422, "department-unknown", "departments");
        (
            await spring.County.Command($"{Unit}/issues/1/transfer", new { departments = new[] { "市监局", "公安局" }, document = "函" })
        ).As<Reply>();
        (await spring.County.Get<UnitDetail>(Unit))
            .Cases.Referrals.Select(referral => referral.Department)
            .Should()
            .Equal("市监局", "公安局");
    }
}
