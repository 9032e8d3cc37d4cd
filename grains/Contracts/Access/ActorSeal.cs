using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Supervision.Contracts.Access;

/// <summary>An actor as it travels beside a call. Anybody can write one; only holders of the installation's secret can seal one.</summary>
/// <param name="IssuedAt">Unix milliseconds.</param>
/// <param name="Mac">HMAC-SHA256 over all the rest.</param>
[GenerateSerializer, Immutable, Alias("sealed-actor")]
public sealed record SealedActor(Actor Actor, long IssuedAt, ReadOnlyMemory<byte> Mac)
{
    /// <summary>Where it stands in Orleans' request context.</summary>
    public const string Key = "supervision.actor";
}

/// <summary>Seals actors and tells sealed ones from invented ones. A seal is good for minutes, so that one that was overheard soon is not.</summary>
public sealed class ActorSeal(ClusterSecret secret, TimeProvider time)
{
    /// <summary>Also how far the clocks of two machines may differ.</summary>
    public static readonly TimeSpan Valid = TimeSpan.FromMinutes(10);

    private const int Usual = 512;
    private static readonly TimeSpan Renewed = TimeSpan.FromMinutes(1);
    private readonly KeyedMac _mac = new(secret.Derive("actor"));
    private SealedActor? _system;

    public SealedActor Of(Actor actor)
    {
        var at = Now;
        Span<byte> mac = stackalloc byte[KeyedMac.Bytes];
        Mac(actor, at, mac);
        return new(actor, at, mac.ToArray());
    }

    /// <summary>True for one that was sealed with the installation's secret, lately.</summary>
    public bool Holds(SealedActor claim)
    {
        if (ReferenceEquals(claim, _system))
            return true; // this process's own, which never left it
        if (claim.Actor is null || claim.Mac.Length != KeyedMac.Bytes)
            return false;
        if (Math.Abs(Now - claim.IssuedAt) > Valid.TotalMilliseconds)
            return false;
        Span<byte> mac = stackalloc byte[KeyedMac.Bytes];
        Mac(claim.Actor, claim.IssuedAt, mac);
        return CryptographicOperations.FixedTimeEquals(mac, claim.Mac.Span);
    }

    internal SealedActor Of(Acting acting)
    {
        var kept = ReferenceEquals(acting, Acting.System) ? _system : acting.Seal;
        if (kept is not null && Now - kept.IssuedAt < Renewed.TotalMilliseconds)
            return kept;
        var fresh = Of(acting.Actor);
        if (ReferenceEquals(acting, Acting.System))
            _system = fresh;
        else
            acting.Seal = fresh;
        return fresh;
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Mac(Actor actor, long issuedAt, Span<byte> mac)
    {
        var length = 12 + Length(actor.Name) + Length(actor.Area) + Length(actor.InspectorCode) + Length(actor.Unit);
        Span<byte> text = length <= Usual ? stackalloc byte[Usual] : new byte[length];
        BinaryPrimitives.WriteInt64LittleEndian(text, issuedAt);
        BinaryPrimitives.WriteInt32LittleEndian(text[8..], (int)actor.Role);
        var at = 12;
        Write(text, ref at, actor.Name);
        Write(text, ref at, actor.Area);
        Write(text, ref at, actor.InspectorCode);
        Write(text, ref at, actor.Unit);
        _mac.Of(text[..at], mac);
    }

    private static int Length(string? value) => 4 + (value is null ? 0 : Encoding.UTF8.GetByteCount(value));

    /// <summary>Each with its length before it, so that no two actors have one text.</summary>
    private static void Write(Span<byte> text, ref int at, string? value)
    {
        var length = value is null ? -1 : Encoding.UTF8.GetBytes(value, text[(at + 4)..]);
        BinaryPrimitives.WriteInt32LittleEndian(text[at..], length);
        at += 4 + Math.Max(0, length);
    }
}
