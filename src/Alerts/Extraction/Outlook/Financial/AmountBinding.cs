using Alerts.Extraction.Language;
using Alerts.Extraction.Outlook.Windows;
using Alerts.Records;

namespace Alerts.Extraction.Outlook.Financial;

/// <summary>Decides what an amount of a sentence is the amount of, and for which period.</summary>
internal static class AmountBinding
{
    /// <summary>A metric further away than this is another statement's.</summary>
    private const int Reach = 220;

    private static readonly string[] Comparing =
    [
        "from", "versus", "vs.", "vs", "compared to", "compared with", "than", "previously", "previous", "prior", "against", "was", "were", "previous range of", "prior range of", "previous guidance of", "prior guidance of",
        "previously expected", "previous outlook of", "prior outlook of", "up from", "down from",
    ];

    private static readonly string[] Changing = ["by", "increase of", "increases of", "decrease of", "decreases of", "reduction of", "improvement of", "savings of", "increase in", "benefit of", "impact of"];

    private static readonly string[] Hedges = ["approximately", "about", "around", "roughly", "nearly", "a", "an", "the", "of", "between", "range", "to be", "guidance", "~"];

    private static readonly string[] Aside =
    [
        "reflecting", "representing", "including", "includes", "excluding", "excludes", "driven by", "primarily due", "consisting of", "compared", "assuming", "versus", "which reflects", "due to", "as well as", "net of", "related to",
        "offset by", "milestone", "under which",
    ];

    /// <summary>True for a figure that others are measured against: "from $736,000", "versus $4.49".</summary>
    public static bool IsComparison(string text, Amount amount)
    {
        var before = text.AsSpan(Math.Max(0, amount.Start - 48), amount.Start - Math.Max(0, amount.Start - 48)).TrimEnd(" (*");
        var isRange = amount.Low is { } low && amount.High is { } high && low < high;
        for (var more = true; more;)
        {
            more = false;
            foreach (var hedge in Hedges)
            {
                if (before.EndsWith(" " + hedge, StringComparison.OrdinalIgnoreCase))
                {
                    before = before[..^hedge.Length].TrimEnd(" (*");
                    more = true;
                }
            }
        }

        foreach (var word in Changing)
        {
            if (!amount.IsPercent && EndsWith(before, word))
                return true;
        }

        foreach (var word in Comparing)
        {
            if (!EndsWith(before, word))
                continue;
            // "in the range from $5 to $6 million", "ranging from", "more than $5 million"
            var rest = before[..^word.Length].TrimEnd();
            if (word == "than" && (rest.EndsWith("more", StringComparison.OrdinalIgnoreCase) || rest.EndsWith("less", StringComparison.OrdinalIgnoreCase) || rest.EndsWith("greater", StringComparison.OrdinalIgnoreCase)))
                continue;
            if (word == "from" && isRange && (rest.EndsWith("range", StringComparison.OrdinalIgnoreCase) || rest.EndsWith("ranging", StringComparison.OrdinalIgnoreCase) || rest.EndsWith("be", StringComparison.OrdinalIgnoreCase)))
                continue;
            return true;
        }

        return false;
    }

    private static bool EndsWith(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[text.Length - word.Length - 1]));

    /// <summary>The metric that an amount belongs to; null where the sentence does not say.</summary>
    public static MetricMention? MetricOf(Passage passage, Amount amount, List<MetricMention> mentions, MetricMention? topic, bool inGuidance)
    {
        var text = passage.Text;
        var before = mentions.LastOrDefault(m => m.End <= amount.Start && amount.Start - m.End <= Reach && !IsInAside(passage.Tokens, m, mentions));
        if (before is not null)
            return IsAside(text, before.End, amount.Start) || (amount.IsPercent && IsShareOf(text, amount)) ? null : before;
        // "$175 million of revenue", "$50 million in capital expenditures"
        var after = mentions.FirstOrDefault(m => m.Start >= amount.End);
        if (after is not null && IsOf(text, amount.End, after.Start))
            return after;
        // "This range assumes volumes that are down 5%": no figure of what the range is of.
        if (topic is not null && passage.Tokens.IsAny(0, "this", "it", "these") && !passage.Tokens.IsAny(1, "range", "assumes") && !passage.Tokens.IsAny(2, "assumes"))
            return topic with { Start = 0, End = 0 };
        return UnknownMetric.Before(passage, amount, inGuidance);
    }

    /// <summary>"operating expenses, including cost of revenue, …": the metric before it is the one that is guided.</summary>
    private static bool IsInAside(TokenizedText text, MetricMention mention, List<MetricMention> mentions)
    {
        var token = text.IndexAt(mention.Start);
        for (var i = token - 1; i >= 0 && i >= token - 5; i--)
        {
            if (text.IsAny(i, ";", "|", ":"))
                return false;
            // "total revenue of $410 million, including ZELIVA net sales of $350 million": guided like the whole.
            if (mention.Segment is not null && text.IsAny(i, "including", "includes"))
                return false;
            if (text.IsAny(i, "reduction", "reductions", "reduce", "including", "excluding", "includes", "excludes", "inclusive", "exclusive", "versus", "vs", "compared", "than", "over", "net"))
                return true;
        }

        return false;
    }

    /// <summary>"10% of revenue" is a share, not a change.</summary>
    private static bool IsShareOf(string text, Amount amount) =>
        text.AsSpan(amount.End).TrimStart().StartsWith("of ", StringComparison.OrdinalIgnoreCase);

    private static bool IsAside(string text, int start, int end)
    {
        var between = text.AsSpan(start, end - start);
        foreach (var word in Aside)
        {
            var at = between.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            // An aside between commas is over before the verb: "Operating expenses, including eCERA, are expected to be …"
            if (at >= 0 && !between[at..].Contains(" expected", StringComparison.OrdinalIgnoreCase) && !between[at..].Contains(" be ", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsOf(string text, int start, int end)
    {
        if (end - start > 60)
            return false;
        var between = text.AsSpan(start, end - start).Trim();
        return between.IsEmpty || between.StartsWith("of", StringComparison.OrdinalIgnoreCase) || between.StartsWith("in", StringComparison.OrdinalIgnoreCase)
            || between.StartsWith("for", StringComparison.OrdinalIgnoreCase) || between.StartsWith("increase in", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The phrase of time that says for when: the nearest one of the metric and amount that is no comparison.</summary>
    public static TimePhrase? PeriodOf(Passage passage, Amount amount, MetricMention mention)
    {
        TimePhrase? best = null;
        var distance = int.MaxValue;
        foreach (var phrase in passage.Times)
        {
            if (IsCompared(passage.Text, phrase, amount.End))
                continue;
            var label = mention.Name.Metric == FinancialMetric.Cash
                ? FiscalPeriods.EndOf(phrase, passage.Date)?.ToString("O")
                : FiscalPeriods.Label(phrase, passage.Fiscal, passage.Date);
            if (label is null)
                continue;
            var gap = phrase.Start >= amount.End ? phrase.Start - amount.End : Math.Max(0, amount.Start - phrase.End);
            if (phrase.Start >= amount.End && HasAmountBetween(passage.Text, amount.End, phrase.Start))
                gap += Reach;
            if (gap < distance)
                (best, distance) = (phrase, gap);
        }

        return best;
    }

    private static bool HasAmountBetween(string text, int start, int end) => text.AsSpan(start, end - start).ContainsAny(['$', '%', ';']);

    /// <summary>"compared to 2024", "over the prior year", "versus the fourth quarter of 2024".</summary>
    private static bool IsCompared(string text, TimePhrase phrase, int amountEnd)
    {
        var start = phrase.Start > amountEnd ? amountEnd : Math.Max(0, phrase.Start - 28);
        var before = text.AsSpan(start, phrase.Start - start);
        foreach (var word in (ReadOnlySpan<string>)["compared", "versus", " vs", " over ", "than ", "relative to", "against"])
        {
            if (before.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return phrase.Relation == TimeRelation.AsOf && before.EndsWith("from ", StringComparison.OrdinalIgnoreCase);
    }
}
