using System.Collections.Frozen;
using Alerts.Extraction.Language;

namespace Alerts.Extraction.Results;

/// <summary>The words that tie a value to its measure, and those that keep them apart.</summary>
internal static class LinkWords
{
    private static readonly FrozenSet<string> Free = Set(
        "was were is are of at be been being both currently now remained stood reached achieved the a an rate rates approximately about nearly almost roughly around over than more least by per in as to up s and had has have observed reported seen noted estimated respectively "
        + "confirmed unconfirmed investigator investigators bicr blinded independent central review irc assessed assessment recist v1 mrecist median mean average overall total occurred among");

    private static readonly FrozenSet<string> Copulas = Set("was were is are of at be reached stood remained in with to by approximately about nearly over roughly than among");

    private static readonly FrozenSet<string> Breaking = Set(
        "could would may might should will expected projected targeted anticipated assumed goal hoped expects anticipates designed target targets hypothesized versus vs compared than but whereas while despite although including excluding whose if");

    private static readonly FrozenSet<string> Verbs = Set(
        "had have has having achieved achieving achieve experienced experiencing experience showed showing shown demonstrated demonstrating attained attaining reported reporting developed developing with maintained maintaining obtained exhibited exhibiting responded discontinued died reached reaching remained suffered selected chosen declared established identified determined completed required withdrew");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FreeLookup = Free.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CopulaLookup = Copulas.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BreakingLookup = Breaking.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VerbLookup = Verbs.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for words that may stand between without loosening the tie.</summary>
    public static bool IsFree(ReadOnlySpan<char> word) => FreeLookup.Contains(word);

    /// <summary>True for words after which a value follows: "was", "of", "at".</summary>
    public static bool IsCopula(ReadOnlySpan<char> word) => CopulaLookup.Contains(word);

    /// <summary>True for words beyond which a value belongs to something else.</summary>
    public static bool IsBreaking(ReadOnlySpan<char> word) => BreakingLookup.Contains(word);

    /// <summary>True for what patients do: "had", "achieved", "experienced".</summary>
    public static bool IsVerb(ReadOnlySpan<char> word) => VerbLookup.Contains(word);

    /// <summary>True where a comparison begins: "versus", "compared to", "higher than".</summary>
    public static bool IsComparison(TokenizedText text, int token) =>
        text.IsAny(token, "versus", "vs", "compared", "than", "against", "relative", "outperforming", "comparison");

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
