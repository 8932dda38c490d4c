using System.Text.RegularExpressions;

namespace Alerts.Extraction.Subjects;

/// <summary>Reads the disease that a sentence speaks of: "patients with platinum-resistant ovarian cancer", "for the treatment of OLP".</summary>
internal static partial class Indications
{
    /// <summary>The first disease named, in the text's words; null where none is.</summary>
    public static string? In(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            return null;
        var disease = match.Groups[1].Value.Trim();
        return disease.Length < 3 || NoDisease().IsMatch(disease) ? null : disease;
    }

    /// <summary>True for words that only look like a disease or a group of patients ("a pathologic response rate").</summary>
    public static bool IsNone(string text) => NoDisease().IsMatch(text) || text.AsSpan().ContainsAnyInRange('0', '9');

    // "patients with a pathologic response rate as the primary endpoint", "patients with ELAHERE"
    [GeneratedRegex(@"\b(?:response|responses|rate|endpoint|endpoints|survival|dose|doses|levels?|data|follow-up|prior|measurable|evidence|regimens?|baseline|toxicity|events?|placebo)\b|^[A-Z0-9-]{4,}$", RegexOptions.CultureInvariant)]
    private static partial Regex NoDisease();

    [GeneratedRegex(@"\b(?:(?:patients|participants|subjects|adults|children|people|individuals|women|men|volunteers) (?:\(pts\) )?(?:with|suffering from|living with|infected with) |(?:for|in) the (?:potential )?treatment of (?:patients with |adults with |people with )?)([^\s,.;:()\[\]–—]+(?: [^\s,.;:()\[\]–—]+){0,7}?)(?=[,.;:()\[\]–—]|$| who\b| that\b| whose\b| and\b| were\b| was\b| is\b| are\b| had\b| have\b| received\b| receiving\b| treated\b| at\b| in\b| from\b| by\b| on\b| as\b| after\b| following\b| showed\b| to\b| with\b| for\b| experienced\b| expected\b| anticipated\b| planned\b| targeted\b| will\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
