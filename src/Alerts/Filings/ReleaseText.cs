using System.Text.RegularExpressions;

namespace Alerts.Filings;

/// <summary>Who issued a press release, and when: read from its first paragraphs.</summary>
internal static partial class ReleaseText
{
    private const int Reach = 40;
    private const int DatelineReach = 160;

    /// <summary>The day of the dateline ("WALTHAM, Mass. – November 30, 2021 –"), null where the release has none.</summary>
    public static DateOnly? Dateline(FilingDocument document) => FindDateline(document)?.Day;

    /// <summary>The issuer's name as the release writes it, and its trading symbol.</summary>
    public static (string? Company, string? Ticker) Issuer(FilingDocument document)
    {
        string? company = null;
        var count = 0;
        foreach (var block in document.Blocks)
        {
            if (++count > Reach)
                break;
            if (Listing().Match(block.Text) is { Success: true } listing)
                return (NameBefore(block.Text, listing.Index) ?? company, listing.Groups["t"].Value.ToUpperInvariant());
        }

        if (FindDateline(document) is { } dateline)
            company = NameAt(dateline.Block.Text, dateline.End);
        return (company, null);
    }

    /// <summary>"(Nasdaq: IMGN)" and its like.</summary>
    [GeneratedRegex(@"\((?:[^()]{0,40}?)\b(?:NASDAQ|NYSE|AMEX|OTC|OTCQB|OTCQX|NMS)[^():]{0,30}:\s{0,2}[“""]?(?<t>[A-Z][A-Z0-9.\-]{0,6})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    internal static partial Regex Listing();

    private static (DateOnly Day, TextBlock Block, int End)? FindDateline(FilingDocument document)
    {
        var count = 0;
        foreach (var block in document.Blocks)
        {
            if (++count > Reach)
                return null;
            var head = block.Text[..Math.Min(block.Text.Length, DatelineReach)];
            if (DateText.Find(head) is not { } date)
                continue;
            if (block.Kind is BlockKind.Paragraph or BlockKind.Heading && IsDateline(block.Text, date.Start, date.Start + date.Length))
                return (date.Day, block, date.Start + date.Length);
        }

        return null;
    }

    // A place stands before the day, a dash or the wire's name behind it.
    private static bool IsDateline(string text, int start, int end)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        var after = text.AsSpan(end).TrimStart();
        if (before.Contains(" on", StringComparison.Ordinal) && before.EndsWith(" on", StringComparison.Ordinal))
            return false;
        var dash = after.Length > 0 && after[0] is '-' or '–' or '—' or '(' or '/' or ')' or ':' or '\u2012' or '\u2015' or '―' or '|';
        return dash || (after.Length == 0 && before.Length is > 0 and < 80 && before[^1] is ',' or '-' or '–' or '—' or '(');
    }

    private static string? NameAt(string text, int at)
    {
        var rest = text[at..];
        var dash = rest.AsSpan().IndexOfAny("-–—");
        var start = 0;
        while (dash >= 0 && start + dash < 60)
        {
            start += dash + 1;
            dash = rest.AsSpan(start).IndexOfAny("-–—") is >= 0 and < 12 and var next ? next : -1;
        }

        var body = rest[start..].TrimStart(' ', '-', '–', '—', '/', ')');
        return CompanyName.Leading(body);
    }

    private static string? NameBefore(string text, int parenthesis) => CompanyName.Trailing(text[..parenthesis].TrimEnd());
}
