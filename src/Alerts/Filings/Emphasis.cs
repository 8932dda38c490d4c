namespace Alerts.Filings;

/// <summary>How much of a piece of text is set off from the rest: counts of characters.</summary>
internal readonly record struct Emphasis(int Total, int Bold, int Italic, int Underline, int Center)
{
    private const int LongestHeading = 250;

    /// <summary>With so many more characters of a style.</summary>
    public Emphasis Add(int count, in HtmlStyle style) => new(
        Total + count,
        Bold + (style.Bold ? count : 0),
        Italic + (style.Italic ? count : 0),
        Underline + (style.Underline ? count : 0),
        Center + (style.Center ? count : 0));

    /// <summary>Both together.</summary>
    public Emphasis Add(in Emphasis other) => new(
        Total + other.Total, Bold + other.Bold, Italic + other.Italic, Underline + other.Underline, Center + other.Center);

    /// <summary>True where two lines are set alike, so that one may continue the other.</summary>
    public bool LooksLike(in Emphasis other) => Mostly(Bold) == other.Mostly(other.Bold);

    /// <summary>The level of heading that text set like this is, or 0 where it is prose.</summary>
    public int HeadingLevel(string text)
    {
        if (text.Length > LongestHeading || !HeadingText.MayBe(text))
            return 0;
        if (Mostly(Bold))
            return Mostly(Center) ? 1 : 2;
        if (Mostly(Underline) || HeadingText.IsCapitals(text))
            return Mostly(Center) ? 1 : 2;
        if (Mostly(Center) && text.Length <= 150)
            return 2;
        return Mostly(Italic) && text.Length <= 150 ? 3 : 0;
    }

    private bool Mostly(int part) => part * 10 >= Total * 9 && Total > 0;
}
