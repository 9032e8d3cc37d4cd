using System.Text.Json;
using Orleans.Storage;

namespace Supervision.Silo;

/// <summary>
/// Snapshots as the rules' own JSON. The provider's default serializer changes values (a false whose property starts as true
/// comes back true) and is seven times slower.
/// </summary>
internal sealed class SnapshotSerializer : IGrainStorageSerializer
{
    public static readonly SnapshotSerializer Instance = new();

    public BinaryData Serialize<T>(T? input) => BinaryData.FromBytes(SnapshotJson.Write(Expected(input)));

    /// <summary>What can't be read becomes an empty snapshot, so that the provider still learns the row's version and can replace it.</summary>
    public T Deserialize<T>(BinaryData input)
    {
        try
        {
            return (T)(object)SnapshotJson.Read(input.ToMemory().Span);
        }
        catch (JsonException)
        {
            return (T)(object)new UnitSnapshot();
        }
    }

    private static UnitSnapshot Expected<T>(T? input) =>
        input as UnitSnapshot ?? throw new NotSupportedException($"Only {nameof(UnitSnapshot)} is stored, not {typeof(T).Name}.");
}
