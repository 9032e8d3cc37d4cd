using System.Buffers;

namespace Supervision.Journal.Verifying;

/// <summary>What the events of one stream say of its other rows, gathered event by event.</summary>
internal sealed class EffectsRead
{
    private static readonly SearchValues<byte> Hex = SearchValues.Create("0123456789abcdef"u8);

    public HashSet<string> Raised { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Resolved { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>The newest seal of each issue, Base64.</summary>
    public Dictionary<int, string> Issues { get; } = [];

    public HashSet<Guid> Operations { get; } = [];

    public HashSet<string> Evidence { get; } = new(StringComparer.Ordinal);

    public void Take(string? effects)
    {
        foreach (var line in (effects ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '+')
                Raised.Add(line[1..]);
            else if (line[0] == '-' && Raised.Contains(line[1..]))
                Resolved.Add(line[1..]); // one not raised yet is ignored by the store too
            else if (line.StartsWith("document ", StringComparison.Ordinal))
                Documents.Add(line["document ".Length..]);
            else if (line.Split(' ') is ["issue", var number, var seal] && int.TryParse(number, out var no))
                Issues[no] = seal;
        }
    }

    /// <summary>Hashes of files stand in payloads as strings of 64 hex digits, and nothing else does.</summary>
    public void TakeHashes(ReadOnlySpan<byte> payload)
    {
        for (var from = payload.IndexOf((byte)'"'); from >= 0; )
        {
            payload = payload[(from + 1)..];
            from = payload.IndexOf((byte)'"');
            if (from != 64)
                continue;
            var text = payload[..64];
            if (text.IndexOfAnyExcept(Hex) < 0)
                Evidence.Add(System.Text.Encoding.ASCII.GetString(text));
        }
    }
}
