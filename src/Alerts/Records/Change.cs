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
    [System.Text.Json.Serialization.JsonPropertyName("change")]
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
    [System.Text.Json.Serialization.JsonIgnore]
    public required string Code { get; init; }

    /// <summary>The statement before; null for <see cref="ChangeWord.New"/>.</summary>
    public Statement? Before { get; init; }

    /// <summary>The statement after; null for what the clock or silence brought.</summary>
    public Statement? After { get; init; }

    /// <summary>One line a person can read.</summary>
    public required string Summary { get; init; }

    /// <summary>Ten-digit CIK of the company.</summary>
    public string? Cik { get; init; }

    /// <summary>Accession number of the filing that holds the new statement.</summary>
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
}
