using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>
/// How many changes a message shows. A release of results can bring a hundred; mail services cut messages off at about
/// 100 KB, and nobody reads a hundred cards.
/// </summary>
/// <param name="Shown">The most important ones, with all that is known of them.</param>
/// <param name="Listed">The titles of the next ones.</param>
/// <param name="Left">How many more there are.</param>
internal sealed record ChangeList(IReadOnlyList<Change> Shown, IReadOnlyList<string> Listed, int Left)
{
    private const int MostShown = 20;
    private const int MostListed = 100;

    public static ChangeList Of(Alert alert) => Of(alert.Changes);

    /// <summary>The changes, the most important first, as far as a message shows them.</summary>
    public static ChangeList Of(IReadOnlyList<Change> changes)
    {
        // A single one more is shown rather than listed alone.
        var shown = changes.Count == MostShown + 1 ? MostShown + 1 : MostShown;
        return new(
            [.. changes.Take(shown)],
            [.. changes.Skip(shown).Take(MostListed).Select(change => ChangeWording.Of(change).Title)],
            Math.Max(0, changes.Count - shown - MostListed));
    }
}
