namespace Alerts.Extraction.Outlook.Windows;

/// <summary>The days within which something is to happen, or the day on which it happened.</summary>
/// <param name="From">First day, inclusive; null where the phrase has no beginning or no date is known to count from.</param>
/// <param name="To">Last day, inclusive; null where the phrase is open ("not before 2026").</param>
internal readonly record struct Window(DateOnly? From, DateOnly? To)
{
    /// <summary>No time stated.</summary>
    public static Window None => default;

    /// <summary>True where no end is known.</summary>
    public bool IsNone => From is null && To is null;

    /// <summary>A single day.</summary>
    public static Window On(DateOnly day) => new(day, day);
}
