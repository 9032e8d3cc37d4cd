namespace Supervision.Browser.Tests;

/// <summary>The pages work under the strict policy they are sent with: no script, style or picture of theirs is turned away.</summary>
[Collection(nameof(SharedOffice))]
public sealed class PolicyTests(Hosting.Browser browser, SharedOffice office)
{
    [Theory]
    [InlineData("light")]
    [InlineData("phone")]
    public async Task Pages_InUse_BreakNoRuleOfTheirPolicy(string look)
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}", look == "phone" ? Look.Phone : Look.Desktop);
        var policies = new List<string>();
        desk.Page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest)
                policies.Add(response.Headers.GetValueOrDefault("content-security-policy", ""));
        };
        await desk.OpenBoard();
        await desk.Page.GetByLabel("搜索").First.FillAsync("小学");
        await desk.Rows.First.ClickAsync();
        await Expect(desk.Drawer.Locator(".history li").First).ToBeVisibleAsync();
        await desk.GoTo("/unit/school/2133901828");
        await Expect(desk.Page.Locator(".history li").First).ToBeVisibleAsync();
        await desk.GoTo($"/county/{Office.County}/decisions");
        await Expect(desk.Page.Locator("#main")).ToBeVisibleAsync();
        await desk.GoTo("/import");
        await desk
            .Page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "schools.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(Office.RosterOf("schools.csv")),
                }
            );
        await desk.GoTo("/sign-in");
        await Expect(desk.Page.Locator("#main")).ToBeVisibleAsync();

        policies
            .Should()
            .HaveCountGreaterThanOrEqualTo(5)
            .And.OnlyContain(policy => policy.Contains("style-src 'self';") && policy.Contains("script-src 'self';"));
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Policy_IsInForce_SoThatWhatBreaksItShows()
    {
        await using var desk = await browser.Open(office.Gateway, user: null);
        await desk.GoTo("/sign-in");
        await desk.Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')");
        await Expect(desk.Page.Locator("p", new() { HasText = "x" }).Last).ToBeVisibleAsync();
        desk.Faults.Should().Contain(fault => fault.Contains("style-src"));
    }

    [Fact]
    public async Task Docs_ShowTheApi_UnderTheirPolicy()
    {
        await using var desk = await browser.Open(office.Gateway, user: null);
        await desk.GoTo("/api/docs/");
        await Expect(desk.Page.GetByText("督导 Supervision.Actors").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        // It tries whether it may, is told no, and does without.
        desk.Faults.Where(fault => !fault.StartsWith("against script-src: eval", StringComparison.Ordinal)).Should().BeEmpty();
    }
}
