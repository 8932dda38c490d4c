using System.Buffers;
using System.Net;

namespace Alerts.Filings;

/// <summary>Marks inside a line of Markdown: links, emphasis, escapes, entities.</summary>
internal static class MarkdownText
{
    private const int LongestLink = 2000;
    private const int DeepestLink = 4;

    private static readonly SearchValues<char> Marks = SearchValues.Create("\\![*_`<&");

    /// <summary>The text that a reader sees.</summary>
    public static string Plain(ReadOnlySpan<char> source)
    {
        var text = new InlineText();
        var link = source.IndexOf("](");
        var i = 0;
        while (i < source.Length)
        {
            var plain = source[i..].IndexOfAny(Marks);
            var run = plain < 0 ? source[i..] : source.Slice(i, plain);
            text.Append(run);
            i += run.Length;
            if (i >= source.Length)
                break;
            if (link >= 0 && link < i)
                link = source[i..].IndexOf("](") is >= 0 and var next ? i + next : -1;

            // A bracket far from the next link, as in "[CI]", is text; looking for its end each time would take the square of the text.
            if (source[i] == '[' && (link < 0 || link - i > LongestLink))
            {
                text.Append(source.Slice(i++, 1));
                continue;
            }

            i += Mark(source, i, link >= 0 && link - i <= LongestLink, text);
        }

        return text.Take();
    }

    /// <summary>True where all of a line is bold.</summary>
    public static bool IsBold(ReadOnlySpan<char> source)
    {
        source = source.Trim();
        return source.Length > 4 && source.StartsWith("**") && source.EndsWith("**") && source[2] != ' ';
    }

    /// <summary>The cells of a table's line.</summary>
    public static List<string> Cells(ReadOnlySpan<char> line)
    {
        var cells = new List<string>();
        var start = 1;
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                i++;
            }
            else if (line[i] == '|')
            {
                cells.Add(line[start..i].ToString());
                start = i + 1;
            }
        }

        if (start < line.Length)
            cells.Add(line[start..].ToString());
        return cells;
    }

    // Handles the mark at a place and says how many characters it took.
    private static int Mark(ReadOnlySpan<char> source, int i, bool hasLink, InlineText text)
    {
        switch (source[i])
        {
            case '\\' when i + 1 < source.Length && char.IsPunctuation(source[i + 1]) || i + 1 < source.Length && char.IsSymbol(source[i + 1]):
                text.Append(source.Slice(i + 1, 1));
                return 2;
            case '!' when i + 1 < source.Length && source[i + 1] == '[' && hasLink && Link(source, i + 1) is { } image:
                return 1 + image.Length;
            case '[' when Link(source, i) is { } link:
                text.Append(Plain(source.Slice(i + 1, link.TextLength)));
                return link.Length;
            case '*':
                return Stars(source, i, text);
            case '_' when IsEdge(source, i):
                return 1;
            case '<' when Tag(source, i, text) is > 0 and var tag:
                return tag;
            case '&' when Entity(source, i, text) is > 0 and var entity:
                return entity;
            default:
                text.Append(source.Slice(i, 1));
                return 1;
        }
    }

    // Stars are emphasis where they touch a word on one side only; "p*" and "5 * 3" keep theirs.
    private static int Stars(ReadOnlySpan<char> source, int i, InlineText text)
    {
        var count = source[i..].IndexOfAnyExcept('*');
        if (count < 0)
            count = source.Length - i;
        var before = i > 0 && source[i - 1] != ' ';
        var after = i + count < source.Length && source[i + count] != ' ';
        if (!before && !after)
            text.Append(source.Slice(i, count));
        return count;
    }

    // "_word_", but not "under_score".
    private static bool IsEdge(ReadOnlySpan<char> source, int i) =>
        i == 0 || i == source.Length - 1 || !char.IsLetterOrDigit(source[i - 1]) || !char.IsLetterOrDigit(source[i + 1]);

    private static (int TextLength, int Length)? Link(ReadOnlySpan<char> source, int i)
    {
        var reach = source.Slice(i, Math.Min(source.Length - i, LongestLink));
        var depth = 0;
        for (var j = 0; j < reach.Length; j++)
        {
            if (reach[j] == '[')
            {
                if (++depth > DeepestLink)
                    return null;
            }
            else if (reach[j] == ']' && --depth == 0)
            {
                if (j + 1 >= reach.Length || reach[j + 1] != '(')
                    return null;
                var close = reach[(j + 1)..].IndexOf(')');
                return close < 0 ? null : (j - 1, j + 2 + close);
            }
        }

        return null;
    }

    private static int Tag(ReadOnlySpan<char> source, int i, InlineText text)
    {
        if (i + 1 >= source.Length || !(char.IsAsciiLetter(source[i + 1]) || source[i + 1] == '/'))
            return 0;
        var close = source.Slice(i, Math.Min(source.Length - i, 400)).IndexOf('>');
        if (close < 0)
            return 0;
        var tag = source.Slice(i + 1, close - 1);
        if (tag.StartsWith("http", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("www", StringComparison.OrdinalIgnoreCase))
            text.Append(tag);
        else if (!tag.StartsWith("su", StringComparison.Ordinal) && !tag.StartsWith("/su", StringComparison.Ordinal))
            text.Blank();
        return close + 1;
    }

    private static int Entity(ReadOnlySpan<char> source, int i, InlineText text)
    {
        var close = source.Slice(i, Math.Min(source.Length - i, 12)).IndexOf(';');
        if (close < 2)
            return 0;
        var entity = source.Slice(i, close + 1).ToString();
        var decoded = WebUtility.HtmlDecode(entity);
        if (decoded == entity)
            return 0;
        text.Append(decoded);
        return close + 1;
    }
}
