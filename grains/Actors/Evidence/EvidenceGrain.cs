using Orleans.Concurrency;

namespace Supervision.Actors.Evidence;

/// <summary>Carries files between the gateways and the store beside the journal; holds nothing, so any silo may answer.</summary>
[StatelessWorker]
internal sealed class EvidenceGrain(IEvidenceStore store) : Grain, IEvidenceGrain
{
    public Task<bool> Put(EvidenceFile file, Immutable<byte[]> content) =>
        store.Put(
            new(file.Unit, file.Hash, file.County, file.MediaType, file.Size, file.FileName, file.UploadedBy, file.UploadedAt),
            content.Value
        );

    public async Task<EvidenceFile?> Find(string unit, string hash) =>
        await store.Find(unit, hash) is { } file
            ? new(file.Stream, file.Hash, file.County, file.MediaType, file.Size, file.FileName, file.UploadedBy, file.UploadedAt)
            : null;

    public async Task<Immutable<byte[]>?> Content(string unit, string hash) =>
        await store.Read(unit, hash) is { } content ? content.ToArray().AsImmutable() : null;

    public async Task<ImmutableArray<string>> Missing(string unit, ImmutableArray<string> hashes) => [.. await store.Missing(unit, hashes)];
}
