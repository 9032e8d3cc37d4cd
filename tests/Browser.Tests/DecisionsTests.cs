using System.Text.RegularExpressions;

namespace Supervision.Browser.Tests;

[Collection(nameof(SharedOffice))]
public sealed class DecisionsTests(Hosting.Browser browser, SharedOffice office)
{
    /// <summary>Two decisions of one school, in the shape of the queue's endpoint.</summary>
    private const string Queue = """
        [{"unit":"school/2133901828","name":"康乾实验小学","townName":"康乾街道","kind":"DecideMeasure","subject":"measure/1","since":"2026-03-02T01:00:00Z","ageDays":0,
          "dueOn":"2026-03-09","overdue":false,"owner":"CountyDirector","rung":"Interview","rule":"LR-04","ruleName":{"zh":"通报后整改不力","en":"stalled after a circular"},"title":{"zh":"决定是否采取约谈（措施 1）","en":"decide on interview, measure 1"}},
         {"unit":"school/2133901828","name":"康乾实验小学","townName":"康乾街道","kind":"ConfirmSerious","subject":"issue/2","since":"2026-02-20T01:00:00Z","ageDays":10,
          "dueOn":"2026-02-25","overdue":true,"owner":"CountyOffice","rung":"None","rule":null,"ruleName":null,"title":{"zh":"确认严重问题 2","en":"confirm serious issue 2"}}]
        """;

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("phone")]
    public async Task Queue_SaysWhoDecidesSinceWhenAndWhatIsOverdue(string look)
    {
        await using var desk = await browser.Open(
            office.Gateway,
            $"county-{Office.County}",
            look switch
            {
                "dark" => Look.DarkDesktop,
                "phone" => Look.Phone,
                _ => Look.Desktop,
            }
        );
        await desk.Page.RouteAsync(
            "**/api/v1/counties/*/decisions",
            route => route.FulfillAsync(new() { ContentType = "application/json", Body = Queue })
        );
        await desk.GoTo($"/county/{Office.County}/decisions");

        var entries = desk.Page.Locator(".decision");
        await Expect(entries).ToHaveCountAsync(2);
        await Expect(entries.First).ToContainTextAsync("确认严重问题");
        await Expect(entries.First).ToContainTextAsync("已等 10 天");
        await Expect(entries.First).ToContainTextAsync("已逾期");
        await desk.HasNoSeriousBarrier();

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "督导办主任" }).ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(new Regex("owner=CountyDirector"));
        await Expect(entries).ToHaveCountAsync(1);
        await Expect(entries).ToContainTextAsync("由督导办主任决定");
        await entries.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(new Regex("/unit/school/2133901828#measure-1$"));
    }
}
