using System.Text.Json.Serialization;
using Alerts.Records;

namespace Alerts.History;

/// <summary>A statement, and the filing that told it.</summary>
/// <param name="Filing">The filing.</param>
/// <param name="Index">The statement's place among those of the filing.</param>
/// <param name="Statement">What was said.</param>
/// <param name="Implies">Set for an echo: the milestone that the statement settles without naming it.</param>
internal sealed record Told(FilingRef Filing, int Index, Statement Statement, MilestoneCode? Implies = null)
{
    /// <summary>The key that it is folded under, by the name that the document uses.</summary>
    [JsonIgnore]
    public StatementKey Key => Implies is { } code
        ? new StatementKey(ChangeKind.Milestone, RecordCode.Of(code), StatementKey.Of(Statement).Program)
        : StatementKey.Of(Statement);
}
