using System.Buffers;

namespace Alerts.Extraction.Results;

/// <summary>Compares terms, arms and time points by their words: "reduction in injection burden" is "injection-burden reduction".</summary>
internal static class Terms
{
    private static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase) { "the", "a", "an", "of", "in", "and", "or", "at", "from", "for", "with", "to", "mean", "median", "rate", "change", "baseline", "score", "patients", "achieved", "required", "group", "arm" };

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" -/(),.+≥>–");

    /// <summary>True where two terms may name the same: one of them missing, or half of the shorter one's words shared.</summary>
    public static bool Agree(string? a, string? b)
    {
        if (a is null || b is null)
            return true;
        var (first, second) = (Words(a), Words(b));
        if (first.SetEquals(second))
            return true;
        var shared = first.Count(second.Contains);
        return shared > 0 && shared >= 0.6 * Math.Min(first.Count, second.Count) && shared >= 0.4 * Math.Max(first.Count, second.Count);
    }

    /// <summary>True where two terms have a word in common.</summary>
    public static bool Share(string a, string b) => Words(a).Overlaps(Words(b));

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var span = text.AsSpan();
        while (!span.IsEmpty)
        {
            var stop = span.IndexOfAny(Blanks);
            var word = stop < 0 ? span : span[..stop];
            if (!word.IsEmpty)
                words.Add(word.Length > 4 ? word.TrimEnd('s').ToString() : word.ToString());
            span = stop < 0 ? [] : span[(stop + 1)..];
        }

        words.ExceptWith(Empty);
        return words;
    }
}
