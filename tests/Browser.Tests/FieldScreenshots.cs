namespace Supervision.Browser.Tests;

/// <summary>The phone's pages for people to look at, made by the same command as <see cref="Screenshots"/>.</summary>
[Collection(nameof(FieldCollection))]
public sealed class FieldScreenshots(Hosting.Browser browser, FieldOffice office)
{
    public static bool Wanted => Screenshots.Wanted;

    [Theory(Skip = "Pictures are made on request: SCREENSHOTS=1.", SkipUnless = nameof(Wanted))]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EveryPage_OfThePhone(bool dark)
    {
        Directory.CreateDirectory(Places.Screenshots);
        await using var phone = await Phone.Open(browser, office.Gateway, dark: dark);
        await phone.TakeAlong();
        await Picture(phone, "today", dark);
        await phone.Begin("school/2133901815");
        await Picture(phone, "start", dark);
        await phone.Conform(to: 3);
        await phone.Page.Locator("#item-4 .option").Filter(new() { HasText = "不符合" }).ClickAsync();
        await Picture(phone, "checklist", dark);
        await phone.Step("提交");
        await phone.Photograph("gate.jpg");
        await Picture(phone, "finish", dark);
        await phone.GoTo("outbox");
        await Picture(phone, "outbox", dark);
    }

    private static async Task Picture(Phone phone, string page, bool dark) =>
        await phone.Page.ScreenshotAsync(new() { Path = Path.Combine(Places.Screenshots, $"m-{page}-{(dark ? "dark" : "phone")}.png") });
}
