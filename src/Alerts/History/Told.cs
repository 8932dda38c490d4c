using Alerts.Records;

namespace Alerts.History;

/// <summary>A statement, and the filing that told it.</summary>
/// <param name="Filing">The filing.</param>
/// <param name="Index">The statement's place among those of the filing.</param>
/// <param name="Statement">What was said.</param>
internal sealed record Told(FilingRef Filing, int Index, Statement Statement);
