using System.Buffers;
using System.Text;

namespace Alerts.Filings;

/// <summary>
/// Keeps HTML from nesting deeper than any page does. A tree builder looks through its open elements at nearly every tag,
/// and opens every unclosed formatting element anew in each block, so that ten thousand levels cost as much as their square.
/// Tags beyond the limits are left out; text never is.
/// </summary>
internal static class HtmlNesting
{
    private const int DeepestElements = 200;
    private const int DeepestFormatting = 24;

    // Formatting elements opened anew, over the whole page, beyond which no author meant them.
    private const int MostReopened = 200_000;

    // Elements that need no end tag: HTML of the nineties never closes them.
    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "td", "th", "tr", "dd", "dt", "option", "optgroup", "thead", "tbody", "tfoot", "colgroup", "col", "br", "hr", "img", "input", "meta", "link",
        "base", "area", "param", "wbr", "frame", "embed", "source", "track", "page", "html", "head", "body",
    };

    private static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> UnclosedNames = Unclosed.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FormattingNames = Formatting.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The page itself where it nests as pages do; else a copy without the tags that go too deep.</summary>
    public static string Limit(string html)
    {
        var depth = 0;
        var formatting = 0;
        var skippedElements = 0;
        var skippedFormatting = 0;
        var reopened = 0L;
        StringBuilder? copy = null;
        var copied = 0;
        foreach (var tag in new Tags(html))
        {
            if (tag.IsSelfClosed || (UnclosedNames.Contains(tag.Name) && !(tag.IsStart && formatting > 0)))
                continue;
            var isDropped = FormattingNames.Contains(tag.Name)
                ? Count(tag.IsStart, ref formatting, ref skippedFormatting, reopened > MostReopened ? 0 : DeepestFormatting)
                : !UnclosedNames.Contains(tag.Name) && Count(tag.IsStart, ref depth, ref skippedElements, DeepestElements);
            if (tag.IsStart && !isDropped && !FormattingNames.Contains(tag.Name))
                reopened += formatting;
            if (!isDropped)
                continue;
            copy ??= new StringBuilder(html.Length);
            copy.Append(html, copied, tag.Start - copied);
            copied = tag.End;
        }

        return copy is null ? html : copy.Append(html, copied, html.Length - copied).ToString();
    }

    // Counts an open or closed element and says whether its tag goes.
    private static bool Count(bool isStart, ref int open, ref int skipped, int limit)
    {
        if (isStart)
        {
            if (open >= limit)
            {
                skipped++;
                return true;
            }

            open++;
            return false;
        }

        if (skipped > 0)
        {
            skipped--;
            return true;
        }

        open = Math.Max(0, open - 1);
        return false;
    }

    // The tags of a page in order, comments left out. A struct, so that walking a page costs nothing.
    private ref struct Tags(string html)
    {
        private readonly ReadOnlySpan<char> _html = html;
        private int _at;

        public Tag Current { get; private set; }

        public readonly Tags GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_at < _html.Length && _html[_at..].IndexOf('<') is >= 0 and var offset)
            {
                var start = _at + offset;
                var rest = _html[(start + 1)..];
                _at = start + 1;
                if (rest.StartsWith("!--"))
                {
                    var close = rest.IndexOf("-->");
                    _at = close < 0 ? _html.Length : start + 1 + close;
                    continue;
                }

                var isStart = rest.Length > 0 && char.IsAsciiLetter(rest[0]);
                if (!isStart && !(rest.Length > 1 && rest[0] == '/' && char.IsAsciiLetter(rest[1])))
                    continue;
                var name = isStart ? rest : rest[1..];
                var end = rest.IndexOf('>');
                if (end < 0)
                    return false;
                var length = name.IndexOfAny(NameEnds);
                _at = start + end + 2;
                Current = new Tag(start, _at, isStart, end > 0 && rest[end - 1] == '/', name[..length]);
                return true;
            }

            return false;
        }
    }

    private readonly ref struct Tag(int start, int end, bool isStart, bool isSelfClosed, ReadOnlySpan<char> name)
    {
        public int Start { get; } = start;

        public int End { get; } = end;

        public bool IsStart { get; } = isStart;

        public bool IsSelfClosed { get; } = isSelfClosed;

        public ReadOnlySpan<char> Name { get; } = name;
    }
}
