using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Journal.Tests;

public abstract class EvidenceTests(StoreUnderTest kind) : JournalSuite(kind)
{
    private IEvidenceStore Evidence => Under.Services.GetRequiredService<IEvidenceStore>();

    [Fact]
    public async Task Put_IsReadBack_AlsoAfterARestart()
    {
        var content = Bytes(300_000);
        var meta = Meta(content) with { FileName = "消防通道.jpg" };

        (await Evidence.Put(meta, content)).Should().BeTrue();
        await Under.Reopen();

        (await Evidence.Find(School, meta.Hash)).Should().Be(meta);
        (await Evidence.Read(School, meta.Hash))!.Value.ToArray().Should().Equal(content);
    }

    [Fact]
    public async Task Put_TheSameContentAgain_IsFalse_AndTheFirstMetaStands()
    {
        var content = Bytes(10);
        var first = Meta(content);

        (await Evidence.Put(first, content)).Should().BeTrue();
        (await Evidence.Put(first with { UploadedBy = "wang", MediaType = "image/png" }, content)).Should().BeFalse();
        (await Evidence.Put(first with { Stream = "school/2" }, content)).Should().BeTrue();

        (await Evidence.Find(School, first.Hash)).Should().Be(first);
    }

    [Fact]
    public async Task Put_TheSameContentInParallel_IsTrueOnce()
    {
        var content = Bytes(100_000);

        var kept = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Evidence.Put(Meta(content) with { UploadedBy = $"user {i}" }, content))
        );

        kept.Should().ContainSingle(first => first);
        (await Evidence.Find(School, Meta(content).Hash))!.UploadedBy.Should().Be($"user {Array.IndexOf(kept, true)}");
    }

    [Fact]
    public async Task Put_UpTo20MiB_IsKept_AndNotAByteMore()
    {
        var largest = Bytes(20 * 1024 * 1024);
        (await Evidence.Put(Meta(largest), largest)).Should().BeTrue();
        (await Evidence.Read(School, Meta(largest).Hash))!.Value.Span.SequenceEqual(largest).Should().BeTrue();

        var larger = Bytes(largest.Length + 1);
        await Evidence.Awaiting(store => store.Put(Meta(larger), larger)).Should().ThrowAsync<JournalRejectedException>();
        (await Evidence.Find(School, Meta(larger).Hash)).Should().BeNull();
    }

    [Fact]
    public async Task Put_HashOrSizeOfOtherContent_IsTheCallersBug()
    {
        var content = Bytes(10);
        await Evidence.Awaiting(store => store.Put(Meta(Bytes(11)) with { Size = 10 }, content)).Should().ThrowAsync<ArgumentException>();
        await Evidence.Awaiting(store => store.Put(Meta(content) with { Size = 11 }, content)).Should().ThrowAsync<ArgumentException>();
        await Evidence
            .Awaiting(store => store.Put(Meta(content) with { Hash = Meta(content).Hash.ToUpperInvariant() }, content))
            .Should()
            .ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task Missing_AreThoseTheStreamDoesNotHave()
    {
        byte[][] contents = [Bytes(1), Bytes(2), []];
        foreach (var content in contents)
            (await Evidence.Put(Meta(content), content)).Should().BeTrue();
        var unknown = Meta(Bytes(4)).Hash;

        (await Evidence.Missing(School, [Meta(contents[0]).Hash, unknown, Meta(contents[2]).Hash, unknown])).Should().Equal(unknown);
        (await Evidence.Missing("school/2", [Meta(contents[0]).Hash])).Should().Equal(Meta(contents[0]).Hash);
        (await Evidence.Missing(School, [])).Should().BeEmpty();
        (await Evidence.Find("school/2", Meta(contents[0]).Hash)).Should().BeNull();
        (await Evidence.Read(School, unknown)).Should().BeNull();
        (await Evidence.Read(School, Meta([]).Hash))!.Value.Length.Should().Be(0);
    }

    [Fact]
    public async Task Put_AmongAppends_NeitherFails()
    {
        var files = Enumerable.Range(1, 20).Select(async i => await Evidence.Put(Meta(Bytes(i * 1000)), Bytes(i * 1000))).ToList();
        var appends = Enumerable.Range(1, 100).Select(i => Commit($"school/{i}")).ToList();

        await Task.WhenAll(appends);
        (await Task.WhenAll(files)).Should().AllBeEquivalentTo(true);
    }

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    private static StoredEvidence Meta(byte[] content) =>
        new(
            School,
            Convert.ToHexStringLower(SHA256.HashData(content)),
            "330106",
            "image/jpeg",
            content.Length,
            null,
            "li",
            Some.Noon.AddMilliseconds(3)
        );

    public sealed class OnSqlite() : EvidenceTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : EvidenceTests(StoreUnderTest.Postgres);
}
