using System.Buffers;
using System.Collections.Frozen;
using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>
/// Reads shares of patients who did something: "54.2% of participants in the CBL-514 group achieved at least 20% fat volume
/// reduction", "57% were injection-free", "77%, 58% and 40% achieved intervals of ≥3, ≥4 and ≥5 months, respectively".
/// </summary>
internal static class ResponderReader
{
    private const int SubjectReach = 16;

    // The verb says nothing that the term does not.
    private static readonly FrozenSet<string> PlainVerbs = Set("achieved achieve achieving had have having experienced experiencing showed shown showing demonstrated demonstrating attained attaining exhibited reached reaching reach saw");

    // The verb belongs to the term: "remained off steroids".
    private static readonly FrozenSet<string> TermVerbs = Set("maintained maintaining required requiring remained remaining completed gained lost improved avoided stayed became met responded reported converted cleared resolved returned preferred needed seroconverted healed recovered survived relapsed progressed normalized stopped discontinued");

    private static readonly FrozenSet<string> StateVerbs = Set("were was are is being");

    // What patients brought with them is no result.
    private static readonly SearchValues<string> Baseline = SearchValues.Create(
        ["prior", "previous", "history", "metasta", "male", "female", "white", "asian", "black", "years of age", "naive", "naïve", "ecog", "mutation", "stage ", "diagnos", "refractory", "at baseline", "at enrollment", "at screening", "comorbid", "visceral", "smok", "line of", "lines of", "received", "exon", "randomized", "enrolled", "triple", "completed the study", "completed the trial", "completed treatment", "remained on treatment", "remain on treatment", "remained on study"],
        StringComparison.OrdinalIgnoreCase);

    // What only a result can be.
    private static readonly SearchValues<string> Outcomes = SearchValues.Create(
        ["free", "respon", "remission", "reduction", "improve", "negativ", "clear", "better", "normal", "cured", "weight loss", "≥", "at least", "control", "benefit", "resol", "alive", "progression", "stable", "relapse", "satisf", "interval", "suppress", "convers", "decrease", "increase", "independen", "zero ", "no detectable", "undetectable", "complete", "or higher", "or greater", "or more", "or lower", "or less"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The responder rates of a sentence; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        var free = passage.Free.Where(IsRate).ToList();
        for (var i = 0; i < free.Count; i++)
        {
            if (!passage.IsFree(free[i]))
                continue;
            var run = Run(passage, free, i);
            var verb = VerbAfter(passage, run[^1]);
            if (verb < 0 && i + 1 < free.Count && IsPair(passage, free[i], free[i + 1]) && VerbAfter(passage, free[i + 1]) is var shared and >= 0)
            {
                // "64% of patients in the zelimab group and 41% in the placebo group achieved remission"
                var isFirst = true;
                foreach (var point in ReadOne(passage, free[i + 1], shared))
                {
                    if (isFirst)
                        yield return Point(passage, free[i], point.Term!, free[i].Last) with { At = point.At };
                    passage.Take(free[i]);
                    isFirst = false;
                    yield return point;
                }

                i++;
                continue;
            }

            if (verb < 0)
                continue;
            var points = run.Count > 1 ? ReadList(passage, run, verb).ToList() : [];
            // "reduced by 83%, and 77% of patients were injection-free": no list, the last has the verb alone.
            foreach (var point in points.Count > 0 ? points : passage.Text.Is(run[^1].First - 1, "and") || run.Count == 1 ? ReadOne(passage, run[^1], verb) : [])
                yield return point;
            i += run.Count - 1;
        }
    }

    private static bool IsRate(Quantity q) =>
        !q.IsRange && !q.IsAttribute && q.Kind is QuantityKind.Percent or QuantityKind.Share && q.Value is >= 0 and <= 100000 && (q.Precision == Precision.Exact || q.Precision == Precision.About && q.Kind == QuantityKind.Percent);

    private static bool IsPair(Passage passage, Quantity first, Quantity second)
    {
        if (first.Kind != second.Kind || second.First - first.End > 14 || Arms.Behind(passage, first.Last) is null)
            return false;
        for (var i = first.End + 1; i < second.First; i++)
        {
            if (passage.Text.Is(i, "and"))
                return true;
        }

        return false;
    }

    // "77%, 58%, 40% and 24%"
    private static List<Quantity> Run(Passage passage, List<Quantity> free, int start)
    {
        var run = new List<Quantity> { free[start] };
        for (var i = start + 1; i < free.Count && free[i].Kind == free[start].Kind; i++)
        {
            var isList = true;
            for (var t = run[^1].End + 1; t < free[i].First; t++)
                isList &= passage.Text.Is(t, ',') || passage.Text.Is(t, "and");
            if (!isList)
                break;
            run.Add(free[i]);
        }

        return run;
    }

    private static IEnumerable<DataPoint> ReadOne(Passage passage, Quantity value, int verb)
    {
        var text = passage.Text;
        var first = verb + 1;
        while (text.IsAny(first, "a", "an", "the", "to", "also", "either", "now"))
            first++;
        var last = EndpointTerm.EndFrom(passage, first);
        var isTermVerb = TermVerbs.Contains(text.Span(verb).ToString()) || IsDenied(text, verb);
        var term = EndpointTerm.Write(text, isTermVerb ? verb : first, last);
        if (!IsResult(passage, value, verb, term))
            yield break;
        TakeThresholds(passage, first, last);
        passage.Take(value);
        foreach (var point in Comparisons.With(passage, Point(passage, value, term, last), value, last))
            yield return point;
    }

    private static IEnumerable<DataPoint> ReadList(Passage passage, List<Quantity> values, int verb)
    {
        var text = passage.Text;
        var first = verb + 1;
        while (text.IsAny(first, "a", "an", "the"))
            first++;
        var thresholds = passage.Quantities.Where(q => q.First > verb && q.Kind is not (QuantityKind.Percent or QuantityKind.Share) && !q.IsAttribute).Take(values.Count).ToList();
        if (thresholds.Count != values.Count)
            yield break;
        var headEnd = thresholds[0].First - 1;
        while (headEnd > first && text[headEnd].Kind == TokenKind.Symbol)
            headEnd--;
        var head = EndpointTerm.Write(text, first, headEnd);
        var arm = Arms.At(passage, values[0].First, values[^1].Last);
        for (var i = 0; i < values.Count; i++)
        {
            passage.Take(values[i]);
            passage.Take(thresholds[i]);
            var bound = text.Is(thresholds[i].First - 1, '≥') || text.Is(thresholds[i].First - 1, '>') ? text.Span(thresholds[i].First - 1).ToString() : "";
            var term = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{head} {bound}{thresholds[i].Value} {thresholds[i].Unit}");
            yield return Point(passage, values[i], term.TrimEnd(), thresholds[^1].Last) with { Arm = arm };
        }
    }

    private static DataPoint Point(Passage passage, Quantity value, string term, int last)
    {
        var point = passage.Draft(Measure.Endpoint, value);
        return point with
        {
            Term = term,
            Assessor = Assessors.At(passage, value.First, value.Last),
            At = TimePoints.At(passage, value.First, Math.Max(last, value.Last)) ?? point.At,
            Population = point.Population ?? Populations.At(passage, value.First, last),
            Confidence = value.Precision == Precision.Exact ? 0.9 : 0.82,
        };
    }

    private static bool IsResult(Passage passage, Quantity value, int verb, string term)
    {
        // "experienced at least one TEAE" is an event, not a response.
        if (term.StartsWith("at least one", StringComparison.Ordinal) && (term.Contains("adverse", StringComparison.Ordinal) || term.Contains("teae", StringComparison.Ordinal) || term.Contains("trae", StringComparison.Ordinal)))
            return false;
        if (term.Length < 4 || term.AsSpan().IndexOfAny(Baseline) >= 0)
            return false;
        var word = passage.Text.Span(verb).ToString();
        var isState = StateVerbs.Contains(word) || word is "had" or "have" or "having" or "reported" or "responded";
        return !isState || term.AsSpan().IndexOfAny(Outcomes) >= 0 || word is "had" && IsCompared(passage, value, verb);
    }

    // "5.8% of patients in the zelimab group had a stroke versus 4.8% of those in the placebo group": what two arms are compared by is a result.
    private static bool IsCompared(Passage passage, Quantity value, int verb)
    {
        var control = passage.Free.FirstOrDefault(q => q.First > verb && q.Kind == value.Kind && q.Precision == Precision.Exact);
        return control is not null && control.First - verb < SubjectReach && Enumerable.Range(verb, control.First - verb).Any(i => LinkWords.IsComparison(passage.Text, i))
            && Arms.Named(passage, value.First, value.Last) is not null && Arms.Named(passage, control.First, control.Last) is not null;
    }

    // "67% did not require rescue therapy": the denial is the result.
    private static bool IsDenied(TokenizedText text, int i) =>
        text.Is(i, "did") && text.Is(i + 1, "not") && text.IsAny(i + 2, "require", "need", "experience", "progress", "relapse", "recur", "develop", "worsen", "lose", "have", "show");

    // "of participants in the CBL-514 group", "(70 of 71)", nothing: then the verb.
    private static int VerbAfter(Passage passage, Quantity value)
    {
        var text = passage.Text;
        for (var i = value.End + 1; i <= value.End + SubjectReach && i < text.Count; i++)
        {
            var word = text.Span(i).ToString();
            if (PlainVerbs.Contains(word) || TermVerbs.Contains(word) || StateVerbs.Contains(word) || IsDenied(text, i))
            {
                // "eight of the nine patients who completed week 12 had at least …": the verb behind the relative clause counts.
                if (!text.IsAny(i - 1, "who", "that", "which"))
                    return i;
                continue;
            }

            if (passage.IsBreak(i) || text.Is(i, ',') || text.Is(i, '.') || text.Is(i, ':') || LinkWords.IsComparison(text, i) || text.Is(i, "and") && i == value.End + 1)
                return -1;
            if (passage.Quantities.Any(q => q.First == i && q.Kind is QuantityKind.Percent or QuantityKind.Share && q.First == i))
                return -1;
        }

        return -1;
    }

    private static void TakeThresholds(Passage passage, int first, int last)
    {
        foreach (var quantity in passage.Quantities.Where(q => q.First >= first && q.Last <= last))
            passage.Take(quantity);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
