using Alerts.Extraction.Language;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>The words and phrases that milestones are told in. Of several that fit the longest wins.</summary>
internal static class CueLexicon
{
    /// <summary>All phrases.</summary>
    public static PhraseLexicon<CueWord> Phrases { get; } = new(Actions().Concat(Objects()).Concat(Moods()).DistinctBy(p => p.Phrase, StringComparer.OrdinalIgnoreCase));

    /// <summary>The cues of a sentence in order; they do not overlap.</summary>
    public static List<CueMention> Find(TokenizedText text)
    {
        var cues = new List<CueMention>();
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i].Kind == TokenKind.Symbol || !Phrases.TryMatch(text, i, out var word, out var last))
                continue;
            if (word.Cue == Cue.Expect)
            {
                word = Expectation(text, i, last, word);
                // "top-line data are now expected in early 2023": another time was expected before.
                if (word.Cue == Cue.Expect && text.Is(i - 1, "now") && text.IsAny(i, "expect", "expects", "expected", "expecting", "anticipate", "anticipates", "anticipated", "anticipating", "planned", "targeted", "targeting", "scheduled", "projected", "estimated"))
                    cues.Add(new(Cue.Delay, CueForm.Noun, null, i - 1, i - 1));
            }

            // "our ASPIRE award", but "to award"; "Project Dawn", but "we project"
            if (word is { Cue: Cue.Grant, Form: CueForm.Base } && text.Is(i, "award") && !text.IsAny(i - 1, "to", "will", "may", "not"))
                word = new(Cue.Award);
            // "in a separate release", "the report"
            if (word is { Cue: Cue.Report, Form: CueForm.Base } && text.IsAny(i - 1, "a", "an", "the", "this", "press", "separate", "news", "annual"))
                word = Nothing;
            if (i > 0 && text.Span(i) is "Project")
                word = Nothing;
            // "patient dosing", but "dosing the first patient"
            if (word is { Cue: Cue.Dose, Form: CueForm.Gerund } && !text.IsAny(i + 1, "the", "our", "its"))
                word = new(Cue.Dosing);
            if (cues is [.., { Cue: Cue.Data or Cue.Readout } before] && word.Cue is Cue.Data or Cue.Readout && before.Last == i - 1)
                cues[^1] = before with { Cue = Cue.Readout, Last = last };
            else if (word.Cue != Cue.None)
                cues.Add(new(word.Cue, word.Form, word.What, i, last));
            i = last;
        }

        return cues;
    }

    /// <summary>
    /// "HER2-targeted", "an antibody targeting CD56" and "the planned dose" expect nothing: what is expected is said to be
    /// ("is planned"), or its time follows ("targeted for", "expected Q1").
    /// </summary>
    private static CueWord Expectation(TokenizedText text, int first, int last, CueWord word)
    {
        if (first != last)
            return word;
        if (text.Is(first - 1, '-') || (text.IsAny(first, "aimed", "aiming") && text.Is(first + 1, "at")))
            return Nothing;
        if (word.Form == CueForm.Gerund && text.Is(first, "targeting"))
            return first == 0 || text.IsAny(first - 1, "is", "are", "and", "be", "we", "company", "now", "still", "also", "currently") ? word : Nothing;
        if (word.Form != CueForm.Past || text.IsAny(first - 1, "is", "are", "be", "was", "were", "remain", "remains", "now", "currently", "still", "been"))
            return word;
        return last + 1 >= text.Count || text[last + 1].IsNumber || text[last + 1].Kind == TokenKind.Symbol || text.IsAny(last + 1, Following) || text.Span(last + 1) is ['Q' or 'H', >= '1' and <= '4', ..] or [>= '1' and <= '4', 'Q' or 'H', ..]
            ? word
            : new(Cue.Upcoming);
    }

    private static readonly CueWord Nothing = new(Cue.None);

    private static readonly string[] Following = ["in", "by", "for", "to", "during", "at", "around", "on", "before", "within", "late", "early", "mid", "later", "end", "next", "this", "over", "as", "throughout", "near", "year", "first", "second", "and"];

    private static IEnumerable<(string Phrase, CueWord Word)> Actions() =>
    [
        .. Verbs(Cue.Begin, "initiate commence start open"), .. Verb(Cue.Begin, "begin", "begins", "began", "beginning"), ("begun", new(Cue.Begin, CueForm.Past)),
        .. Nouns(Cue.Begin, "initiation; commencement; the start; start of; study start; trial start; kick off"),
        .. Verbs(Cue.Enter, "advance progress move enter proceed transition"), .. Nouns(Cue.Enter, "entry into; advancement of; progression to; progression into; advancement into"),
        .. Verbs(Cue.Dose, "dose treat enroll randomize screen"), ("enrol", new(Cue.Dose, CueForm.Base)),
        .. Nouns(Cue.Dose, "dosing of the first"),
        .. Verbs(Cue.Complete, "complete conclude finish finalize"), .. Nouns(Cue.Complete, "completion; conclusion"),
        ("fully enrolled", new(Cue.FullyEnrolled, CueForm.Past)), ("full enrollment", new(Cue.FullyEnrolled)), ("last patient enrolled", new(Cue.FullyEnrolled, CueForm.Past)),
        ("last patient in", new(Cue.FullyEnrolled, CueForm.Past)), ("fully enroll", new(Cue.FullyEnrolled, CueForm.Base)), ("fully recruited", new(Cue.FullyEnrolled, CueForm.Past)),
        .. Verbs(Cue.Report, "report announce share release disclose deliver generate unveil"), ("given", new(Cue.Report, CueForm.Past)), .. Nouns(Cue.Report, "announcement; disclosure"),
        .. Verbs(Cue.Present, "present publish"), .. Nouns(Cue.Present, "presentation; medical conference update; conference update; oral presentation; poster presentation; late breaking presentation"),
        .. Verb(Cue.Submit, "submit", "submits", "submitted", "submitting"), .. Verb(Cue.Submit, "file", "files", "filed", "filling").Take(3), ("filing", new(Cue.Submit)), ("resubmit", new(Cue.Submit, CueForm.Base)), ("resubmitted", new(Cue.Submit, CueForm.Past)),
        ("resubmitting", new(Cue.Submit, CueForm.Gerund)), .. Nouns(Cue.Submit, "submission; resubmission"),
        .. Verbs(Cue.Accept, "accept validate select"), .. Nouns(Cue.Accept, "acceptance; validation"),
        .. Verbs(Cue.Grant, "grant receive award obtain secure gain issue"), ("designated", new(Cue.Grant, CueForm.Past)), .. Nouns(Cue.Grant, "receipt of"),
        .. Verbs(Cue.Approve, "approve"), .. Nouns(Cue.Approve, "approval; marketing authorization; marketing authorisation; marketing approval; regulatory approval; accelerated approval; full approval; conditional approval; CE mark"),
        .. Verbs(Cue.Clear, "clear"), .. Nouns(Cue.Clear, "clearance; regulatory clearance"),
        .. Verb(Cue.Launch, "launch", "launches", "launched", "launching"), .. Nouns(Cue.Launch, "commercial launch; product launch; U.S. launch; US launch; commercial availability; launch of"),
        ("available", new(Cue.Available, CueForm.Past)), ("commercially available", new(Cue.Available, CueForm.Past)),
        .. Verb(Cue.Hold, "hold", "holds", "held", "holding"), .. Verbs(Cue.Hold, "conduct request schedule"), .. Verb(Cue.Consult, "meet", "meets with", "met with", "meeting with"), .. Verbs(Cue.Consult, "discuss"),
        .. Verbs(Cue.Achieve, "achieve"), .. Verbs(Cue.Achieve, "miss"), ("met", new(Cue.Achieve, CueForm.Past)), ("meets", new(Cue.Achieve, CueForm.Present)), ("failed to meet", new(Cue.Achieve, CueForm.Past)), ("did not meet", new(Cue.Achieve, CueForm.Past)),
        ("does not meet", new(Cue.Achieve, CueForm.Present)), ("fails to meet", new(Cue.Achieve, CueForm.Present)),
        .. Verbs(Cue.Provide, "provide"),
        .. Verbs(Cue.Stop, "discontinue terminate halt cease suspend cancel withdraw abandon deprioritize"), .. Verb(Cue.Stop, "stop", "stops", "stopped", "stopping"),
        .. Verb(Cue.Stop, "wind down", "winds down", "wound down", "winding down"), .. Nouns(Cue.Stop, "discontinuation; termination; cancellation"),
    ];

    private static IEnumerable<(string Phrase, CueWord Word)> Objects() =>
    [
        .. Nouns(Cue.Trial, "trial; study; studies; clinical trial; clinical study; clinical studies; clinical evaluation; clinical testing; human testing; evaluation; testing; expansion; dose expansion; pivotal program; clinical program; phase; ph1; ph2; ph3; "
            + "registrational program; extension; clinic; portion of the study; portion of the trial"),
        .. Nouns(Cue.Combination, "clinical combination; combination study; combination trial; combo"),
        .. Nouns(Cue.Dosing, "dosing; patient dosing; patient screening; screening; treatment; treatment period; enrolling; patient treatment"),
        .. Nouns(Cue.FirstPatient, "first patient; first participant; first subject; first human; first volunteer; first clinical trial participant; first study participant"),
        .. Nouns(Cue.Enrollment, "enrollment; enrolment; patient enrollment; recruitment; accrual; patient recruitment; trial enrollment; study enrollment; target enrollment"),
        .. Nouns(Cue.Data, "data; result; analysis; analyses; finding; clinical data; trial results; study results; trial data; study data; efficacy data; safety data; survival data; clinical results; response data; "
            + "clinical findings; abstract; immune response data; poster; manuscript; late breaker"),
        .. Nouns(Cue.Readout, "readout; data readout; read out; interim data review; top line; topline; top line data; topline data; top line results; topline results; clinical update; clinical data update; data update; topline readout; top line readout; "
            + "interim readout; topline analysis; top line analysis; topline efficacy data; topline safety; initial data; initial results; interim data; interim results; interim analysis; first data; headline results; proof of concept data; "
            + "primary data; primary results; final data; final results; preliminary data; preliminary results; topline efficacy; additional data; key data; primary endpoint data; high level results"),
        .. Nouns(Cue.Update, "update; further update; program update; regulatory update; broad update; next step; further information; additional progress; progress update; key update; pipeline update"),
        .. Applications(), .. Designations(),
        .. Nouns(Cue.Cohort, "cohort; expansion cohort; dose level; dose cohort; dosing cohort; higher dose; next dose; dose escalation cohort"),
        .. Nouns(Cue.DecisionDate, "PDUFA; Prescription Drug User Fee Act; goal date; action date; target action date; PDUFA date; PDUFA goal date; PDUFA target action date; PDUFA action date; Prescription Drug User Fee Act date; user fee goal date"),
        .. Nouns(Cue.Decision, "regulatory decision; approval decision; a decision; review decision; final decision; marketing authorization decision"),
        .. Nouns(Cue.ResponseLetter, "complete response letter; complete response letters; CRL"),
        .. Nouns(Cue.AgencyDecision, "FDA decision; FDA approval decision; FDA action; decision from the FDA; decision by the FDA; EC decision; European Commission decision; decision from the European Commission; decision by the European Commission; "
            + "CHMP opinion; CHMP decision; CHMP recommendation; opinion from the CHMP; opinion of the CHMP; opinion by the CHMP; MHRA decision; PMDA decision; NMPA decision; Health Canada decision"),
        .. Nouns(Cue.Meeting, "end of phase 1 meeting; end of phase 2 meeting; end of phase II meeting; end of phase meeting; EOP1 meeting; EOP2 meeting; EOP2; type A meeting; type B meeting; type C meeting; type D meeting; pre BLA meeting; pre NDA meeting; "
            + "pre sBLA meeting; pre sNDA meeting; pre IND meeting; pre MAA meeting; pre submission meeting; scientific advice; INTERACT meeting; advisory committee meeting; advisory committee; FDA meeting; meeting with the FDA; meeting with FDA; "
            + "meeting with the U.S. Food and Drug Administration; meeting with the EMA; meeting with regulators; meeting with regulatory authorities; AdCom; pre EUA meeting"),
        .. Nouns(Cue.Party, "with the FDA; with FDA; with the EMA; with regulators; with the U.S. Food and Drug Administration; with regulatory authorities; with regulatory agencies; with health authorities"),
        .. Nouns(Cue.Endpoint, "primary endpoint; co primary endpoint; efficacy endpoint; endpoint; primary efficacy endpoint; primary end point; primary objective"),
        .. Nouns(Cue.Venue, "annual meeting; congress; conference; symposium; scientific sessions; medical meeting; medical conference; scientific meeting; scientific conference; journal; poster session; medical congress; annual congress; "
            + "ASCO; ESMO; ASH; AACR; EHA; SITC; scientific congress; AAIC; CTAD; EASL; AASLD; AAN; ADA; EASD; SABCS; forum; plenary; spring meeting; annual conference; annual scientific meeting; scientific forum; hematology association"),
        .. Nouns(Cue.Award, "award; contract"),
        .. Nouns(Cue.Development, "development; further development; clinical development; development program; development of"),
        .. Nouns(Cue.Agency, "FDA; Food and Drug Administration; EMA; European Medicines Agency; European Commission; MHRA; PMDA; NMPA; Health Canada; TGA; CHMP; regulatory authority; regulatory authorities; regulatory agencies; regulatory agency; "
            + "regulators; health authority; health authorities; Ministry of Health; ANVISA; Swissmedic; National Medical Products Administration; Medicines and Healthcare products Regulatory Agency; MFDS; TFDA; Medsafe; HREC; ethics committee"),
        .. Nouns(Cue.None, "financial results; operating results; results of operations; quarterly results; preclinical data; preclinical results; nonclinical data; non clinical data; financial data; trial site; clinical site; study site; trial material; "
            + "clinical trial material; trial supply; trial design; study design; clinical supply; study drug; study treatment; study population; enabling studies; enabling study; preclinical study; preclinical studies; toxicology study; "
            + "toxicology studies; nonclinical studies; nonclinical study; in vitro study; case study; trial collaboration; clinical trial collaboration; study collaboration; clinical study collaboration; phase out; data cut; data cutoff; "
            + "data cut off; as a result; result in; results in; data monitoring committee; data safety monitoring board; data and safety monitoring board; independent data monitoring committee; data exclusivity; full year results; "
            + "year end results; treatment of; treatment for; treatment option; treatment related; treatment emergent; treatment effect; current treatment; standard treatment; business update; corporate update; financial update; trial network; "
            + "clinical trial network; clinical trial sites; clinical trial costs; clinical trial expenses; study center; study centers; preclinical findings; preclinical proof of concept data; real world data; market research; real world study; "
            + "preclinical presentation; corporate presentation; company presentation; investor presentation; prior treatment; prior studies; previous studies; prior trials; previous trials; start dose; starting dose; presentation slides; "
            + "filing of Form; filed with the Securities; filed with the SEC; shareholder approval; board approval; stockholder approval; board of directors; patent application; patent applications; notice of allowance; press release; "
            + "preclinical evaluation; clinical trial agreement; studies to date; study participants; trial participants; evaluation and; efficacy evaluation; safety evaluation; trial expenses; preclinical analysis; post hoc analysis; award winning; "
            + "per share data; share data; dosing requirement; dosing requirements; dosing regimen; dosing interval; dosing intervals; dosing schedule; dosing frequency; force expansion; sales expansion; commercial expansion; market expansion; geographic expansion; global expansion; US expansion; capacity expansion; platform expansion; label expansion; site expansion; expansion goals; expansion plans; expansion mode; enrollment form; enrollment forms; study preparation; study preparations; trial preparation; trial agreement; study agreement; study protocol; trial protocol; toxicity study; toxicity studies; evaluation and quality; contract manufacturing; contract research; contract revenue; clinical studies to date; present value; at present; as planned; pre IND; pre NDA; pre BLA; pre MAA; NDA stage; BLA stage; IND stage; MAA stage; updates guidance; update guidance; updated guidance; updates financial guidance; open label; treat to; commercial contract"),
    ];

    private static IEnumerable<(string Phrase, CueWord Word)> Moods() =>
    [
        .. Verbs(Cue.Expect, "expect anticipate target project intend aim estimate schedule"), .. Verb(Cue.Expect, "plan", "plans", "planned", "planning"), .. Nouns(Cue.Expect, "look forward; looking forward; looks forward; goal; slated; poised; "
            + "milestones include; preparing for; preparing to; prepare to; prepares to; positioned for; planning underway; plans underway; in support of; working toward; working towards; progress towards; progress toward; preparations; aim; likely; "
            + "look to; looking to; hopes to; hope to; seek to; seeks to; eager to; ready to; set to; excited to; pleased to be; prepared to; due to begin; due to start; continue to expect; continues to expect; ahead of"),
        .. Nouns(Cue.OnTrack, "on track; on target; on pace; on schedule; remains on course; reiterates; reaffirms; continues to anticipate; well positioned"),
        .. Nouns(Cue.Will, "will; shall; would; should; could; may; might"),
        .. Nouns(Cue.Upcoming, "upcoming; planned; potential; future; next; anticipated milestones; expected milestones"),
        .. Nouns(Cue.Announce, "successfully; successful; recently; highlights; recent"),
        .. Verbs(Cue.Delay, "delay postpone defer"), .. Nouns(Cue.Delay, "pushed back; pushed out; later than; longer follow up; revised timeline"),
    ];

    private static IEnumerable<(string, CueWord)> Applications()
    {
        static IEnumerable<(string, CueWord)> Named(string what, string names) => names.Split("; ").Select(name => (Spaced(name), new CueWord(Cue.Application, CueForm.Noun, what)));
        return
        [
            .. Named("BLA", "BLA; biologics license application; biologic license application; biological license application"),
            .. Named("sBLA", "sBLA; supplemental biologics license application; supplemental biologic license application; supplemental BLA"),
            .. Named("NDA", "NDA; new drug application"),
            .. Named("sNDA", "sNDA; supplemental new drug application; supplemental NDA"),
            .. Named("MAA", "MAA; marketing authorization application; marketing authorisation application"),
            .. Named("IND", "IND; investigational new drug; investigational new drug application; IND application; clinical trial investigational new drug application"),
            .. Named("CTA", "CTA; clinical trial application; clinical trial authorization application; clinical trial notification"),
            .. Named("ANDA", "ANDA; abbreviated new drug application"),
            .. Named("510(k)", "510(k); 510(k) premarket notification; premarket notification"),
            .. Named("PMA", "PMA; premarket approval application; premarket approval"),
            .. Named("De Novo", "De Novo; De Novo request; De Novo application"),
            .. Named("EUA", "EUA; emergency use authorization"),
            .. Named("IDE", "investigational device exemption"),
            ("marketing application", new(Cue.Application)), ("regulatory submission", new(Cue.Application)), ("regulatory filing", new(Cue.Application)), ("regulatory application", new(Cue.Application)),
            ("marketing authorization submission", new(Cue.Application)), ("rolling submission", new(Cue.Application)), ("license application", new(Cue.Application)), ("application for marketing approval", new(Cue.Application)),
        ];
    }

    private static IEnumerable<(string, CueWord)> Designations()
    {
        static IEnumerable<(string, CueWord)> Named(string what, string names) =>
            names.Split("; ").SelectMany(name => new[] { (name, new CueWord(Cue.Designation, CueForm.Noun, what)), (name + " request", new CueWord(Cue.Application, CueForm.Noun, what)), (name + " application", new CueWord(Cue.Application, CueForm.Noun, what)) });
        return
        [
            .. Named("ORPHAN", "orphan drug designation; orphan designation; orphan drug; orphan drug status; orphan status; orphan medicinal product designation"),
            .. Named("BTD", "breakthrough therapy designation; breakthrough therapy; breakthrough designation; breakthrough therapy status"),
            .. Named("FAST_TRACK", "fast track; fast track designation; fast track status"),
            .. Named("RMAT", "RMAT; RMAT designation; regenerative medicine advanced therapy; regenerative medicine advanced therapy designation"),
            .. Named("PRIORITY_REVIEW", "priority review; priority review designation; priority review status"),
            .. Named("RARE_PEDIATRIC", "rare pediatric disease designation; rare pediatric disease"),
            .. Named("PRIME", "PRIME designation; PRIME eligibility; priority medicines designation; priority medicines"),
            .. Named("BREAKTHROUGH_DEVICE", "breakthrough device designation; breakthrough device"),
            .. Named("QIDP", "QIDP; qualified infectious disease product designation; QIDP designation"),
        ];
    }

    private static IEnumerable<(string, CueWord)> Nouns(Cue cue, string phrases) =>
        phrases.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(phrase => (Spaced(phrase), new CueWord(cue)));

    private static IEnumerable<(string, CueWord)> Verbs(Cue cue, string verbs) => verbs.Split(' ').SelectMany(verb =>
    {
        var stem = verb.EndsWith('e') ? verb[..^1] : verb;
        return Verb(cue, verb, verb.EndsWith("sh", StringComparison.Ordinal) ? verb + "es" : verb + "s", stem + "ed", stem + "ing");
    });

    private static IEnumerable<(string, CueWord)> Verb(Cue cue, string verb, string present, string past, string gerund) =>
    [
        // Before the base, whose own plural-like form "provides" would win otherwise.
        (present, new(cue, CueForm.Present)), (verb, new(cue, CueForm.Base)), (past, new(cue, CueForm.Past)), (gerund, new(cue, CueForm.Gerund)),
    ];

    /// <summary>Signs stand alone, as the tokenizer cuts them.</summary>
    private static string Spaced(string phrase)
    {
        var tokens = Tokenizer.Read(phrase);
        return string.Join(' ', Enumerable.Range(0, tokens.Count).Select(i => tokens.Span(i).ToString()));
    }
}
