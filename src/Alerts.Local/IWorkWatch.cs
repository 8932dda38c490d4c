using Alerts.Pipeline;
using Alerts.Records;

namespace Alerts.Local;

/// <summary>Is told what the worker does while it does it.</summary>
internal interface IWorkWatch
{
    /// <summary>A filing was archived.</summary>
    void Archived(FilingKey filing);

    /// <summary>A filing was parsed and folded.</summary>
    void Parsed(ParseReport report);

    /// <summary>A window lapsed.</summary>
    void Lapsed(Change change);

    /// <summary>A message could not be handled; it is tried again.</summary>
    void Failed(string reason);
}

/// <summary>Progress that is reported on the spot; <see cref="Progress{T}"/> reports some time later, in any order.</summary>
internal sealed class Watch<T>(Action<T> report) : IProgress<T>
{
    /// <inheritdoc/>
    public void Report(T value) => report(value);
}
