using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Supervision.Browser.Tests.Hosting;

/// <summary>Finds Debian's Chromium without a window, which takes about half the processor time of the whole browser, and Chinese fonts; installs them when it may.</summary>
internal static partial class Chromium
{
    public const string Program = "/usr/bin/chromium-headless-shell";
    private const string Font = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

    /// <summary>A name of this machine that browsers know and nobody else.</summary>
    public const string CountyName = "county.lan";

    public static readonly string[] Flags =
    [
        $"--host-resolver-rules=MAP {CountyName} 127.0.0.1",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <exception cref="InvalidOperationException">It is not here and can't be installed; says what to type.</exception>
    public static void FindOrInstall()
    {
        if (!Complete && GetEffectiveUserId() == 0 && File.Exists("/usr/bin/apt-get"))
        {
            Run("apt-get", "update");
            Run("apt-get", "install", "-y", "--no-install-recommends", "chromium-headless-shell", "fonts-noto-cjk");
        }

        if (!Complete)
            throw new InvalidOperationException(
                "These tests need Chromium and Chinese fonts: run `sudo apt-get install -y --no-install-recommends chromium-headless-shell fonts-noto-cjk`."
            );
    }

    private static bool Complete => File.Exists(Program) && File.Exists(Font);

    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}{errors.Result}"
            );
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetEffectiveUserId();
}
