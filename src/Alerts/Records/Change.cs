using System.Text.Json.Serialization;

namespace Alerts.Records;

/// <summary>
/// One entry of a company's history: what a filing (or the clock) changed against everything said before.
/// </summary>
public sealed record Change
{
    /// <summary>Name that is the same however often and in whatever order the filings are read: derived from content.</summary>
    public required string Id { get; init; }

    /// <summary>Data, milestone or financial.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The word for what happened.</summary>
    [JsonPropertyName("change")]
    public required ChangeWord Word { get; init; }

    /// <summary>
    /// Milestone: shift of the window's end in days, positive is later. Data: difference of the values.
    /// Financial: difference of the midpoints. Null where there is nothing to compare.
    /// </summary>
    public double? By { get; init; }

    /// <summary>The program concerned, by its fullest known name.</summary>
    public string? Program { get; init; }

    /// <summary>The trial concerned.</summary>
    public string? Trial { get; init; }

    /// <summary>The contract's code of what changed: ORR, TOPLINE_DATA, REVENUE.</summary>
    [JsonIgnore]
    public string Code => About switch
    {
        DataPoint point => RecordCode.Of(point.Measure),
        Milestone milestone => RecordCode.Of(milestone.Code),
        FinancialGuidance figure => RecordCode.Of(figure.Metric),
        _ => "",
    };

    /// <summary>What was measured; null unless <see cref="Kind"/> is data.</summary>
    public Measure? Measure => (About as DataPoint)?.Measure;

    /// <summary>The kind of event; null unless <see cref="Kind"/> is milestone.</summary>
    public MilestoneCode? Milestone => (About as Milestone)?.Code;

    /// <summary>What the figure is; null unless <see cref="Kind"/> is financial.</summary>
    public FinancialMetric? Metric => (About as FinancialGuidance)?.Metric;

    /// <summary>The statement before; null for <see cref="ChangeWord.New"/>.</summary>
    public Statement? Before { get; init; }

    /// <summary>The statement after; null for what the clock or silence brought.</summary>
    public Statement? After { get; init; }

    /// <summary>Accession number of the filing that holds <see cref="Before"/>.</summary>
    public string? BeforeFiling { get; init; }

    /// <summary>When <see cref="Before"/> was said.</summary>
    public DateTimeOffset? BeforeAt { get; init; }

    /// <summary>How far a milestone has come from the window that was stated first; null for other kinds.</summary>
    public Course? Course { get; init; }

    /// <summary>Data: whether the stated intervals of before and after overlap; null where one is missing.</summary>
    public bool? IntervalsOverlap { get; init; }

    /// <summary>The alerted change that this entry corrects; only for <see cref="ChangeWord.Corrected"/>.</summary>
    public string? Corrects { get; init; }

    /// <summary>One line a person can read.</summary>
    public required string Summary { get; init; }

    /// <summary>Ten-digit CIK of the company.</summary>
    public string? Cik { get; init; }

    /// <summary>
    /// Accession number of the filing that holds the new statement; of the one that fell silent for
    /// <see cref="ChangeWord.Omitted"/>, of the last one that spoke for <see cref="ChangeWord.Lapsed"/>.
    /// </summary>
    public string? Filing { get; init; }

    /// <summary>The file that the filing was ingested from, where it was.</summary>
    public string? File { get; init; }

    /// <summary>When it became known: the filing's acceptance time, or the day the clock raised it.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The sentence that proves it.</summary>
    public string? Quote { get; init; }

    /// <summary>The filing on sec.gov.</summary>
    public string? Url { get; init; }

    /// <summary>The lower confidence of the statements compared.</summary>
    public double Confidence { get; init; } = 1;

    private Statement? About => After ?? Before;
}

/// <summary>The course of a milestone since it was first stated.</summary>
/// <param name="FirstFrom">First day of the window stated first.</param>
/// <param name="FirstTo">Last day of the window stated first.</param>
/// <param name="Slips">How often the window moved later.</param>
/// <param name="SlipDays">Days from the end of the first window to the end of the present one; positive is later.</param>
/// <param name="AgainstFirst">Of an achieved milestone: early, on time or late against the window stated first.</param>
/// <param name="AgainstLatest">Of an achieved milestone: early, on time or late against the window stated last.</param>
public sealed record Course(
    DateOnly? FirstFrom,
    DateOnly? FirstTo,
    int Slips,
    int SlipDays,
    Punctuality? AgainstFirst = null,
    Punctuality? AgainstLatest = null);

/// <summary>How an achieved milestone compares with a window.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Punctuality>))]
public enum Punctuality
{
    /// <summary>Before the window.</summary>
    [JsonStringEnumMemberName("early")]
    Early,

    /// <summary>Within the window.</summary>
    [JsonStringEnumMemberName("on_time")]
    OnTime,

    /// <summary>After the window.</summary>
    [JsonStringEnumMemberName("late")]
    Late,
}
