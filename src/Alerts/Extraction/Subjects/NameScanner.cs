namespace Alerts.Extraction.Subjects;

/// <summary>
/// Finds in one pass over a document's text all that looks like the name of a drug or a trial. Only looks at the
/// shape of words; whether it is a name, the words around it decide (<see cref="ProgramEvidence"/>, <see cref="TrialEvidence"/>).
/// </summary>
internal static class NameScanner
{
    private const int LongestName = 48;

    private const int ShortestSeries = 4;

    /// <summary>"Secondary progressive multiple sclerosis (SPMS)": an abbreviation stands for so many words.</summary>
    private const int LongestSpelling = 8;

    // "PHASE II", "ITEM 2": these words count parts, and are no names.
    private static readonly HashSet<string> Counted =
        ["PHASE", "PART", "ITEM", "ITEMS", "FORM", "EXHIBIT", "NOTE", "NOTES", "SECTION", "RULE", "TABLE", "SCHEDULE", "CLASS", "SERIES", "TIER", "TYPE", "GRADE", "STAGE", "COHORT", "GROUP", "LEVEL", "TITLE", "CHAPTER", "ARTICLE", "ANNEX", "APPENDIX", "VOLUME", "QUARTER"];

    /// <summary>The candidates in the order of the text.</summary>
    public static List<NameCandidate> Scan(string text)
    {
        var found = new List<NameCandidate>();
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var end = NameWord.End(text, i);
            if (end - i is >= 2 and <= LongestName)
                end = Look(text, i, end, found);
            i = end;
        }

        var abbreviated = found.Where(n => n.Form is NameForm.Capitals or NameForm.Brand && IsAbbreviation(text, n)).Select(n => text[n.Start..n.End]).ToHashSet();
        if (abbreviated.Count > 0)
            found.RemoveAll(n => n.Form is NameForm.Capitals or NameForm.Brand && abbreviated.Contains(text[n.Start..n.End]));
        return found;
    }

    // Returns where to go on: behind the name where one was found.
    private static int Look(string text, int start, int end, List<NameCandidate> found)
    {
        var word = text.AsSpan(start, end - start);
        var shape = Shape.Of(word);
        // "HyBrytaTM": the sign lost its raised place.
        if (shape.Lower > 2 && word.EndsWith("TM", StringComparison.Ordinal) && char.IsLower(word[^3]))
            return Add(found, start, end - 2, NameForm.Brand);
        if (HasTrademark(text, end))
            return Add(found, TrademarkStart(text, start), end, NameForm.Brand);
        if (shape.Digits == 8 && word.StartsWith("NCT", StringComparison.OrdinalIgnoreCase))
            return Add(found, start, end, NameForm.Registry);
        if (shape.Digits == 0 && shape.Lower > 3 && InnEnd(text, start, end) is var innEnd and > 0)
            return Add(found, start, innEnd, NameForm.Inn);
        if (shape.Digits == 0 && word is "Study" or "Protocol" or "Project" && NumberedEnd(text, end, word is "Project") is var studyEnd and > 0)
            return Add(found, start, studyEnd, NameForm.Study);
        if (shape.IsCode(word))
            return Add(found, start, end, NameForm.Code);
        if (SpacedCodeEnd(text, start, end) is var codeEnd and > 0)
            return Add(found, start, codeEnd, NameForm.Code);
        if (shape.IsCapitals(word))
            return Add(found, start, shape.Digits == 0 && word.Length >= ShortestSeries ? SeriesEnd(text, start, end) : end, NameForm.Capitals);
        return shape.IsWord(word) && (Shape.IsMixed(word) && IsBeforeTrial(text, end) || Introductions.IsOfWord(text, start, end)) ? Add(found, start, end, NameForm.Word) : end;
    }

    private static int Add(List<NameCandidate> found, int start, int end, NameForm form)
    {
        // "EYLEA HD®": the first word alone may have been taken for capitals.
        while (found.Count > 0 && found[^1].Start >= start)
            found.RemoveAt(found.Count - 1);
        found.Add(new NameCandidate(start, end, form));
        return end;
    }

    private static int InnEnd(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        var hyphen = word.IndexOf('-');
        var first = hyphen > 0 ? word[..hyphen] : word;
        var isGeneProduct = InnStems.IsGeneProduct(first);
        if (!isGeneProduct && !InnStems.IsName(first))
            return 0;
        var result = start + first.Length;
        if (result < end)
            return isGeneProduct ? 0 : result;
        if (result < text.Length - 1 && text[result] == ' ' && char.IsLetter(text[result + 1]))
        {
            var next = NameWord.End(text, result + 1);
            if (InnStems.IsPayload(text.AsSpan(result + 1, next - result - 1)))
                return next;
        }

        return isGeneProduct ? 0 : result;
    }

    // "Study 001", "Project NextGen": the word behind must be a number or, for a project, a name.
    private static int NumberedEnd(string text, int end, bool named)
    {
        if (end + 1 >= text.Length || text[end] != ' ')
            return 0;
        var next = text[end + 1];
        if (!(named ? char.IsUpper(next) : char.IsAsciiDigit(next)))
            return 0;
        var stop = NameWord.End(text, end + 1);
        return stop - end > LongestName ? 0 : stop;
    }

    // "ALKX 2680": letters and a number that is no year.
    private static int SpacedCodeEnd(string text, int start, int end)
    {
        if (end - start is < 3 or > 5 || end + 4 > text.Length || text[end] != ' ' || text.AsSpan(start, end - start).IndexOfAnyExceptInRange('A', 'Z') >= 0)
            return 0;
        var stop = NameWord.End(text, end + 1);
        var number = text.AsSpan(end + 1, stop - end - 1);
        if (number.Length is < 3 or > 5 || number.IndexOfAnyExceptInRange('0', '9') >= 0 || number[0] == '0' || (number.Length == 4 && number[..2] is "19" or "20") || (stop < text.Length && text[stop] is ',' or '.' or '%' or '(' && stop + 1 < text.Length && char.IsAsciiDigit(text[stop + 1])))
            return 0;
        var name = text[start..end];
        return NotDrugs.Contains(name) || Counted.Contains(name) || !DrugCodes.IsPlain(text[start..stop]) ? 0 : stop;
    }

    // "FORWARD II", "ORIGIN 3 trial": the number belongs to a trial's name; in "SORAYA 5 patients" it does not.
    private static int SeriesEnd(string text, int start, int end)
    {
        if (end + 1 >= text.Length || text[end] != ' ' || Counted.Contains(text[start..end]))
            return end;
        var stop = NameWord.End(text, end + 1);
        var number = text.AsSpan(end + 1, stop - end - 1);
        // "the RISE UP study"
        if (number.Length is >= 2 and <= 10 && number.IndexOfAnyExceptInRange('A', 'Z') < 0 && text.AsSpan(start, end - start).IndexOfAnyExceptInRange('A', 'Z') < 0 && IsBeforeTrial(text, stop)
            && !NotDrugs.Contains(number.ToString()) && !NotDrugs.Contains(text[start..end]))
            return stop;
        if (number is "I" or "II" or "III" or "IV")
            return stop;
        var isDigit = number.Length == 1 && number[0] is >= '1' and <= '9' && !(stop + 1 < text.Length && text[stop] is '.' or ',' && char.IsAsciiDigit(text[stop + 1]));
        return isDigit && (stop == text.Length || text[stop] is ',' or ';' or ')' or '.' or ':' or '\n' || WordWindow.After(text, stop) is "trial" or "study" or "Trial" or "Study" or "Phase" or "trials" or "studies") ? stop : end;
    }

    // "the ReNova trial", "TIDeS-2 Phase 3"
    private static bool IsBeforeTrial(string text, int end) => end < text.Length && text[end] == ' ' && WordWindow.After(text, end) is "trial" or "study" or "Trial" or "Study" or "Phase" or "trials" or "studies";

    // "Lower-risk myelodysplastic syndromes (LR-MDS)", "multi-regional clinical trial (MRCT)": short for words, not a name.
    private static bool IsAbbreviation(string text, NameCandidate name)
    {
        if (name.Start < 2 || text[name.Start - 1] != '(' || name.End >= text.Length || text.AsSpan(name.End, Math.Min(3, text.Length - name.End)).TrimStart("®™") is not [')' or ';' or ',', ..])
            return false;
        var last = WordWindow.Before(text, name.Start);
        if (last.Length < 4 || InnStems.IsName(last) || last.IndexOfAnyInRange('0', '9') >= 0)
            return false;
        if (last is "trial" or "study" or "program" or "studies" && !char.IsUpper(text[name.Start + 1]))
            return false;
        // As many words as it has letters, one more at most, begin with them in their order.
        var letters = text.AsSpan(name.Start, name.End - name.Start);
        for (var n = 2; n <= LongestSpelling; n++)
        {
            var word = WordWindow.Before(text, name.Start, n);
            if (word.IsEmpty)
                return false;
            if (char.ToUpperInvariant(word[0]) == letters[0])
                return IsSpelled(text, name, n);
        }

        return false;
    }

    // Each word from the nth before on gives its first letter, but for small ones.
    private static bool IsSpelled(string text, NameCandidate name, int n)
    {
        var letters = text.AsSpan(name.Start, name.End - name.Start);
        var at = 0;
        for (; n >= 1; n--)
        {
            var word = WordWindow.Before(text, name.Start, n);
            foreach (var range in word.Split('-'))
            {
                var part = word[range];
                while (at < letters.Length && !char.IsLetter(letters[at]))
                    at++;
                if (!part.IsEmpty && at < letters.Length && char.ToUpperInvariant(part[0]) == letters[at])
                    at++;
                else if (part.Length > 3 && at == letters.Length)
                    return false;
            }
        }

        return at >= 2 && at >= letters.Length - 2;
    }

    private static bool HasTrademark(string text, int end)
    {
        var rest = text.AsSpan(end, Math.Min(5, text.Length - end)).TrimStart();
        return rest.StartsWith("®") || rest.StartsWith("™") || rest.StartsWith("(R)") || rest.StartsWith("(TM)");
    }

    // "EYLEA HD®": the words of capitals before the sign belong to the name.
    private static int TrademarkStart(string text, int start)
    {
        while (start > 2 && text[start - 1] == ' ' && char.IsUpper(text[start - 2]))
        {
            var previous = start - 2;
            while (previous > 0 && char.IsLetterOrDigit(text[previous - 1]))
                previous--;
            if (!Shape.Of(text.AsSpan(previous, start - 1 - previous)).IsCapitals(text.AsSpan(previous, start - 1 - previous)))
                break;
            start = previous;
        }

        return start;
    }

    /// <summary>How many characters of each kind a word has.</summary>
    private readonly record struct Shape(int Upper, int Lower, int Digits, int Hyphens)
    {
        public static Shape Of(ReadOnlySpan<char> word)
        {
            int upper = 0, lower = 0, digits = 0, hyphens = 0;
            foreach (var c in word)
            {
                if (char.IsAsciiDigit(c))
                    digits++;
                else if (char.IsUpper(c))
                    upper++;
                else if (char.IsLetter(c))
                    lower++;
                else
                    hyphens++;
            }

            return new Shape(upper, lower, digits, hyphens);
        }

        /// <summary>"CBL-514", "BP1002", "4D-150", "huC242-DM4", "T-DM1"; not "HER2", "52-week", "V600E".</summary>
        public bool IsCode(ReadOnlySpan<char> word)
        {
            if (Upper == 0 || Digits == 0 || Digits > 8 || Hyphens > 3)
                return false;
            if (char.IsAsciiDigit(word[0]))
                return Upper is >= 1 and <= 6 && Lower == 0 && Hyphens == 1 && Digits >= 2 && char.IsUpper(word[1]);
            if (Digits == 1)
                return Hyphens > 0 && char.IsAsciiDigit(word[^1]) && !char.IsAsciiDigit(word[word.LastIndexOf('-') + 1]) && Upper > 1;
            // Mutations: a letter, digits, a letter.
            return !(Upper == 2 && Lower == 0 && Hyphens == 0 && char.IsUpper(word[0]) && char.IsUpper(word[^1])) && Upper + Lower > 1;
        }

        /// <summary>"Valdora", "PrimaC", "Ketavir-2": a capital, then letters.</summary>
        public bool IsWord(ReadOnlySpan<char> word) => Lower >= 3 && Upper <= 12 && Digits <= 2 && Hyphens <= 1 && word.Length >= 5 && char.IsUpper(word[0]);

        /// <summary>A capital within the word.</summary>
        public static bool IsMixed(ReadOnlySpan<char> word)
        {
            for (var i = 1; i < word.Length; i++)
            {
                // "ReNova", "Advance-HTN", not "Placebo-Controlled"
                if (char.IsUpper(word[i]) && (char.IsLetter(word[i - 1]) || (i + 1 < word.Length && char.IsUpper(word[i + 1]))))
                    return true;
            }

            return false;
        }

        /// <summary>"SORAYA", "SHASTA-2", "4FRONT-1".</summary>
        public bool IsCapitals(ReadOnlySpan<char> word) =>
            Upper >= 2 && Lower == 0 && Upper + Digits >= 3 && Digits <= 3 && Hyphens <= 2 && (char.IsUpper(word[0]) || (Upper >= 4 && char.IsUpper(word[1])));
    }
}
