using Alerts.History;

namespace Alerts.Pages.Events;

/// <summary>Reads pages of changes that join without a gap: each begins behind the last place of the one before, whatever was added meanwhile.</summary>
internal sealed class EventReader(ChangeLog log)
{
    // A filter that nothing passes must not read all of a long history at once: such a page is short, and the next one goes on.
    private const int MostRead = 2000;

    /// <summary>A page.</summary>
    /// <param name="company">The company.</param>
    /// <param name="query">Which changes.</param>
    /// <param name="cancellation">Stops between two reads.</param>
    /// <returns>The changes, the place behind what was looked at, and whether there is more to look at.</returns>
    public async Task<(IReadOnlyList<CompanyEvent> Events, ChangePlace? After, bool HasMore)> ReadAsync(
        string company, EventQuery query, CancellationToken cancellation)
    {
        var events = new List<CompanyEvent>();
        var (after, read) = (query.After, 0);
        await foreach (var change in log.ReadAsync(company, query.Since, query.Until, query.After, null, cancellation))
        {
            if (events.Count == query.Limit || read == MostRead)
                return (events, after, true);
            read++;
            after = ChangePlace.Of(change);
            if (query.Rule.Matches(change))
                events.Add(CompanyEvent.Of(change));
        }

        return (events, after, false);
    }
}
