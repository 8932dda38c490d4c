namespace Alerts.Extraction.Outlook.Windows;

/// <summary>How a phrase relates its event to its period.</summary>
internal enum TimeRelation
{
    /// <summary>The period alone, without a preposition: "Q1 2022", as in headlines and tables.</summary>
    Bare,

    /// <summary>"in", "during", "on", "as early as", "around".</summary>
    In,

    /// <summary>"by", "before", "no later than", "until": from the statement's day to the period's end.</summary>
    By,

    /// <summary>"into 2028".</summary>
    Into,

    /// <summary>"through the first quarter of 2026".</summary>
    Through,

    /// <summary>"not before 2026", "after 2026".</summary>
    NotBefore,

    /// <summary>"as of", "since", "ended": says when something was measured, not when it happens.</summary>
    AsOf,

    /// <summary>"of": the period that something belongs to ("end of 2025" excepted, which is a period itself).</summary>
    Of,

    /// <summary>"later this year", "in the coming weeks", "within 90 days".</summary>
    Relative,

    /// <summary>"during the same period": as the phrase before.</summary>
    Same,
}

/// <summary>A phrase of time in a text, and the days it stands for.</summary>
/// <param name="Start">Offset in the text, with the preposition where that bears on the meaning.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Relation">How the period is meant.</param>
/// <param name="Ahead">The window where the phrase speaks of what is to come: an unstated year is the next that fits.</param>
/// <param name="Back">The window where it speaks of what has happened: an unstated year is the latest that fits.</param>
internal sealed record TimePhrase(int Start, int Length, TimeRelation Relation, Window Ahead, Window Back)
{
    /// <summary>The named period; null for phrases counted from the statement's day.</summary>
    public Period? Period { get; init; }

    /// <summary>The last period of a range ("Q4 2024 to Q1 2025"); null for a single one.</summary>
    public Period? LastPeriod { get; init; }

    /// <summary>Offset after the phrase.</summary>
    public int End => Start + Length;
}
