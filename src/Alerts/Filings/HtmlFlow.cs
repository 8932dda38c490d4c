using System.Text;

namespace Alerts.Filings;

/// <summary>Text running down a page or a table cell, cut into blocks.</summary>
internal sealed class HtmlFlow
{
    private readonly InlineText _text = new();
    private readonly List<Line> _lines = [];
    private Emphasis _emphasis;
    private string? _mark;

    /// <summary>The blocks so far.</summary>
    public List<Draft> Drafts { get; private set; } = [];

    /// <summary>True inside a table cell, where the middle is no distinction.</summary>
    public bool IsCell { get; init; }

    /// <summary>Level of the heading element around the text; 0 outside.</summary>
    public int HeadingLevel { get; set; }

    /// <summary>Depth of the list around the text; 0 outside.</summary>
    public int ListDepth { get; set; }

    /// <summary>True from the start of a list entry until its first block.</summary>
    public bool EntryPending { get; set; }

    /// <summary>Text in a style.</summary>
    public void Append(ReadOnlySpan<char> text, in HtmlStyle style)
    {
        var before = _text.Length;
        if (style.Super)
            Superscript.Append(_text, text);
        else
            _text.Append(text);
        _emphasis = _emphasis.Add(_text.Length - before, IsCell ? style with { Center = false } : style);
    }

    /// <summary>A <c>br</c>.</summary>
    public void LineBreak()
    {
        EndLine();
        _text.LineBreak();
    }

    /// <summary>The end of a block element.</summary>
    public void Flush()
    {
        EndLine();
        if (_lines.Count == 0)
        {
            _text.Clear();
            return;
        }

        var text = _text.Take();
        if (_lines.Count == 1)
            Emit(text.Trim(), _lines[0].Emphasis);
        else
            EmitLines(text);
        _lines.Clear();
    }

    /// <summary>The end of the page or cell: its blocks. A mark that nothing followed stands for itself. The flow starts anew.</summary>
    public List<Draft> Finish()
    {
        Flush();
        if (_mark is { } mark)
            Drafts.Add(Draft.Paragraph(mark));
        _mark = null;
        var drafts = Drafts;
        Drafts = [];
        HeadingLevel = ListDepth = 0;
        EntryPending = false;
        return drafts;
    }

    private void EndLine()
    {
        var start = _lines.Count == 0 ? 0 : _lines[^1].End;
        if (_text.Length > start && _emphasis.Total > 0)
            _lines.Add(new Line(start, _text.Length, _emphasis));
        _emphasis = default;
    }

    // Lines that a filer broke by hand are one paragraph where they run on, and blocks of their own where not.
    private void EmitLines(string text)
    {
        var joined = new StringBuilder();
        var last = "";
        var emphasis = default(Emphasis);
        foreach (var line in _lines)
        {
            var piece = text[line.Start..Math.Min(line.End, text.Length)].Trim();
            if (piece.Length == 0)
                continue;
            if (joined.Length > 0 && !(LineJoin.RunsOn(last, piece) && emphasis.LooksLike(line.Emphasis)))
            {
                Emit(joined.ToString(), emphasis);
                joined.Clear();
                emphasis = default;
            }

            LineJoin.Append(joined, piece);
            emphasis = emphasis.Add(line.Emphasis);
            last = piece;
        }

        Emit(joined.ToString(), emphasis);
    }

    private void Emit(string text, in Emphasis emphasis)
    {
        if (text.Length == 0)
            return;

        // A mark alone ("•" in a paragraph of its own) belongs to the text that follows.
        if (BulletMark.IsMark(text))
        {
            _mark = text;
            return;
        }

        if (_mark is { } mark)
        {
            _mark = null;
            Drafts.Add(Draft.Bullet(text, Math.Max(ListDepth, BulletMark.Level(mark))));
        }
        else if (HeadingLevel > 0)
        {
            Drafts.Add(Draft.Heading(text, HeadingLevel));
        }
        else if (ListDepth > 0 && EntryPending)
        {
            EntryPending = false;
            Drafts.Add(Draft.Bullet(BulletMark.TryStrip(text, out var rest, out _) ? rest : text, ListDepth));
        }
        else if (BulletMark.IsAttribution(Drafts.Count > 0 ? Drafts[^1].Text : "", text))
        {
            Drafts.Add(Draft.Paragraph(text));
        }
        else if (BulletMark.TryStrip(text, out var entry, out var level) || BulletMark.TryUnwrap(text, out entry, out level))
        {
            Drafts.Add(Draft.Bullet(entry, Math.Max(ListDepth, level)));
        }
        else if (emphasis.HeadingLevel(text) is > 0 and var heading)
        {
            Drafts.Add(Draft.Heading(text, heading));
        }
        else
        {
            Drafts.Add(Draft.Paragraph(text));
        }
    }

    private readonly record struct Line(int Start, int End, Emphasis Emphasis);
}
