using System.Collections.Frozen;

namespace Alerts.Extraction.Subjects;

/// <summary>
/// Tells from the words around it whether a candidate names a trial: "the pivotal SORAYA trial", "Phase 3 PALISADE",
/// "MUIR and SHASTA-2 studies", "clinical study (CBL-0205)", "NEXICART-2 (NCT06097832)".
/// </summary>
internal static class TrialEvidence
{
    private static readonly FrozenSet<string> Trials = Set("trial trials study studies extension");

    // What may stand between a trial's name and the word "trial".
    private static readonly FrozenSet<string> Between = Set(
        "clinical pivotal confirmatory phase 1 2 3 4 1a 1b 2a 2b 3a 3b i ii iii iv ib iia iib iiib 1b-2 1-2 2-3 open-label extension registrational registration-enabling global ongoing randomized multicenter single-arm proof-of-concept and the dose-escalation dose expansion u.s");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TrialLookup = Trials.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BetweenLookup = Between.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where one mention is enough to take the candidate for a trial's name.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="name">The candidate.</param>
    /// <param name="isDrug">True where the name is also a drug's by the words around it: then more is asked for.</param>
    public static bool IsTrial(string text, NameCandidate name, bool isDrug) => name.Form switch
    {
        NameForm.Registry => true,
        NameForm.Study => text[name.Start] == 'S' || IsNear(text, name),
        NameForm.Inn or NameForm.Brand => false,
        _ when NotDrugs.Contains(text[name.Start..name.End]) || IsShouted(text, name) => false,
        _ => FollowsTrial(text, name.Start) || IsRegisteredTrial(text, name.End) || (!isDrug && (IsFollowedByTrial(text, name.End) || IsRegistered(text, name.End) || IsDefined(text, name.End) || FollowsPhase(text, name))),
    };

    // "study (CBL-0205)", "trial SORAYA"; "the study, LP-310 showed" says nothing.
    private static bool FollowsTrial(string text, int start)
    {
        var before = WordWindow.TextBefore(text, start, 24);
        var trimmed = before.TrimEnd(" (“\"");
        if (trimmed.Length == before.Length)
            return false;
        var word = WordWindow.Before(text, start);
        return trimmed.EndsWith(word) && TrialLookup.Contains(word) && !word.IsEmpty;
    }

    private static bool IsFollowedByTrial(string text, int end)
    {
        var after = WordWindow.TextAfter(text, end, 70);
        if (after.StartsWith(',') || after.StartsWith('.') || after.StartsWith(';') || after.StartsWith('’') || after.StartsWith('\'') || after.StartsWith(')'))
            return false;
        for (var n = 1; n <= 6; n++)
        {
            var word = WordWindow.After(text, end, n);
            if (word.IsEmpty)
                return false;
            if (TrialLookup.Contains(word))
                return true;
            // "MUIR and SHASTA-2 studies": another name may stand between.
            if (!BetweenLookup.Contains(word) && !(n > 1 && char.IsUpper(word[^1])) && !(n > 1 && char.IsAsciiDigit(word[^1]) && char.IsUpper(word[0])))
                return false;
        }

        return false;
    }

    // "HOPE-B3 study (NCT03861273)"
    private static bool IsRegisteredTrial(string text, int end)
    {
        var after = WordWindow.TextAfter(text, end, 40);
        return (after.StartsWith(" study (NCT", StringComparison.OrdinalIgnoreCase) || after.StartsWith(" trial (NCT", StringComparison.OrdinalIgnoreCase) || after.StartsWith(" clinical trial (NCT", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsRegistered(string text, int end) => WordWindow.TextAfter(text, end, 40).Contains("(NCT", StringComparison.Ordinal);

    // "SORAYA is a single-arm study …", "PARADIGM, a pivotal Phase 3 program"
    private static bool IsDefined(string text, int end)
    {
        var after = WordWindow.TextAfter(text, end, 120);
        if (!after.StartsWith(" is a", StringComparison.Ordinal) && !after.StartsWith(" was a", StringComparison.Ordinal) && !after.StartsWith(", a", StringComparison.Ordinal))
            return false;
        var stop = after[2..].IndexOfAny('.', ';', ',');
        after = stop < 0 ? after : after[..(stop + 2)];
        if (after.Contains(" phase ", StringComparison.OrdinalIgnoreCase) && after.Contains(" program", StringComparison.OrdinalIgnoreCase))
            return true;
        return after.Contains(" study", StringComparison.OrdinalIgnoreCase) || after.Contains(" trial", StringComparison.OrdinalIgnoreCase);
    }

    // "Phase 3 PALISADE", not "Phase 1 PARG inhibitor"
    private static bool FollowsPhase(string text, NameCandidate name) =>
        name.Start > 0 && text[name.Start - 1] == ' ' && WordWindow.Before(text, name.Start, 2).Equals("Phase", StringComparison.OrdinalIgnoreCase)
        && !ProgramEvidence.NamesProduct(WordWindow.After(text, name.End));

    private static bool IsNear(string text, NameCandidate name)
    {
        var after = WordWindow.TextAfter(text, name.End, 40);
        return after.Contains("Phase", StringComparison.OrdinalIgnoreCase) || after.Contains("trial", StringComparison.OrdinalIgnoreCase) || after.Contains("study", StringComparison.OrdinalIgnoreCase);
    }

    // A line in capitals is a heading; its words are no names.
    private static bool IsShouted(string text, NameCandidate name)
    {
        var around = WordWindow.TextBefore(text, name.Start, 60);
        var behind = WordWindow.TextAfter(text, name.End, 60);
        return around.Length + behind.Length > 8 && !HasLower(around) && !HasLower(behind);
    }

    private static bool HasLower(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('a', 'z') >= 0;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
