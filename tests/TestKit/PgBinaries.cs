using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Supervision.TestKit;

/// <summary>Finds PostgreSQL's programs, installs them when it may, and runs them as a user PostgreSQL accepts.</summary>
internal sealed partial class PgBinaries
{
    private const string Debian = "/usr/lib/postgresql";
    private readonly string _folder;

    private PgBinaries(string folder) => _folder = folder;

    /// <summary>PostgreSQL refuses to run as root; then everything runs as the user postgres.</summary>
    public static bool IsRoot { get; } = !OperatingSystem.IsWindows() && GetEffectiveUserId() == 0;

    /// <exception cref="InvalidOperationException">PostgreSQL is not here and can't be installed; says what to type.</exception>
    public static PgBinaries FindOrInstall()
    {
        if (Find() is { } found)
            return new PgBinaries(found);
        if (IsRoot && File.Exists("/usr/bin/apt-get"))
            Install();
        return new PgBinaries(
            Find()
                ?? throw new InvalidOperationException(
                    "These tests need PostgreSQL: run `sudo apt-get install -y --no-install-recommends postgresql`, "
                        + "or set SUPERVISION_TEST_PG to a connection string of a role that may create databases."
                )
        );
    }

    /// <exception cref="InvalidOperationException">The program failed; carries its output.</exception>
    public void Run(string program, params string[] arguments)
    {
        var path = Path.Combine(_folder, program);
        if (IsRoot)
            Execute("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", path, .. arguments]);
        else
            Execute(path, arguments);
    }

    public static void Execute(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}{errors.Result}"
            );
    }

    private static string? Find() =>
        Directory.Exists(Debian)
            ? Directory
                .GetDirectories(Debian)
                .OrderByDescending(folder =>
                    int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0
                )
                .Select(folder => Path.Combine(folder, "bin"))
                .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            : null;

    private static void Install()
    {
        // Debian's package would create and start a system cluster; this drop-in turns that off.
        Directory.CreateDirectory("/etc/postgresql-common/createcluster.d");
        File.WriteAllText("/etc/postgresql-common/createcluster.d/no-main.conf", "create_main_cluster = false\n");
        Execute("apt-get", "update");
        Execute("apt-get", "install", "-y", "--no-install-recommends", "postgresql");
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetEffectiveUserId();
}
