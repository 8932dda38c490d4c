using System.Text.Json.Serialization;

namespace Alerts.Records;

/// <summary>
/// The facts of a filing's header and cover page. What a document does not state is null, never guessed.
/// </summary>
public sealed record FilingFacts
{
    /// <summary>EDGAR's accession number with dashes, <c>0001558370-21-016273</c>.</summary>
    public string? Accession { get; init; }

    /// <summary>The filer's Central Index Key, ten digits.</summary>
    public string? Cik { get; init; }

    /// <summary>The registrant's name as the cover writes it ("ImmunoGen, Inc."), else as the header does.</summary>
    public string? Company { get; init; }

    /// <summary>Trading symbol, upper case, where the filing states it.</summary>
    public string? Ticker { get; init; }

    /// <summary>Form type of the submission: <c>8-K</c>, <c>8-K/A</c>, <c>10-Q</c> …</summary>
    public string? Form { get; init; }

    /// <summary>EDGAR's acceptance time with the offset of US Eastern at that moment. Only the SGML header states it.</summary>
    public DateTimeOffset? FiledAt { get; init; }

    /// <summary>Date of the earliest event reported; for a bare press release the day of its dateline.</summary>
    public DateOnly? EventDate { get; init; }

    /// <summary>
    /// Item numbers in the order of the document: "2.02" today, "12" before 23 August 2004 (SEC release 33-8400).
    /// </summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>
    /// Those of the items whose information is furnished and not filed: 2.02 and 7.01 (12 and 9) unless the filing says otherwise,
    /// others where it says so (General Instruction B.2 of Form 8-K).
    /// </summary>
    public IReadOnlyList<string> Furnished { get; init; } = [];

    /// <summary>The exhibits that the filing names or holds.</summary>
    public IReadOnlyList<Exhibit> Exhibits { get; init; } = [];

    /// <summary>Month and day of the filer's fiscal year end, <c>0630</c>, where the header states it.</summary>
    public string? FiscalYearEnd { get; init; }

    /// <summary>For an amendment, the day on which the amended report was filed, as the amendment states it.</summary>
    public DateOnly? AmendsFiledOn { get; init; }

    /// <summary>True for an amendment (8-K/A): it supersedes the filing of the same event.</summary>
    [JsonIgnore]
    public bool IsAmendment => Form is not null && Form.EndsWith("/A", StringComparison.Ordinal);
}

/// <summary>One exhibit of a filing.</summary>
/// <param name="Number">Its number in Item 601 of Regulation S-K, <c>99.1</c>.</param>
/// <param name="Description">How the exhibit index describes it; null where it does not.</param>
public sealed record Exhibit(string Number, string? Description = null)
{
    /// <summary>True where the filing furnishes the exhibit, false where it files it, null where it does not say.</summary>
    public bool? IsFurnished { get; init; }
}
