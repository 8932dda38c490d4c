using System.Buffers;
using Alerts.Extraction.Language;
using Alerts.Extraction.Subjects;
using Alerts.Filings;

namespace Alerts.Extraction.Results;

/// <summary>What rules may know beyond the sentence: the filing's names and the document's data cutoffs.</summary>
internal sealed class DocumentScope
{
    private static readonly SearchValues<string> OncologyWords = SearchValues.Create(
        ["cancer", "tumor", "lymphoma", "leukemia", "myeloma", "carcinoma", "sarcoma", "melanoma", "glioma", "RECIST", "oncolog", "malignan"], StringComparison.OrdinalIgnoreCase);

    // What stands a few words before the name of the disease that a drug is for.
    private static readonly SearchValues<string> Treating = SearchValues.Create(
        ["treatment of ", "treat ", "treating ", "patients with ", "subjects with ", "adults with ", "participants with ", "children with ", "people with ", "diagnosed with ", "management of ", "prevention of "], StringComparison.OrdinalIgnoreCase);

    // Words that part the two: "patients with asthma who had a headache".
    private static readonly SearchValues<string> Between = SearchValues.Create([" had ", " who ", " experienc", " report", " develop", " was ", " were ", " in ", "treated", ",", ";", ".", "\n", "(", ":"], StringComparison.OrdinalIgnoreCase);

    private const int DiseaseReach = 60;

    /// <summary>No document reports more events; each costs a search of the text.</summary>
    private const int MostTerms = 200;

    private readonly Dictionary<string, bool> _diseases = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, DateOnly?> _cutoffs = [];
    private readonly DateOnly? _onlyCutoff;

    /// <summary>The scope of a document.</summary>
    public DocumentScope(FilingDocument document, SubjectIndex subjects, bool isOncology)
    {
        Document = document;
        Subjects = subjects;
        Abbreviations = new Abbreviations(document.Text);
        OnlyDose = DosedCohort.In(document);
        IsOncology = isOncology;
        var all = document.Blocks.Select((_, i) => CutoffOf(i)).OfType<DateOnly>().Distinct().Take(2).ToList();
        // In a release on several programs a cutoff holds for its own.
        _onlyCutoff = all.Count == 1 && subjects.HasOneTopic(document) ? all[0] : null;
    }

    /// <summary>True where one of a filing's documents speaks of cancer.</summary>
    public static bool NamesCancer(FilingDocument document) => document.Text.AsSpan().IndexOfAny(OncologyWords) >= 0;

    /// <summary>True where the document treats this condition, so that its cases are no adverse events: "patients with recurrent pericarditis".</summary>
    public bool IsDisease(string term)
    {
        var head = term.AsSpan()[(term.LastIndexOf(' ') + 1)..].ToString();
        if (_diseases.TryGetValue(head, out var known))
            return known;
        if (_diseases.Count >= MostTerms)
            return false;
        var text = Document.Text;
        var isDisease = false;
        for (var at = text.IndexOf(head, StringComparison.OrdinalIgnoreCase); at >= 0 && !isDisease; at = text.IndexOf(head, at + head.Length, StringComparison.OrdinalIgnoreCase))
        {
            var before = text.AsSpan(Math.Max(0, at - DiseaseReach), Math.Min(at, DiseaseReach));
            var words = before.IndexOfAny(Treating);
            isDisease = words >= 0 && before[words..].IndexOfAny(Between) < 0;
        }

        return _diseases[head] = isDisease;
    }

    /// <summary>True where the filing is about cancer: "responded" and "SD" then mean what they mean there.</summary>
    public bool IsOncology { get; }

    /// <summary>The abbreviations that the document defines.</summary>
    public Abbreviations Abbreviations { get; }

    /// <summary>The one dose that all patients reported on received, where the document says so once: "eight participants received a twice-daily dose of 0.25 mg".</summary>
    public string? OnlyDose { get; }

    /// <summary>The document.</summary>
    public FilingDocument Document { get; }

    /// <summary>The filing's names.</summary>
    public SubjectIndex Subjects { get; }

    /// <summary>The data cutoff that holds for a sentence: stated in it, in its block, above it, or the document's only one.</summary>
    public DateOnly? CutoffAt(Sentence sentence)
    {
        if (DataCutoff.In(sentence.Text) is { } own)
            return own;
        if (CutoffOf(sentence.BlockIndex) is { } block)
            return block;
        foreach (var index in sentence.Above.Reverse())
        {
            if (CutoffOf(index) is { } above)
                return above;
        }

        return _onlyCutoff;
    }

    private DateOnly? CutoffOf(int block)
    {
        if (!_cutoffs.TryGetValue(block, out var cutoff))
            _cutoffs[block] = cutoff = DataCutoff.In(Document.Blocks[block].Text);
        return cutoff;
    }
}
