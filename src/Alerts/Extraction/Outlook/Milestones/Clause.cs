using Alerts.Extraction.Language;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>A sentence's tokens and cues, and the questions that rules ask about what stands between them.</summary>
internal sealed class Clause(TokenizedText text, IReadOnlyList<CueMention> cues)
{
    /// <summary>The tokens.</summary>
    public TokenizedText Text => text;

    /// <summary>The cues in order.</summary>
    public IReadOnlyList<CueMention> Cues => cues;

    /// <summary>True for tokens at which one statement ends and another begins.</summary>
    public bool IsBoundary(int token) =>
        text.Is(token, ';') || text.Is(token, '|') || text.Is(token, '•') || text.IsAny(token, "while", "whereas", "although");

    /// <summary>True where a boundary stands between two tokens.</summary>
    public bool IsCut(int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (IsBoundary(i))
                return true;
        }

        return false;
    }

    /// <summary>The nearest cue before a token in the same statement that is one of these, within reach.</summary>
    public CueMention? Before(int token, int reach, params ReadOnlySpan<Cue> wanted)
    {
        for (var c = cues.Count - 1; c >= 0; c--)
        {
            if (cues[c].Last >= token)
                continue;
            if (token - cues[c].Last > reach || IsCut(cues[c].Last + 1, token))
                return null;
            if (wanted.Contains(cues[c].Cue))
                return cues[c];
        }

        return null;
    }

    /// <summary>The nearest cue behind a token in the same statement that is one of these, within reach.</summary>
    public CueMention? Behind(int token, int reach, params ReadOnlySpan<Cue> wanted)
    {
        foreach (var cue in cues)
        {
            if (cue.First <= token)
                continue;
            if (cue.First - token > reach || IsCut(token + 1, cue.First))
                return null;
            if (wanted.Contains(cue.Cue))
                return cue;
        }

        return null;
    }

    /// <summary>True where the sentence holds a cue.</summary>
    public bool Has(Cue cue)
    {
        foreach (var mention in cues)
        {
            if (mention.Cue == cue)
                return true;
        }

        return false;
    }
}
