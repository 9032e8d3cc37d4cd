using System.Text.Json;
using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.State;

/// <summary>
/// A mark in a snapshot is a short row, <c>["id","inspector",start,length]</c> the id in base 64 and times in ticks of UTC, with <c>true</c> behind while it awaits
/// approval and then the number of its kind unless it is a regular one: a unit keeps up to 32 of them, half of its state when each was an object. Objects are still read.
/// </summary>
public sealed class VisitMarkJson : JsonConverter<VisitMark>
{
    public override VisitMark Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var mark = document.RootElement;
        if (mark.ValueKind == JsonValueKind.Object)
            return new(
                mark.GetProperty("id").GetGuid(),
                mark.GetProperty("inspector").GetString()!,
                mark.GetProperty("startedAt").GetDateTimeOffset(),
                mark.GetProperty("endedAt").GetDateTimeOffset(),
                mark.GetProperty("awaitsApproval").GetBoolean()
            );
        var started = new DateTimeOffset(mark[2].GetInt64(), TimeSpan.Zero);
        var behind = mark.EnumerateArray().Skip(4).ToList();
        return new(
            new Guid(Convert.FromBase64String(mark[0].GetString() + "==")),
            mark[1].GetString()!,
            started,
            started.AddTicks(mark[3].GetInt64()),
            behind.Any(each => each.ValueKind == JsonValueKind.True)
        )
        {
            Kind = behind.Where(each => each.ValueKind == JsonValueKind.Number).Select(each => (VisitKind)each.GetInt32()).FirstOrDefault(),
        };
    }

    public override void Write(Utf8JsonWriter writer, VisitMark value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(Convert.ToBase64String(value.Id.ToByteArray()).TrimEnd('='));
        writer.WriteStringValue(value.Inspector);
        writer.WriteNumberValue(value.StartedAt.UtcTicks);
        writer.WriteNumberValue((value.EndedAt - value.StartedAt).Ticks);
        if (value.AwaitsApproval)
            writer.WriteBooleanValue(true);
        if (value.Kind is not (VisitKind.None or VisitKind.Regular))
            writer.WriteNumberValue((int)value.Kind);
        writer.WriteEndArray();
    }
}
