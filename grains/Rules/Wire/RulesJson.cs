using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Supervision.Rules.Wire;

/// <summary>
/// The one JSON shape of facts, rows and answers, in the journal and at the edge: camelCase, enums as names, Chinese unescaped,
/// nulls left out. Members are only ever added, as optional ones; golden files keep every released shape readable.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(UnitEvent))]
[JsonSerializable(typeof(InspectorEvent))]
[JsonSerializable(typeof(CountyEvent))]
[JsonSerializable(typeof(UnitState))]
[JsonSerializable(typeof(InspectorState))]
[JsonSerializable(typeof(CountyState))]
[JsonSerializable(typeof(UnitSummary))]
[JsonSerializable(typeof(InspectorProfile))]
[JsonSerializable(typeof(CountyProfile))]
[JsonSerializable(typeof(Outcome))]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(IssueRecord))]
[JsonSerializable(typeof(ChannelSettings))]
[JsonSerializable(typeof(ChannelTestOutcome))]
public sealed partial class RulesJson : JsonSerializerContext
{
    private static readonly RulesJson Relaxed = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Shape<T>.Info);

    public static T Read<T>(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize(utf8, Shape<T>.Info)!;

    /// <summary>Looked up once a type: asking the context at each call costs as much as writing a small record.</summary>
    private static class Shape<T>
    {
        public static readonly JsonTypeInfo<T> Info = (JsonTypeInfo<T>)Relaxed.GetTypeInfo(typeof(T))!;
    }
}
