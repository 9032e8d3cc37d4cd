using System.Net;
using System.Net.Sockets;

namespace Supervision.Rules.Channels;

/// <summary>Which addresses a channel may have, so that a county's settings can't turn the server against its own network.</summary>
public static class ChannelAddresses
{
    private static readonly (ChannelKind Kind, string[] Hosts, string Path, string Example)[] Robots =
    [
        (ChannelKind.WeCom, ["qyapi.weixin.qq.com"], "/cgi-bin/webhook/send", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…"),
        (ChannelKind.DingTalk, ["oapi.dingtalk.com"], "/robot/send", "https://oapi.dingtalk.com/robot/send?access_token=…"),
        (
            ChannelKind.Feishu,
            ["open.feishu.cn", "open.larksuite.com"],
            "/open-apis/bot/v2/hook/",
            "https://open.feishu.cn/open-apis/bot/v2/hook/…"
        ),
    ];

    /// <summary>Null when the address is acceptable. Where a name leads is looked at when it is called.</summary>
    /// <param name="bases">Addresses of private deployments the operator allows for robots, compared by scheme, host and port.</param>
    public static Refusal? Problem(ChannelKind kind, string address, IReadOnlyCollection<Uri> bases, bool allowPrivate)
    {
        if (
            address.Length > 500
            || !Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("https" or "http")
            || uri.UserInfo.Length > 0
        )
            return Wrong("不是有效的网址", "not an address of the web", Example(kind));
        if (Robots.FirstOrDefault(robot => robot.Kind == kind) is { Hosts: { } hosts, Path: var path })
        {
            if (!IsBase(uri, bases) && !(uri is { Scheme: "https", IsDefaultPort: true } && hosts.Contains(uri.Host)))
                return Wrong("不是该机器人的官方地址", "not the documented address of this robot", Example(kind));
            var complete =
                uri.AbsolutePath.StartsWith(path, StringComparison.Ordinal)
                && (kind == ChannelKind.Feishu ? uri.AbsolutePath.Length > path.Length : uri.Query.Length > 5);
            return complete
                ? null
                : Wrong(
                    "地址不完整，请复制机器人的整个 Webhook 地址",
                    "the address is incomplete; copy the robot's whole webhook address",
                    Example(kind)
                );
        }

        if (allowPrivate)
            return null;
        if (uri.Scheme != "https")
            return Wrong("只能使用 https", "https only", Example(kind));
        var isPrivate = uri.IsLoopback || (IPAddress.TryParse(uri.DnsSafeHost, out var literal) && !IsPublic(literal));
        return isPrivate
            ? Wrong(
                "不能指向本机或内网地址；需要时由系统管理员在服务器上放开",
                "loopback and private addresses are refused unless the operator allows them",
                Example(kind)
            )
            : null;
    }

    public static bool IsBase(Uri uri, IReadOnlyCollection<Uri> bases) =>
        bases.Any(allowed =>
            Uri.Compare(uri, allowed, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
        );

    /// <summary>What may be shown: where it leads, and the last four characters of what is secret.</summary>
    public static string Mask(string address)
    {
        var uri = new Uri(address);
        var start = uri.GetLeftPart(UriPartial.Authority);
        var rest = uri.PathAndQuery;
        var secret = rest.LastIndexOfAny(['=', '/']) + 1;
        return $"{start}{rest[..secret]}••••{(rest.Length - secret > 12 ? rest[^4..] : "")}";
    }

    /// <summary>False for loopback, private, link-local, shared, reserved and multicast addresses, also when written as IPv6.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return IsPublic(bytes);
        if (
            IPAddress.IsLoopback(address)
            || address.Equals(IPAddress.IPv6Any)
            || address.IsIPv6LinkLocal
            || address.IsIPv6SiteLocal
            || address.IsIPv6Multicast
            || address.IsIPv6UniqueLocal
        )
            return false;
        // 64:ff9b::/96 and 2002::/16 carry an IPv4 address inside.
        if (bytes is [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, ..])
            return IsPublic(bytes.AsSpan(12));
        return bytes is not [0x20, 0x02, ..] || IsPublic(bytes.AsSpan(2, 4));
    }

    private static bool IsPublic(ReadOnlySpan<byte> ip) =>
        ip switch
        {
            [0 or 10 or 127, ..] or [169, 254, ..] or [192, 168, ..] or [192, 0, 0, _] or [198, 18 or 19, ..] => false,
            [172, >= 16 and <= 31, ..] or [100, >= 64 and <= 127, ..] => false,
            [>= 224, ..] => false,
            _ => true,
        };

    private static string Example(ChannelKind kind) => Robots.FirstOrDefault(robot => robot.Kind == kind).Example ?? "https://…";

    private static Refusal Wrong(string zh, string en, string accepted) =>
        new(RefusalCode.ChannelAddressRefused, "address", new(zh, en), new(accepted, accepted));
}
