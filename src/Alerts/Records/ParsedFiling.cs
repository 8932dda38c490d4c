using System.Text.Json.Serialization;

namespace Alerts.Records;

/// <summary>
/// Everything that was understood of one filing: the object that <c>parse</c> prints, one a line.
/// </summary>
public sealed record ParsedFiling
{
    /// <summary>Name and version of this shape.</summary>
    public const string CurrentSchema = "alerts.filing/1";

    /// <summary>Always <see cref="CurrentSchema"/> for records written by this version.</summary>
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>The file as it was given to <c>parse</c> or <c>ingest</c>; null for filings that came from EDGAR.</summary>
    public string? File { get; init; }

    /// <summary>The filing's name in the archive; null for what was parsed without being archived.</summary>
    [JsonIgnore]
    public string? Name { get; init; }

    /// <summary>The cover: who filed what, when, under which items.</summary>
    public required FilingFacts Filing { get; init; }

    /// <summary>Typed clinical results, in the order in which they stand in the filing.</summary>
    public IReadOnlyList<DataPoint> DataPoints { get; init; } = [];

    /// <summary>Milestones and financial guidance, in the order in which they stand in the filing.</summary>
    public IReadOnlyList<Guidance> Guidance { get; init; } = [];

    /// <summary>
    /// Names that the filing itself says are one and the same drug or trial, a group for each:
    /// "mirvetuximab soravtansine (IMGN853)", "IMGN242 (formerly huC242-DM4)". History follows a program through them.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>>? Aliases { get; init; }

    /// <summary>What was not understood: an exhibit that is an image, an unknown item, a table that could not be read.</summary>
    public IReadOnlyList<CoverageNote> Coverage { get; init; } = [];
}

/// <summary>Something in a filing that was not read or not understood.</summary>
/// <param name="Document">The document it concerns ("EX-99.1"); null for the filing as a whole.</param>
/// <param name="Reason">What is missing and why, in a sentence a person can act on.</param>
public sealed record CoverageNote(string? Document, string Reason);
