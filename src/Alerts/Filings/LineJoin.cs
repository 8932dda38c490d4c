namespace Alerts.Filings;

/// <summary>Whether and how a line goes on in the next one.</summary>
internal static class LineJoin
{
    /// <summary>True where the second of two lines, broken by hand, continues the first.</summary>
    public static bool RunsOn(string line, string next)
    {
        if (line.Length == 0 || next.Length == 0 || BulletMark.TryStrip(next, out _, out _))
            return false;
        if (char.IsLower(next[0]) || line[^1] is ',' or '-' or '&')
            return true;
        return line.Length >= 60 && !EndsSentence(line);
    }

    /// <summary>True where a line ends as a sentence does.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd("\"”’')] ");
        return line.Length > 0 && line[^1] is '.' or '!' or '?' or ':' or ';';
    }

    /// <summary>Joins two lines: with a blank, or without one where a hyphen or dash of a compound broke over the line.</summary>
    public static string Join(string line, string next) =>
        EndsWithHyphen(line) ? line + next : line + " " + next;

    /// <summary>True for a line that ends in a hyphen that belongs to a word ("huC242-").</summary>
    public static bool EndsWithHyphen(ReadOnlySpan<char> line) =>
        line.Length >= 2 && line[^1] == '-' && (char.IsLetterOrDigit(line[^2]) || line[^2] is ')' or '+');
}
