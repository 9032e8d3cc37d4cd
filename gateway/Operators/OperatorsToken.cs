using System.Security.Cryptography;
using System.Text;

namespace Supervision.Gateway.Operators;

/// <summary>
/// What opens the operators' port: derived from the installation's secret, so that it is the same on every gateway, needs no
/// account, and works while the accounts' database does not. <c>--operators-token</c> prints it.
/// </summary>
public sealed class OperatorsToken(ClusterSecret secret)
{
    public const string Switch = "--operators-token";

    private readonly byte[] _token = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(secret.Derive("operators' port")));

    public string Text => Encoding.ASCII.GetString(_token);

    /// <summary>As a bearer token, for what scrapes metrics; or as the password of any name, for what a browser asks a person.</summary>
    public bool IsIn(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return Is(Encoding.UTF8.GetBytes(header["Bearer ".Length..].Trim()));
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return false;
        var pair = new byte[header.Length];
        if (!Convert.TryFromBase64String(header["Basic ".Length..].Trim(), pair, out var length))
            return false;
        var colon = pair.AsSpan(0, length).IndexOf((byte)':');
        return colon >= 0 && Is(pair.AsSpan(colon + 1, length - colon - 1));
    }

    private bool Is(ReadOnlySpan<byte> given) => CryptographicOperations.FixedTimeEquals(given, _token);
}
