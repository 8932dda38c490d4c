using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Safety;

/// <summary>
/// Adverse events as a class: "grade ≥3 treatment-related adverse events (TRAEs) occurred in 59% of patients", "no grade 5
/// TRAEs occurred". The events themselves are read by <see cref="AdverseEventReader"/>.
/// </summary>
internal sealed class AdverseEventClasses() : SafetyRule(
    Measure.Ae, "treatment-related adverse event", "treatment-emergent adverse event", "treatment emergent adverse event", "drug-related adverse event", "immune-related adverse event", "adverse event", "adverse reaction", "adverse drug reaction", "side effect",
    "TRAE", "TEAE", "AE", "irAE", "treatment-related AE", "treatment-emergent AE", "drug-related AE", "product-related adverse event", "related adverse event")
{
    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity) => base.Fits(passage, anchor, quantity) && !IsCause(passage, anchor) && !NamesOthers(passage, anchor, quantity);

    /// <inheritdoc/>
    public override IEnumerable<DataPoint> Read(Passage passage, Binding binding) =>
        base.Read(passage, binding).Select(p => passage.Text.Is(binding.Anchor.First - 2, "serious")
            // "serious ocular adverse events"
            ? p with { Measure = Measure.Sae, Term = passage.Text.Span(binding.Anchor.First - 1).ToString().ToLowerInvariant(), Grade = null }
            : p with { Grade = p.Grade ?? Grades.Near(passage.Text, binding.Quantity.First, binding.Quantity.Last) });

    /// <inheritdoc/>
    protected override bool IsDenied(Passage passage, Anchor anchor) =>
        // Without a grade only "no adverse events" itself is a finding, not "no adverse events of interest".
        base.IsDenied(passage, anchor) && !IsCause(passage, anchor) && (GradeOf(passage, anchor) is not null || IsReported(passage, anchor));

    /// <inheritdoc/>
    protected override string? TermOf(Passage passage, Anchor anchor) => Write(passage.Text, anchor);

    /// <summary>The class in words, abbreviations spelled out.</summary>
    public static string Write(Language.TokenizedText text, Anchor anchor) => text.Slice(anchor.First, anchor.Last).TrimEnd('s') switch
    {
        "TRAE" or "treatment-related AE" => "treatment-related adverse events (traes)",
        "TEAE" or "treatment-emergent AE" => "treatment-emergent adverse events (teaes)",
        "irAE" => "immune-related adverse events (iraes)",
        "AE" => "adverse events (aes)",
        _ => text.Slice(anchor.First, anchor.Last).ToLowerInvariant(),
    };

    /// <inheritdoc/>
    protected override string? GradeOf(Passage passage, Anchor anchor) =>
        // "Grade 3-4 TRAEs" and "adverse events of Grade 3 or higher"
        Grades.In(passage.Text, Math.Max(0, anchor.First - 7), anchor.First - 1, fromEnd: true)
        ?? (passage.Text.IsAny(anchor.Last + 1, "of", "with", "that") || passage.Text.Is(anchor.Last + 1, '(') ? Grades.In(passage.Text, anchor.Last + 2, anchor.Last + 5, fromEnd: false) : null);

    private static bool IsReported(Passage passage, Anchor anchor)
    {
        if (passage.Text.IsAny(anchor.Last + 1, "of", "leading", "that", "related"))
            return false;
        for (var i = anchor.Last + 1; i < Math.Min(passage.Text.Count, anchor.Last + 8); i++)
        {
            if (passage.Text.IsAny(i, "reported", "observed", "occurred", "noted", "seen", "recorded"))
                return true;
        }

        return false;
    }

    // "discontinued due to adverse events": the figure is of what they led to.
    private static bool IsCause(Passage passage, Anchor anchor) =>
        passage.Text.IsAny(anchor.First - 1, "to", "by", "from", "for", "of") && passage.Text.IsAny(anchor.First - 2, "due", "attributed", "caused", "because", "owing", "resulting", "secondary") || passage.Text.IsAny(anchor.Last + 1, "led", "leading", "resulted", "resulting", "requiring");

    // "The most common TRAEs were anemia (39%)": the figure is the event's.
    private static bool NamesOthers(Passage passage, Anchor anchor, Quantity quantity)
    {
        for (var i = Math.Max(0, anchor.First - 8); i < anchor.First; i++)
        {
            if (passage.Text.IsAny(i, "common", "frequent", "frequently", "commonly"))
                return true;
        }

        for (var i = anchor.Last + 1; i < quantity.First; i++)
        {
            if (passage.Text.IsAny(i, "included", "include", "including", "such") || AdverseEventTerms.At(passage.Text, i) is not null)
                return true;
        }

        return false;
    }
}
