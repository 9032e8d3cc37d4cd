using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Supervision.Browser.Tests;

/// <summary>Groups, saved views, exports.</summary>
[Collection(nameof(SharedOffice))]
public sealed class BoardViewTests(Hosting.Browser browser, SharedOffice office)
{
    [Fact]
    public async Task Towns_GroupTheRows_FoldByKeyboard_AndStandInTheAddress()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "按乡镇分组" }).ClickAsync();
        var first = desk.Page.Locator("[data-index='0']");
        await Expect(first).ToContainTextAsync("个单位");
        await Expect(first).ToHaveAttributeAsync("aria-expanded", "true");
        await first.FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(first).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(desk.Page.Locator("[data-index='1']")).ToContainTextAsync("个单位");
        await Expect(desk.Page).ToHaveURLAsync(new Regex("group=town&folded="));
        await desk.HasNoSeriousBarrier();
        await desk.Page.ReloadAsync();
        await Expect(first).ToHaveAttributeAsync("aria-expanded", "false");
        await desk.Page.Keyboard.PressAsync("Tab");
        await first.ClickAsync();
        await Expect(first).ToHaveAttributeAsync("aria-expanded", "true");
    }

    [Fact]
    public async Task View_SavedUnderAName_IsThereAfterAReload_AndCanBeRemoved()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard(query: "?kind=school&status=white&sort=name");
        await Menu(desk).ClickAsync();
        await desk.Page.GetByLabel("给当前视图起个名字").FillAsync("还没去的学校");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(Menu(desk)).ToContainTextAsync("还没去的学校");
        await desk.HasNoSeriousBarrier();

        await desk.OpenBoard();
        await Menu(desk).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "还没去的学校", Exact = true }).ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(new Regex("kind=school&status=white&sort=name"));
        await Expect(Menu(desk)).ToBeFocusedAsync();
        await Menu(desk).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "删除视图 还没去的学校" }).ClickAsync();
        await Expect(Menu(desk)).ToContainTextAsync("视图");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(Menu(desk)).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("导出 xlsx")]
    [InlineData("csv")]
    public async Task Export_HoldsWhatIsShown_InItsOrder(string format)
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard(query: "?kind=institution&sort=name&order=desc");
        var shown = await desk.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('[role=row][data-index]')].sort((a, b) => a.dataset.index - b.dataset.index).map(row => row.querySelector('.name').textContent)"
        );
        shown.Should().HaveCount(16);
        var download = await desk.Page.RunAndWaitForDownloadAsync(() =>
            desk.Page.GetByRole(AriaRole.Button, new() { Name = format, Exact = true }).ClickAsync()
        );
        download.SuggestedFilename.Should().StartWith("德清县 督导单位 2026-03-02");
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());

        var (names, headings) = format == "csv" ? Csv(bytes) : Workbook(bytes);

        names.Should().Equal(shown);
        headings.Should().ContainInOrder("到访", "合规", "单位", "代码", "乡镇", "责任督学", "原因");
        desk.Faults.Should().BeEmpty();
    }

    private static ILocator Menu(Desk desk) => desk.Page.Locator(".views summary");

    private static (IEnumerable<string> Names, string[] Headings) Csv(byte[] bytes)
    {
        bytes.Take(3).Should().Equal(Encoding.UTF8.Preamble.ToArray());
        var lines = Encoding.UTF8.GetString(bytes[3..]).TrimEnd().Split("\r\n").Select(line => line.Split(',')).ToList();
        return (lines.Skip(1).Select(line => line[2]), lines[0]);
    }

    private static (IEnumerable<string> Names, string[] Headings) Workbook(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var rows = XDocument
            .Load(sheet)
            .Descendants()
            .Where(element => element.Name.LocalName == "row")
            .Select(row => row.Elements().Select(cell => cell.Value).ToArray())
            .ToList();
        return (rows.Skip(1).Select(row => row[2]), rows[0]);
    }
}
