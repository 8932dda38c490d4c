using Alerts.Extraction.Language;
using Alerts.Records;

namespace Alerts.Extraction.Results;

/// <summary>Finds the phrases of all measures in a sentence.</summary>
internal static class AnchorReader
{
    private static readonly PhraseLexicon<(MeasureRule Rule, bool IsAcronym)> Lexicon = new(
        MeasureRules.All.SelectMany(rule => rule.Phrases.Select(phrase => (phrase, (rule, IsAcronym(phrase))))));

    /// <summary>The anchors in order; of overlapping ones the longest.</summary>
    public static List<Anchor> Read(TokenizedText text)
    {
        var anchors = new List<Anchor>();
        for (var i = 0; i < text.Count; i++)
        {
            if (CutShort(text, i, anchors) is { } rule)
                anchors.Add(new Anchor(rule, i, i));
            if (text[i].Kind != TokenKind.Word || !Lexicon.TryMatch(text, i, out var meaning, out var last) || (meaning.IsAcronym && !IsWrittenAsAcronym(text, i, last)))
                continue;
            if (anchors.Count > 0 && IsSame(text, anchors[^1], meaning.Rule, i))
            {
                anchors[^1] = anchors[^1] with { Last = last + 1 };
                i = last + 1;
                continue;
            }

            anchors.Add(new Anchor(meaning.Rule, i, WithSum(text, WithAbbreviation(text, last))));
            i = anchors[^1].Last;
        }

        return anchors;
    }

    // "five complete and 29 partial responses", "dose reductions and interruptions": the word that both share stands once.
    private static MeasureRule? CutShort(TokenizedText text, int i, List<Anchor> anchors)
    {
        if (text.Is(i, "complete") && text[i - 1].IsNumber && text.IsAny(i + 1, "and", "or"))
        {
            var next = text[i + 2].IsNumber ? i + 3 : i + 2;
            return next > i + 2 && text.Is(next, "partial") && text.IsAny(next + 1, "response", "responses", "remission", "remissions", "responders") ? Rule(Measure.Cr) : null;
        }

        if (anchors.Count == 0 || !(text.IsAny(i - 1, "and", "or") || text.Is(i - 1, ',') || text.Is(i - 1, '/')) || i - anchors[^1].Last > 6 || anchors[^1].Rule.Measure is not (Measure.DoseReduction or Measure.DoseDelay))
            return null;
        if (text.IsAny(i, "interruption", "interruptions", "delay", "delays", "holds"))
            return Rule(Measure.DoseDelay);
        return text.IsAny(i, "reduction", "reductions") ? Rule(Measure.DoseReduction) : null;
    }

    private static MeasureRule Rule(Measure measure) => MeasureRules.All.First(rule => rule.Measure == measure);

    // "objective response rate (ORR)"
    private static bool IsSame(TokenizedText text, Anchor before, MeasureRule rule, int first) =>
        before.Rule == rule && first == before.Last + 2 && text.Is(first - 1, '(') && text.Is(first + 1, ')');

    // "intraocular inflammation (IOI)"
    private static int WithAbbreviation(TokenizedText text, int last) =>
        text.Is(last + 1, '(') && text.Is(last + 3, ')') && text[last + 2].Kind == TokenKind.Word && char.IsUpper(text.Span(last + 2)[^1] == 's' && text.Span(last + 2).Length > 1 ? text.Span(last + 2)[^2] : text.Span(last + 2)[^1])
            ? last + 3 : last;

    // "clinical benefit rate (CR + PR + SD ≥ 24 weeks)", "disease control rate (complete response (CR) + PR + SD)"
    private static int WithSum(TokenizedText text, int last)
    {
        if (!text.Is(last + 1, '('))
            return last;
        var hasPlus = false;
        var depth = 1;
        for (var i = last + 2; i < last + 24 && i < text.Count; i++)
        {
            hasPlus |= text.Is(i, '+') || text.IsAny(i, "plus", "defined");
            depth += text.Is(i, '(') ? 1 : text.Is(i, ')') ? -1 : 0;
            if (depth == 0)
                return hasPlus ? i : last;
        }

        return last;
    }

    private static bool IsAcronym(string phrase) => phrase.Length <= 5 && !phrase.Contains(' ', StringComparison.Ordinal) && char.IsUpper(phrase[^1]);

    // "ORR", "DoR", "CRs"; not "pr" and not the first part of "CR-AFRS".
    private static bool IsWrittenAsAcronym(TokenizedText text, int first, int last)
    {
        // "CRs" are responses, "CRS" is a syndrome.
        var span = text.Span(last);
        if (span[^1] == 'S' && Lexicon.TryMatch(text, first, out var match, out _) && !match.Rule.Phrases.Contains(span.ToString(), StringComparer.OrdinalIgnoreCase))
            return false;
        span = span.TrimEnd('s');
        var upper = 0;
        foreach (var c in span)
            upper += char.IsUpper(c) ? 1 : 0;
        return first == last && upper >= 2 && upper >= span.Length - 1 && !IsJoined(text, last, last + 1) && !IsJoined(text, first - 1, first);
    }

    private static bool IsJoined(TokenizedText text, int left, int right) =>
        left >= 0 && text[left].End == text[right].Start && ((text.Is(left, '-') || text.Is(right, '-')) || (text.Is(left, '/') || text.Is(right, '/')));
}
