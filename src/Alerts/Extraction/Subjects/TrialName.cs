namespace Alerts.Extraction.Subjects;

/// <summary>A trial under all names that a filing gives it.</summary>
/// <param name="FullName">Its name; the registry number where it has no other.</param>
/// <param name="Names">All names, as written, the registry number among them.</param>
public sealed record TrialName(string FullName, IReadOnlyList<string> Names)
{
    /// <summary>Its phase, where a mention states it.</summary>
    public string? Phase { get; init; }

    /// <summary>Full names of the drugs that it is mentioned with in one sentence.</summary>
    public IReadOnlyList<string> Programs { get; init; } = [];
}
