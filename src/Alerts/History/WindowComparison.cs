using Alerts.Records;

namespace Alerts.History;

/// <summary>Compares the windows of one milestone.</summary>
internal static class WindowComparison
{
    /// <summary>What the second window is to the first.</summary>
    /// <param name="before">The window that was known.</param>
    /// <param name="beforeSaid">The day it was said.</param>
    /// <param name="after">The window as stated now.</param>
    /// <param name="afterSaid">Today.</param>
    public static Verdict Compare(Window before, DateOnly beforeSaid, Window after, DateOnly afterSaid)
    {
        if (before == after)
            return Verdict.Reaffirmed;
        if (before.IsUndated)
            return new Verdict(ChangeWord.Narrowed);
        if (after.IsUndated)
            return new Verdict(ChangeWord.Omitted);

        var by = after.End!.Value.DayNumber - before.End!.Value.DayNumber;
        // A deadline begins on the day it is repeated, so only its end can have moved.
        var byEnd = before.IsDeadline(beforeSaid) || after.IsDeadline(afterSaid);
        // "Late 2025", then "the second half of 2025": told less exactly, and not a day later.
        var isVaguer = by == 0 && after.Holds(before);
        return (byEnd && by == 0) || isVaguer ? Verdict.Reaffirmed
            : !byEnd && before.Holds(after) ? new Verdict(ChangeWord.Narrowed, by)
            : !byEnd && after.Holds(before) ? new Verdict(ChangeWord.Widened, by)
            : new Verdict(by > 0 ? ChangeWord.Delayed : ChangeWord.Accelerated, by);
    }

    /// <summary>Whether a day lies before, in or after a window; null where the window has no dates.</summary>
    public static Punctuality? Place(DateOnly day, Window window) =>
        window.IsUndated ? null
        : window.From is { } from && day < from ? Punctuality.Early
        : window.End is { } end && day > end ? Punctuality.Late
        : Punctuality.OnTime;
}
