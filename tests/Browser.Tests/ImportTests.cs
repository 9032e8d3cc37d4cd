using System.Text;

namespace Supervision.Browser.Tests;

[Collection(nameof(SharedOffice))]
public sealed class ImportTests(Hosting.Browser browser, SharedOffice office)
{
    private const string Faulty = """
        学校标识码,学校名称,办学类型,县级行政区划代码,乡级代码,在校生数
        2133901828,康乾实验小学,小学,330521,330521004,很多
        2.1339E+09,科学记数法小学,小学,330521,330521004,100

        """;

    [Fact]
    public async Task DryRun_OfAFaultyFile_NamesFileRowColumnAndReason_AndChangesNothing()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await Check(desk, ("学校名册.csv", Faulty));
        await Expect(desk.Page.GetByText("检查完毕，尚未写入。")).ToBeVisibleAsync();

        var finding = desk.Page.Locator(".findings tbody tr").Filter(new() { HasText = "很多" });
        await Expect(finding).ToContainTextAsync("拒绝");
        await Expect(finding).ToContainTextAsync("学校名册.csv");
        await Expect(finding.Locator("td").Nth(2)).ToHaveTextAsync("2");
        await Expect(finding).ToContainTextAsync("在校生数");
        await Expect(finding.Locator(".reason")).Not.ToBeEmptyAsync();
        await Expect(desk.Page.Locator(".findings tbody tr").Filter(new() { HasText = "2.1339E+09" })).ToContainTextAsync("学校标识码");
        (await office.Api.Units(Office.County)).Should().HaveCount(56);
        await desk.HasNoSeriousBarrier();
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Import_OfTheSameRosterAgain_ChangesNothing()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await Check(desk, [.. Office.Files.Select(file => (file, Office.RosterOf(file)))]);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "正式导入" }).ClickAsync();
        await Expect(desk.Page.GetByText("导入完成。")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(desk.Page.Locator(".outcome")).ToContainTextAsync("新登记 0");
        await Expect(desk.Page.Locator(".outcome")).ToContainTextAsync("更新 0");
        desk.Faults.Should().BeEmpty();
    }

    private static async Task Check(Desk desk, params (string Name, string Content)[] files)
    {
        await desk.GoTo("/import");
        await desk
            .Page.Locator("input[type=file]")
            .SetInputFilesAsync(
                files.Select(file => new FilePayload
                {
                    Name = file.Name,
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(file.Content),
                })
            );
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "检查", Exact = true }).ClickAsync();
    }
}
