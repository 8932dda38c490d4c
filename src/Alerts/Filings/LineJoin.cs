using System.Text;

namespace Alerts.Filings;

/// <summary>Whether and how a line goes on in the next one.</summary>
internal static class LineJoin
{
    private static readonly string[] Connectors = ["of", "and", "the", "in", "for", "to", "with", "by", "on", "from", "or", "at", "as", "a", "an", "under", "see"];

    /// <summary>True where the second of two lines, broken by hand, continues the first.</summary>
    public static bool RunsOn(string line, string next)
    {
        if (line.Length == 0 || next.Length == 0 || BulletMark.TryStrip(next, out _, out _))
            return false;
        if (char.IsLower(next[0]) || line[^1] is ',' or '-' or '&')
            return true;
        return line.Length >= 60 && !EndsSentence(line);
    }

    /// <summary>True where the second of two centered lines continues the title of the first.</summary>
    public static bool TitleRunsOn(string line, string next)
    {
        if (char.IsLower(next[0]) || line[^1] is ',' or '-' or '&')
            return true;
        var last = line.AsSpan(line.LastIndexOf(' ') + 1);
        var first = next.AsSpan(0, next.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? blank : next.Length);
        return IsConnector(last) || IsConnector(first) || (line.Length >= 55 && next[0] is not '(' && !EndsSentence(line));
    }

    /// <summary>True where a line ends in a word that no sentence and no title ends in.</summary>
    public static bool EndsInConnector(string line) => IsConnector(line.AsSpan(line.LastIndexOf(' ') + 1));

    /// <summary>True where a line ends as a sentence does.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd("\"”’')] ");
        return line.Length > 0 && line[^1] is '.' or '!' or '?' or ':' or ';';
    }

    /// <summary>Joins two lines: with a blank, or without one where a hyphen or dash of a compound broke over the line.</summary>
    public static string Join(string line, string next) =>
        EndsWithHyphen(line) ? line + next : line + " " + next;

    /// <summary>Appends a line to the text that it continues.</summary>
    public static void Append(StringBuilder text, string line)
    {
        if (text.Length > 0 && !(text[^1] == '-' && text.Length > 1 && IsWordEnd(text[^2])))
            text.Append(' ');
        text.Append(line);
    }

    /// <summary>True for a line that ends in a hyphen that belongs to a word ("huC242-").</summary>
    public static bool EndsWithHyphen(ReadOnlySpan<char> line) =>
        line.Length >= 2 && line[^1] == '-' && IsWordEnd(line[^2]);

    private static bool IsWordEnd(char c) => char.IsLetterOrDigit(c) || c is ')' or '+';

    private static bool IsConnector(ReadOnlySpan<char> word)
    {
        foreach (var connector in Connectors)
        {
            if (word.Equals(connector, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
