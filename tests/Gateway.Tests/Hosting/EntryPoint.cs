using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Supervision.Gateway.Tests.Hosting;

/// <summary>Runs the gateway's own Program on a thread of this process and catches its host, so that nothing a person starts goes untested.</summary>
internal sealed class EntryPoint
{
    private static readonly AsyncLocal<EntryPoint?> Starting = new();
    private readonly TaskCompletionSource<IHost> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    static EntryPoint() =>
        DiagnosticListener.AllListeners.Subscribe(
            new Watcher<DiagnosticListener>(listener =>
            {
                if (listener.Name == "Microsoft.Extensions.Hosting")
                    listener.Subscribe(new Watcher<KeyValuePair<string, object?>>(told => Starting.Value?.Told(told)));
            })
        );

    /// <summary>Completes when the program has returned; faulted with what ended it.</summary>
    public Task Ended => _ended.Task;

    /// <exception cref="Exception">Whatever ended the program before it served.</exception>
    public static async Task<(EntryPoint Program, IHost Host)> Start(params string[] arguments)
    {
        var program = new EntryPoint();
        new Thread(() => program.Run(arguments)) { IsBackground = true, Name = "gateway" }.Start();
        await Task.WhenAny(program._started.Task, program.Ended).WaitAsync(TimeSpan.FromMinutes(1));
        if (program.Ended.IsCompleted)
            await program.Ended;
        return (program, await program._started.Task);
    }

    /// <summary>Runs the program as a command, to its end.</summary>
    /// <returns>Its exit code.</returns>
    public static Task<int> Command(params string[] arguments) =>
        Task.Run(() =>
            (int)typeof(GatewaySettings).Assembly.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null)!
        );

    private void Run(string[] arguments)
    {
        Starting.Value = this;
        try
        {
            typeof(GatewaySettings).Assembly.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null);
            _ended.SetResult();
        }
        catch (Exception fault)
        {
            _ended.SetException(fault);
        }
    }

    private void Told(KeyValuePair<string, object?> told)
    {
        if (told is not { Key: "HostBuilt", Value: IHost host })
            return;
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => _started.TrySetResult(host));
    }

    private sealed class Watcher<T>(Action<T> next) : IObserver<T>
    {
        public void OnNext(T value) => next(value);

        public void OnError(Exception error) { }

        public void OnCompleted() { }
    }
}
