namespace Alerts.History;

/// <summary>What one filing brings to one key.</summary>
/// <param name="Filing">The filing.</param>
/// <param name="Told">Its statements of the key, in their order; none for a filing that matters by its silence.</param>
/// <param name="Results">Set for a filing of quarterly results: what its silence would mean.</param>
internal sealed record FilingStep(FilingRef Filing, IReadOnlyList<Told> Told, ResultsContext? Results = null);

/// <summary>The filings of quarterly results around one of them, as one key sees them.</summary>
/// <param name="Previous">The one before.</param>
/// <param name="BeforePrevious">The one before that.</param>
/// <param name="RepeatsNeighbours">Whether this one repeats at least half of what stood beside the key in the one before.</param>
/// <param name="Replaced">Whether this one states the key's figure under another metric (an amount instead of its growth).</param>
internal sealed record ResultsContext(Position? Previous, Position? BeforePrevious, bool RepeatsNeighbours, bool Replaced);
