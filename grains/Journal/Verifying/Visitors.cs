using System.Text.Json;

namespace Supervision.Journal.Verifying;

/// <summary>The column by which a person's visits are found, beside the sealed event it follows from.</summary>
internal static class Visitors
{
    /// <summary>False when an event that names its visitor stands under another, or an event about no visit under any.</summary>
    public static bool Agree(string kind, ReadOnlySpan<byte> payload, string? visitor)
    {
        switch (kind)
        {
            case "visit-accepted" or "visit-held" or "visit-flagged":
                return Named(payload, "visit"u8) == visitor;
            case "visit-questioned":
                return Named(payload, default) == visitor;
            case "visit-voided" or "flagged-visit-confirmed":
                // Older ones do not say whose visit it was.
                return Named(payload, default) is not { } said || said == visitor;
            default:
                return visitor is null;
        }
    }

    /// <summary>The text of <c>inspector</c> in the object, or in the member of it that is named.</summary>
    private static string? Named(ReadOnlySpan<byte> payload, ReadOnlySpan<byte> member)
    {
        var reader = new Utf8JsonReader(payload);
        using var document = JsonDocument.ParseValue(ref reader);
        var at = document.RootElement;
        if (!member.IsEmpty && !at.TryGetProperty(member, out at))
            return null;
        return at.ValueKind == JsonValueKind.Object && at.TryGetProperty("inspector"u8, out var inspector) ? inspector.GetString() : null;
    }
}
