using Alerts.Extraction.Language;
using Alerts.Extraction.Results.Endpoints;
using Alerts.Records;

namespace Alerts.Extraction.Results.Safety;

/// <summary>
/// Reads events that no lexicon knows from how they are told: "RVO occurred in 2.7%", "elevated lipase was observed in three
/// patients". Only where safety is spoken of.
/// </summary>
internal static class EventOccurrences
{
    private const int LongestName = 7;

    /// <summary>The events of a sentence; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        if (!SafetyContext.Around(passage))
            yield break;
        foreach (var value in passage.Free.Where(q => !q.IsAttribute && !q.IsRange && AdverseEventReader.IsRate(q)).ToList())
        {
            var last = VerbBefore(passage.Text, value.First) - 1;
            if (last < 0 || !passage.IsFree(value))
                continue;
            var first = EndpointTerm.StartBefore(passage, last, LongestName);
            if (first > last || passage.Anchors.Any(a => a.First <= last && a.Last >= first) || Negation.IsBefore(passage.Text, first) || IsNoEvent(passage.Text, last))
                continue;
            passage.Take(value);
            var result = AdverseEventReader.Event(passage, value, EndpointTerm.Write(passage.Text, first, last)) with { Grade = Grades.Near(passage.Text, first, last), Confidence = 0.82 };
            foreach (var point in Comparisons.With(passage, result, value, value.End))
                yield return point with { Measure = Measure.Ae, At = null };
        }
    }

    /// <summary>The verb of "occurred in 2.7%", "was observed in three patients"; -1 where a value follows no such.</summary>
    public static int VerbBefore(TokenizedText text, int value)
    {
        var i = value - 1;
        while (text.IsAny(i, "approximately", "about", "only", "nearly", "just"))
            i--;
        if (!text.IsAny(i, "in", "among", "by"))
            return -1;
        i--;
        if (text.Is(i, "occurred"))
            return i;
        return text.IsAny(i, "observed", "reported", "seen", "noted", "experienced") && text.IsAny(i - 1, "was", "were") ? i - 1 : -1;
    }

    private static bool IsNoEvent(TokenizedText text, int last) =>
        text.IsAny(last, "they", "it", "this", "these", "which", "that", "responses", "response", "improvement", "improvements", "benefit", "reduction", "reductions", "majority", "results", "effect", "activity", "shrinkage", "remission", "remissions", "clearance", "disease");
}
