using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;

namespace Supervision.Browser.Tests;

/// <summary>The phone's pages: what they weigh, how they are served, and whether everybody can use them.</summary>
[Collection(nameof(FieldCollection))]
public sealed partial class FieldPageTests(Hosting.Browser browser, FieldOffice office)
{
    /// <summary>Bytes, compressed: about two seconds where a village has 3G.</summary>
    private const int MostAtFirst = 90_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EveryPage_OnAPhone_HasNoSeriousBarrierAndNeverScrollsSideways(bool dark)
    {
        const string school = "school/2133901818";
        await using var desk = await browser.Open(office.Gateway, user: null, Look.Phone with { Dark = dark });
        await desk.GoTo("/m/");
        await Expect(desk.Page.GetByLabel("用户名")).ToBeVisibleAsync();
        await desk.HasNoSeriousBarrier();

        await using var phone = await Phone.Open(browser, office.Gateway, dark: dark);
        await phone.TakeAlong();
        await Check(phone);
        await phone.GoTo($"unit/{school}");
        await Expect(phone.Button("开始")).ToBeVisibleAsync();
        await Check(phone);
        await phone.Begin(school);
        await phone.Button("记录位置").ClickAsync();
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("没有取得位置，不影响提交");
        await Check(phone);
        await phone.Conform(to: 2);
        await phone.Page.Locator("#item-4 .option").Filter(new() { HasText = "不符合" }).ClickAsync();
        await phone.Page.Locator("#item-4 .option").Filter(new() { HasText = "上报县级" }).ClickAsync();
        await phone.Page.Locator("#item-4 summary").ClickAsync();
        await Check(phone);
        await phone.Step("整改");
        await Check(phone);
        await phone.Step("问题");
        await phone.Button("更换类别").ClickAsync();
        await phone.Page.GetByRole(AriaRole.Searchbox).FillAsync("家长");
        await Expect(phone.Page.Locator(".pick").First).ToBeVisibleAsync();
        await Check(phone);
        await phone.Step("提交");
        await phone.Photograph("gate.jpg");
        await Check(phone);
        await phone.GoTo("outbox");
        await Check(phone);
        await phone.GoTo("me");
        await Check(phone);
        phone.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task FirstLoad_Compressed_IsLight()
    {
        using var http = new HttpClient { BaseAddress = new(office.Gateway.Address) };
        var page = await http.GetStringAsync("/m/");
        var files = Needed().Matches(page).Select(match => match.Groups[1].Value).Distinct().ToList();
        files
            .Should()
            .Contain(file => file.EndsWith(".js", StringComparison.Ordinal))
            .And.Contain(file => file.EndsWith(".css", StringComparison.Ordinal));

        var sizes = new List<(string File, int Bytes)> { ("/m/", Compressed(System.Text.Encoding.UTF8.GetBytes(page))) };
        foreach (var file in files)
            sizes.Add((file, Compressed(await http.GetByteArrayAsync(file))));

        sizes.Sum(size => size.Bytes).Should().BeLessThanOrEqualTo(MostAtFirst, "{0}", string.Join(", ", sizes));
    }

    [Fact]
    public async Task Pages_AreServedApartFromTheDesk_UnderTheStrictPolicy()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(office.Gateway.Address) };
        var slash = await http.GetAsync("/m");
        (slash.StatusCode, slash.Headers.Location!.OriginalString).Should().Be((HttpStatusCode.Redirect, "/m/"));
        foreach (var path in new[] { "/m/", "/m/visit/1" })
        {
            var page = await http.GetAsync(path);
            (await page.Content.ReadAsStringAsync()).Should().Contain("督学手机端", "{0} is the phone's", path);
            page.Headers.CacheControl!.NoCache.Should().BeTrue();
            page.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("script-src 'self';").And.NotContain("unsafe-eval");
        }

        var worker = await http.GetAsync("/m/sw.js");
        (await worker.Content.ReadAsStringAsync()).Should().Contain("/m/index.html").And.NotContain("__WB_MANIFEST");
        worker.Headers.CacheControl!.NoCache.Should().BeTrue("a newer worker is looked for each time");
        var manifest = await http.GetAsync("/m/manifest.webmanifest");
        manifest.Content.Headers.ContentType!.MediaType.Should().Be("application/manifest+json");
        foreach (Match icon in Icons().Matches(await manifest.Content.ReadAsStringAsync()))
            (await http.GetAsync(icon.Groups[1].Value)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await http.GetAsync("/m/unknown.js")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await http.GetStringAsync("/unit/school/2133901815")).Should().NotContain("督学手机端");
        var asset = Needed()
            .Matches(await http.GetStringAsync("/m/"))
            .Select(match => match.Groups[1].Value)
            .First(file => file.StartsWith("/assets/", StringComparison.Ordinal));
        (await http.GetAsync(asset)).Headers.CacheControl!.ToString().Should().Contain("immutable");
    }

    private static async Task Check(Phone phone)
    {
        await phone.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await phone.HasNoSeriousBarrier();
        (await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"))
            .Should()
            .BeLessThanOrEqualTo(390, "at {0}", phone.Page.Url);
        (
            await phone.Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('a, button, summary, .option, input:not(.visually-hidden)')].filter(one => one.getClientRects().length > 0 && !one.closest('.skip-link'))
                  .map(one => one.closest('.check') ?? one).filter(one => one.getBoundingClientRect().height < 43.5).map(one => `${one.tagName}.${one.className} ${one.textContent.trim()} ${one.getBoundingClientRect().height}`)
                """
            )
        ).Should().BeEmpty("a thumb needs 44 pixels, at {0}", phone.Page.Url);
    }

    private static int Compressed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(content);
        return (int)packed.Length;
    }

    [GeneratedRegex("\"src\": \"([^\"]+)\"")]
    private static partial Regex Icons();

    [GeneratedRegex("(?:src|href)=\"(/[^\"]+)\"")]
    private static partial Regex Needed();
}
