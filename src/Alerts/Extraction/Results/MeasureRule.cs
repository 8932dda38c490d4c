using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results;

/// <summary>
/// Knows one measure: the phrases that name it, which values can be its own, and what to make of a value that was
/// bound to a phrase. A new measure is one such class and one line in <see cref="MeasureRules"/>.
/// </summary>
internal abstract class MeasureRule
{
    /// <summary>The code that its data points carry.</summary>
    public abstract Measure Measure { get; }

    /// <summary>The phrases that name it; short ones in capitals match only in capitals.</summary>
    public abstract IReadOnlyList<string> Phrases { get; }

    /// <summary>True where a count of patients may stand as the subject of a sentence: "4 of 10 patients had …".</summary>
    public virtual bool TakesSubject => false;

    /// <summary>True where the phrase may follow the number directly: "five complete responses".</summary>
    public virtual bool TakesCount => false;

    /// <summary>True for values that can be this measure's.</summary>
    public abstract bool Accepts(Quantity quantity);

    /// <summary>True where the words around a pair do not speak against it.</summary>
    public virtual bool Fits(Passage passage, Anchor anchor, Quantity quantity) => true;

    /// <summary>True where another measure may be named between this one and its value: "hazard ratio for PFS of 0.65".</summary>
    public virtual bool PassesOver(MeasureRule other) => false;

    /// <summary>Makes data points of a bound value; none where the sentence speaks against it.</summary>
    public abstract IEnumerable<DataPoint> Read(Passage passage, Binding binding);

    /// <summary>Reads what needs no number: "no dose-limiting toxicities".</summary>
    public virtual IEnumerable<DataPoint> ReadUnbound(Passage passage, Anchor anchor) => [];
}
