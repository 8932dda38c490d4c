namespace Alerts.Extraction.Results;

/// <summary>What the words around a value say of it.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Population">The patients.</param>
/// <param name="TimePoint">The time point or dose.</param>
internal sealed record Details(string? Arm, string? Population, string? TimePoint)
{
    /// <summary>Reads the words around the tokens from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public static Details Around(Passage passage, int first, int last) =>
        new(Arms.At(passage, first, last), Populations.At(passage, first, last), TimePoints.At(passage, first, last));
}
