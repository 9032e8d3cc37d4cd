using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Supervision.Rules.Units.Visits;

/// <summary>A code as the screen at the gate shows it.</summary>
/// <param name="Code">Eight digits.</param>
/// <param name="From">Shown from this instant.</param>
/// <param name="Until">Exclusive; then the next one is shown.</param>
/// <param name="StepSeconds">presence.gateCodeStepS.</param>
[GenerateSerializer, Immutable, Alias("gate-code")]
public sealed record GateCode(string Code, DateTimeOffset From, DateTimeOffset Until, int StepSeconds)
{
    public override string ToString() => nameof(GateCode); // a code is never written down
}

/// <summary>
/// The changing code on a school's plaque page (公示牌). It follows from a key of the installation, the unit and the time alone, so that nothing
/// is kept, every server shows the same one, and a visit made without signal is checked when it arrives.
/// </summary>
public static class GateCodes
{
    public const int Digits = 8;

    private const uint Modulus = 100_000_000;

    /// <param name="key">Derived from the installation's secret, 32 bytes.</param>
    /// <param name="unit">Actor key.</param>
    public static GateCode At(ReadOnlySpan<byte> key, string unit, DateTimeOffset now, OfficePolicy policy)
    {
        var step = policy.GateCodeStepSeconds;
        var number = Math.DivRem(now.ToUnixTimeSeconds(), step).Quotient;
        return new(
            Code(key, unit, number, step),
            DateTimeOffset.FromUnixTimeSeconds(number * step),
            DateTimeOffset.FromUnixTimeSeconds((number + 1) * step),
            step
        );
    }

    /// <summary>Whether the code was shown at some time of the visit, one step before or one step after it.</summary>
    /// <param name="code">As typed: blanks and hyphens between its digits do not matter.</param>
    public static GateProof Check(
        ReadOnlySpan<byte> key,
        string unit,
        string code,
        DateTimeOffset startedAt,
        DateTimeOffset endedAt,
        OfficePolicy policy
    )
    {
        var typed = new string([.. code.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit)]);
        if (typed.Length != Digits || endedAt < startedAt || endedAt - startedAt > VisitRules.MaxDuration)
            return GateProof.Wrong;
        var step = policy.GateCodeStepSeconds;
        var proof = GateProof.Wrong;
        for (var number = startedAt.ToUnixTimeSeconds() / step - 1; number <= endedAt.ToUnixTimeSeconds() / step + 1; number++)
            if (
                CryptographicOperations.FixedTimeEquals(
                    Encoding.ASCII.GetBytes(typed),
                    Encoding.ASCII.GetBytes(Code(key, unit, number, step))
                )
            )
                proof = GateProof.Right;
        return proof;
    }

    private static string Code(ReadOnlySpan<byte> key, string unit, long number, int step)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{unit}\n{step}\n{number}")), mac);
        return (BinaryPrimitives.ReadUInt32BigEndian(mac) % Modulus).ToString("D8", CultureInfo.InvariantCulture);
    }
}
