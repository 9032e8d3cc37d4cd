namespace Supervision.Browser.Tests;

/// <summary>An office of its own, because its clock runs past the days of an issue.</summary>
public sealed class OverdueIssueTests(Hosting.Browser browser, Office office) : IClassFixture<Office>
{
    private const string School = "school/2133901828";

    [Fact]
    public async Task Issue_LeftAlone_TurnsTheUnitRedAndItsPageSaysWhyByWhichClauseAndWhatClearsIt()
    {
        await office.Api.OpenIssue(School, "S-HW-03");
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.GoTo($"/unit/{School}");
        var compliance = desk.Page.Locator(".axis.compliance");
        await Expect(compliance.Locator("header")).ToContainTextAsync("待办结");
        var issue = desk.Page.Locator("#issue-1");
        await Expect(issue).ToContainTextAsync("作业难度超课标");
        await Expect(issue).ToContainTextAsync("一般问题");
        await Expect(issue).ToContainTextAsync("教督改〔2026〕1号");
        await Expect(issue.Locator(".clocks")).ToContainTextAsync("整改到位并报告");

        await office.Api.AdvanceTo(Office.Noon.AddDays(60));
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "刷新" }).ClickAsync();

        await Expect(compliance.Locator("header")).ToContainTextAsync("警示");
        await Expect(compliance).ToContainTextAsync("整改到位，已逾期");
        await Expect(compliance).ToContainTextAsync("《教育督导条例》");
        await Expect(compliance).ToContainTextAsync("单位提交整改报告，并由他人核查通过");
        await Expect(issue).ToContainTextAsync("已逾期");
        await Expect(desk.Page.Locator(".documents")).ToContainTextAsync("教督通〔2026〕1号");
        await Expect(desk.Page.Locator(".steps .current")).Not.ToContainTextAsync("日常督导");
        await compliance.GetByRole(AriaRole.Link, new() { Name = "问题 1" }).First.ClickAsync();
        await Expect(issue).ToBeFocusedAsync();
        await desk.HasNoSeriousBarrier();
        await OnTheBoard(desk);
        desk.Faults.Should().BeEmpty();
    }

    private static async Task OnTheBoard(Desk desk)
    {
        await desk.OpenBoard(query: "?compliance=red&mark=overdue");
        await Expect(desk.Rows).ToHaveCountAsync(1);
        await Expect(desk.Rows).ToContainTextAsync("康乾实验小学");
        await Expect(desk.Rows).ToContainTextAsync("警示");
        await Expect(desk.Rows).ToContainTextAsync("逾期 1");
    }
}
