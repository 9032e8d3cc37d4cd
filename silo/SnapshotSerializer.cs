using Orleans.Storage;
using Supervision.Actors;

namespace Supervision.Silo;

/// <summary>
/// Snapshots as the rules' own JSON. The provider's default serializer changes values (a false whose property starts as true
/// comes back true) and is seven times slower.
/// </summary>
internal sealed class SnapshotSerializer : IGrainStorageSerializer
{
    public static readonly SnapshotSerializer Instance = new();

    public BinaryData Serialize<T>(T? input) => BinaryData.FromBytes(SnapshotJson.Write(Expected(input)));

    public T Deserialize<T>(BinaryData input) => (T)(object)SnapshotJson.Read(input.ToMemory().Span);

    private static UnitSnapshot Expected<T>(T? input) => input as UnitSnapshot ?? throw new NotSupportedException($"Only {nameof(UnitSnapshot)} is stored, not {typeof(T).Name}.");
}
