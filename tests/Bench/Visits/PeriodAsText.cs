using Newtonsoft.Json;

namespace Supervision.Bench;

/// <summary>The same text that System.Text.Json writes; without it Newtonsoft would follow a period's neighbours for ever.</summary>
internal sealed class PeriodAsText : JsonConverter<Period>
{
    public override void WriteJson(JsonWriter writer, Period value, JsonSerializer serializer) => writer.WriteValue(value.ToString());

    public override Period ReadJson(
        JsonReader reader,
        Type objectType,
        Period existingValue,
        bool hasExistingValue,
        JsonSerializer serializer
    ) => Period.Parse((string)reader.Value!);
}
