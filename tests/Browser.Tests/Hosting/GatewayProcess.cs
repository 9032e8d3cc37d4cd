using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Supervision.Browser.Tests.Hosting;

/// <summary>The built gateway as a process of its own, on one port and one data folder for its whole life, however often it is killed.</summary>
public sealed class GatewayProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);

    private readonly string _data = Directory.CreateTempSubdirectory("supervision-browser-").FullName;
    private readonly string[] _arguments;
    private readonly int _port = FreePort();
    private readonly StringBuilder _said = new();
    private Process? _process;

    /// <param name="arguments">e.g. <c>--sandbox</c>; none is a real installation.</param>
    private GatewayProcess(string[] arguments) => _arguments = arguments;

    public string Address => $"http://127.0.0.1:{_port}";

    /// <summary>The code that makes the first administrator, as the console shows it.</summary>
    public string SetupCode { get; private set; } = "";

    public static async Task<GatewayProcess> Start(params string[] arguments)
    {
        var gateway = new GatewayProcess(arguments);
        await gateway.Start();
        return gateway;
    }

    /// <summary>Completes when the gateway has greeted the console, which is the last thing it does at start.</summary>
    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet", [Places.GatewayProgram, .. _arguments])
        {
            WorkingDirectory = Places.GatewayProject, // its content root: un-published web assets are found from there
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = Address;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Supervision__Data"] = _data;
        foreach (var inherited in new[] { "Supervision__Postgres", "Supervision__Role", "DOTNET_ENVIRONMENT" })
            start.Environment.Remove(inherited);
        var greeted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data, greeted);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, greeted);
        _process.Exited += (_, _) =>
            greeted.TrySetException(new InvalidOperationException($"The gateway ended instead of starting:\n{Said}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await greeted.Task.WaitAsync(StartsWithin * Crowd.Factor);
    }

    /// <summary>SIGKILL: nothing is told, nothing is put away.</summary>
    public async Task Kill()
    {
        if (_process is null)
            return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        Directory.Delete(_data, recursive: true);
    }

    private string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    private void Hear(string? line, TaskCompletionSource greeted)
    {
        if (line is null)
            return;
        lock (_said)
            _said.AppendLine(line);
        if (line.Contains("first start:", StringComparison.Ordinal))
            SetupCode = line[(line.LastIndexOf(':') + 1)..].Trim();
        // The greeting ends with the accounts, or with the code for the first one.
        if (line.Contains("password demo", StringComparison.Ordinal) || SetupCode.Length > 0)
            greeted.TrySetResult();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
