using System.Collections.Frozen;
using Alerts.Extraction.Language;

namespace Alerts.Extraction.Quantities;

/// <summary>The words for people in a trial.</summary>
internal static class PatientWords
{
    /// <summary>Between a number and "patients" stand at most so many words: "30 relapsed or refractory ovarian cancer patients".</summary>
    private const int Reach = 6;

    private static readonly FrozenSet<string> Nouns =
        "patients patient participants participant subjects subject adults individuals people persons children infants adolescents women men volunteers recipients pts responders eyes cases evaluable".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Stops =
        "of in with at for to was were is are had has have the a an by on from as that which who or per than study trial studies trials sites site centers months weeks days years hours percent dose doses lines cycles prior new million billion other additional? clinical responses response events".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NounLookup = Nouns.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StopLookup = Stops.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for "patients", "participants", "adults" …</summary>
    public static bool IsNoun(ReadOnlySpan<char> word) => NounLookup.Contains(word);

    /// <summary>The token of the noun that a number before <paramref name="index"/> counts; -1 where it counts no patients.</summary>
    public static int NounAfter(TokenizedText text, int index)
    {
        for (var i = index; i <= index + Reach && i < text.Count; i++)
        {
            var word = text.Span(i);
            if (NounLookup.Contains(word))
                return NounLookup.Contains(text.Span(i + 1)) ? i + 1 : i;
            if (text[i].IsNumber || StopLookup.Contains(word) || (text[i].Kind == TokenKind.Symbol && !text.Is(i, '-') && !text.Is(i, '/')))
                return -1;
        }

        return -1;
    }
}
