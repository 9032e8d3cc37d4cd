using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Supervision.Contracts;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Api;

/// <summary>Issues of a county as a list, and the files made of it.</summary>
public sealed class IssueListTests(Springs springs)
{
    private const string Formula = "=1+1，@SUM(A1)";

    [Fact]
    public async Task Issues_FilteredAndPaged_AreExactlyThose()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var office = await Person.ByToken(spring.Gateway, "county-330523");
        var cluster = spring.Gateway.Services.GetRequiredService<IClusterClient>();
        using var system = Acting.AsSystem();
        var schools = (await cluster.GetGrain<IDirectoryGrain>(0).Units("330523"))
            .Where(unit => unit.Kind == UnitKind.School)
            .Take(2)
            .ToList();
        foreach (
            var (school, category, severity) in new[]
            {
                (schools[0], "S-HW-03", Severity.General),
                (schools[0], "S-HW-01", Severity.Minor),
                (schools[1], "S-HW-03", Severity.Serious),
            }
        )
            (
                await cluster
                    .Unit(UnitKind.School, school.Code)
                    .Execute(
                        new(
                            Guid.NewGuid(),
                            new byte[] { 1 },
                            new("office", ActorRole.CountyOffice, "330523", null),
                            new OpenIssue(IssueOrigin.Platform, category, severity, Formula, IssueTags.None, null, [], "线索")
                        )
                    )
            )
                .Refusal.Should()
                .BeNull();
        const string list = "/api/v1/counties/330523/issues";

        var all = await office.Get<IssueListsApi.IssueListView>(list);
        (all.Total, all.Issues.Count, all.Next).Should().Be((3, 3, null));
        all.Issues.Should()
            .OnlyContain(row => row.UnitName.Length > 0 && row.Inspector != null && row.ClosedAt == null && row.Issue.Name.Zh.Length > 0);
        var found = new List<string>();
        for (string? path = $"{list}?take=2"; path is not null; )
        {
            var page = await office.Get<IssueListsApi.IssueListView>(path);
            page.Total.Should().Be(3);
            found.AddRange(page.Issues.Select(row => $"{row.Unit} {row.Issue.No}"));
            path = page.Next is null ? null : $"{list}?take=2&after={page.Next}";
        }

        found.Should().Equal(all.Issues.Select(row => $"{row.Unit} {row.Issue.No}"));
        foreach (
            var (filter, count) in new[]
            {
                ("severity=Serious", 1),
                ("severity=Serious&state=Found", 1),
                ("state=Found&state=Notified", 2),
                ("category=S-HW", 3),
                ("category=S-HW-01", 1),
                ("category=T-", 0),
                ($"unit=school/{schools[0].Code}", 2),
                ($"inspector={Uri.EscapeDataString(schools[1].Inspector!)}", schools[0].Inspector == schools[1].Inspector ? 3 : 1),
                ("open=true", 3),
                ("state=Archived", 0),
                ("overdueOn=2026-04-10", 0),
                ("dueBefore=2199-01-01&severity=General", 1),
            }
        )
            (await office.Get<IssueListsApi.IssueListView>($"{list}?{filter}")).Total.Should().Be(count, filter);
        (await spring.City.Get<IssueListsApi.IssueListView>("/api/v1/regions/3305/issues?category=S-HW-0&take=1"))
            .Total.Should()
            .BeGreaterThanOrEqualTo(3);

        foreach (
            var (query, code, field) in new[]
            {
                ("state=Lost", "field-invalid", "state"),
                ("severity=serious", "field-invalid", "severity"),
                ("state=1", "field-invalid", "state"),
                ("after=abc", "cursor-invalid", "after"),
                ("take=0", "field-invalid", "take"),
                ("overdueOn=soon", "field-invalid", "overdueOn"),
                ("unit=2133", "field-invalid", "unit"),
            }
        )
            (await office.Get($"{list}?{query}")).ShouldRefuse(422, code, field);
        (await office.Get("/api/v1/counties/330502/issues")).ShouldRefuse(403, "out-of-scope");
        (await office.Get("/api/v1/regions/3305/issues")).ShouldRefuse(403, "out-of-scope");
        (await spring.City.Get("/api/v1/counties/330599/issues.docx")).ShouldRefuse(404, "county-unknown", "code");

        await Exports(spring.Gateway, office.Token!, list);
        var documents = await office.Get<DocumentsApi.DocumentListView>(
            "/api/v1/counties/330523/documents?year=2026&kind=RectificationNotice"
        );
        documents
            .Documents.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(
                new
                {
                    Number = "安吉县教督改〔2026〕1号",
                    UnitName = schools[0].Name,
                    No = 1,
                }
            );
        (await office.Get("/api/v1/counties/330523/documents?kind=Letter")).ShouldRefuse(422, "field-invalid", "kind");
    }

    private static async Task Exports(TestGateway gateway, string token, string list)
    {
        using var http = new HttpClient { BaseAddress = gateway.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var answer = await http.GetAsync($"{list}.xlsx?category=S-HW-03");
        (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileNameStar)
            .Should()
            .Be((IssueWorkbook.MediaType, "安吉县“双减”督导问题清单.xlsx"));
        var written = await answer.Content.ReadAsByteArrayAsync();
        var rows = MiniExcelLibs
            .MiniExcel.Query(new MemoryStream(written), useHeaderRow: true)
            .Cast<IDictionary<string, object>>()
            .ToList();
        rows.Select(row => row["问题描述"]).Should().Equal("'" + Formula, "'" + Formula);
        using (var zip = new ZipArchive(new MemoryStream(written)))
        using (var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open()))
            (await sheet.ReadToEndAsync()).Should().NotContain("<x:f>").And.NotContain("<f>");

        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB,zh;q=0.5");
        using var paper = WordprocessingDocument.Open(
            await http.GetStreamAsync($"{list}.docx?severity=General").ContinueWith(stream => Copied(stream.Result)),
            false
        );
        new OpenXmlValidator().Validate(paper).Select(fault => $"{fault.Path?.XPath}: {fault.Description}").Should().BeEmpty();
        var body = paper.MainDocumentPart!.Document!.Body!;
        body.Elements<Paragraph>()
            .Select(line => line.InnerText)
            .Should()
            .StartWith(["安吉县“双减”督导问题清单", "筛选条件：等级：一般问题"]);
        var table = body.Elements<Table>()
            .Single()
            .Elements<TableRow>()
            .Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToList())
            .ToList();
        table.Should().HaveCount(2);
        table[0].Should().StartWith(["序号 No.", "单位 Unit"]).And.HaveCount(10);
        table[1][0].Should().Be("1");
        table[1][4].Should().Be("一般问题");
    }

    private static MemoryStream Copied(Stream stream)
    {
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }
}
