using System.Security.Cryptography;

namespace Supervision.Gateway.Access.Accounts;

/// <summary>Makes the first administrators: shown on the console of a real installation without accounts, valid for this process's life and for a few tries.</summary>
public sealed class SetupCode
{
    public const int Tries = 10;

    private int _wrong;

    public string Text { get; } = RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 10);

    /// <summary>Null when it is the code.</summary>
    public Refusal? Objection(string? code)
    {
        if (Volatile.Read(ref _wrong) >= Tries)
            return AccessRefusals.TooManyTries();
        if (string.Equals(code?.Trim(), Text, StringComparison.OrdinalIgnoreCase))
            return null;
        Interlocked.Increment(ref _wrong);
        return Refusals.Invalid("code", "代码不正确", "the code is wrong", "控制台上显示的 10 位代码 / the ten characters on the console");
    }
}
