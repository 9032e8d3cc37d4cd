namespace Supervision.Rules.Units.State.Cases;

/// <summary>How a file is named everywhere: SHA-256 of its content, 64 lower-case hex digits.</summary>
public static class EvidenceHash
{
    public static bool IsValid(string? hash) => hash is { Length: 64 } && hash.All(char.IsAsciiHexDigitLower);
}
