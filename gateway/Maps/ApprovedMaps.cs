using System.Collections.Concurrent;

namespace Supervision.Gateway.Maps;

/// <summary>
/// Maps that operators put into a folder as <c>33.geojson</c>: <c>Supervision__Maps</c>, else <c>maps</c> among the data. Several
/// gateways share one such folder or each have a copy. Boards work without any.
/// </summary>
public sealed class ApprovedMaps(GatewaySettings settings, IConfiguration configuration)
{
    private readonly string _folder = configuration["Supervision:Maps"] is { Length: > 0 } given
        ? Path.GetFullPath(given)
        : Path.Combine(settings.DataFolder, "maps");
    private readonly ConcurrentDictionary<string, (DateTime Written, ApprovedMap? Map, Text? Fault)> _read = new(StringComparer.Ordinal);

    /// <summary>The region's map; null when there is none, or besides what is wrong with it. A changed file is read anew.</summary>
    public async Task<(ApprovedMap? Map, Text? Fault)> Of(string region, CancellationToken cancellation)
    {
        var file = new FileInfo(FileOf(region));
        if (!file.Exists)
            return (null, null);
        if (_read.TryGetValue(region, out var known) && known.Written == file.LastWriteTimeUtc)
            return (known.Map, known.Fault);
        var (map, fault) = ApprovedMap.Read(
            file.Length > ApprovedMap.MaxBytes
                ? new byte[ApprovedMap.MaxBytes + 1]
                : await File.ReadAllBytesAsync(file.FullName, cancellation),
            region
        );
        _read[region] = (file.LastWriteTimeUtc, map, fault);
        return (map, fault);
    }

    /// <summary>Keeps a map that was read without a fault; readers see the old one or the new one, never half of it.</summary>
    public async Task Keep(string region, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        Directory.CreateDirectory(_folder);
        var half = Path.Combine(_folder, $".{region}-{Guid.NewGuid():N}");
        await File.WriteAllBytesAsync(half, content, cancellation);
        File.Move(half, FileOf(region), overwrite: true);
        _read.TryRemove(region, out _);
    }

    public void Remove(string region)
    {
        if (Directory.Exists(_folder))
            File.Delete(FileOf(region)); // without the folder it would be a fault
        _read.TryRemove(region, out _);
    }

    private string FileOf(string region) => Path.Combine(_folder, $"{region}.geojson");
}
