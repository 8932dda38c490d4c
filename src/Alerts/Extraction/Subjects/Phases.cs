using System.Text.RegularExpressions;

namespace Alerts.Extraction.Subjects;

/// <summary>Reads the phase of a trial: "Phase 1b/2a", "phase II", "Phase I/II", "Ph 2".</summary>
public static partial class Phases
{
    /// <summary>The phases a text names, in order, in Arabic digits.</summary>
    public static List<(int Start, int End, string Phase)> In(string text)
    {
        var phases = new List<(int, int, string)>();
        foreach (var match in Pattern().EnumerateMatches(text))
        {
            // "the recommended Phase 2 dose" is found in Phase 1.
            if (text.AsSpan(0, match.Index).TrimEnd().EndsWith("recommended", StringComparison.OrdinalIgnoreCase))
                continue;
            var groups = Pattern().Match(text, match.Index, match.Length).Groups;
            var phase = Arabic(groups[1].ValueSpan) + groups[2].Value.ToLowerInvariant();
            if (groups[3].Success)
                phase += "/" + Arabic(groups[3].ValueSpan) + groups[4].Value.ToLowerInvariant();
            phases.Add((match.Index, match.Index + match.Length, phase));
        }

        return phases;
    }

    private static string Arabic(ReadOnlySpan<char> number) => number switch
    {
        "I" or "i" => "1",
        "II" or "ii" => "2",
        "III" or "iii" => "3",
        "IV" or "iv" => "4",
        _ => number.ToString(),
    };

    [GeneratedRegex(@"\b(?:Phase|Ph\.?)[ -]?(I{1,3}|IV|[1-4])([ab])?(?: ?(?:/|-|–| and | or ) ?(?:Phase )?(I{1,3}|IV|[1-4])([ab])?)?(?![\w.]*\d)(?![A-Za-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
