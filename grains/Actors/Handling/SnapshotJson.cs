using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Supervision.Actors.Handling;

/// <summary>The stored shape of snapshots; a change of shape needs a new <see cref="UnitSnapshot.CurrentSchema"/>, never a migration.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(UnitSnapshot))]
public sealed partial class SnapshotJson : JsonSerializerContext
{
    private static readonly SnapshotJson Relaxed = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    public static byte[] Write(UnitSnapshot snapshot) => JsonSerializer.SerializeToUtf8Bytes(snapshot, Relaxed.UnitSnapshot);

    public static UnitSnapshot Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Relaxed.UnitSnapshot) ?? new UnitSnapshot();
}
