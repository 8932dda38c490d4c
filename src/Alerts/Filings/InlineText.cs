using System.Buffers;

namespace Alerts.Filings;

/// <summary>Gathers the text of one block: single blanks between words, normalized characters, none at the ends.</summary>
internal sealed class InlineText
{
    // Runs of these are copied as they are; everything else is looked at.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private char[] _buffer = [];
    private bool _blankPending;
    private bool _partPending;

    /// <summary>Number of characters gathered; a blank at the end does not count.</summary>
    public int Length { get; private set; }

    /// <summary>The last character, or a blank where there is none or a blank follows it.</summary>
    public char Last => Length == 0 || _blankPending ? ' ' : _buffer[Length - 1];

    /// <summary>The characters gathered so far.</summary>
    public ReadOnlySpan<char> Text => _buffer.AsSpan(0, Length);

    /// <summary>Appends text as written in the source; blanks in it are collapsed.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var plain = text.IndexOfAnyExcept(Plain);
            if (plain < 0)
                plain = text.Length;
            if (plain > 0)
            {
                AppendRun(text[..plain]);
                text = text[plain..];
                continue;
            }

            var c = Characters.Normalize(text[0]);
            text = text[1..];
            if (c == ' ')
                _blankPending = true;
            else if (c != Characters.Nothing)
                AppendRun([c]);
        }
    }

    /// <summary>A blank, where something stands before and after it.</summary>
    public void Blank() => _blankPending = true;

    /// <summary>A blank before a word that follows, none before a period or comma.</summary>
    public void Part() => _partPending = true;

    /// <summary>A line break inside the block; blanks around it vanish.</summary>
    public void LineBreak()
    {
        _blankPending = _partPending = false;
        if (Length == 0 || _buffer[Length - 1] == '\n')
            return;
        Reserve(1);
        _buffer[Length++] = '\n';
    }

    /// <summary>Takes the text out and starts anew.</summary>
    public string Take()
    {
        while (Length > 0 && _buffer[Length - 1] == '\n')
            Length--;
        var text = Length == 0 ? "" : new string(_buffer, 0, Length);
        Clear();
        return text;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Length = 0;
        _blankPending = _partPending = false;
    }

    private void AppendRun(ReadOnlySpan<char> run)
    {
        Reserve(run.Length + 1);
        _blankPending |= _partPending && (char.IsLetterOrDigit(run[0]) || run[0] == '(');
        _partPending = false;
        if (_blankPending && Length > 0 && _buffer[Length - 1] != '\n')
            _buffer[Length++] = ' ';
        _blankPending = false;
        run.CopyTo(_buffer.AsSpan(Length));
        Length += run.Length;
    }

    private void Reserve(int count)
    {
        if (Length + count > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(Math.Max(_buffer.Length * 2, 64), Length + count));
    }
}
