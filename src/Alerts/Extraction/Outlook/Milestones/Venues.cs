using System.Text.RegularExpressions;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>The congresses that a text names, by abbreviation or by the words before "Congress".</summary>
internal static partial class Venues
{
    /// <summary>The names, in capitals.</summary>
    public static HashSet<string> In(string text) => [.. Pattern().Matches(text).Select(m => m.Value.ToUpperInvariant())];

    [GeneratedRegex(@"\b(?:ASCO|ESMO|ASH|AACR|EHA|SITC|AAIC|CTAD|EASL|AASLD|AAN|ADA|EASD|SABCS|AHA|ACC|ESC|ACR|EULAR|ATS|ERS|ECTRIMS|ACTRIMS|AAO|ARVO|ASRS|WCLC|SGO|ESGO|ASN|AAI|IDWEEK|ECCMID|ISTH|ASGCT|ESGCT|ENDO|WORLD VACCINE CONGRESS|KEYSTONE)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
