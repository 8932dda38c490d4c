using Microsoft.Extensions.Logging;

namespace Alerts.Local;

/// <summary>Writes the library's warnings and errors to the error stream, one line each.</summary>
internal sealed class ErrorStreamLogger : ILoggerProvider, ILogger
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Console.Error.WriteLine(formatter(state, exception) + (exception is null ? "" : $": {exception.Message}"));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
