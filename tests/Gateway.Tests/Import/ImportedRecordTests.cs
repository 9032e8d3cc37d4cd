using System.Text;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Import;

/// <summary>What an import does to records that stand already, and what it says beforehand.</summary>
public sealed class ImportedRecordTests(Springs springs)
{
    [Fact]
    public async Task School_ImportedWithoutTheColumns_StaysSuspendedWithTownAndPupils()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite);
        using var county = await Person.ByCookie(gateway, "county-330521");
        (await county.Import([Case("status-1-suspended.csv")])).Registered.Should().Be(1);

        (await county.Import([Case("status-2-names-only.csv")], dryRun: true))
            .Should()
            .Match<ImportReport>(report => report.Unchanged == 1 && report.Updated == 0);
        (await county.Import([Case("status-2-names-only.csv")])).Unchanged.Should().Be(1);

        var row = (await county.Get<UnitDetail>("/api/v1/units/school/2133901816")).Row;
        (row.Status, row.Town, row.Students).Should().Be((UnitStatus.Suspended, "330521001", 866));
        var blank = Csv("学校标识码,学校名称,办学类型,县级行政区划代码,状态", "2133901816,德清县第一小学,小学,330521,");
        (await county.Import([blank], dryRun: true))
            .Findings.Should()
            .ContainSingle(finding => finding.Code == RosterCode.BlankClears && finding.Row == 2 && finding.Column == "状态");
    }

    [Fact]
    public async Task Position_InTheRoster_StandsOnTheUnitAndOnTheBoard()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);

        var row = (await spring.County.Get<UnitDetail>("/api/v1/units/school/2133901746")).Row;
        (row.Longitude, row.Latitude).Should().Be((120.2418, 30.9208));
        (await spring.County.Get<BoardView>("/api/v1/counties/330502/board"))
            .Units.Single(unit => unit.Code == "2133901746")
            .Longitude.Should()
            .Be(120.2418);
    }

    [Fact]
    public async Task Changes_OfManyRowsAlike_AreDoneOnlyWhenTheirCountIsConfirmed()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite);
        using var county = await Person.ByCookie(gateway, "county-330521");
        (await county.Import([Many("正常")])).Registered.Should().Be(6);

        var foreseen = await county.Import([Many("注销")], dryRun: true);
        foreseen
            .Changes.Single()
            .Should()
            .Match<MassChange>(change => change.Count == 6 && change.Confirmation == "school.status=closed:6" && !change.Confirmed);
        (foreseen.Updated, foreseen.NotTaken, foreseen.Sheets.Single().Held).Should().Be((0, 6, 6));
        (await county.Import([Many("注销")])).Updated.Should().Be(0, "nobody confirmed it");
        foreach (var wrong in new[] { "school.status=closed:5", "school.status=active:6", "x" })
            (await county.Send(Upload.Request([Many("注销")], confirm: [wrong]))).ShouldRefuse(409, "confirmation-differs", "confirm");
        (await county.Get<UnitDetail>("/api/v1/units/school/2133901901")).Row.Status.Should().Be(UnitStatus.Active);

        (await county.Send(Upload.Request([Many("注销")], confirm: ["school.status=closed:6"]))).As<ImportReport>().Updated.Should().Be(6);

        (await county.Get<UnitDetail>("/api/v1/units/school/2133901901")).Row.Status.Should().Be(UnitStatus.Closed);
        // The preview asks the units themselves: what is closed for good stays so.
        var again = await county.Send(Upload.Request([Many("正常")], dryRun: true, confirm: ["school.status=active:6"]));
        var refused = again.As<ImportReport>().Findings.Where(finding => finding.Code == RosterCode.RefusedByUnit).ToList();
        refused.Select(finding => finding.Row).Should().Equal(2, 3, 4, 5, 6, 7);
        refused
            .Should()
            .OnlyContain(finding =>
                finding.File == "many.csv" && finding.Column == "状态" && finding.Value == "正常" && finding.Accepted != null
            );
    }

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task Preview_OfARecusedInspector_SaysTheRefusalInItsRowAndDoesNothing(StoreUnderTest store)
    {
        const string code = "2133901756";
        var spring = await springs.On(store);
        var inspector = (await spring.County.Get<UnitDetail>($"/api/v1/units/school/{code}")).Row.Inspector!;
        var why = new
        {
            inspector,
            reason = "配偶在该校任教",
            document = "吴督回避〔2026〕9号",
        };
        (await spring.County.Command($"/api/v1/units/school/{code}/recusals", why))
            .As<Supervision.Rules.Units.Commands.Reply>()
            .Changed.Should()
            .BeTrue();
        var version = (await spring.County.Get<UnitDetail>($"/api/v1/units/school/{code}")).Row.Version;
        var rows = new[] { Csv("督学编号,对象类别,对象编号,起始日期", $"{inspector},学校,{code},2026-04-01") };

        var foreseen = await spring.County.Import(rows, dryRun: true);
        var done = await spring.County.Import(rows);

        foreach (var report in new[] { foreseen, done })
        {
            report
                .Findings.Should()
                .ContainSingle(finding => finding.Severity == FindingGrade.Rejected)
                .Which.Should()
                .Match<RosterFinding>(finding =>
                    finding.Code == RosterCode.RefusedByUnit
                    && finding.Row == 2
                    && finding.Column == "督学编号"
                    && finding.Value == inspector
                    && finding.Message.Zh.Contains("回避")
                );
            (report.Failed, report.Sheets.Single().Rejected, report.Sheets.Single().Accepted).Should().Be((1, 1, 0));
        }

        (await spring.County.Get<UnitDetail>($"/api/v1/units/school/{code}")).Row.Version.Should().Be(version);
        (await spring.County.Command($"/api/v1/units/school/{code}/recusals/lift", why)).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("xlsx", "zh-CN")]
    [InlineData("csv", "zh-CN")]
    [InlineData("xlsx", "en")]
    public async Task Templates_AsTheyAreHandedOut_AreRosters(string format, string language)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        foreach (var kind in RosterTemplate.Kinds)
        {
            var name = kind.ToString().ToLowerInvariant();
            var content = await Download(
                spring.County,
                new(HttpMethod.Get, $"/api/v1/rosters/template?kind={name}&format={format}"),
                language
            );

            var plan = RosterJudge.Judge(RosterReader.Read(content, $"{name}.{format}").Sheets, RosterContext.Empty(new(2026, 4, 10)));

            plan.Sheets.Should()
                .ContainSingle(sheet => sheet.Kind == kind)
                .Which.Should()
                .Match<SheetCount>(sheet => sheet.Rows == sheet.Skipped && sheet.Rows == 2);
            plan.Findings.Should().OnlyContain(finding => finding.Severity == FindingGrade.Skipped, "{0}", kind);
        }

        (await spring.County.Get("/api/v1/rosters/template?kind=counties")).ShouldRefuse(422, "field-invalid", "kind");
        (await spring.County.Get("/api/v1/rosters/template?kind=schools&format=pdf")).ShouldRefuse(422, "field-invalid", "format");
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task Rows_NotTaken_ComeBackAsAFileThatIsMendedAndImported(string format)
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var files = new[]
        {
            Csv(
                "学校标识码,学校名称,办学类型,县级行政区划代码,在校生数",
                "2133909801,＝吴兴示例一小,小学,330502,约1600",
                "2133909802,吴兴示例二小,小学,330502,#N/A",
                "2133909803,吴兴示例三小,小学,330502,12"
            ),
        };

        var content = await Download(
            spring.County,
            Upload.Request(files, path: $"/api/v1/rosters/import/rejected?format={format}"),
            "zh-CN"
        );

        var sheet = RosterReader.Read(content, $"rows.{format}").Sheets.Single();
        sheet
            .Rows[0]
            .Cells.Select(cell => cell.Text)
            .Should()
            .Equal("学校标识码", "学校名称", "办学类型", "县级行政区划代码", "在校生数", "原文件行号", "未导入原因");
        sheet.Rows.Skip(1).Select(row => (row.Cells[0].Text, row.Cells[5].Text)).Should().Equal(("2133909801", "2"), ("2133909802", "3"));
        sheet.Rows[1].Cells[6].Text.Should().Contain("在校生数").And.Contain("可接受");
        sheet.Rows[1].Cells[1].Text.Should().Be("'＝吴兴示例一小", "no spreadsheet may take it for a formula");
        var mended = sheet with
        {
            Rows = [sheet.Rows[0], .. sheet.Rows.Skip(1).Select(row => row with { Cells = row.Cells.SetItem(4, new("1600")) })],
        };
        var plan = RosterJudge.Judge([mended], RosterContext.Empty(new(2026, 4, 10)));
        plan.Units.Select(unit => (unit.Profile.Name, unit.Profile.Students))
            .Should()
            .Equal(("＝吴兴示例一小", 1600), ("吴兴示例二小", 1600));
        (
            await spring.County.Send(
                Upload.Request(
                    [Csv("学校标识码,学校名称,办学类型,县级行政区划代码", "2133909803,吴兴示例三小,小学,330502")],
                    path: "/api/v1/rosters/import/rejected"
                )
            )
        ).ShouldRefuse(422, "field-invalid", "files");
    }

    private static async Task<byte[]> Download(Person person, HttpRequestMessage request, string language)
    {
        request.Headers.Add("Accept-Language", language);
        if (person.Antiforgery is { } token)
            request.Headers.Add("X-CSRF-Token", token);
        using var response = await person.Open(request);
        response.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        response.Content.Headers.ContentDisposition!.FileNameStar.Should().NotBeNullOrEmpty();
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static (string Name, byte[] Content) Many(string status) =>
        (
            "many.csv",
            Csv(
                "学校标识码,学校名称,办学类型,县级行政区划代码,状态",
                [.. Enumerable.Range(1, 6).Select(i => $"213390190{i},德清示例{i}小,小学,330521,{status}")]
            ).Content
        );

    private static (string Name, byte[] Content) Csv(string header, params string[] rows) =>
        ("rows.csv", Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(header))));

    private static (string Name, byte[] Content) Case(string name) =>
        (name, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "cases", name)));
}
