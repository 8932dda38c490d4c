namespace Alerts.Filings;

/// <summary>The line that begins a press release: place, day, wire, and then the text.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Block">Index of the block in which the text begins.</param>
/// <param name="Start">Where in that block it begins.</param>
internal sealed record Dateline(DateOnly Day, int Block, int Start)
{
    private const int Reach = 60;
    private const int LongestHead = 180;
    private const int LongestWire = 60;

    private static readonly string[] Wires =
        ["GLOBE NEWSWIRE", "GlobeNewswire", "PRNewswire", "PR Newswire", "BUSINESS WIRE", "Business Wire", "ACCESSWIRE", "Marketwired", "NEWMEDIAWIRE"];

    /// <summary>Finds the dateline of a document, or null.</summary>
    /// <param name="document">The document.</param>
    /// <param name="reference">
    /// A day near the release's, for datelines that leave out the year ("SAN JOSE, Calif., April 21 /PRNewswire/"); null where unknown.
    /// </param>
    public static Dateline? Find(FilingDocument document, DateOnly? reference)
    {
        Dateline? alone = null;
        for (var i = 0; i < Math.Min(document.Blocks.Count, Reach); i++)
        {
            var block = document.Blocks[i];
            if (block.Kind == BlockKind.TableRow)
                continue;
            var head = block.Text[..Math.Min(block.Text.Length, LongestHead)];
            if (DateText.Find(head, reference) is not { } date || !IsPlace(head.AsSpan(0, date.Start)))
                continue;
            var after = date.Start + date.Length;
            var start = SkipWire(block.Text, after);
            if (start > after && start < block.Text.Length)
                return new Dateline(date.Day, i, start);

            // The whole block: the text begins in the next one. Wires also repeat place and day above the text.
            if (start >= block.Text.Length && block.Kind != BlockKind.Bullet)
                alone ??= new Dateline(date.Day, i + 1, 0);
        }

        return alone;
    }

    // A place, or nothing but marks, stands before the day; a sentence does not.
    private static bool IsPlace(ReadOnlySpan<char> before)
    {
        before = before.Trim();
        if (before.Length == 0)
            return true;
        if (before.Length > 120 || HasArticle(before) || before.Contains("dated", StringComparison.OrdinalIgnoreCase))
            return false;
        return before[^1] is ',' or '-' or '–' or '—' or '(' or '.' or ')' or '/' or '|'
            || (before[^1] == ':' && before.Length < 12)
            || (before.Length < 60 && char.IsUpper(before[before.LastIndexOf(' ') + 1]) && (before.Contains(',') || HeadingText.IsCapitals(before)));
    }

    // An article makes a sentence, but for the country that has one: "UTRECHT, The Netherlands and CAMBRIDGE, Mass.,".
    private static bool HasArticle(ReadOnlySpan<char> before)
    {
        var at = before.IndexOf(" the ", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && !before[(at + 5)..].StartsWith("Netherlands", StringComparison.OrdinalIgnoreCase);
    }

    // Past dashes and the wire's name: " (GLOBE NEWSWIRE) -- ", " /PRNewswire/ -- ", ") – ", "--(BUSINESS WIRE)--".
    private static int SkipWire(string text, int at)
    {
        var start = at;
        while (at < text.Length)
        {
            var rest = text.AsSpan(at);
            var taken = rest[0] switch
            {
                ' ' or ')' or ',' or '-' or '‐' or '‒' or '–' or '—' or '―' or '|' or '.' or ':' => 1,
                '(' => Enclosed(rest, ')'),
                '/' => Math.Max(1, Enclosed(rest, '/')),
                _ => Wire(rest),
            };
            if (taken == 0)
                break;
            at += taken;
        }

        // A blank or comma alone is prose that goes on: "February 10, 2025 at 8:00 a.m.".
        return at == text.Length || text.AsSpan(start, at - start).IndexOfAnyExcept(' ', ',') >= 0 ? at : start;
    }

    private static int Enclosed(ReadOnlySpan<char> rest, char end) =>
        rest[1..Math.Min(rest.Length, LongestWire)].IndexOf(end) is >= 0 and var close ? close + 2 : 0;

    private static int Wire(ReadOnlySpan<char> rest)
    {
        foreach (var wire in Wires)
        {
            if (rest.StartsWith(wire, StringComparison.Ordinal))
                return wire.Length;
        }

        return 0;
    }
}
