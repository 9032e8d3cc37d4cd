using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Supervision.Journal.Tests;

/// <summary>What an outage writes can still be read, and names every cause.</summary>
public sealed partial class CondensedLogTests : IDisposable
{
    private readonly Lines _lines = new();
    private readonly FakeTimeProvider _time = new();
    private readonly LoggerFactory _inner;
    private readonly CondensingFactory _factory;
    private readonly ILogger _log;

    public CondensedLogTests()
    {
        _inner = new LoggerFactory([_lines]);
        _factory = new CondensingFactory(_inner, _time);
        _log = _factory.CreateLogger("Journal");
    }

    [Fact]
    public void Outage_IsOneLineForEachCauseAndSecond_AndOneStackTrace()
    {
        for (var second = 0; second < 3; second++)
        {
            for (var i = 0; i < 5_000; i++)
            {
                LogFailed(_log, Fault("refused"), $"school/{i}");
                LogFailed(_log, new TimeoutException("late"), $"school/{i}");
            }

            _time.Advance(TimeSpan.FromSeconds(1));
        }

        _lines.Should().HaveCount(2 + (2 * 3), "two causes begin, and each is summed up in each of three seconds");
        _lines.Count(line => line.Fault is not null).Should().Be(2);
        _lines
            .Where(line => line.Text.Contains("more within a second", StringComparison.Ordinal))
            .Should()
            .OnlyContain(line => !line.Text.Contains('\n'))
            .And.Contain(line => line.Text == "The journal failed school/4999. [IOException: refused] (4,999 more within a second)")
            .And.Contain(line => line.Text == "The journal failed school/4999. [TimeoutException: late] (5,000 more within a second)");
    }

    [Fact]
    public void Cause_ThatComesBack_IsSaidAtOnce_WithoutItsStackTrace()
    {
        LogFailed(_log, Fault("refused"), "school/1");
        _time.Advance(TimeSpan.FromSeconds(30));
        LogFailed(_log, Fault("refused"), "school/2");
        _time.Advance(TimeSpan.FromMinutes(11));
        LogFailed(_log, Fault("refused"), "school/3");

        _lines
            .Select(line => (line.Text, line.Fault is not null))
            .Should()
            .Equal(
                ("The journal failed school/1.", true),
                ("The journal failed school/2. [IOException: refused]", false),
                ("The journal failed school/3.", true)
            );
    }

    [Fact]
    public void OtherEntries_AreLeftAlone()
    {
        for (var i = 0; i < 100; i++)
            LogTold(_log, i);
        for (var i = 0; i < 4; i++)
            LogOdd(_log, $"county/{i}");

        _lines.Where(line => line.Level == LogLevel.Information).Should().HaveCount(100);
        _lines
            .Where(line => line.Level == LogLevel.Warning)
            .Select(line => line.Text)
            .Should()
            .Equal("county/0 is odd.", "county/1 is odd.", "county/2 is odd.", "county/3 is odd.");
    }

    [Fact]
    public void Warnings_InAFlood_AreCountedAfterTheFirstFew()
    {
        for (var i = 0; i < 1_000; i++)
            LogOdd(_log, $"county/{i}");
        _time.Advance(TimeSpan.FromSeconds(1));

        _lines.Should().HaveCount(6);
        _lines.Last().Text.Should().Be("county/999 is odd. (995 more within a second)");
    }

    [Fact]
    public void WhatWasCounted_IsWrittenWhenTheProgramEnds()
    {
        for (var i = 0; i < 10; i++)
            LogFailed(_log, Fault("refused"), "school/1");

        _factory.Dispose();

        _lines.Last().Text.Should().EndWith("(9 more within a second)");
    }

    [Fact]
    public async Task Program_ThatCondenses_WritesAFewLinesInABurst()
    {
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(_lines))
            .CondenseLog()
            .BuildServiceProvider();
        var log = services.GetRequiredService<ILogger<CondensedLogTests>>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(() =>
                    {
                        for (var i = 0; i < 5_000; i++)
                            LogFailed(log, Fault("refused"), "school/1");
                    })
                )
        );
        await services.DisposeAsync();

        _lines.Count.Should().BeLessThan(100, "a line a second, however long the burst took here");
        _lines.Count(line => line.Fault is not null).Should().Be(1);
    }

    public void Dispose()
    {
        _factory.Dispose();
        _inner.Dispose();
        _lines.Dispose();
    }

    private static InvalidOperationException Fault(string why) => new("The store is away.", new IOException(why));

    [LoggerMessage(LogLevel.Error, "The journal failed {Grain}.")]
    private static partial void LogFailed(ILogger log, Exception fault, string grain);

    [LoggerMessage(LogLevel.Warning, "{County} is odd.")]
    private static partial void LogOdd(ILogger log, string county);

    [LoggerMessage(LogLevel.Information, "The {Number}th thing.")]
    private static partial void LogTold(ILogger log, int number);

    private sealed record Line(LogLevel Level, string Text, Exception? Fault);

    private sealed class Lines : ConcurrentQueue<Line>, ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Enqueue(new(logLevel, formatter(state, exception), exception));

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
