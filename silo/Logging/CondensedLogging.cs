using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Supervision.Silo.Logging;

public static class CondensedLogging
{
    /// <summary>
    /// An outage fails thousands of calls a second for one cause. Warnings, errors and whatever carries an exception are written once
    /// for each cause and second, the rest of them counted; a cause shows its stack trace once.
    /// </summary>
    public static IServiceCollection CondenseLog(this IServiceCollection services) =>
        services
            .AddSingleton<LoggerFactory>()
            .Replace(
                ServiceDescriptor.Singleton<ILoggerFactory>(provider => new CondensingFactory(
                    provider.GetRequiredService<LoggerFactory>(),
                    TimeProvider.System
                ))
            );
}

/// <param name="inner">Writes; its providers and filters are what they were.</param>
internal sealed class CondensingFactory(ILoggerFactory inner, TimeProvider time) : ILoggerFactory
{
    private readonly Condenser _condenser = new(time);

    public ILogger CreateLogger(string categoryName) => new CondensingLogger(categoryName, inner.CreateLogger(categoryName), _condenser);

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose()
    {
        _condenser.Dispose(); // what was counted is still written
        inner.Dispose();
    }

    private sealed class CondensingLogger(string category, ILogger inner, Condenser condenser) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (!inner.IsEnabled(logLevel))
                return;
            if (logLevel < LogLevel.Warning && exception is null)
                inner.Log(logLevel, eventId, state, exception, formatter);
            else
                condenser.Log(category, inner, logLevel, eventId, state, exception, formatter);
        }
    }
}
