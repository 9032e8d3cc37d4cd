using Supervision.Contracts;

namespace Supervision.Silo;

/// <summary>Where the installation's secret comes from: a setting, or a file beside an embedded store, made at its first start.</summary>
public static class Secrets
{
    internal const string FileName = "secret.key";

    /// <summary>The secret that is there; null when an embedded store may still get one.</summary>
    /// <exception cref="InvalidOperationException">It is not Base64 of at least 32 bytes, or a program without a data folder of its own was given none.</exception>
    /// <param name="ownsFolder">False for a program that is one of several (a silo, a gateway whose actors are elsewhere): a secret of its own would be of no use.</param>
    public static ClusterSecret? Find(StoreSettings store, bool ownsFolder)
    {
        if (store.Secret is { Length: > 0 } given)
            return Parse(given, "Supervision__Secret");
        if (!ownsFolder)
            throw new InvalidOperationException(
                "Supervision__Secret is missing: Base64 of 32 random bytes, the same for every silo and gateway of the installation (openssl rand -base64 32)."
            );
        var file = Path.Combine(store.DataFolder, FileName);
        return File.Exists(file) ? Parse(File.ReadAllText(file).Trim(), file) : null;
    }

    /// <summary>Writes a new secret beside an embedded store; the one that was there first stands.</summary>
    internal static void Keep(StoreSettings store, ClusterSecret made)
    {
        Directory.CreateDirectory(store.DataFolder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(Path.Combine(store.DataFolder, FileName), options);
        stream.Write(System.Text.Encoding.ASCII.GetBytes(made.ToBase64()));
        stream.Flush(flushToDisk: true); // what is sealed with it must not outlive it
    }

    private static ClusterSecret Parse(string text, string source)
    {
        try
        {
            return new(Convert.FromBase64String(text));
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            throw new InvalidOperationException(
                $"{source} must be Base64 of at least {ClusterSecret.LeastBytes} bytes (openssl rand -base64 32).",
                fault
            );
        }
    }
}
