namespace Alerts.Extraction.Subjects;

/// <summary>What a sentence speaks about, as far as it and its surroundings say.</summary>
public sealed record Subject
{
    /// <summary>The drug by the fullest name that the filing uses.</summary>
    public string? Program { get; init; }

    /// <summary>The trial's name.</summary>
    public string? Trial { get; init; }

    /// <summary>The trial's phase.</summary>
    public string? Phase { get; init; }

    /// <summary>The disease, in the document's words.</summary>
    public string? Indication { get; init; }

    /// <summary>True where the drug or trial belongs to somebody else and only serves as a comparison.</summary>
    public bool IsComparator { get; init; }
}
