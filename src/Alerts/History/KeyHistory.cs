namespace Alerts.History;

/// <summary>The whole history of a key at once, from its statements.</summary>
internal static class KeyHistory
{
    /// <summary>Folds statements and silences in the order of their filings.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cik">The company.</param>
    /// <param name="told">All statements of the key.</param>
    /// <param name="calendar">The company's filings of quarterly results.</param>
    /// <param name="clock">The day up to which the clock has looked.</param>
    public static (KeyState State, IReadOnlyList<FoldEntry> Entries) Of(
        StatementKey key, string cik, IReadOnlyList<Told> told, ResultsCalendar calendar, DateOnly? clock)
    {
        if (told.Count == 0)
            return (KeyState.Empty, []);

        var steps = new SortedDictionary<Position, FilingStep>();
        foreach (var filing in told.GroupBy(t => t.Filing.Position))
        {
            var first = filing.First().Filing;
            if (Amending.News(first, [.. filing.OrderBy(t => t.Index)], told) is { Count: > 0 } news)
                steps[filing.Key] = new FilingStep(first, news, calendar.Context(key, first.Position));
        }

        foreach (var filing in calendar.Filings.Where(filing => !steps.ContainsKey(filing.Position) && calendar.CouldMiss(key, filing.Position)))
            steps[filing.Position] = new FilingStep(filing, [], calendar.Context(key, filing.Position));

        var fold = new Fold(key, cik);
        var state = KeyState.Empty;
        var entries = new List<FoldEntry>();
        foreach (var step in steps.Values)
        {
            (state, var found) = fold.Apply(state, step);
            entries.AddRange(found);
        }

        if (clock is { } day)
        {
            (state, var found) = fold.AdvanceTo(state, day);
            entries.AddRange(found);
        }

        return (state, entries);
    }
}
