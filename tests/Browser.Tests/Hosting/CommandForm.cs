namespace Supervision.Browser.Tests.Hosting;

/// <summary>The form of a command, in the words of its page.</summary>
internal static class CommandForm
{
    public static ILocator Form(this Desk desk) => desk.Page.Locator("dialog[open]");

    public static async Task Begin(this Desk desk, ILocator place, string command)
    {
        await place.GetByRole(AriaRole.Button, new() { Name = command, Exact = true }).ClickAsync();
        await Expect(desk.Form()).ToBeVisibleAsync();
    }

    public static Task ShowConsequences(this Desk desk) => desk.Form().GetByRole(AriaRole.Button, new() { Name = "先看后果" }).ClickAsync();

    /// <summary>Waits until what follows is on screen, then confirms it.</summary>
    public static async Task Confirm(this Desk desk)
    {
        await Expect(desk.Form().Locator(".consequences")).ToBeVisibleAsync();
        await desk.Form().Locator("button[type=submit]").ClickAsync();
    }

    public static async Task IsDone(this Desk desk, string command) =>
        await Expect(desk.Page.Locator(".done")).ToContainTextAsync($"已办理：{command}");
}
