using System.Buffers;
using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>
/// Whether a sentence can state the result of an endpoint at all. Endpoints have no fixed names, so the sentence must
/// speak of a trial, and not of money, plans, animals or the disease.
/// </summary>
internal static class EndpointContext
{
    private static readonly SearchValues<string> TrialWords = SearchValues.Create(
        ["patient", "participant", "subjects", "placebo", "baseline", "week ", "weeks", "month", "treated", "treatment", " arm", "cohort", "group", "study", "trial", "dose", "adults", "responder", "Day ", "people ", "individuals", "children"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Future = SearchValues.Create(
        ["will ", "would ", "expects to", "expected to", "is expected", "plans to", "planned", "intends to", "aims to", "goal of", "hypothes", "if approved", "could potentially", "anticipate", "up to 20%", "estimated at"], StringComparison.OrdinalIgnoreCase);

    /// <summary>True where values of the sentence may be results.</summary>
    public static bool Allows(Passage passage)
    {
        var exclusions = passage.Exclusions;
        if (exclusions.IsNoResult || exclusions.IsDesign || passage.Scope.Subjects.Programs.Count == 0)
            return false;
        var text = passage.Sentence.Text.AsSpan();
        if (text.IndexOfAny(Future) >= 0)
            return false;
        return text.IndexOfAny(TrialWords) >= 0 || NamesTrial(passage) || passage.Sentence.Above.Reverse().Take(4).Any(i => passage.Sentence.Document.Blocks[i] is { Text.Length: < 400 } block && block.Text.AsSpan().IndexOfAny(TrialWords) >= 0);
    }

    /// <summary>True where the comparison names no figure of its own, so that the value is the difference: "1.4 log decline compared to placebo".</summary>
    public static bool IsDifference(Passage passage, Quantity quantity)
    {
        var text = passage.Text;
        if (Comparisons.HasBareControl(passage, quantity))
            return false;
        if (text.IsAny(quantity.Last + 1, "placebo") && text.Is(quantity.Last + 2, '-') || text.IsAny(quantity.Last + 1, "slowing"))
            return true;
        for (var i = Math.Max(passage.ClauseStart(quantity.First), quantity.First - 10); i < quantity.First; i++)
        {
            if (text.IsAny(i, "placebo") && text.Is(i + 1, '-') && text.IsAny(i + 2, "adjusted", "corrected", "controlled", "subtracted"))
                return true;
        }

        var end = passage.ClauseEnd(quantity.Last);
        for (var i = quantity.End + 1; i <= end; i++)
        {
            if (passage.Quantities.Any(q => q.First == i && q.Kind == quantity.Kind))
                return false;
            if (LinkWords.IsComparison(text, i) && ControlBehind(text, i))
                return !passage.Quantities.Any(q => q.First > i && q.First <= end && q.Kind == quantity.Kind && q.First - i < 12);
        }

        // "a slowing of decline compared to placebo, including attention, which declined by 91%"
        for (var i = passage.ClauseStart(quantity.First); i < quantity.First; i++)
        {
            if (passage.Quantities.Any(q => q.First == i && q.Kind == quantity.Kind))
                return false;
            if (LinkWords.IsComparison(text, i) && ControlBehind(text, i))
                return true;
        }

        return false;
    }

    private static bool ControlBehind(TokenizedText text, int comparison)
    {
        for (var i = comparison + 1; i < comparison + 5; i++)
        {
            if (text.IsAny(i, "placebo", "sham", "vehicle", "control", "controls", "comparator"))
                return true;
        }

        return false;
    }

    private static bool NamesTrial(Passage passage) => passage.Scope.Subjects.MentionsIn(passage.Sentence).Any();
}
