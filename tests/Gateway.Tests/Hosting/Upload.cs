using System.IO.Compression;
using System.Text;

namespace Supervision.Gateway.Tests.Hosting;

/// <summary>Files as they are sent to the import.</summary>
internal static class Upload
{
    private static readonly string[] Names = ["counties", "inspectors", "schools", "institutions", "assignments"];

    public static (string Name, byte[] Content)[] Huzhou { get; } = [.. Names.Select(name => ($"{name}.csv", Read($"demo/{name}.csv")))];

    public static (string Name, byte[] Content)[] Zhejiang { get; } =
    [.. Names.Select(name => ($"{name}.csv.gz", Read($"zhejiang/{name}.csv.gz")))];

    public static async Task<ImportReport> Import(this Person person, (string Name, byte[] Content)[] files, bool dryRun = false) =>
        (await person.Send(Request(files, dryRun))).As<ImportReport>();

    public static HttpRequestMessage Request(
        (string Name, byte[] Content)[] files,
        bool dryRun = false,
        string? accept = null,
        Guid? key = null,
        string[]? confirm = null,
        string? path = null
    )
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
            form.Add(new ByteArrayContent(content), "files", name);
        var confirmed = string.Concat((confirm ?? []).Select(each => $"&confirm={Uri.EscapeDataString(each)}"));
        var request = new HttpRequestMessage(
            HttpMethod.Post,
            path ?? $"/api/v1/rosters/import?dryRun={(dryRun ? "true" : "false")}{confirmed}"
        )
        {
            Content = form,
        };
        request.Headers.Add("Idempotency-Key", (key ?? Guid.CreateVersion7()).ToString());
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return request;
    }

    /// <summary>The header of a Huzhou file and those of its rows that are wanted, changed if asked.</summary>
    public static (string Name, byte[] Content) Some(
        string name,
        Func<string, bool> wanted,
        Func<string, string>? change = null,
        Func<string, string>? header = null
    )
    {
        var lines = Encoding.UTF8.GetString(Read($"demo/{name}.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = lines.Skip(1).Where(wanted).Select(row => change is null ? row : change(row));
        return ($"{name}.csv", Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(header is null ? lines[0] : header(lines[0])))));
    }

    public static string[] Lines(byte[] gzipped)
    {
        using var plain = new StreamReader(new GZipStream(new MemoryStream(gzipped), CompressionMode.Decompress));
        return plain.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static byte[] Read(string path) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", path));
}
