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

    /// <summary>Words for what a drug is, as they stand in "an oral melanocortin agonist".</summary>
    private static readonly string[] Products =
    [
        "inhibitor", "antibody", "therap", "vaccine", "drug", "candidate", "agonist", "antagonist", "conjugate", "treatment", "compound", "product", "modulator", "degrader", "formulation", "molecule", "peptide", "immunoconjugate", "CAR T", "CAR-T", "ADC", "rinse", "oligonucleotide", "siRNA", "RNAi", "enzyme", "blocker", "activator", "potentiator", "corrector", "stimulator", "biologic",
    ];

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
        if (name.Form == NameForm.Brand && IsSold(text, name))
            score += Enough;
        if (name.Form is NameForm.Brand or NameForm.Code && IsHeading(text, name))
            score += Plenty;
        if (IsDesignated(text, name.End))
            score += Enough;
        return score + (IsExplained(text, name.End) ? 4 : 0) - (IsCompany(text, name.End) ? 12 : 0);
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

    /// <summary>True for "PL8177, an oral melanocortin agonist" and "CTX112 is an allogeneic therapy"; not for a company.</summary>
    public static bool IsExplained(string text, int end)
    {
        var rest = WordWindow.TextAfter(text, end, 200).TrimStart("®™)* ");
        // "Luminersen (EXB-120), an antisense oligonucleotide"
        if (rest.StartsWith('(') && rest.IndexOf(')') is var close and > 0 and < 60)
            rest = rest[(close + 1)..].TrimStart();
        if (rest.StartsWith(','))
            rest = rest[1..].TrimStart();
        else if (rest.StartsWith("is "))
            rest = rest[3..];
        else
            return false;
        if (rest.StartsWith("the company’s ", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("the company's ", StringComparison.OrdinalIgnoreCase))
            return NamesProduct(rest.IndexOfAny('.', ';') is var stopAt and >= 0 ? rest[..stopAt] : rest);
        if (!(rest.StartsWith("a ") || rest.StartsWith("an ") || rest.StartsWith("the ") || rest.StartsWith("its ") || rest.StartsWith("our ")))
            return false;
        var stop = rest.IndexOfAny('.', ';');
        if (stop >= 0)
            rest = rest[..stop];
        if (rest.Contains("company", StringComparison.OrdinalIgnoreCase))
            return false;
        return NamesProduct(rest);
    }

    /// <summary>True where a text holds a word for what a drug is.</summary>
    public static bool NamesProduct(ReadOnlySpan<char> text)
    {
        foreach (var product in Products)
        {
            if (text.Contains(product, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static FrozenDictionary<string, int> Weights(params (int Weight, string Words)[] groups) =>
        groups.SelectMany(g => g.Words.Split(' ').Distinct().Select(word => (word, g.Weight)))
            .DistinctBy(p => p.word)
            .ToFrozenDictionary(p => p.word, p => p.Weight, StringComparer.OrdinalIgnoreCase);
}
