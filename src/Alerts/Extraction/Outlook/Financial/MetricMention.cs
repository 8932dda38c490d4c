using Alerts.Extraction.Language;
using Alerts.Records;

namespace Alerts.Extraction.Outlook.Financial;

/// <summary>A metric named in a text.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="Name">What it is.</param>
/// <param name="Basis"><c>GAAP</c>, <c>adjusted</c> or null.</param>
/// <param name="Segment">The part of the business that it is limited to ("MRD business"); null for the whole.</param>
internal sealed record MetricMention(int Start, int End, MetricName Name, string? Basis = null, string? Segment = null)
{
    private const int WordsOfBasis = 4;

    private const int ShortestProduct = 5;

    private static readonly string[] NoProducts = ["TOTAL", "EBITDA", "GUIDANCE", "FINANCIAL", "QUARTER", "ANNUAL", "FISCAL", "OUTLOOK", "EXPECTED", "UPDATED", "PRODUCT", "GLOBAL", "REVENUE", "SALES", "NASDAQ", "ADJUSTED", "RECURRING", "SUBSCRIPTION", "SERVICES", "ORGANIC"];

    private static readonly string[] SegmentNouns = ["business", "businesses", "segment", "division", "franchise", "unit"];

    /// <summary>All metrics that a text names, in order.</summary>
    public static List<MetricMention> Find(TokenizedText text)
    {
        var mentions = new List<MetricMention>();
        for (var i = 0; i < text.Count; i++)
        {
            if (!MetricName.Lexicon.TryMatch(text, i, out var name, out var last))
                continue;
            var end = text[last].End;
            if (name.IsNone)
            {
                i = last;
                continue;
            }

            var product = ProductBefore(text, i);
            // What one product earns is product revenue, whatever the words.
            if (product is not null && name.Metric == FinancialMetric.Revenue)
                name = name with { Metric = FinancialMetric.ProductRevenue };
            mentions.Add(new(text[i].Start, end, name, BasisBefore(text, i), product ?? SegmentAround(text, i, last)));
            i = last;
        }

        return mentions;
    }

    /// <summary>"non-GAAP gross margin", "Adjusted EPS", "GAAP net loss".</summary>
    private static string? BasisBefore(TokenizedText text, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - WordsOfBasis; i--)
        {
            if (text.IsAny(i, ",", ";", ":", "and", "or", "|"))
                return null;
            if (text.IsAny(i, "adjusted", "core", "organic"))
                return "adjusted";
            if (text.Is(i, "GAAP"))
                return (text.Is(i - 1, '-') && text.Is(i - 2, "non")) || text.Is(i - 1, "non") ? "adjusted" : "GAAP";
        }

        return text.IsAny(first, "adjusted") ? "adjusted" : null;
    }

    /// <summary>"revenue for the MRD business", "for the pre-eCERA business … revenues".</summary>
    private static string? SegmentAround(TokenizedText text, int first, int last)
    {
        for (var i = last + 1; i <= last + 8 && i < text.Count; i++)
        {
            if (text[i].IsNumber || text.IsAny(i, ",", ";", ":", "|", "$"))
                break;
            if (text.IsAny(i, SegmentNouns) && LimitBefore(text, i, last + 1) is { } after)
                return after;
        }

        if (text.Is(0, "for") && text.Is(1, "the"))
        {
            for (var i = 2; i < first && i < 14; i++)
            {
                if (text.IsAny(i, SegmentNouns))
                    return text.Slice(2, i);
            }
        }

        return null;
    }

    /// <summary>"ZELIVA net product revenue", "Zeliva® net sales": a product's name, told by its capitals or its mark.</summary>
    private static string? ProductBefore(TokenizedText text, int first)
    {
        var i = first - 1;
        while (text.IsAny(i, "net", "product", "global", "worldwide", "U.S", "US", "U", "S", ".", "total"))
            i--;
        if (text.Is(i, '®') || text.Is(i, '™'))
            return text.Is(i - 1, ')') || text[i - 1].Kind != TokenKind.Word ? null : text.Span(i - 1).ToString();
        var name = text.Span(i);
        return name.Length >= ShortestProduct && text[i].Kind == TokenKind.Word && name.IndexOfAnyExceptInRange('A', 'Z') < 0 && !NoProducts.Contains(name.ToString()) ? name.ToString() : null;
    }

    private static string? LimitBefore(TokenizedText text, int noun, int first)
    {
        for (var i = noun - 1; i >= first; i--)
        {
            if (text.IsAny(i, "for", "of", "from", "in"))
                return text.Slice(text.IsAny(i + 1, "the", "our", "its") ? i + 2 : i + 1, noun);
        }

        return null;
    }
}
