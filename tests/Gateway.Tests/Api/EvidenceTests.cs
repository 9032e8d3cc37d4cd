using System.IO.Compression;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Supervision.Contracts;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Api;

/// <summary>Files of a unit: what is taken, who reads them, and commands that name them.</summary>
public sealed class EvidenceTests(Springs springs)
{
    private const string Unit = "school/2133901771";
    private const string Files = $"/api/v1/units/{Unit}/evidence";

    [Fact]
    public async Task Photograph_SentTwice_KeptOnceAndRead()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var (photo, hash) = Photo();

        var request = new HttpRequestMessage(HttpMethod.Post, $"{Files}?hash={hash}") { Content = new ByteArrayContent(photo) };
        request.Content.Headers.ContentType = new("image/jpeg");
        request.Headers.Add("X-File-Name", Uri.EscapeDataString("C:\\照片\\作业公示栏.jpg"));
        var first = await spring.Inspecting.Send(request);
        (first.Status, first.Headers.Location?.ToString()).Should().Be((201, $"{Files}/{hash}"), first.Body);
        var again = await spring.County.Raw(Files, photo, null, "application/octet-stream");
        (again.Status, again.Body).Should().Be((200, first.Body), "the same content gives the same answer");
        again.As<EvidenceApi.StoredView>().Should().Be(new EvidenceApi.StoredView(hash, photo.Length, "image/jpeg"));
        (await spring.County.Get<EvidenceApi.FileView>($"{Files}/{hash}/meta"))
            .Should()
            .BeEquivalentTo(new { FileName = "作业公示栏.jpg", UploadedBy = "inspector-330502-01" });

        using var http = new HttpClient { BaseAddress = spring.Gateway.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", spring.Inspecting.Token);
        using var file = await http.GetAsync($"{Files}/{hash}");
        (await file.Content.ReadAsByteArrayAsync()).Should().Equal(photo);
        (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileNameStar)
            .Should()
            .Be(("attachment", "作业公示栏.jpg"));
        (file.Headers.CacheControl!.Private, file.Headers.GetValues("X-Content-Type-Options").Single()).Should().Be((true, "nosniff"));
        http.DefaultRequestHeaders.IfNoneMatch.Add(file.Headers.ETag!);
        ((int)(await http.GetAsync($"{Files}/{hash}")).StatusCode).Should().Be(304);
    }

    [Fact]
    public async Task Upload_NotWhatIsTaken_Refused()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var (photo, hash) = Photo();
        (await spring.Inspecting.Raw(Files, photo, null, "video/mp4")).ShouldRefuse(415, "evidence-type-invalid", "Content-Type");
        (await spring.Inspecting.Raw(Files, photo, null, "application/pdf")).ShouldRefuse(415, "evidence-type-invalid", "Content-Type");
        (await spring.Inspecting.Raw(Files, "MZ it runs"u8.ToArray(), null, "image/png")).ShouldRefuse(
            415,
            "evidence-type-invalid",
            "Content-Type"
        );
        (await spring.Inspecting.Raw(Files, [], null, "image/png")).ShouldRefuse(415, "evidence-type-invalid", "Content-Type");
        (await spring.Inspecting.Raw($"{Files}?hash={hash}", [.. photo, 0], null, "image/jpeg")).ShouldRefuse(
            422,
            "evidence-hash-mismatch",
            "hash"
        );
        (await spring.Inspecting.Raw($"{Files}?hash=abc", photo, null, "image/jpeg")).ShouldRefuse(422, "field-invalid", "hash");
        (await spring.Inspecting.Raw(Files, [.. photo, .. new byte[10 * 1024 * 1024]], null, "application/octet-stream")).ShouldRefuse(
            413,
            "evidence-too-large"
        );
        (await spring.Inspecting.Get($"{Files}/{new string('0', 64)}")).ShouldRefuse(404, "evidence-not-found", "hash");
        (await spring.Inspecting.Get($"{Files}/x/meta")).ShouldRefuse(404, "evidence-not-found", "hash");
    }

    [Fact]
    public async Task Evidence_OutOfScope_Forbidden()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var (photo, hash) = Photo();
        using var other = await Person.ByToken(spring.Gateway, "county-330521");
        (await other.Raw(Files, photo, null, "image/jpeg")).ShouldRefuse(403, "out-of-scope");
        (await other.Get($"{Files}/{hash}")).ShouldRefuse(403, "out-of-scope");
        (await spring.City.Raw(Files, photo, null, "image/jpeg")).ShouldRefuse(403, "role-not-allowed");
        (await spring.Inspecting.Raw("/api/v1/units/school/none/evidence", photo, null, "image/jpeg")).ShouldRefuse(404, "unit-unknown");
    }

    [Fact]
    public async Task Command_NamingAFileNobodySent_RefusedUntilItIsThere()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var cluster = spring.Gateway.Services.GetRequiredService<IClusterClient>();
        var (photo, hash) = Photo();
        var command = new OpenIssue(IssueOrigin.Platform, "S-HW-03", Severity.General, "作业量过大", IssueTags.None, null, [hash], "线索");

        using var system = Acting.AsSystem();
        var refusal = await EvidenceCheck.Objection(cluster, Unit, command);
        (refusal!.Code, refusal.Field).Should().Be((RefusalCode.EvidenceUnknown, "evidence"));
        refusal.Message.Zh.Should().Contain(hash);
        (await EvidenceCheck.Objection(cluster, Unit, command, new("x", ActorRole.CountyOffice, "330521", null)))
            .Should()
            .BeNull("a stranger is told by the unit that it is not his");
        (await EvidenceCheck.Objection(cluster, "school/none", command)).Should().BeNull();
        (await spring.Inspecting.Raw(Files, photo, null, "image/jpeg")).Status.Should().Be(201);
        (await EvidenceCheck.Objection(cluster, Unit, command)).Should().BeNull();
    }

    [Fact]
    public void Command_Visit_NamesEveryHashWithItsMember()
    {
        var content = new VisitContent(
            VisitSlot.Morning,
            [],
            false,
            null,
            null,
            new("x", [new(1, ItemAnswer.Conforms, null, null, null, ["c"])]),
            [],
            [new("S-HW-03", Severity.None, "x", IssueTags.None, null, ["f"])],
            ["e"],
            null,
            null,
            null
        );
        EvidenceCheck
            .Named(new RecordVisit(new(Guid.Empty, "x", VisitKind.Regular, default, default, [], null, content)))
            .Should()
            .Equal(("evidence", "e"), ("findings", "f"), ("checklist", "c"));
        EvidenceCheck
            .Named(new ServeMeasure(1, [new(DocumentKind.Other, "x"), new(DocumentKind.Other, "y", "h")]))
            .Should()
            .Equal(("attachments", "h"));
        EvidenceCheck.Named(new RecordVisit(new(Guid.Empty, "x", VisitKind.Regular, default, default, [], null))).Should().BeEmpty();
    }

    [Fact]
    public void UnitUser_ReadsItsOwnUploadsOnly()
    {
        var file = new EvidenceFile(Unit, "h", "330502", "image/png", 1, null, "school-1", default);
        EvidenceApi.MayRead(new("school-1", ActorRole.UnitUser, "330502", null, Unit), file).Should().BeTrue();
        EvidenceApi.MayRead(new("school-2", ActorRole.UnitUser, "330502", null, Unit), file).Should().BeFalse();
        EvidenceApi.MayRead(new("school-1", ActorRole.UnitUser, "330502", null, "school/2"), file).Should().BeFalse();
        EvidenceApi.MayRead(new("office", ActorRole.CountyOffice, "330502", null), file).Should().BeTrue();
    }

    [Theory]
    [InlineData("word/document.xml", "", ".docx")]
    [InlineData("xl/workbook.xml", "", ".xlsx")]
    [InlineData("word/document.xml", "word/vbaProject.bin", null)]
    [InlineData("readme.txt", "", null)]
    public void Archive_IsWhatItHolds(string part, string other, string? extension)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in new[] { "[Content_Types].xml", part, other }.Where(name => name.Length > 0))
                zip.CreateEntry(name);
        EvidenceType.Of(stream.ToArray())?.Extension.Should().Be(extension);
        (EvidenceType.Of(stream.ToArray()) is null).Should().Be(extension is null);
    }

    [Theory]
    [InlineData("heic", "mif1", ".heic")]
    [InlineData("mif1", "heic", ".heic")]
    [InlineData("mif1", "avif", null)]
    [InlineData("isom", "mp42", null)]
    public void Box_ABrandOfPictures_IsHeic(string brand, string compatible, string? extension)
    {
        byte[] content =
        [
            0,
            0,
            0,
            20,
            .. "ftyp"u8,
            .. System.Text.Encoding.ASCII.GetBytes(brand),
            0,
            0,
            0,
            0,
            .. System.Text.Encoding.ASCII.GetBytes(compatible),
            .. new byte[40],
        ];
        (EvidenceType.Of(content)?.Extension).Should().Be(extension);
    }

    [Theory]
    [InlineData("a%2Fb%5C..%5C%E5%9B%BE.png", "图.png")]
    [InlineData("%00%0A", null)]
    [InlineData("", null)]
    public void FileName_Encoded_IsItsLastPart(string encoded, string? name) => EvidenceUpload.CleanName(encoded).Should().Be(name);

    private static (byte[] Content, string Hash) Photo()
    {
        byte[] content = [0xFF, 0xD8, 0xFF, 0xE0, .. RandomNumberGenerator.GetBytes(500)];
        return (content, Convert.ToHexStringLower(SHA256.HashData(content)));
    }
}
