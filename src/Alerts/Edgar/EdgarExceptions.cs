namespace Alerts.Edgar;

/// <summary>EDGAR answered with something that could not be used, after all tries.</summary>
public sealed class EdgarException : Exception
{
    /// <summary>With the reason.</summary>
    public EdgarException(string message)
        : base(message)
    {
    }

    /// <summary>With the reason and what lay below it.</summary>
    public EdgarException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>The SEC asked for silence, or refused us; nothing is asked before <paramref name="until"/>.</summary>
public sealed class EdgarStopException(string message, DateTimeOffset until) : Exception(message)
{
    /// <summary>The moment from which EDGAR may be asked again (UTC).</summary>
    public DateTimeOffset Until { get; } = until;
}
