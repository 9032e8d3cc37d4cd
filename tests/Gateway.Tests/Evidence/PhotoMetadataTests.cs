using System.Buffers.Binary;
using System.Text;

namespace Supervision.Gateway.Tests.Evidence;

/// <summary>What a camera writes beside a picture is not kept. The files are put together here part by part.</summary>
public sealed class PhotoMetadataTests
{
    private const string Secret = "N30.5449 E119.9776 HUAWEI";

    [Fact]
    public void Jpeg_LosesPlaceRemarksAndWhatFollowsItsEnd_KeepsProfileAndWhichWayUpItIs()
    {
        byte[] scan = [0xFF, 0xDA, 0, 2, 1, 2, 0xFF, 0x00, 3, 0xFF, 0xD0, 4, 0xFF, 0xD9];
        var profile = Segment(0xE2, "ICC_PROFILE\0profile");
        byte[] photo =
        [
            0xFF,
            0xD8,
            .. Segment(0xE1, Exif(orientation: 6)),
            .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0" + Secret),
            .. profile,
            .. Segment(0xED, Secret),
            .. Segment(0xFE, Secret),
            .. scan,
            .. Text(Secret),
        ];

        var kept = PhotoMetadata.Remove(photo, "image/jpeg");

        Has(kept).Should().BeFalse();
        kept.Should().EndWith([.. profile, .. scan]);
        kept[2..][..4].Should().Equal(0xFF, 0xE1, 0, 34);
        kept[31].Should().Be(6, "the picture is still the right way up");
        PhotoMetadata.Remove(kept, "image/jpeg")[31].Should().Be(6);
        PhotoMetadata.Remove(kept, "image/jpeg").Should().Equal(kept, "what was cleaned stays the same file");
    }

    [Fact]
    public void Png_LosesTextTimeAndExif()
    {
        byte[] photo =
        [
            0x89,
            .. "PNG\r\n"u8,
            0x1A,
            0x0A,
            .. Chunk("IHDR", "size"),
            .. Chunk("eXIf", Secret),
            .. Chunk("tEXt", Secret),
            .. Chunk("iTXt", Secret),
            .. Chunk("tIME", "now"),
            .. Chunk("IDAT", "picture"),
            .. Chunk("IEND", ""),
            .. Text(Secret),
        ];
        PhotoMetadata
            .Remove(photo, "image/png")
            .Should()
            .Equal([.. photo[..8], .. Chunk("IHDR", "size"), .. Chunk("IDAT", "picture"), .. Chunk("IEND", "")]);
    }

    [Fact]
    public void Webp_LosesExifAndXmp_AndSaysSo()
    {
        byte[] parts =
        [
            .. Riff("VP8X", [0x2C, 0, 0, 0, 1, 0, 0, 1, 0, 0]),
            .. Riff("VP8 ", [1, 2, 3]),
            .. Riff("EXIF", Text(Secret)),
            .. Riff("XMP ", Text(Secret)),
        ];
        var kept = PhotoMetadata.Remove(Webp(parts), "image/webp");
        kept.Should().Equal(Webp([.. Riff("VP8X", [0x20, 0, 0, 0, 1, 0, 0, 1, 0, 0]), .. Riff("VP8 ", [1, 2, 3])]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Heic_HasItsRemarksOverwrittenWhereTheyStand(int version)
    {
        var secret = Text(Secret);
        var picture = Text("the picture itself");
        byte[] Places(uint exif, uint image) =>
            version == 0
                ? Box(
                    "iloc",
                    [
                        0,
                        0,
                        0,
                        0,
                        0x44,
                        0x00,
                        0,
                        2,
                        0,
                        1,
                        0,
                        0,
                        0,
                        1,
                        .. Four(image),
                        .. Four((uint)picture.Length),
                        0,
                        2,
                        0,
                        0,
                        0,
                        1,
                        .. Four(exif),
                        .. Four((uint)secret.Length),
                    ]
                )
                : Box(
                    "iloc",
                    [
                        1,
                        0,
                        0,
                        0,
                        0x44,
                        0x00,
                        0,
                        2,
                        0,
                        1,
                        0,
                        0,
                        0,
                        0,
                        0,
                        1,
                        .. Four(image),
                        .. Four((uint)picture.Length),
                        0,
                        2,
                        0,
                        0,
                        0,
                        0,
                        0,
                        1,
                        .. Four(exif),
                        .. Four((uint)secret.Length),
                    ]
                );
        byte[] Item(byte id, string type) => Box("infe", [2, 0, 0, 0, 0, id, 0, 0, .. Text(type), 0]);
        byte[] Meta(uint exif, uint image) =>
            Box("meta", [0, 0, 0, 0, .. Box("iinf", [0, 0, 0, 0, 0, 2, .. Item(1, "hvc1"), .. Item(2, "Exif")]), .. Places(exif, image)]);
        var first = Box("ftyp", Text("heic\0\0\0\0mif1heic"));
        var at = (uint)(first.Length + Meta(0, 0).Length + 8);
        byte[] photo = [.. first, .. Meta(at + (uint)picture.Length, at), .. Box("mdat", [.. picture, .. secret])];

        var kept = PhotoMetadata.Remove(photo, "image/heic");

        kept.Should().HaveSameCount(photo);
        Has(kept).Should().BeFalse();
        kept[(int)at..][..picture.Length].Should().Equal(picture);
        kept[..(int)at].Should().Equal(photo[..(int)at]);
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    [InlineData("image/heic")]
    public void AnyPhotograph_CutShortOrWithLengthsThatLeadAstray_StaysAsItIs(string type)
    {
        var random = new Random(20_260_402);
        byte[] whole = [0xFF, 0xD8, .. Segment(0xE1, Exif(orientation: 3)), 0xFF, 0xDA, 0, 2, 1, 2, 3];
        for (var i = 0; i < 2_000; i++)
        {
            var photo = whole[..random.Next(2, whole.Length)];
            if (type != "image/jpeg")
                random.NextBytes(photo = new byte[random.Next(16, 200)]);
            if (type == "image/heic")
                "meta"u8.CopyTo(photo.AsSpan(4));
            PhotoMetadata.Remove(photo, type).Should().NotBeNull();
            if (type == "image/jpeg")
                PhotoMetadata.Remove(photo, type).Should().BeSameAs(photo);
        }
    }

    private static bool Has(byte[] content) => content.AsSpan().IndexOf(Text("HUAWEI")) >= 0;

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Four(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Segment(byte marker, string said) => [0xFF, marker, .. Four((uint)said.Length + 2)[2..], .. Text(said)];

    private static string Exif(byte orientation) =>
        "Exif\0\0II*\0\u0008\0\0\0\u0002\0"
        + "\u000F\u0001\u0002\0\u0006\0\0\0\u0026\0\0\0"
        + $"\u0012\u0001\u0003\0\u0001\0\0\0{(char)orientation}\0\0\0"
        + "\0\0\0\0"
        + Secret;

    private static byte[] Chunk(string name, string said) => [.. Four((uint)said.Length), .. Text(name), .. Text(said), 1, 2, 3, 4];

    private static byte[] Box(string name, byte[] content) => [.. Four((uint)content.Length + 8), .. Text(name), .. content];

    private static byte[] Riff(string name, byte[] content) =>
        [.. Text(name), .. Four((uint)content.Length).Reverse(), .. content, .. new byte[content.Length & 1]];

    private static byte[] Webp(byte[] parts) => [.. "RIFF"u8, .. Four((uint)parts.Length + 4).Reverse(), .. "WEBP"u8, .. parts];
}
