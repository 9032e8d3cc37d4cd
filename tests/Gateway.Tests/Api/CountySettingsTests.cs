using System.Net.Http.Headers;
using System.Text;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Api;

/// <summary>A county's terms, zones and areas, and the code at a school's gate, through the API.</summary>
public sealed class CountySettingsTests
{
    private const string Deqing = "/api/v1/counties/330521";
    private const string School = "/api/v1/units/school/2133901815";

    [Fact]
    public async Task County_SetsItsTermsByHandAndByFile_AndReturnsToTheProvinces()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite);
        using var admin = await Person.ByToken(gateway, "admin");
        (await admin.Import(Upload.Huzhou)).Failed.Should().Be(0);
        using var county = await Person.ByCookie(gateway, "county-330521");

        (await county.Get<TermsApi.TermsView>($"{Deqing}/terms")).Own.Should().BeNull();
        (await county.Command($"{Deqing}/terms", new { taught = new[] { new { first = "2026-02-25", last = "2026-07-03" } } }))
            .Status.Should()
            .Be(200);
        (await county.Get<TermsApi.TermsView>($"{Deqing}/terms"))
            .Terms.Should()
            .Contain(new SchoolTerm(new(2026, 2, 25), new(2026, 7, 3), TermSource.County));
        (
            await county.Command($"{Deqing}/terms", new { taught = new[] { new { first = "2026-07-03", last = "2026-02-25" } } })
        ).ShouldRefuse(422, "terms-invalid", "taught");

        (await admin.Send(File("类型,开始,结束\n学期,2026-09-01,2027-01-20\n")))
            .As<TermsApi.TermsReading>()
            .Terms!.Taught.Should()
            .HaveCount(2, "the spring is not named and stays");
        (await admin.Send(File("类型,开始,结束\n学期,46266,2027-01-20\n"))).ShouldRefuse(422, "terms-invalid", "row 2");
        using var empty = new HttpRequestMessage(HttpMethod.Post, $"{Deqing}/terms/import") { Content = new MultipartFormDataContent() };
        empty.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        (await admin.Send(empty)).Status.Should().Be(400);

        (await county.Command($"{Deqing}/terms/reset", new { })).Status.Should().Be(200);
        (await county.Get<TermsApi.TermsView>($"{Deqing}/terms")).Own.Should().BeNull();

        static HttpRequestMessage File(string csv)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
            content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            var request = new HttpRequestMessage(HttpMethod.Post, $"{Deqing}/terms/import")
            {
                Content = new MultipartFormDataContent { { content, "files", "terms.csv" } },
            };
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
            return request;
        }
    }

    [Fact]
    public async Task Area_GivenToAnInspector_AnswersSchoolBySchool_AndTheNinthSaysWhy()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite);
        using var admin = await Person.ByToken(gateway, "admin");
        (await admin.Import(Upload.Huzhou)).Failed.Should().Be(0);
        using var county = await Person.ByCookie(gateway, "county-330521");
        var board = await county.Get<BoardView>($"{Deqing}/board");
        var schools = board
            .Units.Where(row => row.Kind == UnitKind.School)
            .Select(row => row.Code)
            .Order(StringComparer.Ordinal)
            .Take(12)
            .ToArray();
        (
            await county.Command(
                $"{Deqing}/zones",
                new
                {
                    code = "T1",
                    name = "试验责任区",
                    schools,
                }
            )
        ).Status.Should().Be(200);
        var asked = new
        {
            area = "zone/T1",
            inspector = "督学-330521-01",
            from = "2026-03-02",
        };

        var preview = (await county.Command($"{Deqing}/areas?preview=true", asked)).As<ZonesApi.AreaView>();
        preview.Preview.Should().BeTrue();
        var done = (await county.Command($"{Deqing}/areas", asked)).As<ZonesApi.AreaView>();

        done.Schools.Should().HaveCount(12);
        done.Refused.Should().BeGreaterThan(0);
        done.Schools.Where(school => school.Refusal is not null)
            .Should()
            .OnlyContain(school => school.Refusal!.Message!.Zh.Contains("超过上限 8 所"));
        var zones = await county.Get<ZonesApi.ZonesView>($"{Deqing}/zones");
        zones
            .Inspectors.Single(load => load.Inspector == "督学-330521-01")
            .Should()
            .Match<ZonesApi.LoadView>(load => load.Schools == 8 && load.Grade == LoadGrade.AboveSoft);
        zones.Areas.Should().ContainSingle();
    }

    [Fact]
    public async Task GateCode_ShownToTheSchoolOnly_ProvesAVisitWithoutAPosition_AndAWrongOneWaits()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite);
        using var admin = await Person.ByToken(gateway, "admin");
        (await admin.Import(Upload.Huzhou)).Failed.Should().Be(0);
        using var school = await Person.ByCookie(gateway, "unit-2133901815");
        using var county = await Person.ByCookie(gateway, "county-330521");
        (await county.Get($"{School}/gate-code")).ShouldRefuse(403, "role-not-allowed");
        var shown = await school.Get<UnitsApi.GateCodeView>($"{School}/gate-code");
        var inspector = (await county.Get<UnitDetail>(School)).Row.Inspector!;

        var wrong = await county.Command($"{School}/visits", Visit(shown.Code == "00000000" ? "11111111" : "00000000", 120));
        wrong.As<Reply>().Visit!.Held.Should().BeTrue();
        wrong.As<Reply>().Warnings!.Value.Should().ContainSingle(text => text.Zh.Contains("校门动态码不正确"));
        var right = await county.Command($"{School}/visits", Visit(shown.Code, 30));
        right.As<Reply>().Visit!.Held.Should().BeFalse();
        var history = (await county.Get($"{School}/history")).Body;
        history.Should().Contain("\"gate\":\"Right\"").And.NotContain(shown.Code);

        object Visit(string code, int minutesAgo) =>
            new
            {
                inspector,
                kind = "Regular",
                startedAt = shown.Now.AddMinutes(-minutesAgo),
                endedAt = shown.Now.AddMinutes(30 - minutesAgo),
                gateCode = code,
                methods = new[] { new { method = "SiteInspection", count = 1 } },
            };
    }
}
