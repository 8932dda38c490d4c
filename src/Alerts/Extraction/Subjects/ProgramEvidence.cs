using System.Collections.Frozen;

namespace Alerts.Extraction.Subjects;

/// <summary>
/// Weighs the words around a candidate: a drug is dosed, evaluated and tolerated; a gene is targeted, mutated and
/// expressed; a form is filed.
/// </summary>
internal static class ProgramEvidence
{
    /// <summary>From this total on, a code or brand counts as a drug.</summary>
    public const int Enough = 3;

    /// <summary>From this total on, a word in plain capitals does.</summary>
    public const int Plenty = 6;

    private const int Introduced = 4;

    private static readonly FrozenDictionary<string, int> Before = Weights(
        (3, "evaluating investigating investigational receiving received administered studying developing candidate candidates compound compounds dose doses dosing administration initiation"),
        (2, "therapy vaccine inhibitor antibody adc agonist antagonist treatment treated therapeutic conjugate drug about advance advancing with lead program molecule monotherapy product including"),
        (3, "formerly"),
        (1, "of for plus"),
        (-3, "targeting targets target anti against express expressing expresses gene receptor nyse nasdaq tsx tsxv asx hkex twse form section item rule patent no nos exhibit schedule code ifrs asc abstract building suite bmc version"),
        (-2, "via inhibits inhibit through at sars"));

    private static readonly FrozenDictionary<string, int> After = Weights(
        (3, "demonstrated showed monotherapy treatment therapy arm arms group cohort program treated tablets injection capsules compound candidate mg mcg vg doses dose dosing"),
        (2, "is was has met induced reduced plus will continues continued met received receives product in combination"),
        (1, "phase"),
        (-3, "positive negative expressing expression mutant mutated mutation mutations gene receptor receptors amplified deletion pathway protein levels pandemic infection infections kinase binding vaccine vaccines variant variants virus symptoms platform technology technologies"),
        (-3, "targeted targeting inhibitor inhibitors antibody antibodies agonist agonists antagonist antagonists cells"));

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> BeforeLookup = Before.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> AfterLookup = After.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How much the words around one mention speak for a drug (positive) or against (negative).</summary>
    public static int Weigh(string text, NameCandidate name)
    {
        var score = 0;
        if (BeforeLookup.TryGetValue(WordWindow.Before(text, name.Start), out var before))
            score += before;
        if (AfterLookup.TryGetValue(WordWindow.After(text, name.End), out var after))
            score += after;
        if (name.Form is NameForm.Brand or NameForm.Word && IsSold(text, name))
            score += Enough;
        if (name.Form is NameForm.Brand or NameForm.Code or NameForm.Word && IsHeading(text, name))
            score += Plenty;
        if (IsDesignated(text, name.End))
            score += Enough;
        if (name.Form == NameForm.Word && Introductions.IsBesideDrug(text, name.Start, name.End))
            score += Plenty;
        return score + (Introductions.IsIntroduced(text, name.Start, name.End) ? Introduced : 0) - (IsCompany(text, name.End) ? 12 : 0);
    }

    // A line that holds nothing else heads a section about it.
    private static bool IsHeading(string text, NameCandidate name) =>
        WordWindow.TextBefore(text, name.Start, 8).Trim().IsEmpty && WordWindow.TextAfter(text, name.End, 8).Trim(" ®™*:").IsEmpty;

    // "Gedeptin has received orphan drug designation"
    private static bool IsDesignated(string text, int end)
    {
        var after = WordWindow.TextAfter(text, end, 70).TrimStart("®™ ");
        var stop = after.IndexOf(". ");
        after = stop < 0 ? after : after[..stop];
        return (after.StartsWith("has received", StringComparison.Ordinal) || after.StartsWith("received", StringComparison.Ordinal) || after.StartsWith("was granted", StringComparison.Ordinal) || after.StartsWith("has been granted", StringComparison.Ordinal))
            && after.Contains("designation", StringComparison.OrdinalIgnoreCase);
    }

    private static readonly string[] SellingBefore = ["sales of", "approval of", "launch of", "royalties on", "revenue from", "revenues from", "has approved", "commercialize", "prescribed"];

    private static readonly string[] SellingBehind = ["approval", "approved", "net sales", "launch", "royalt", "prescri"];

    // "royalties on Kadcyla®", "Kadcyla®: a decision on its approval": technologies and assays are not approved or sold by the patient.
    private static bool IsSold(string text, NameCandidate name)
    {
        var before = WordWindow.TextBefore(text, name.Start, 32).TrimEnd();
        foreach (var phrase in SellingBefore)
        {
            if (before.EndsWith(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        var after = WordWindow.TextAfter(text, name.End, 60);
        var stop = after.IndexOf(". ");
        after = stop < 0 ? after : after[..stop];
        foreach (var phrase in SellingBehind)
        {
            if (after.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // "4DMT is a late-stage biotechnology company", "4DMT or the Company"
    private static bool IsCompany(string text, int end)
    {
        var rest = WordWindow.TextAfter(text, end, 90).TrimStart("®™)* ");
        var stop = rest.IndexOfAny('.', ';');
        rest = stop < 0 ? rest : rest[..stop];
        return (rest.StartsWith("is a", StringComparison.Ordinal) || rest.StartsWith(", a", StringComparison.Ordinal)) && rest.Contains("company", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("or the Company", StringComparison.Ordinal) || rest.StartsWith("logo", StringComparison.Ordinal);
    }

    private static FrozenDictionary<string, int> Weights(params (int Weight, string Words)[] groups) =>
        groups.SelectMany(g => g.Words.Split(' ').Distinct().Select(word => (word, g.Weight)))
            .DistinctBy(p => p.word)
            .ToFrozenDictionary(p => p.word, p => p.Weight, StringComparer.OrdinalIgnoreCase);
}
