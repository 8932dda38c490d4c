using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Patients;

/// <summary>
/// Reads how many patients a trial has or is to have: "SORAYA enrolled 106 patients", "30 patients receiving the drug",
/// "a study of 96 patients", "expected to enroll 40 patients" (planned).
/// </summary>
internal static class EnrollmentReader
{
    private const int Reach = 12;

    /// <summary>The sizes that a sentence states; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        if (passage.Exclusions.IsPreclinical || passage.Exclusions.IsMoney || (passage.Exclusions.IsEpidemiology && !passage.Text.Has(0, passage.Text.Count, "enrolled", "randomized", "enroll")))
            yield break;
        // Patients of a marketed drug are in no trial.
        if (passage.Text.Has(0, passage.Text.Count, "commercially", "commercial", "prescribed", "marketed"))
            yield break;
        foreach (var point in SizesInBrackets(passage))
            yield return point;
        foreach (var quantity in passage.Free.Where(IsSize).ToList())
        {
            if (IsPartOfGroup(passage, quantity))
                continue;
            var isPlanned = IsPlanned(passage, quantity);
            if (!IsEnrolled(passage, quantity, isPlanned))
                continue;
            passage.Take(quantity);
            var point = passage.Draft(Measure.Enrollment, quantity);
            if (IsWholeProgram(passage, quantity))
                point = point with { Trial = null, Phase = null };
            yield return point with { Population = isPlanned ? "planned" : point.Population, Arm = point.Arm?.Contains("mg", StringComparison.Ordinal) == true ? point.Arm : null, At = null, N = null, Confidence = isPlanned ? 0.9 : 0.93 };
        }
    }

    // "In the Phase III trial EMILIA (N=991), …"
    private static IEnumerable<DataPoint> SizesInBrackets(Passage passage)
    {
        var text = passage.Text;
        for (var i = 1; i + 4 < text.Count; i++)
        {
            if (!text.Is(i, '(') || !text.Is(i + 1, "n") || !text.Is(i + 2, '=') || !text[i + 3].IsNumber || !text.Is(i + 4, ')'))
                continue;
            if (!text.IsAny(i - 1, "trial", "study") && !NamesTrial(passage, i - 1))
                continue;
            yield return passage.Draft(Measure.Enrollment, i - 1, i + 4) with { Value = text[i + 3].Number, Unit = "patients", Arm = null, Population = null, At = null, Confidence = 0.93 };
        }
    }

    private static bool IsSize(Quantity q) => q.Kind == QuantityKind.Patients && !q.IsRange && q.Value >= 2;

    // "more than 700 patients treated in the broader program"
    private static bool IsWholeProgram(Passage passage, Quantity quantity) => HasWord(passage.Text, quantity.Last + 1, quantity.Last + 14, "program", "studies", "trials", "programs");

    // "3 with large B-cell lymphoma", "two patients each": a part of the patients.
    private static bool IsPartOfGroup(Passage passage, Quantity quantity)
    {
        var text = passage.Text;
        return text.Is(quantity.First - 1, "other") || text.IsAny(quantity.First + 1, "more", "additional", "other", "further") || text.Is(quantity.Last + 1, "each") || text.IsAny(quantity.First - 1, "per", "every", "than", "first", "last") && !text.IsAny(quantity.First - 2, "more", "fewer");
    }

    private static bool IsPlanned(Passage passage, Quantity quantity)
    {
        var text = passage.Text;
        for (var i = passage.ClauseStart(quantity.First); i < Math.Min(text.Count, quantity.Last + 6); i++)
        {
            // "was to include 23 patients"
            if (i < quantity.First && text.Is(i, "to") && text.IsAny(i + 1, "include", "enroll", "recruit", "treat", "randomize"))
                return true;
            // "333 patients are to be randomized", "planned to enroll"
            if (i > quantity.Last && text.Is(i, "to") && text.Is(i + 1, "be"))
                return true;
            if (i > quantity.Last && (text.IsAny(i, "and", "in", "as", "with", "who") || text.Is(i, ',')))
                return quantity.IsAttribute && IsToCome(passage, quantity);
            if (text.IsAny(i, "will", "expected", "expects", "expect", "anticipated", "anticipates", "anticipate", "plan", "plans", "planned", "planning", "intends", "intended", "targeted", "targets", "targeting", "aims", "seeks", "seek", "seeking", "designed", "initiating", "up") && !(text.IsAny(i, "up", "designed") && !text.Is(i + 1, "to")))
                return !text.Is(i, "up") || i == quantity.First - 2;
        }

        return quantity.IsAttribute && IsToCome(passage, quantity);
    }

    // "our 10,000-patient study": a size that describes a study not reported on is its plan.
    private static bool IsToCome(Passage passage, Quantity quantity) =>
        !passage.Quantities.Any(q => q.Kind == QuantityKind.Percent) && !HasWord(passage.Text, 0, passage.Text.Count - 1, "results", "data", "completed", "showed", "demonstrated", "met", "reported", "had", "achieved");

    private static bool IsEnrolled(Passage passage, Quantity quantity, bool isPlanned)
    {
        var text = passage.Text;
        var start = Math.Max(passage.ClauseStart(quantity.First), quantity.First - Reach);
        // "10,000-participant study"
        if (quantity.IsAttribute)
            return HasWord(text, quantity.Last + 1, quantity.Last + 10, "study", "trial");
        for (var i = quantity.First - 1; i >= start; i--)
        {
            if (text[i].IsNumber || text.Is(i, '.') || text.Is(i, ';'))
                break;
            if (text.IsAny(i, "enrolled", "enrolling", "enroll", "enrolls", "recruited", "recruiting", "recruit", "randomized", "randomised", "randomize", "randomise", "enrollment", "dosed", "treated") || (text.Is(i, "include") && text.IsAny(i - 1, "to", "will")) || (text.IsAny(i, "treat", "dose") && text.IsAny(i - 1, "to", "will")))
                return quantity.First - i <= 8 && !text.IsAny(i - 1, "previously", "who");
            // "a study of 96 patients", "a trial in approximately 36 patients"
            if (text.IsAny(i, "study", "trial") && text.IsAny(i + 1, "of", "in", "with", "involving") && OnlyFilling(text, i + 2, quantity.First))
                return true;
            if (text.IsAny(i, "included", "includes", "comprised") && text.IsAny(i - 1, "study", "trial", "population", "set", "analysis") && OnlyFilling(text, i + 1, quantity.First))
                return true;
            // "Among the 30 patients receiving the drug"
            if (text.IsAny(i, "among", "amongst") && OnlyFilling(text, i + 1, quantity.First) && (text.IsAny(quantity.Last + 1, "receiving", "treated", "enrolled", "dosed") || text.IsAny(quantity.First + 1, "enrolled", "treated", "dosed", "randomized")))
                return true;
        }

        return IsSubjectOfEnrollment(passage, quantity, isPlanned);
    }

    // "Eighteen patients had been enrolled", "95 patients enrolled as of", "49 treated patients had", "eight participants received a dose"
    private static bool IsSubjectOfEnrollment(Passage passage, Quantity quantity, bool isPlanned)
    {
        var text = passage.Text;
        if (text.IsAny(quantity.First + 1, "treated", "enrolled", "randomized", "dosed") && text.IsAny(quantity.Last + 1, "had", "were", "with"))
            return true;
        // "of the 106 patients treated", "the 106 patients in SORAYA", "104 patients were evaluable"
        // "50 patients were administered GTx-104"
        if (text.Is(quantity.Last + 1, "were") && text.IsAny(quantity.Last + 2, "administered", "given"))
            return true;
        // "safety data from at least 300 participants treated": what is asked for.
        if (quantity.Precision == Precision.AtLeast && text.IsAny(quantity.First - 1, "least", "of") && text.Has(quantity.First - 5, quantity.First, "from", "on", "minimum", "data"))
            return false;
        if (text.IsAny(quantity.Last + 1, "treated", "dosed", "randomized"))
            return !text.IsAny(quantity.Last + 2, "before", "previously", "earlier");
        if (text.Is(quantity.First - 1, "the") && text.IsAny(quantity.Last + 1, "in", "of", "from") && NamesTrial(passage, quantity.Last + 2))
            return true;
        if (text.IsAny(quantity.Last + 1, "were", "are") && text.IsAny(quantity.Last + 2, "evaluable", "evaluated"))
            return true;
        var depth = 0;
        for (var i = quantity.Last + 1; i <= quantity.Last + Reach && i < text.Count; i++)
        {
            depth += text.Is(i, '(') ? 1 : text.Is(i, ')') ? -1 : 0;
            if (depth > 0)
                continue;
            if (text.Is(i, '.') || text.Is(i, ';') || text.Is(i, ',') || (text[i].IsNumber && !text.Is(i - 1, "than")))
                return false;
            if (text.IsAny(i, "enrolled", "entered", "accrued", "randomized", "randomised", "dosed", "recruited") || (text.Is(i, "assigned") && text.Is(i - 1, "randomly")))
                return !text.IsAny(i - 1, "who", "not", "previously");
            if (text.IsAny(i, "treated"))
                return text.IsAny(i - 1, "were", "been", "have", "was");
            if (text.Is(i, "received") && i == quantity.Last + 1)
                return quantity.First == passage.ClauseStart(quantity.First) || text.Is(quantity.First - 1, ',') || (text.Is(quantity.First - 1, "and") && text.Has(0, quantity.First, "administered", "received", "treated", "given"));
            if (text.IsAny(i, "who", "achieved", "had", "experienced") && !text.Is(i + 1, "been"))
                return false;
        }

        return false;
    }

    private static bool NamesTrial(Passage passage, int token)
    {
        var at = passage.Sentence.Start + passage.Text[passage.Text.Is(token, "the") ? token + 1 : token].Start;
        return passage.Scope.Subjects.MentionsIn(passage.Sentence).Any(m => m.Trial is not null && m.Start <= at && at < m.End);
    }

    private static bool OnlyFilling(TokenizedText text, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!text.IsAny(i, "approximately", "about", "the", "a", "total", "of", "over", "more", "than", "nearly", "up", "to", "all", "some", "around") && !text.Is(i, '~'))
                return false;
        }

        return true;
    }

    private static bool HasWord(TokenizedText text, int first, int last, params ReadOnlySpan<string> words)
    {
        for (var i = first; i <= last && i < text.Count; i++)
        {
            if (text.IsAny(i, words))
                return true;
        }

        return false;
    }
}
