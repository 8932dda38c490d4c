using System.Text.Json.Serialization;
using Alerts.Records;

namespace Alerts.Subscriptions;

/// <summary>
/// Which changes count for a subscriber. Every list that is empty and every bound that is null asks for nothing; all
/// that are given must hold. Reaffirmations never count.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SubscriptionRule
{
    /// <summary>Least confidence of an alert unless a rule says otherwise; below it a record is kept for review only.</summary>
    public const double DefaultMinimumConfidence = 0.7;

    /// <summary>Programs or trials by a name or by whole words of it: "mirvetuximab", "SORAYA".</summary>
    public IReadOnlyList<string> Programs { get; init; } = [];

    /// <summary>Data, milestone, financial.</summary>
    public IReadOnlyList<ChangeKind> Kinds { get; init; } = [];

    /// <summary>The words for what happened: delayed, raised …</summary>
    [JsonPropertyName("changes")]
    public IReadOnlyList<ChangeWord> Words { get; init; } = [];

    /// <summary>Codes of measures, milestones and financial metrics: ORR, TOPLINE_DATA, REVENUE.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Items of the filing, of which it must have one: "7.01".</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>
    /// Least difference by code, in the measure's own unit: ORR → 5 leaves out revisions of a response rate by less
    /// than five points. What is stated for the first time has no difference and passes.
    /// </summary>
    public IReadOnlyDictionary<string, double> MinimumDifference { get; init; } = new Dictionary<string, double>();

    /// <summary>Least shift of a milestone's window or of the cash runway, in days, either way.</summary>
    public int? MinimumSlipDays { get; init; }

    /// <summary>Least move of the midpoint of financial guidance, in percent of the midpoint before.</summary>
    public double? MinimumMidpointPercent { get; init; }

    /// <summary>Only those revisions of data whose intervals, where both are stated, do not overlap.</summary>
    public bool OnlyDisjointIntervals { get; init; }

    /// <summary>Least confidence, 0 to 1.</summary>
    public double MinimumConfidence { get; init; } = DefaultMinimumConfidence;

    /// <summary>True where the change counts. The filing's items are asked for apart, by <see cref="MatchesItems"/>.</summary>
    public bool Matches(Change change) =>
        change.Word != ChangeWord.Reaffirmed
        && change.Confidence >= MinimumConfidence
        && (Kinds.Count == 0 || Kinds.Contains(change.Kind))
        && (Words.Count == 0 || Words.Contains(change.Word))
        && (Codes.Count == 0 || Codes.Contains(change.Code, StringComparer.OrdinalIgnoreCase))
        && (Programs.Count == 0 || Programs.Any(name => SubjectNames.Names(change, name)))
        && ChangeSize.IsEnough(change, this);

    /// <summary>True where no items are asked for or the filing has one of them.</summary>
    public bool MatchesItems(IReadOnlyList<string> items) => Items.Count == 0 || Items.Any(items.Contains);
}
