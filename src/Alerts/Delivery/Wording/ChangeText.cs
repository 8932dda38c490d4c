namespace Alerts.Delivery.Wording;

/// <summary>The words for one change, from which every channel takes what it shows.</summary>
/// <param name="Name">What it is about: the trial, else the program; empty where the filing names neither.</param>
/// <param name="Clause">What happened, without the name: "top line delayed to early 2023".</param>
/// <param name="Before">The statement before: "Q3 2022"; null where there was none.</param>
/// <param name="After">The statement after: "early 2023"; null where there is none.</param>
/// <param name="Size">By how much: "about 2 quarters (212 days) later"; null where there is nothing to compare.</param>
/// <param name="Details">What else the filing states: interval, patients, assessor, cutoff; null for nothing.</param>
internal sealed record ChangeText(string Name, string Clause, string? Before, string? After, string? Size, string? Details)
{
    /// <summary>A heading of its own: "MIRASOL top line delayed to early 2023".</summary>
    public string Title => Named(Clause);

    /// <summary>A heading above <see cref="Before"/> and <see cref="After"/>, which it leaves to them: "SORAYA ORR revised".</summary>
    public string Heading => Named(Short ?? Clause);

    /// <summary>What happened, without the figures; null where the clause is short enough.</summary>
    public string? Short { get; init; }

    /// <summary>True where the clause is understood without the name, in a filing about one program: "BLA accepted".</summary>
    public bool SpeaksForItself { get; init; }

    private string Named(string clause) => Name.Length == 0 ? char.ToUpperInvariant(clause[0]) + clause[1..] : $"{Name} {clause}";
}
