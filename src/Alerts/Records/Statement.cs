using System.Text.Json.Serialization;

namespace Alerts.Records;

/// <summary>
/// What a filing states, with the sentence that proves it. Invariant: <see cref="Quote"/> stands in the text of
/// <see cref="Document"/> at <see cref="Start"/>, and contains the figure.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DataPoint), "data")]
[JsonDerivedType(typeof(Milestone), "milestone")]
[JsonDerivedType(typeof(FinancialGuidance), "financial")]
public abstract record Statement
{
    /// <summary>The drug or compound by the fullest name that the document uses.</summary>
    public string? Program { get; init; }

    /// <summary>Trial name ("SORAYA", "Study 001", an NCT number); null where none is given.</summary>
    public string? Trial { get; init; }

    /// <summary>"1", "1b", "1/2", "2", "3" … where stated.</summary>
    public string? Phase { get; init; }

    /// <summary>The sentence, bullet or table row that the statement stands in, cut from the document.</summary>
    public required string Quote { get; init; }

    /// <summary>Type of the document that holds the quote: "8-K", "EX-99.1".</summary>
    public required string Document { get; init; }

    /// <summary>Offset of the quote in the document's reading text, in UTF-16 code units.</summary>
    public required int Start { get; init; }

    /// <summary>0 to 1: how sure the rules that fired are. Alerts use a threshold; below it the record is kept for review.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>What does not add up ("percentage differs from count/of"); reported, never repaired in silence.</summary>
    public IReadOnlyList<string>? Flags { get; init; }
}
