using Alerts.Extraction.Language;
using Alerts.Extraction.Subjects;

namespace Alerts.Tests.Extraction.Subjects;

public class SubjectIndexTests
{
    [Theory]
    [InlineData("We began a trial of zelitinib (EXA-101) in adults.", "zelitinib")]
    [InlineData("Patients received rovamitug vedotin at 2 mg/kg.", "rovamitug vedotin")]
    [InlineData("VALDORA® (satrelimab) is approved.", "satrelimab")]
    [InlineData("EXA-101, formerly NRX-55, is an oral kinase inhibitor.", "EXA-101")]
    [InlineData("EX101 is an oral inhibitor of EGFR.", "EX101")]
    [InlineData("We initiated a Phase 2 study of EXA-KHK in type 2 diabetes.", "EXA-KHK")]
    [InlineData("Patients on iptacocopan improved.", "iptacocopan")]
    [InlineData("Once weekly surretatide lowered weight.", "surretatide")]
    [InlineData("Patients received tabelonleucel.", "tabelonleucel")]
    [InlineData("huB4-DM1 treatment was well tolerated. The half-life of huB4-DM1 is five days.", "huB4-DM1")]
    [InlineData("zumelogene autoleucel was given once.", "zumelogene autoleucel")]
    [InlineData("The Company says more of EXA853 in June.", "EXA853")]
    [InlineData("VALDORA™ (satrelimab solantansine-qxyz) was approved. VALDORA is sold.", "satrelimab solantansine")]
    [InlineData("FDA approves Valdora™ (satrelimab solantansine, known until now as S-DM1).", "satrelimab solantansine")]
    [InlineData("Satrelimab-DM1 (S-DM1) is a conjugate.", "satrelimab-DM1")]
    [InlineData("Satrelimab solantansine entered the clinic.", "satrelimab solantansine")]
    [InlineData("The FDA granted a designation to EXA7737, the company's oral receptor agonist, for obesity.", "EXA7737")]
    [InlineData("Dravinex (nalbuphine) is for cough. Dravinex was well tolerated.", "nalbuphine")]
    [InlineData("The FDA approved zelitinib (Dravinex) today.", "zelitinib")]
    [InlineData("Dravinex, a novel, first-in-class, oral inhibitor, is in trials. Patients received Dravinex daily.", "Dravinex")]
    [InlineData("PrimaX, the company's ALS treatment, slowed decline. PrimaX demonstrated benefit.", "PrimaX")]
    [InlineData("The lead candidate, VERO, is dosed once. VERO is a first-in-class telomere targeting agent.", "VERO")]
    [InlineData("In December the FDA accepted the (sBLA) for Dravinex. Dravinex met its endpoint. Sales of Dravinex rose.", "Dravinex")]
    [InlineData("We studied ALKX 2680 in narcolepsy. ALKX 2680 was dosed once daily.", "ALKX 2680")]
    [InlineData("HyBrytaTM treatment worked. HyBryta demonstrated response with approval of HyBrytaTM sought.", "HyBryta")]
    [InlineData("EXA-AX (an injectable suspension) is a proprietary suspension. EXA-AX treatment was given. The EXA-AX Phase 3 trials follow.", "EXA-AX")]
    [InlineData("tavorexib was given daily.", "tavorexib")]
    public void A_drug_is_known_by_its_fullest_name(string text, string expected)
    {
        var index = SubjectIndex.Build(Text.Filing(text));

        Assert.Equal([expected], index.Programs.Select(p => p.FullName));
    }

    [Theory]
    [InlineData("The antibody targets CD19 and HER2-positive cells in COVID-19 and KRAS G12C.")]
    [InlineData("See Item 8.01 of Form 8-K and the globulin level at ASCO 2024.")]
    [InlineData("The peptide and a glycopeptide were kept at the rheostat's setting for the oligonucleotide.")]
    [InlineData("The Company adopted ASC-606 and SFAS 123R.")]
    [InlineData("Lower-risk myelodysplastic syndromes (LR-MDS) matter. LR-MDS treatment is hard. LR-MDS was treated in the LR-MDS cohort.")]
    [InlineData("Exampla, a leader in vaccine products, was founded in 2001. Exampla demonstrated growth and received a grant.")]
    [InlineData("The chaperone and the monobactam are classes. Treatment is an agent of change; treatment helps.")]
    [InlineData("See PMC4762261 and the office of Drug Screening, Suite 400, LLP 1633.")]
    public void Genes_forms_and_diseases_are_no_drugs(string text) =>
        Assert.Empty(SubjectIndex.Build(Text.Filing(text)).Programs);

    [Theory]
    [InlineData("The primary endpoint was met in the Phase 2 clinical trial, ZENITHAL20, in lung cancer.", "ZENITHAL20")]
    [InlineData("UNITY-1, the first of two Phase 3 studies, met its endpoint. Results from UNITY-2 are due.", "UNITY-1,UNITY-2")]
    [InlineData("The pivotal AURORA trial enrolled 106 patients.", "AURORA")]
    [InlineData("Results of the Phase 3 BEACON-2 and ZENITH-1 studies were positive.", "BEACON-2,ZENITH-1")]
    [InlineData("In the clinical study (EXA-0205) patients improved.", "EXA-0205")]
    [InlineData("The NORTHSTAR (NCT01234567) study is open.", "NORTHSTAR")]
    [InlineData("The trial is registered as NCT01234567.", "NCT01234567")]
    [InlineData("The findings are from our Study 001.", "Study 001")]
    [InlineData("LYRA, a pivotal Phase 3 program in depression, has begun.", "LYRA")]
    [InlineData("ASPIRE I, the Phase 3 trial of zelitinib, is open. ASPIRE II enrolls patients.", "ASPIRE I,ASPIRE II")]
    [InlineData("VANTAGE did not meet its primary endpoint.", "VANTAGE")]
    [InlineData("- CORDOVA: complete enrollment of the pivotal cohort in 2023.", "CORDOVA")]
    [InlineData("We expect data from our confirmatory trial, MIRANDA, in 2022.", "MIRANDA")]
    [InlineData("The application rests on AURORA, in which 106 patients were treated.", "AURORA")]
    [InlineData("The Company is stopping SOUTH, as its monitors advised.", "SOUTH")]
    [InlineData("The Phase 3 RIDGE UP study enrolled 200 patients. RIDGE UP goes on.", "RIDGE UP")]
    [InlineData("Results from the Phase 2b ReNova trial were positive.", "ReNova")]
    [InlineData("Data from the Proceed-HTN trial are due. A placebo-controlled study follows the Placebo-Controlled study.", "Proceed-HTN")]
    [InlineData("The STRIDE-ON safety study (the STRIDE-ON trial–NCT01234567) met its endpoint.", "STRIDE-ON")]
    [InlineData("The VERIDA-2 trial goes on (ClinicalTrials.gov Identifier: NCT01234567).", "VERIDA-2")]
    [InlineData("The Phase 2 LUNATION 2 Study goes on.", "LUNATION 2")]
    [InlineData("EXA-101 is a novel oral inhibitor. Patients received EXA-101. The EXA-101 ODYSSEE Phase 2b Trial was presented.", "ODYSSEE")]
    public void A_trial_is_known_by_the_words_around_it(string text, string expected) =>
        Assert.Equal(expected.Split(','), SubjectIndex.Build(Text.Filing(text)).Trials.Select(t => t.FullName));

    [Theory]
    [InlineData("The FDA cleared an AML trial and a NSCLC study at ASCO.")]
    [InlineData("ABOUT THE STUDY RESULTS")]
    [InlineData("In the Phase 1 PARG inhibitor work began.")]
    [InlineData("# CONFIRMATORY TRIAL\nThe trial goes on.")]
    [InlineData("The Phase III trial and PART II of Item 2 trial matters.")]
    [InlineData("VALDORA™ patients enrolled in 2021. VALDORA enrolled many.")]
    [InlineData("SAFETY: patients did well, and safety was good.")]
    public void Authorities_and_diseases_are_no_trials(string text) =>
        Assert.Empty(SubjectIndex.Build(Text.Filing(text)).Trials);

    [Fact]
    public void Codes_of_one_company_are_known_by_one_of_them()
    {
        var index = SubjectIndex.Build(Text.Filing("ARX-ALK7, an RNAi therapeutic, is in Phase 1. Our ARX-INHBE follows."));

        Assert.Equal(["ARX-ALK7", "ARX-INHBE"], index.Programs.Select(p => p.FullName));
    }

    [Fact]
    public void Standard_drugs_beside_a_candidate_are_its_partner_or_control()
    {
        var filing = Text.Filing("Survival was 9.6 months with zelitinib and 6.4 months with lapatinib and capecitabine. Zelitinib is an inhibitor; zelitinib is oral.");

        Assert.Equal("zelitinib", At(filing, "Survival", "6.4 months").Program);
    }

    [Theory]
    [InlineData("Patients with solid tumors and others improved.", "solid tumors")]
    [InlineData("It enrolls 36 patients with a pathologic response rate as the endpoint.", null)]
    public void An_indication_is_a_disease(string text, string? expected) => Assert.Equal(expected, Indications.In(text));

    [Fact]
    public void A_sentence_without_a_name_speaks_of_its_heading()
    {
        var filing = Text.Filing("# EXA-101\nThe trial of EXA-101, an oral inhibitor, goes on.\n# EXA-202\nEXA-202 is an antibody.\nFindings include:\n- The half-life is five days.");

        Assert.Equal("EXA-202", At(filing, "The half-life").Program);
    }

    [Fact]
    public void The_name_before_a_figure_wins_over_the_one_behind()
    {
        var filing = Text.Filing("The half-life of EXA-101, an inhibitor, is five days; the half-life of EXA-202, an antibody, is two days.");
        var index = SubjectIndex.Build(filing);
        var sentence = Sentences.Of(filing.Documents[0])[0];

        Assert.Equal("EXA-101", index.At(sentence, sentence.Text.IndexOf("five", StringComparison.Ordinal)).Program);
        Assert.Equal("EXA-202", index.At(sentence, sentence.Text.IndexOf("two", StringComparison.Ordinal)).Program);
    }

    [Theory]
    [InlineData("The AURORA trial of zelitinib in patients previously treated with oldimab met its goal.")]
    [InlineData("The AURORA trial of zelitinib in combination with oldimab met its goal.")]
    [InlineData("The AURORA trial of zelitinib versus oldimab met its goal.")]
    public void Prior_partner_and_control_drugs_are_not_the_subject(string text)
    {
        var subject = At(Text.Filing(text), text, "goal");

        Assert.Equal(("zelitinib", "AURORA"), (subject.Program, subject.Trial));
    }

    [Fact]
    public void A_trial_brings_its_drug_phase_and_number()
    {
        var filing = Text.Filing("zelitinib is studied in the Phase 1b/2 NORTHSTAR trial (NCT01234567) in patients with ovarian cancer.\nResults from NORTHSTAR were strong.");

        var subject = At(filing, "Results from");

        Assert.Equal(("zelitinib", "NORTHSTAR", "1b/2"), (subject.Program, subject.Trial, subject.Phase));
        Assert.Equal("ovarian cancer", At(filing, "zelitinib is").Indication);
    }

    [Theory]
    [InlineData("Phase II", "2")]
    [InlineData("phase 1b/2a", "1b/2a")]
    [InlineData("Phase I/II", "1/2")]
    [InlineData("Phase 2/3", "2/3")]
    [InlineData("Phase 3b", "3b")]
    [InlineData("Phase III", "3")]
    public void Phases_are_told_in_Arabic_digits(string written, string expected) =>
        Assert.Equal(expected, Phases.In($"The {written} trial.").Single().Phase);

    [Fact]
    public void Odd_text_does_not_break_it()
    {
        foreach (var text in new[] { "", "(", "®", "X (", "X-", "-", "NCT", "Study ", "Phase ", "\0", new string('A', 5000), "(" + new string('B', 300) })
            SubjectIndex.Build(Text.Filing(text + "x"));
    }

    private static Subject At(Alerts.Filings.ReadFiling filing, string sentenceStart) => At(filing, sentenceStart, "");

    private static Subject At(Alerts.Filings.ReadFiling filing, string sentenceStart, string at)
    {
        var sentence = Sentences.Of(filing.Documents[0]).First(s => s.Text.StartsWith(sentenceStart, StringComparison.Ordinal));
        return SubjectIndex.Build(filing).At(sentence, sentence.Text.IndexOf(at, StringComparison.Ordinal));
    }
}
