using Microsoft.Data.Sqlite;
using Supervision.Contracts;
using Supervision.Gateway.Tests.Hosting;
using static Supervision.Gateway.Tests.Channels.ChannelCommands;

namespace Supervision.Gateway.Tests.Channels;

/// <summary>Settings go in and secrets never come out; nothing here is sent anywhere.</summary>
public abstract class ChannelsApiTests(StoreUnderTest store, Springs springs)
{
    private const string County = "330502";
    private const string WeCom = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7aaa-4bc4-97a0-0ec2sifa5aaa";
    private const string Secret = "a secret nobody is shown";

    [Fact]
    public async Task Put_KeepsSecrets_AndShowsNone()
    {
        var spring = await springs.On(store);
        var key = Guid.CreateVersion7();
        var body = Robot("Webhook", "https://hooks.example.com/in/token-of-ours-1234", Secret, enabled: false);

        var first = await spring.County.Put(County, "kept", body, key);
        (await spring.County.Put(County, "kept", body, key)).Body.Should().Be(first.Body, "the same key gives the same answer");
        (await spring.County.Put(County, "kept", Robot("Webhook", null, enabled: true), key)).ShouldRefuse(
            422,
            "idempotency-key-reused",
            "Idempotency-Key"
        );
        first
            .As<Rules.Units.Commands.Reply>()
            .Should()
            .Match<Rules.Units.Commands.Reply>(reply => reply.Subject == "channel/kept" && reply.Version == 1 && reply.Changed);
        (await spring.County.Put(County, "kept", body))
            .As<Rules.Units.Commands.Reply>()
            .Changed.Should()
            .BeFalse("nothing new was asked for");

        var list = await spring.County.Get($"/api/v1/counties/{County}/channels");
        list.Body.Should().NotContainAny(Secret, "token-of-ours").And.Contain("https://hooks.example.com/in/••••1234");
        (await spring.County.Channel(County, "kept"))
            .Should()
            .Match<ChannelView>(view => view.HasSecret && view.Health.State == ChannelState.Off);
        (await spring.County.Put(County, "kept", Robot("Webhook", null, enabled: false, alerts: [])))
            .As<Rules.Units.Commands.Reply>()
            .Version.Should()
            .Be(2, "what is left out stays");
        (await spring.County.Channel(County, "kept")).HasSecret.Should().BeTrue();
        if (store == StoreUnderTest.Sqlite)
            Anywhere(spring.Gateway.Folder, Secret).Should().BeFalse("not a byte of it lies in the store");

        (await spring.County.Channel(HttpMethod.Delete, ChannelCommands.Path(County, "kept"))).Status.Should().Be(200);
        (await spring.County.Test(County, "kept")).ShouldRefuse(404, "channel-unknown", "channel");
    }

    [Fact]
    public async Task Channels_AreForTheCountysOfficeAndDirector()
    {
        var spring = await springs.On(store);
        var path = $"/api/v1/counties/{County}/channels";
        using var neighbour = await Person.ByToken(spring.Gateway, "county-330521");
        using var director = await Person.ByToken(spring.Gateway, "director-330521");

        (await director.Get("/api/v1/counties/330521/channels")).Status.Should().Be(200);
        (await neighbour.Get(path)).ShouldRefuse(403, "out-of-scope");
        (await neighbour.Put(County, "a", Robot("WeCom", WeCom))).ShouldRefuse(403, "out-of-scope");
        (await spring.City.Get(path)).ShouldRefuse(403, "role-not-allowed");
        (await spring.Inspecting.Put(County, "a", Robot("WeCom", WeCom))).ShouldRefuse(403, "role-not-allowed");
        (await spring.Inspecting.Get(path + "/a/deliveries")).ShouldRefuse(403, "role-not-allowed");
        (await spring.Admin.Channel(HttpMethod.Delete, path + "/a")).ShouldRefuse(403, "role-not-allowed");
        (await spring.County.Get("/api/v1/counties/abc/channels")).ShouldRefuse(404, "county-unknown", "code");
    }

    [Fact]
    public async Task WhatCannotBeKept_IsRefusedByName()
    {
        var spring = await springs.On(store);

        (await spring.County.Put(County, "a", Robot("WeCom", "https://example.com/cgi-bin/webhook/send?key=1234567"))).ShouldRefuse(
            422,
            "channel-address-refused",
            "address"
        );
        (await spring.County.Put(County, "a", Robot("Webhook", "https://127.0.0.1/in", Secret))).ShouldRefuse(
            422,
            "channel-address-refused",
            "address"
        );
        (await spring.County.Put(County, "a", Robot("WeCom", WeCom, alerts: ["no-such"]))).ShouldRefuse(422, "field-invalid", "alerts");
        (await spring.County.Put(County, "a", Robot("WeCom", WeCom, over: 3))).ShouldRefuse(409, "channel-superseded", "over");
        (await spring.County.Put(County, "A", Robot("WeCom", WeCom))).ShouldRefuse(422, "field-invalid", "channel");
        (await spring.County.Resend(County, "none", 1)).ShouldRefuse(404, "channel-unknown", "channel");
        (await spring.County.Get(ChannelCommands.Path(County, "a") + "/deliveries?state=Lost")).ShouldRefuse(422, "field-invalid", "state");
    }

    [Fact]
    public async Task ANameThatLeadsInside_IsNotCalled()
    {
        var spring = await springs.On(store);
        (
            await spring.County.Put(
                County,
                "mail-inside",
                new
                {
                    kind = "Mail",
                    name = "邮箱",
                    enabled = false,
                    mail = new
                    {
                        host = "localhost",
                        port = 25,
                        security = "StartTls",
                        from = "a@example.gov.cn",
                        to = (string[])["b@example.gov.cn"],
                    },
                }
            )
        ).Status.Should().Be(200);

        var test = (await spring.County.Test(County, "mail-inside")).As<Rules.Channels.ChannelTest>();

        test.Delivered.Should().BeFalse();
        test.Answer.Should().Contain("loopback or private");
    }

    private static bool Anywhere(string folder, string text)
    {
        SqliteConnection.ClearAllPools();
        var wanted = System.Text.Encoding.UTF8.GetBytes(text);
        foreach (var file in Directory.EnumerateFiles(folder, "supervision.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            if (bytes.AsSpan().IndexOf(wanted) >= 0)
                return true;
        }

        return false;
    }

    public sealed class OnSqlite(Springs springs) : ChannelsApiTests(StoreUnderTest.Sqlite, springs);

    public sealed class OnPostgres(Springs springs) : ChannelsApiTests(StoreUnderTest.Postgres, springs);
}
