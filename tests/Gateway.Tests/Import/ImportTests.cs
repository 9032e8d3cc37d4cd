using System.Text;
using System.Text.Json.Nodes;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Import;

/// <summary>A roster comes over HTTP, as county staff send it.</summary>
public sealed class ImportTests(ITestOutputHelper output)
{
    private const string Deqing = "/api/v1/counties/330521/board";

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task Huzhou_ForeseenImportedRepeatedChanged(StoreUnderTest store)
    {
        await using var gateway = await TestGateway.Start(store);
        using var city = await Person.ByCookie(gateway, "city");
        using var county = await Person.ByCookie(gateway, "county-330521");
        (string, byte[])[] withoutCounties = [.. Upload.Huzhou.Where(file => file.Name != "counties.csv")];

        (await city.Import(Upload.Huzhou, dryRun: true))
            .Should()
            .Match<ImportReport>(report => report.DryRun && report.Registered == 395 && report.Updated == 0 && report.Failed == 0);
        (await county.Get(Deqing)).ShouldRefuse(404, "county-unknown", "code");
        (await city.Import(Upload.Huzhou))
            .Should()
            .Match<ImportReport>(report =>
                !report.DryRun && report.Registered == 395 && report.Updated == 0 && report.Unchanged == 0 && report.Failed == 0
            );
        var board = await county.Get<BoardView>(Deqing);
        foreach (var again in new[] { Upload.Huzhou, withoutCounties })
            (await city.Import(again))
                .Should()
                .Match<ImportReport>(report =>
                    report.Registered == 0 && report.Updated == 0 && report.Unchanged == 395 && report.Failed == 0
                );
        (await county.Get<BoardView>(Deqing))
            .Units.Select(row => row.Version)
            .Should()
            .Equal(board.Units.Select(row => row.Version), "nothing was changed a second time");

        var renamed = Upload.Some(
            "schools",
            row => row.StartsWith("2133901815", StringComparison.Ordinal),
            row => row.Replace("德清县实验小学", "德清县武康实验小学", StringComparison.Ordinal)
        );
        (await county.Import([renamed], dryRun: true)).Updated.Should().Be(1);
        (await county.Get<BoardView>(Deqing)).Units.Single(row => row.Code == "2133901815").Name.Should().Be("德清县实验小学");
        (await county.Import([renamed])).Should().Match<ImportReport>(report => report.Updated == 1 && report.Registered == 0);
        (await county.Get<BoardView>(Deqing)).Units.Single(row => row.Code == "2133901815").Name.Should().Be("德清县武康实验小学");
    }

    [Fact]
    public async Task Rows_ThatCannotBeTaken_AreNamedWithWhatWouldBe()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite);
        using var county = await Person.ByCookie(gateway, "county-330521");
        var damaged = Upload.Some(
            "schools",
            row => row.StartsWith("213390181", StringComparison.Ordinal) && row.Contains(",330521,", StringComparison.Ordinal),
            row => row.Replace("2133901817", "2.13E+09", StringComparison.Ordinal)
        );
        var foreign = Upload.Some("schools", row => row.StartsWith("2133901746", StringComparison.Ordinal));
        var lines = Encoding.UTF8.GetString(damaged.Content).Split('\n');
        var row = Array.FindIndex(lines, line => line.StartsWith("2.13E+09", StringComparison.Ordinal)) + 1;

        var report = await county.Import([damaged, (foreign.Name.Replace("schools", "wuxing", StringComparison.Ordinal), foreign.Content)]);

        var finding = report.Findings.Single(finding => finding is { Severity: FindingGrade.Rejected, File: "schools.csv" });
        (finding.Row, finding.Column, finding.Value).Should().Be((row, "school_code", "2.13E+09"));
        finding.Message.Zh.Should().NotBeEmpty();
        finding.Accepted!.Zh.Should().NotBeEmpty();
        report
            .Findings.Should()
            .ContainSingle(
                outside => outside.Severity == FindingGrade.Rejected && outside.File == "wuxing.csv" && outside.Row == 2,
                "it belongs to another county"
            );
        report.Registered.Should().Be(lines.Length - 2, "the other rows are taken");
        (await county.Get<BoardView>(Deqing)).Units.Should().HaveCount(lines.Length - 2);
        (await county.Import([("notes.csv", "Hello"u8.ToArray()), ("x.pdf", "%PDF-1.7"u8.ToArray())]))
            .Findings.Count(refused => refused.Severity == FindingGrade.Rejected)
            .Should()
            .Be(2);
    }

    [Fact]
    public async Task Import_SentAgainWithItsKey_GivesTheFirstReport()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite);
        using var admin = await Person.ByToken(gateway, "admin");
        var key = Guid.CreateVersion7();
        var first = await admin.Send(Upload.Request(Upload.Huzhou, key: key));

        var again = await admin.Send(Upload.Request(Upload.Huzhou, key: key));
        var other = await admin.Send(Upload.Request([Upload.Some("schools", _ => true)], key: key));
        using var keyless = Upload.Request(Upload.Huzhou);
        keyless.Headers.Remove("Idempotency-Key");

        (again.Status, again.Body).Should().Be((first.Status, first.Body));
        again.As<ImportReport>().Registered.Should().Be(395);
        (other.Status, other.Code).Should().Be((422, "idempotency-key-reused"));
        (await admin.Send(keyless)).Code.Should().Be("idempotency-key-missing");
    }

    [Fact]
    public async Task Zhejiang_IntoTheEmbeddedStore_EveryBoardIsRightAfterwards()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite);
        using var admin = await Person.ByToken(gateway, "admin");
        using var province = await Person.ByCookie(gateway, "province");
        var began = TimeProvider.System.GetTimestamp();

        var answer = await admin.Send(Upload.Request(Upload.Zhejiang, accept: "application/x-ndjson"));

        output.WriteLine($"Zhejiang into SQLite: {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F1} s");
        answer.Type!.MediaType.Should().Be("application/x-ndjson");
        var told = answer.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        told[..^1].Should().OnlyContain(line => line.ContainsKey("progress"));
        told[..^1]
            .Select(line => (string)line["progress"]!["stage"]!)
            .Distinct()
            .Should()
            .Equal("judging", "counties", "inspectors", "units", "assignments", "boards");
        ((int)told.Last(line => (string?)line["progress"]?["stage"] == "units")["progress"]!["done"]!).Should().Be(7_415);
        var report = told[^1]["report"]!;
        ((int)report["registered"]!, (int)report["failed"]!).Should().Be((7_415 + 1_049, 0));

        var expected = Upload
            .Zhejiang.Where(file => file.Name is "schools.csv.gz" or "institutions.csv.gz")
            .SelectMany(file =>
            {
                var lines = Upload.Lines(file.Content);
                var column = Array.IndexOf(lines[0].Split(','), "county_code");
                return lines[1..].Select(line => line.Split(',')[column]);
            })
            .CountBy(county => county)
            .ToDictionary();
        expected.Should().HaveCount(90);
        foreach (var (county, units) in expected)
        {
            var board = await province.Get<BoardView>($"/api/v1/counties/{county}/board");
            (board.Units.Count, board.Tally.Schools + board.Tally.Institutions, board.Tally.Unassigned)
                .Should()
                .Be((units, units, board.Units.Count(row => row.Inspector is null)), county);
        }

        await Eventually.Holds(
            async () =>
                await province.Get<BoardView>("/api/v1/regions/33/board")
                    is { Tally: { Schools: 5_054, Institutions: 2_361 }, Children.Length: 11 },
            "the province is whole"
        );
    }
}
