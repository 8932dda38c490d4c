using System.Buffers;
using Alerts.Filings;

namespace Alerts.Extraction.Outlook;

/// <summary>Tells filings that speak of drugs or devices from all others, in which "trial" is a lawsuit and "launch" a car.</summary>
internal static class ClinicalFiling
{
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["clinical", "Phase I", "Phase 1", "Phase 2", "Phase 3", "patients", "Food and Drug Administration", "therapeutic", "biopharmaceutical", "biotechnology", "vaccine", "top-line", "topline", "PDUFA", "fast track designation"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Abbreviations = SearchValues.Create(["FDA", "BLA", "NDA", "IND ", "MAA"], StringComparison.Ordinal);

    /// <summary>So many words in a filing of ordinary length; of a few lines one is enough.</summary>
    private const int Enough = 3;

    private const int FewLines = 1500;

    /// <summary>True for filings that use the words of clinical development more than in passing.</summary>
    public static bool Is(ReadFiling filing)
    {
        var wanted = filing.Documents.Sum(d => d.Text.Length) < FewLines ? 1 : Enough;
        var count = 0;
        foreach (var document in filing.Documents)
            count += Count(document.Text, Words, wanted) + Count(document.Text, Abbreviations, wanted);
        return count >= wanted;
    }

    private static int Count(ReadOnlySpan<char> text, SearchValues<string> words, int wanted)
    {
        var count = 0;
        for (int at; count < wanted && (at = text.IndexOfAny(words)) >= 0; count++)
            text = text[(at + 3)..];
        return count;
    }
}
