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
        NameForm.Word => !isDrug && IsFollowedByTrial(text, name) && HasInnerCapital(text.AsSpan(name.Start, name.End - name.Start)),
        _ when NotDrugs.Contains(text[name.Start..name.End]) || IsShouted(text, name) => false,
        _ => FollowsTrial(text, name) || IsRegisteredTrial(text, name.End) || (!isDrug && (IsFollowedByTrial(text, name) || IsRegistered(text, name.End) || IsDefined(text, name.End) || FollowsPhase(text, name))),
    };

    // What is said of trials only, before their names …
    private static readonly string[] TellingBefore =
        ["enrolled in", "enrollment in", "enrollment of", "enrolment in", "enrolment of", "randomized in", "participating in", "patient in", "patients in", "women in", "entered", "top-line results from", "topline results from", "top-line data from", "topline data from", "top-line results of", "stopping", "our trial", "cohort of"];

    // … and behind them.
    private static readonly string[] TellingBehind =
        ["top-line", "topline", "met its", "met the primary", "met both", "met all", "meets its", "meets primary", "meets the primary", "did not meet", "failed to meet", "enrolled", "randomized", "has enrolled", "is fully enrolled", "is enrolling", "has completed enrollment", "completed enrollment", "enrollment"];

    // What a line that begins with the name goes on about: "CADENZA: complete enrollment of the cohort".
    private static readonly string[] Telling = ["enroll", "top-line", "topline", "cohort", "patient", " trial", " study", "randomized", "readout", "data "];

    /// <summary>True for a name in plain capitals of which only a trial's doings are told: "FORWARD I did not meet its endpoint".</summary>
    public static bool IsTold(string text, NameCandidate name)
    {
        if (name.Form != NameForm.Capitals || name.End - name.Start < 5 || NotDrugs.Contains(text[name.Start..name.End]) || IsShouted(text, name))
            return false;
        var before = WordWindow.TextBefore(text, name.Start, 32).TrimEnd(' ');
        var isFirst = before.TrimEnd("•-*|> \t").IsEmpty;
        before = before.EndsWith(" the", StringComparison.Ordinal) ? before[..^4] : before;
        foreach (var phrase in TellingBefore)
        {
            if (before.EndsWith(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        var after = WordWindow.TextAfter(text, name.End, 120);
        foreach (var phrase in TellingBehind)
        {
            if (after.StartsWith(' ') && after[1..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        // "The application rests on SORAYA, in which 106 patients were treated."
        if (after.StartsWith(", in which ", StringComparison.Ordinal) && after[..Math.Min(60, after.Length)].Contains("patients", StringComparison.Ordinal))
            return true;
        if (!isFirst || !after.StartsWith(':') || IsWord(text, text.AsSpan(name.Start, name.End - name.Start)))
            return false;
        foreach (var word in Telling)
        {
            if (after.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // "SAFETY: …" is a label where the text has "safety" elsewhere.
    private static bool IsWord(string text, ReadOnlySpan<char> name) => text.Contains(name.ToString().ToLowerInvariant(), StringComparison.Ordinal);

    // "study (CBL-0205)", "trial SORAYA"; "the study, LP-310 showed" says nothing.
    private static bool FollowsTrial(string text, NameCandidate name)
    {
        var before = WordWindow.TextBefore(text, name.Start, 24);
        // "our confirmatory trial, MIRASOL, is open": a name between commas explains the word before.
        var isBetweenCommas = (name.Form == NameForm.Capitals || IsNumberedWord(text.AsSpan(name.Start, name.End - name.Start))) && name.End < text.Length && text[name.End] is ',' or '.' or ';' or ')' or '\n';
        var trimmed = before.TrimEnd(isBetweenCommas ? " (“\"," : " (“\"");
        if (trimmed.Length == before.Length)
            return false;
        var word = WordWindow.Before(text, name.Start);
        return trimmed.EndsWith(word) && TrialLookup.Contains(word) && !word.IsEmpty;
    }

    // "ZENITH20": a word with a number; compounds have fewer letters and more digits.
    private static bool IsNumberedWord(ReadOnlySpan<char> name)
    {
        var letters = name.IndexOfAnyExceptInRange('A', 'Z');
        return letters >= 5 && name.Length - letters is 1 or 2 && name[letters..].IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool HasInnerCapital(ReadOnlySpan<char> name) => name[1..].IndexOfAnyInRange('A', 'Z') >= 0;

    private static bool IsFollowedByTrial(string text, NameCandidate name)
    {
        var end = name.End;
        // "the CNP trial": three capitals are short for a substance or a disease.
        if (name.Form == NameForm.Capitals && end - name.Start <= 3)
            return false;
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
            // "MUIR and SHASTA-2 studies", "MUIR, SHASTA-1 and SHASTA-2 studies": another name may stand between; "EXA-AX ODYSSEY trial" names a drug first.
            if (!BetweenLookup.Contains(word) && !(n > 1 && (char.IsUpper(word[^1]) || (char.IsAsciiDigit(word[^1]) && char.IsUpper(word[0]))) && IsJoined(text, word, end)))
                return false;
        }

        return false;
    }

    private static bool IsJoined(string text, ReadOnlySpan<char> word, int from)
    {
        var at = text.AsSpan(from).IndexOf(word) + from;
        var before = text.AsSpan(from, at - from).TrimEnd();
        return before.EndsWith("and") || before.EndsWith("or") || before.EndsWith(',') || before.EndsWith('/') || before.EndsWith('&');
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
        if (!StartsWithAny(after, Defining))
            return false;
        var stop = after[2..].IndexOfAny('.', ';', ',');
        after = stop < 0 ? after : after[..(stop + 2)];
        if (after.Contains(" phase ", StringComparison.OrdinalIgnoreCase) && after.Contains(" program", StringComparison.OrdinalIgnoreCase))
            return true;
        return after.Contains(" study", StringComparison.OrdinalIgnoreCase) || after.Contains(" studies", StringComparison.OrdinalIgnoreCase) || after.Contains(" trial", StringComparison.OrdinalIgnoreCase);
    }

    private static readonly string[] Defining = [" is a", " was a", ", a", " is the ", " is our ", " is its ", ", the ", ", its ", ", our ", ": a ", ": the ", " (a "];

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // "Phase 3 PALISADE", not "Phase 1 PARG inhibitor"
    private static bool FollowsPhase(string text, NameCandidate name) =>
        name.Start > 0 && text[name.Start - 1] == ' ' && WordWindow.Before(text, name.Start, 2).Equals("Phase", StringComparison.OrdinalIgnoreCase)
        && !Introductions.NamesProduct(WordWindow.After(text, name.End));

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
        return around.Length + behind.Length > 2 && !HasLower(around) && !HasLower(behind) && (HasUpper(around) || HasUpper(behind));
    }

    private static bool HasLower(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('a', 'z') >= 0;

    private static bool HasUpper(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('A', 'Z') >= 0;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
