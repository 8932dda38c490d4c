namespace Alerts.Extraction.Subjects;

/// <summary>What part a drug plays where it is mentioned.</summary>
internal enum MentionRole
{
    /// <summary>What the text is about.</summary>
    Subject,

    /// <summary>What patients had before or get alongside; a component; a trademark notice.</summary>
    Background,

    /// <summary>What the subject is compared with.</summary>
    Comparator,

    /// <summary>What another company reports on; the filer's own where it speaks of it elsewhere too.</summary>
    OtherCompany,
}

/// <summary>Tells a mention's part from the words around it.</summary>
internal static class MentionRoles
{
    private const int Reach = 48;

    // The words directly before the name, after which only an article or trademark may stand.
    private static readonly string[] BackgroundBefore =
    [
        "prior", "previous", "previously treated with", "previously received", "pretreated with", "prior treatment with", "treatment with prior", "refractory to", "resistant to", "progressed on", "progressing on", "intolerant to", "failed",
        "in combination with", "combination with", "combined with", "plus", "+", "with or without", "co-administered with", "coadministered with", "together with", "alongside", "added to", "add-on to", "followed by", "administration of supplemental",
        "that included", "which included", "including prior", "regimen of", "regimen with", "combo with", "in addition to", "on top of", "background", "standard-of-care", "standard of care", "supplemental", "after", "antibody,", "payload", "frontline", "first-line", "relapsed from", "switched from", "failure of", "unresponsive to",
        "formulation of", "version of", "prodrug of", "analog of", "analogue of", "derivative of", "form of", "formulated with", "suspension of", "combination of", "consisting of", "comprised of", "composed of", "containing", "biosimilar to", "biosimilar of", "encoding", "encapsulating",
    ];

    private static readonly string[] ComparatorBefore =
    [
        "versus", "vs", "vs.", "compared to", "compared with", "comparing to", "relative to", "than", "over", "comparator", "control", "on-label", "similar to", "historical", "matched to", "approved",
    ];

    private static readonly string[] Combining = [" plus ", " in combination with ", " combined with ", " co-administered with "];

    private static readonly string[] BackgroundAfter = ["refractory", "resistant", "naive", "naïve", "experienced", "ineligible", "pretreated", "discontinuation", "based", "failure", "exposed"];

    /// <summary>The part that a mention plays.</summary>
    public static MentionRole Of(string text, int start, int end)
    {
        var before = WordWindow.TextBefore(text, start, Reach).TrimEnd(" (“\"");
        before = DropWord(DropWord(before, "the"), "a");
        if (EndsWithAny(before, ComparatorBefore) && !IsDeed(before))
            return MentionRole.Comparator;
        if (FollowsCombination(before) || IsCombinedWith(before))
            return MentionRole.Background;
        if (EndsWithAny(before, BackgroundBefore) || IsTrademarkNotice(text, end))
            return MentionRole.Background;
        var after = WordWindow.After(text, end);
        var isJoined = after.StartsWith('-');
        after = after.Trim('-');
        foreach (var word in BackgroundAfter)
        {
            if (after.Equals(word, StringComparison.OrdinalIgnoreCase) && (isJoined || word is not ("experienced" or "based" or "exposed" or "failure")))
                return MentionRole.Background;
        }

        return IsSecondOfCombination(text, start, end) ? MentionRole.Background : MentionRole.Subject;
    }

    // "the FDA has approved X" tells of X; "than approved X" compares with it.
    private static bool IsDeed(ReadOnlySpan<char> before)
    {
        if (!before.EndsWith("approved", StringComparison.OrdinalIgnoreCase))
            return false;
        before = before[..^"approved".Length].TrimEnd();
        return EndsWithAny(before, Deciding);
    }

    private static readonly string[] Deciding = ["has", "have", "had", "FDA", "EMA", "Commission", "Administration", "Agency", "also", "recently", "today", "(FDA)", "(EMA)"];

    // "plus GLP-1/GIP tirzepatide", "in combination with Merck's anti-PD-1 therapy, KEYTRUDA"
    private static bool FollowsCombination(ReadOnlySpan<char> before)
    {
        foreach (var phrase in Combining)
        {
            var at = before.LastIndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && before[(at + phrase.Length)..].Count(' ') <= 3 && before[(at + phrase.Length)..].IndexOfAny('.', ';', '(') < 0)
                return true;
        }

        return false;
    }

    // "in the combination cohort with bevacizumab"
    private static bool IsCombinedWith(ReadOnlySpan<char> before) => before.EndsWith(" with") && before.Contains("combin", StringComparison.OrdinalIgnoreCase) && before[Math.Max(0, before.Length - 40)..].IndexOf('.') < 0;

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (text.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && (text.Length == ending.Length || !char.IsLetterOrDigit(text[^(ending.Length + 1)]) || !char.IsLetter(ending[0])))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> DropWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(" " + word, StringComparison.OrdinalIgnoreCase) ? text[..^(word.Length + 1)].TrimEnd() : text;

    // "the darovasertib and crizotinib combination"
    private static bool IsSecondOfCombination(string text, int start, int end) =>
        WordWindow.Before(text, start).Equals("and", StringComparison.OrdinalIgnoreCase)
        && WordWindow.After(text, end).StartsWith("combination", StringComparison.OrdinalIgnoreCase);

    private static bool IsTrademarkNotice(string text, int end)
    {
        var after = WordWindow.TextAfter(text, end, 40);
        return after.Contains("trademark", StringComparison.OrdinalIgnoreCase);
    }
}
