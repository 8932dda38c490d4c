namespace Alerts.Filings;

/// <summary>A line of plain text.</summary>
/// <param name="Raw">As written, tabs expanded: columns of tables are found in it.</param>
/// <param name="Text">Squeezed; empty for a blank or ruled line.</param>
internal sealed record TextLine(string Raw, string Text)
{
    // Gaps that no typist leaves between words of a sentence, even in justified text.
    private const int ColumnGap = 3;

    /// <summary>Number of blanks before the text.</summary>
    public int Indent { get; init; }

    /// <summary>Indent of the text behind a list mark.</summary>
    public int TextIndent { get; init; }

    /// <summary>The column after the last character.</summary>
    public int End { get; init; }

    /// <summary>Level of the list mark that the line begins with; 0 without one.</summary>
    public int Mark { get; init; }

    /// <summary>True for the first line of a page.</summary>
    public bool IsPageTop { get; init; }

    /// <summary>True between the marks of a table.</summary>
    public bool InTable { get; init; }

    /// <summary>Where the text behind the last wide gap begins; 0 without a gap.</summary>
    public int GapEnd { get; init; }

    /// <summary>True where wide gaps part the line into cells.</summary>
    public bool HasGap => GapEnd > 0;

    /// <summary>True for cells of which the last one holds a figure: a row of a table.</summary>
    public bool IsTabular { get; init; }

    /// <summary>True for a line without text.</summary>
    public bool IsBlank => Text.Length == 0;

    /// <summary>True for the rules that underline the headers of a table.</summary>
    public bool IsRule => Text.Length == 0 && Raw.Length > 0;

    /// <summary>Length of the first word.</summary>
    public int FirstWord => Text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? blank : Text.Length;

    /// <summary>True for "Item 5." at the start of the line.</summary>
    public bool StartsItem => HeadingText.StartsWithItem(Text) && Text[0] == 'I';

    /// <summary>True for the words that begin a press release or an exhibit.</summary>
    public bool StartsRelease =>
        Text.StartsWith("For Immediate Release", StringComparison.OrdinalIgnoreCase)
        || (Text.Length < 20 && Text.StartsWith("Exhibit ", StringComparison.OrdinalIgnoreCase));

    /// <summary>An empty line.</summary>
    public static TextLine Blank(bool inTable) => new("", "") { InTable = inTable };

    /// <summary>A ruled line.</summary>
    public static TextLine Rule(ReadOnlySpan<char> line, bool inTable) => new(line.TrimEnd().ToString(), "") { InTable = inTable };

    /// <summary>Reads a line.</summary>
    public static TextLine Read(ReadOnlySpan<char> line, bool pageTop, bool inTable)
    {
        var text = Characters.Squeeze(line);
        if (text.Length == 0)
            return Blank(inTable);
        var trimmed = line.TrimEnd();
        var indent = 0;
        while (indent < trimmed.Length && Characters.IsBlank(trimmed[indent]))
            indent++;
        var textIndent = indent;
        if (BulletMark.TryStrip(text, out var rest, out var mark))
        {
            var at = line.IndexOf(rest.AsSpan(0, Math.Min(rest.Length, 4)));
            textIndent = at > 0 ? at : indent + 2;
        }

        var lastGap = TextColumns.LastGap(trimmed, ColumnGap);
        return new TextLine(inTable || trimmed.IndexOf("  ") >= 0 ? trimmed.ToString() : text, text)
        {
            Indent = indent,
            TextIndent = textIndent,
            End = trimmed.Length,
            Mark = mark,
            // Converters of printed pages leave a single blank before the first line of a page.
            IsPageTop = pageTop || (indent == 1 && line[0] == ' '),
            InTable = inTable,
            GapEnd = lastGap > textIndent ? lastGap : 0,
            IsTabular = lastGap > textIndent && CellJoin.IsFigure(trimmed[lastGap..]),
        };
    }

    /// <summary>True where the text stands in the middle of a page of this width.</summary>
    public bool IsCentered(int width) => Indent >= 4 && Math.Abs(Indent - (width - End)) <= Math.Max(6, width / 8) && End < width;
}
