using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Supervision.Browser.Tests;

/// <summary>Phones as they are: browsers that take no service worker, people who read English, institutions instead of schools.</summary>
[Collection(nameof(FieldCollection))]
public sealed partial class FieldBrowserTests(Hosting.Browser browser, FieldOffice office)
{
    [Theory]
    [InlineData(Workers.Blocked)]
    [InlineData(Workers.Unknown)]
    public async Task Browser_WithoutServiceWorker_SaysSoKeepsTheDraftAndSendsTheVisitOnce(Workers workers)
    {
        var institution = workers == Workers.Blocked ? "institution/PX-330521-0002" : "institution/PX-330521-0003";
        await using var phone = await Phone.Open(browser, office.Gateway, look: Look.Phone with { Workers = workers });
        await phone.GoTo();
        await Expect(phone.Page.Locator(".task").First).ToBeVisibleAsync();
        await Expect(phone.Page.Locator(".notices")).ToContainTextAsync("这个浏览器没有信号时打不开本页");
        await phone.GoTo("me");
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("没有信号时打不开");
        await Expect(phone.Page.Locator("main")).Not.ToContainTextAsync("没有信号也能打开");

        await phone.SetOffline(true); // the page is open already
        await phone.Begin(institution);
        await phone.Conform(to: 5);
        await phone.Saved();
        await phone.SetOffline(false);
        await phone.KillTab();
        await Expect(phone.Page.Locator(".progress [role=status]")).ToContainTextAsync("已填 5 /");
        await phone.SetOffline(true);
        await phone.Conform(from: 6);
        await phone.HandIn();
        await Expect(phone.OutboxItems).ToContainTextAsync("待发送");
        (await Visits(institution)).Should().BeEmpty("there is no signal");

        await phone.SetOffline(false);
        await Expect(phone.OutboxItems).ToContainTextAsync("已送达");
        (await Visits(institution)).Should().ContainSingle();
        phone.VisitsPosted.Should().Be(1);
        phone.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Visit_OfAnInstitution_HasItsOwnChecklistPeriodAndCategories()
    {
        const string institution = "institution/PX-330521-0001";
        await office.Api.LetHoursPass();
        await using var phone = await Phone.Open(browser, office.Gateway);
        await phone.TakeAlong();
        await Expect(phone.Page.Locator(".forecast")).ToContainTextAsync("家机构待督导，本季剩");
        await Expect(phone.Page.Locator(".task").Filter(new() { HasText = "德清壬寅科技培训有限公司" })).ToContainTextAsync("待督导 1 次");
        await phone.SetOffline(true);
        await phone.Begin(institution);
        await phone.Step("检查表");
        await Expect(phone.Page.Locator(".line")).ToHaveCountAsync(26); // of 27: the last but one is a step of its own, the remarks on open issues
        await Expect(phone.Page.Locator("#item-27")).ToContainTextAsync("工作亮点");
        await Expect(phone.Page.Locator("#item-26")).ToHaveCountAsync(0);
        await Expect(phone.Page.Locator("#item-3")).ToContainTextAsync("无违规开展学科类培训");
        await Expect(phone.Page.Locator("#item-3")).ToContainTextAsync("禁止性");
        await Expect(phone.Page.Locator("#item-6")).ToContainTextAsync("线下不晚于20:30");
        await phone.Conform(to: 5);
        await phone.Page.Locator("#item-6 .option").Filter(new() { HasText = "不符合" }).ClickAsync();
        await phone.Page.Locator("#item-6 .option").Filter(new() { HasText = "下发整改通知书" }).ClickAsync();
        await phone.Conform(from: 7);
        await phone.Step("问题");
        await phone.Button("更换类别").ClickAsync();
        await phone.Page.GetByRole(AriaRole.Searchbox).FillAsync("");
        (await phone.Page.Locator(".pick").AllInnerTextsAsync())
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(text => text.Contains("T-", StringComparison.Ordinal), "what is a school's is not an institution's");
        await phone.Page.Locator(".pick").Filter(new() { HasText = "T-TIM-01" }).ClickAsync();
        await phone.Page.GetByLabel("问题描述").FillAsync("三楼教室 20:50 仍在上课");
        await phone.HandIn();
        await phone.SetOffline(false);

        await Expect(phone.OutboxItems).ToContainTextAsync("已送达");
        await Expect(phone.OutboxItems).ToContainTextAsync("计入 2026年第1季度");
        var content = (await Visits(institution)).Should().ContainSingle().Which["data"]!["visit"]!["content"]!;
        content["checklist"]!["id"]!.GetValue<string>().Should().Be("institution-1");
        content["findings"]!.AsArray().Should().ContainSingle().Which!["category"]!.GetValue<string>().Should().Be("T-TIM-01");
        phone.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Phone_InEnglish_IsEnglishOnEveryPageAndTurnsChineseWhenAsked()
    {
        await using var phone = await Phone.Open(browser, office.Gateway, user: null, look: Look.Phone with { English = true });
        await phone.GoTo();
        await Check(phone);
        await phone.Page.GetByLabel("User name").FillAsync(FieldOffice.Inspector);
        await phone.Page.GetByLabel("Password").FillAsync(Hosting.Browser.Password);
        await phone.Button("Sign in").ClickAsync();
        await Expect(phone.Page.Locator(".task").First).ToBeVisibleAsync();
        await Expect(phone.Page.Locator(".forecast")).ToContainTextAsync("schools to visit");
        await Check(phone);
        await phone.GoTo("unit/school/2133901818");
        await phone.Page.Locator("summary").First.ClickAsync(); // why this status
        await Check(phone);
        await phone.Button("Start").ClickAsync();
        await Expect(phone.Page.Locator(".sections")).ToBeVisibleAsync();
        await Check(phone);
        await phone.Step("Checklist");
        await phone.Page.Locator("#item-4 .option").Filter(new() { HasText = "Does not" }).ClickAsync();
        await Check(phone);
        await phone.Step("Remarks");
        await Check(phone);
        await phone.Step("Findings");
        await phone.Button("Add a finding").ClickAsync();
        await Check(phone);
        await phone.Step("Hand in");
        await Check(phone);
        await phone.GoTo("outbox");
        await Check(phone);
        await phone.GoTo("me");
        await Check(phone);
        await phone.Button("中文").ClickAsync();
        await Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Name = "我的" })).ToBeVisibleAsync();
        phone.Faults.Should().BeEmpty();
    }

    /// <summary>Nothing of the page itself is Chinese: only names, of people and places, and what English has no word for.</summary>
    private static async Task Check(Phone phone)
    {
        await phone.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await phone.HasNoSeriousBarrier();
        (await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"))
            .Should()
            .BeLessThanOrEqualTo(390, "at {0}", phone.Page.Url);
        (await phone.Page.EvaluateAsync<string>("document.documentElement.lang")).Should().Be("en");
        (await phone.Page.TitleAsync()).Should().NotMatchRegex(@"\p{IsCJKUnifiedIdeographs}");
        var said = (
            await phone.Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('body *')].filter(one => one.getClientRects().length > 0 && one.lang !== 'zh-CN').flatMap(one =>
                  [...one.childNodes].filter(node => node.nodeType === 3).map(node => node.textContent).concat(one.getAttribute('aria-label') ?? '', one.getAttribute('placeholder') ?? '', one.title))
                """
            )
        ).Select(text => text.Trim());
        said.Where(text => Chinese().IsMatch(Names().Replace(text, ""))).Distinct().Should().BeEmpty("at {0}", phone.Page.Url);
    }

    private async Task<List<JsonNode>> Visits(string unit) =>
        [
            .. (await office.Api.History(unit))
                .Where(entry => entry!["kind"]!.GetValue<string>() is "visit-accepted" or "visit-flagged" or "visit-held")
                .Select(entry => entry!),
        ];

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    /// <summary>Schools, companies, towns, inspectors' certificates and accounts, and 四不两直.</summary>
    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\d]*(小学|中学|学校|有限公司|街道|镇|乡)|督学-\d+-\d+|德清县责任督学\d+（演示）|四不两直")]
    private static partial Regex Names();
}
