using System.Buffers;
using System.Text.RegularExpressions;

namespace Alerts.Extraction.Language;

/// <summary>Knows lists of references: their titles name drugs, trials and events that the document does not report.</summary>
internal static partial class Citations
{
    private static readonly SearchValues<string> Signs = SearchValues.Create(["et al", "doi", "[Press Release", "Accessed ", "Available at", "Available from", ";"], StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a sentence of a list of references.</summary>
    public static bool Is(Sentence sentence)
    {
        if (sentence.Headings is [.., { Length: < 40 } heading] && Heading().IsMatch(heading))
            return true;
        return sentence.Text.AsSpan().ContainsAny(Signs) && Entry().IsMatch(sentence.Text);
    }

    [GeneratedRegex(@"^\W*(?:references?|bibliography|sources|endnotes|citations)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    // "2019;14(2):33-41", "doi:10.1", "[Press Release]", "Accessed January 2025", "Smith J, Lee K, et al."
    [GeneratedRegex(@"\b(?:19|20)\d\d ?; ?\d{1,4} ?(?:\(|:)|\bdoi(?:\.org|:)|\[Press Release|\bAccessed (?:on )?[A-Z]|\bAvailable (?:at|from):|[A-Z][a-zé'’-]{1,24} [A-Z]{1,3}, (?:[A-Z][a-zé'’-]{1,24} [A-Z]{1,3}, ){0,12}et al", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
