using System.Globalization;

namespace Supervision.Gateway.Sandbox;

/// <summary>
/// Where a sandbox's clock got to, so that it never runs backwards over facts it has recorded. It is written ahead of a running
/// clock: after a crash the clock resumes at or after every instant it ever showed.
/// </summary>
public sealed class ClockFile(string folder)
{
    private readonly string _path = Path.Combine(folder, "clock.txt");

    public DateTimeOffset? Read() =>
        File.Exists(_path) && DateTimeOffset.TryParse(File.ReadAllText(_path), CultureInfo.InvariantCulture, out var at) ? at : null;

    public void Write(DateTimeOffset atLeast)
    {
        var temporary = _path + ".new";
        Directory.CreateDirectory(folder);
        File.WriteAllText(temporary, atLeast.ToString("O", CultureInfo.InvariantCulture));
        File.Move(temporary, _path, overwrite: true);
    }
}
