using Alerts.Extraction.Language;
using Alerts.Extraction.Outlook.Windows;

namespace Alerts.Extraction.Outlook;

/// <summary>A sentence with what the rules of this folder ask of it: tokens, phrases of time, what stands above.</summary>
internal sealed class Passage(Sentence sentence, TimeReader times, Passage? previous)
{
    private TokenizedText? _tokens;
    private IReadOnlyList<TimePhrase>? _times;
    private IReadOnlyList<string>? _context;
    private bool? _isHedged;

    /// <summary>The sentence.</summary>
    public Sentence Sentence => sentence;

    /// <summary>Its text.</summary>
    public string Text => sentence.Text;

    /// <summary>The sentence before it in the same block; null for a block's first.</summary>
    public Passage? Previous => previous;

    /// <summary>The day that the document speaks from.</summary>
    public DateOnly? Date => times.Date;

    /// <summary>The filer's fiscal years.</summary>
    public FiscalCalendar Fiscal => times.Fiscal;

    /// <summary>The sentence's words.</summary>
    public TokenizedText Tokens => _tokens ??= Tokenizer.Read(Text);

    /// <summary>The sentence's phrases of time.</summary>
    public IReadOnlyList<TimePhrase> Times => _times ??= times.Find(Text);

    /// <summary>Texts of the headings, lead-ins and outer bullets above, innermost first.</summary>
    public IReadOnlyList<string> Context => _context ??= ReadContext();

    /// <summary>True where the block speaks the language of safe harbours; looked for once in a block.</summary>
    public bool IsHedged => _isHedged ??= previous?.IsHedged ?? Boilerplate.Hedges(sentence.Block.Text);

    /// <summary>Phrases of time in another text of the same document.</summary>
    public IReadOnlyList<TimePhrase> TimesOf(string text) => times.Find(text);

    private List<string> ReadContext()
    {
        var context = new List<string>(sentence.Above.Count);
        for (var i = sentence.Above.Count - 1; i >= 0; i--)
            context.Add(sentence.Document.Blocks[sentence.Above[i]].Text);
        return context;
    }
}
