namespace Supervision.Rules;

/// <summary>Reference data that ships inside the assembly.</summary>
public static class DataFile
{
    /// <param name="name">File name under Data/.</param>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static string ReadText(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException($"No data file '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
