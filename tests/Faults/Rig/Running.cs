using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Supervision.Faults.Rig;

/// <summary>A program under test as a process of its own, with everything it printed.</summary>
internal sealed partial class Running : IDisposable
{
    private const int SigKill = 9,
        SigTerm = 15,
        SigStop = 19,
        SigContinue = 18;
    private readonly List<string> _lines = [];
    private readonly Process _process;

    /// <param name="name">For the log.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="from">The working directory; null for the program's own folder.</param>
    public Running(string name, string program, IReadOnlyDictionary<string, string> settings, string? from, params string[] arguments)
    {
        Name = name;
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = from ?? Path.GetDirectoryName(program)!,
        };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Name { get; }

    public bool HasEnded => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        Signal(SigKill);
        await Ended(TimeSpan.FromSeconds(10));
    }

    /// <summary>What an operator or a service manager sends; the time until the process was gone.</summary>
    public async Task<TimeSpan> Terminate()
    {
        var since = Stopwatch.GetTimestamp();
        Signal(SigTerm);
        await Ended(TimeSpan.FromSeconds(40));
        return Stopwatch.GetElapsedTime(since);
    }

    /// <summary>Frozen in whatever it was doing.</summary>
    public void Freeze() => Signal(SigStop);

    public void Thaw() => Signal(SigContinue);

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task Ended(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{Name} did not end within {within.TotalSeconds} s.");
        }
    }

    private void Signal(int signal)
    {
        if (!_process.HasExited && Kill(_process.Id, signal) != 0)
            throw new InvalidOperationException($"{Name} can't be sent signal {signal}.");
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
            _lines.Add(line);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
