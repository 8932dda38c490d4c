namespace Alerts.Extraction.Outlook.Windows;

/// <summary>The words of a text that phrases of time are made of; behind its end stands nothing.</summary>
internal sealed class TimeTokens(IReadOnlyList<TimeToken> tokens)
{
    /// <summary>What a token is.</summary>
    public TimeWord Word(int i) => (uint)i < (uint)tokens.Count ? tokens[i].Word : TimeWord.Other;

    /// <summary>Which number, month or ordinal a token is.</summary>
    public int Value(int i) => tokens[i].Value;

    /// <summary>Number of characters of a token.</summary>
    public int Length(int i) => tokens[i].Length;

    /// <summary>"2022"</summary>
    public bool IsYear(int i) => Word(i) == TimeWord.Number && tokens[i].Length == 4 && Value(i) is >= 1980 and <= 2100;

    /// <summary>"22", which the words around make a year.</summary>
    public bool IsShortYear(int i) => Word(i) == TimeWord.Number && tokens[i].Length == 2 && Value(i) is >= 10 and <= 60;

    /// <summary>True where nothing, not even a blank, stands between a token and the one before.</summary>
    public bool IsGlued(int i) => i > 0 && i < tokens.Count && tokens[i].Start == tokens[i - 1].End;

    /// <summary>"year-end", "year end", "year's end".</summary>
    public bool IsYearEnd(int i, out int next)
    {
        next = i;
        if (Word(i) != TimeWord.Year)
            return false;
        var j = i + 1;
        if (Word(j) == TimeWord.Apostrophe)
            j += 2;
        else if (Word(j) == TimeWord.Dash)
            j++;
        next = j + 1;
        return Word(j) == TimeWord.End;
    }
}
