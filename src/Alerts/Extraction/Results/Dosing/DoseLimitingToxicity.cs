using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Extraction.Results.Safety;
using Alerts.Records;

namespace Alerts.Extraction.Results.Dosing;

/// <summary>
/// A dose-limiting toxicity with the dose it was seen at ("Grade 4 thrombocytopenia was dose limiting at 4.8 mg/kg"), or
/// the highest dose free of one ("has not been seen at doses up to 168 mg/m²").
/// </summary>
internal sealed class DoseLimitingToxicity : MeasureRule
{
    private const int NearBefore = 6;

    private const int FarBefore = 14;

    /// <inheritdoc/>
    public override Measure Measure => Measure.Dlt;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Phrases => ["dose-limiting toxicity", "dose-limiting toxicities", "DLT", "dose limiting"];

    /// <inheritdoc/>
    public override bool Accepts(Quantity quantity) => false;

    /// <inheritdoc/>
    public override IEnumerable<DataPoint> Read(Passage passage, Binding binding) => [];

    /// <inheritdoc/>
    public override IEnumerable<DataPoint> ReadUnbound(Passage passage, Anchor anchor)
    {
        if (passage.Exclusions.IsNoResult || passage.Exclusions.IsDesign)
            yield break;
        var text = passage.Text;
        var dose = passage.Quantities.FirstOrDefault(q => q.Kind == QuantityKind.Dose && q.First > anchor.Last && text.IndexOf(anchor.Last + 1, q.First, ';') < 0);
        if (Negation.IsBefore(text, anchor.First) || Negation.IsBehind(text, anchor.Last) || IsNotAssociated(text, anchor.First))
        {
            yield return With(passage, anchor, dose) with { Outcome = "none" };
            yield break;
        }

        // "At 4.8 mg/kg, two of three patients had dose-limiting thrombocytopenia"
        dose ??= passage.Quantities.LastOrDefault(q => q.Kind == QuantityKind.Dose && q.Last < anchor.First);
        if (dose is null)
            yield break;
        var terms = TermsOf(text, anchor, dose.First > anchor.Last ? dose.First : text.Count).ToList();
        if (terms.Count == 0 && IsSeen(text, anchor))
            yield return With(passage, anchor, dose);
        var doses = passage.Quantities.Where(q => q.Kind == QuantityKind.Dose && q.First > anchor.Last).ToList();
        var isRespective = doses.Count == terms.Count && passage.Sentence.Text.Contains("respectively", StringComparison.OrdinalIgnoreCase);
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i];
            yield return With(passage, anchor, isRespective ? doses[i] : dose) with { Term = term.Text, Grade = Grades.In(text, Math.Max(0, term.First - 5), term.First - 1, fromEnd: true) ?? (text.Is(term.Last + 1, "of") ? Grades.At(text, term.Last + 2) : null) };
        }
    }

    private DataPoint With(Passage passage, Anchor anchor, Quantity? dose)
    {
        if (dose is null)
            return passage.Draft(Measure, anchor.First, anchor.Last) with { At = null, Arm = null, Population = null };
        return passage.Draft(Measure, dose) with { At = null, Arm = null, Population = null };
    }

    // "has not been associated with dose-limiting toxicity"
    private static bool IsNotAssociated(TokenizedText text, int first) =>
        text.Is(first - 1, "with") && text.Is(first - 2, "associated") && (text.Is(first - 3, "not") || text.Is(first - 4, "not") || text.Is(first - 5, "not"));

    // "Two patients experienced dose-limiting toxicity at 4.8 mg/kg": seen, if not named.
    private static bool IsSeen(TokenizedText text, Anchor anchor) =>
        text.Has(anchor.First - 6, anchor.First, "experienced", "had", "developed", "reported") || text.Has(anchor.Last + 1, anchor.Last + 6, "observed", "seen", "reported", "occurred", "noted", "experienced");

    // The event before "was dose limiting", or behind "DLT of" and "DLT (".
    private static IEnumerable<(string Text, int First, int Last)> TermsOf(TokenizedText text, Anchor anchor, int dose)
    {
        var found = false;
        for (var i = anchor.Last + 1; i < Math.Min(dose, anchor.Last + 16); i++)
        {
            if (AdverseEventTerms.At(text, i) is not { } behind)
                continue;
            found = true;
            yield return behind;
            i = behind.Last;
        }

        // "Thrombocytopenia of Grade 4, which resolved quickly, was the dose-limiting toxicity"
        var reach = text.IsAny(anchor.First - 1, "the", "was", "were") ? FarBefore : NearBefore;
        for (var i = anchor.First - 1; i >= Math.Max(0, anchor.First - reach) && !found; i--)
        {
            if (AdverseEventTerms.EndingAt(text, i) is not { } before)
                continue;
            yield return before;
            yield break;
        }
    }
}
