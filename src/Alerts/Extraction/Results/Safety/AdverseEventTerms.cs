using System.Collections.Frozen;
using Alerts.Extraction.Language;

namespace Alerts.Extraction.Results.Safety;

/// <summary>
/// Knows the names of adverse events by their head word ("neuropathy", "visual acuity", "neutrophil count decreased")
/// and takes the words that describe it along: "decreased visual acuity", "intraocular inflammation".
/// </summary>
internal static class AdverseEventTerms
{
    private const int LongestTerm = 6;

    private static readonly FrozenSet<string> Heads = Set(
        "nausea vomiting emesis diarrhea diarrhoea constipation fatigue asthenia malaise headache headaches migraine pyrexia fever chills cough dyspnea dyspnoea rash pruritus itching erythema pain arthralgia myalgia alopecia dizziness vertigo insomnia somnolence sedation "
        + "edema oedema infection infections pneumonia sepsis dehydration anorexia bleeding haemorrhage hemorrhage epistaxis thrombosis embolism seizure seizures convulsion syncope acuity inflammation cataract cataracts vasculitis endophthalmitis hypotony "
        + "hypersensitivity anaphylaxis flushing palpitations tachycardia bradycardia arrhythmia hypertension hypotension neurotoxicity hepatotoxicity cardiotoxicity nephrotoxicity hyperesthesia paresthesia tremor ataxia confusion anxiety depression weakness "
        + "neutropenia anemia anaemia thrombocytopenia leukopenia lymphopenia cytopenia pancytopenia transaminitis crs icans dysgeusia dyspepsia xerostomia blister blisters ulceration swelling bruising hematoma dermatitis floaters elevation elevations ARIA ILD CRS ICANS TLS");

    private static readonly FrozenSet<string> PlainWords = Set(
        "hepatitis arthritis psoriasis diagnosis prognosis apoptosis lipolysis sclerosis fibrosis cirrhosis endometriosis analysis basis homeopathy therapy amyloidosis sarcoidosis nephropathy cardiomyopathy ichthyosis osteoporosis tuberculosis monotherapy chemotherapy immunotherapy radiotherapy "
        + "osteoarthritis colitis steatohepatitis vasculitides leukemia retinopathy psychosis gastroparesis schistosomiasis fibromyalgia academia");

    private static readonly string[] Suffixes = ["itis", "emia", "aemia", "penia", "algia", "opathy", "rrhea", "rrhoea", "uria", "plegia", "esthesia"];

    private static readonly PhraseLexicon<bool> Phrases = new(
        "cytokine release syndrome|injection site reaction|injection-site reaction|infusion-related reaction|infusion related reaction|infusion site reaction|upper respiratory tract infection|urinary tract infection|decreased appetite|neutrophil count decreased|platelet count decreased|white blood cell count decreased|white blood cells count decreased|lymphocyte count decreased|visual acuity|blurred vision|vision blurred|dry eye|dry mouth|interstitial lung disease|ALT increased|AST increased|weight decreased|peripheral neuropathy|hot flush|hand-foot syndrome|tumor lysis syndrome|QT prolongation|suicidal ideation|ARIA-E|ARIA-H"
            .Split('|').Select(p => (p, true)));

    private static readonly FrozenSet<string> Stops = Set(
        "commonly frequently mostly primarily mainly a an the of had have has experienced experiencing reported and or with was were is are to in at for from any no severe mild moderate serious transient reversible rapidly rapid related drug treatment emergent grade grades common most included including some other only one two three four five six seven eight nine ten patients patient participants subjects developed occurred due causing by as following that which such cases case events event adverse generally being isolated asymptomatic symptomatic low high higher greater above all");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> HeadLookup = Heads.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PlainLookup = PlainWords.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StopLookup = Stops.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The event whose name begins at a token, with the words that describe it.</summary>
    public static (string Text, int First, int Last)? At(TokenizedText text, int index)
    {
        if (text[index].Kind != TokenKind.Word || StopLookup.Contains(text.Span(index)))
            return null;
        for (var i = index; i < Math.Min(text.Count, index + LongestTerm); i++)
        {
            if (HeadEnd(text, i) is var end and >= 0)
                return (Write(text, index, end), index, end);
            if (!IsDescribing(text, i))
                return null;
        }

        return null;
    }

    /// <summary>The event whose name ends at a token.</summary>
    public static (string Text, int First, int Last)? EndingAt(TokenizedText text, int last)
    {
        for (var head = last; head > last - LongestTerm && head >= 0; head--)
        {
            if (HeadEnd(text, head) != last)
                continue;
            var first = head;
            while (first > 0 && head - first < 3 && IsDescribing(text, first - 1))
                first--;
            return (Write(text, first, last), first, last);
        }

        return null;
    }

    // The last token of the head that begins here: "visual acuity", "neutropenia"; -1 where none does.
    private static int HeadEnd(TokenizedText text, int i)
    {
        if (text[i].Kind != TokenKind.Word)
            return -1;
        if (Phrases.TryMatch(text, i, out _, out var last))
            return last;
        var word = text.Span(i);
        if (HeadLookup.Contains(word))
            return i;
        if (word.Length < 7 || PlainLookup.Contains(word))
            return -1;
        foreach (var suffix in Suffixes)
        {
            if (word.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    private static bool IsDescribing(TokenizedText text, int i) =>
        text.Is(i, '-') || text.Is(i, '/') || (text[i].Kind == TokenKind.Word && !StopLookup.Contains(text.Span(i)) && text.Span(i).IndexOfAnyInRange('0', '9') < 0);

    private static string Write(TokenizedText text, int first, int last)
    {
        while (first < last && (text.Is(first, '-') || text.Is(first, '/')))
            first++;
        return text.Slice(first, last).ToLowerInvariant();
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
