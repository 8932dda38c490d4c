using Alerts.Filings;

namespace Alerts.Extraction.Subjects;

/// <summary>Where a document names drugs, trials and phases.</summary>
internal sealed class DocumentNames
{
    /// <summary>A title is among the first blocks.</summary>
    private const int TitleBlocks = 12;

    /// <summary>"Exhibit 99.1", "For Immediate Release", a contact, then the title.</summary>
    private const int HeadBlocks = 6;

    private const int ShortestTitle = 25;

    /// <summary>So many names of a block may be its topic.</summary>
    private const int MostContext = 24;

    private readonly List<Mention> _mentions;
    private readonly List<(int Start, int End, string Phase)> _phases;

    /// <summary>Looks up all names of a document.</summary>
    public DocumentNames(FilingDocument document, List<Mention> mentions)
    {
        Document = document;
        _mentions = mentions;
        _phases = Phases.In(document.Text);
        MainProgram = FindMain(TitleMentions().Select(m => m.Program)) ?? FindMain(_mentions.Where(m => m.Role == MentionRole.Subject).Select(m => m.Program));
        TitleTrial = TitleMentions().Select(m => m.Trial).FirstOrDefault(t => t is not null);
        var trials = _mentions.Where(m => m.Trial is not null).ToList();
        FirstTrialAt = trials.Count == 0 ? int.MaxValue : trials[0].Start;
        MainTrial = trials.CountBy(m => m.Trial!).OrderByDescending(p => p.Value).Where(p => p.Value * 2 > trials.Count).Select(p => p.Key).FirstOrDefault();
    }

    /// <summary>The document.</summary>
    public FilingDocument Document { get; }

    /// <summary>The drug that the title names, else the one that nearly all mentions name; null where there are several.</summary>
    public ProgramName? MainProgram { get; }

    /// <summary>The first trial that the title names.</summary>
    public TrialName? TitleTrial { get; }

    /// <summary>True where the title itself, not one of the headlines below it, names a trial.</summary>
    public bool IsTitleOf(TrialName trial) => InTitle().Any(m => m.Trial == trial);

    /// <summary>The only drug that the title itself names; null where it names none or several.</summary>
    public ProgramName? TitleProgram => InTitle().Where(m => m.Role == MentionRole.Subject).Select(m => m.Program).OfType<ProgramName>().Distinct().Take(2).ToList() is [var only] ? only : null;

    /// <summary>The trial that most mentions of trials name.</summary>
    public TrialName? MainTrial { get; }

    /// <summary>Where the first trial is named.</summary>
    public int FirstTrialAt { get; }

    /// <summary>The mentions from one offset to another.</summary>
    public IEnumerable<Mention> Mentions(int start, int end)
    {
        for (var i = FirstAt(start); i < _mentions.Count && _mentions[i].Start < end; i++)
            yield return _mentions[i];
    }

    /// <summary>The last mentions before an offset, the nearest first, back to another offset.</summary>
    public IEnumerable<Mention> MentionsBefore(int offset, int start)
    {
        for (int i = FirstAt(offset) - 1, taken = 0; i >= 0 && _mentions[i].Start >= start && taken < MostContext; i--, taken++)
            yield return _mentions[i];
    }

    /// <summary>The phase named last before an offset, else first behind it, within a range; null where none is.</summary>
    public string? PhaseNear(int start, int end, int offset)
    {
        string? found = null;
        for (var i = FirstPhaseAt(start); i < _phases.Count; i++)
        {
            var (at, _, phase) = _phases[i];
            if (at >= end || (found is not null && at > offset))
                break;
            found = phase;
        }

        return found;
    }

    /// <summary>The phase that a range names, where it names just one.</summary>
    public string? SolePhase(int start, int end)
    {
        string? found = null;
        for (var i = FirstPhaseAt(start); i < _phases.Count && _phases[i].Start < end; i++)
        {
            if (found is not null && found != _phases[i].Phase)
                return null;
            found = _phases[i].Phase;
        }

        return found;
    }

    /// <summary>The mentions of a block.</summary>
    public IEnumerable<Mention> InBlock(int index)
    {
        var block = Document.Blocks[index];
        return Mentions(block.Start, block.Start + block.Text.Length).Take(MostContext);
    }

    private IEnumerable<Mention> InTitle() =>
        Document.Blocks.Take(HeadBlocks).FirstOrDefault(b => b.Kind == BlockKind.Heading && b.Text.Length >= ShortestTitle) is { } title ? Mentions(title.Start, title.Start + title.Text.Length).Take(MostContext) : [];

    private IEnumerable<Mention> TitleMentions()
    {
        var end = Document.Blocks.Take(TitleBlocks).TakeWhile((b, i) => i < 3 || b.Text.Length < 300).Select(b => b.Start + b.Text.Length).LastOrDefault();
        return Mentions(0, end).Where(m => m.Role == MentionRole.Subject).Take(MostContext);
    }

    // One drug, or one that has three quarters of all mentions.
    private static ProgramName? FindMain(IEnumerable<ProgramName?> programs)
    {
        var counts = programs.OfType<ProgramName>().CountBy(p => p).OrderByDescending(p => p.Value).ToList();
        if (counts.Count == 0)
            return null;
        return counts[0].Value * 4 >= counts.Sum(p => p.Value) * 3 ? counts[0].Key : null;
    }

    private int FirstAt(int offset) => First(_mentions.Count, i => _mentions[i].Start, offset);

    private int FirstPhaseAt(int offset) => First(_phases.Count, i => _phases[i].Start, offset);

    private static int First(int count, Func<int, int> startOf, int offset)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (startOf(middle) < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
