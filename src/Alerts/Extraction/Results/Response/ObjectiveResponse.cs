using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Response;

/// <summary>Objective (overall) response rate; also "responses were observed in all 6 patients" and "five of 11 patients responded".</summary>
internal sealed class ObjectiveResponse() : ResponseRule(
    Measure.Orr, "objective response rate", "overall response rate", "objective response", "overall response", "ORR", "cORR", "response rate", "responses", "responded", "objective tumor response", "objective remission rate", "confirmed response", "unconfirmed response", "tumor response")
{
    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity)
    {
        var text = passage.Text;
        // "best overall response rate" is the rate; "best overall response of stable disease" is a patient's.
        if (text.IsAny(anchor.First, "objective", "overall", "ORR", "cORR"))
            return base.Fits(passage, anchor, quantity) && (!text.Is(anchor.First - 1, "best") || text.Has(anchor.First, anchor.Last + 1, "rate", "ORR"));
        if (!passage.Scope.IsOncology || IsOfWhom(passage, anchor, quantity) || quantity.Kind is not (QuantityKind.Percent or QuantityKind.Share))
            return false;
        return text.Span(anchor.First) switch
        {
            "responded" => true,
            "confirmed" or "unconfirmed" or "tumor" => passage.Text.IsAny(anchor.Last, "response", "responses") && !text.IsAny(anchor.Last + 1, "rate"),
            // "responses observed in all 6 patients"; "immune responses" are something else.
            "responses" or "Responses" => IsPlain(passage, anchor) && !text.Has(anchor.Last + 2, anchor.Last + 4, "ongoing", "maintained", "durable") && text.IsAny(anchor.Last + 1, "observed", "seen", "were", "occurred", "reported") && quantity.First > anchor.Last,
            _ => IsPlain(passage, anchor) && text.Is(anchor.First, "response"),
        };
    }

    private static bool IsPlain(Passage passage, Anchor anchor) =>
        anchor.First == 0 || passage.Text[anchor.First - 1].Kind == Language.TokenKind.Symbol
        || passage.Text.IsAny(anchor.First - 1, "with", "and", "a", "the", "confirmed", "tumor", "clinical", "durable", "of", "where", "in", "showed", "shown", "demonstrated");
}
