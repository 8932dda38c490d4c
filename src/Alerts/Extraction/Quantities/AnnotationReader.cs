using Alerts.Extraction.Language;

namespace Alerts.Extraction.Quantities;

/// <summary>
/// Finds intervals, p-values, numbers of patients and ranges in every notation that releases use, so that their
/// numbers are never taken for values: "(95% CI: 5.6, 7.7)", "95% confidence interval [CI] 0.52 to 0.81", "p&lt;.001",
/// "(n=30)", "(2 of 71)", "(range one to four)", "± 0.19".
/// </summary>
internal sealed class AnnotationReader(TokenizedText text, bool[] used)
{
    private readonly List<Annotation> _found = [];

    /// <summary>The annotations in order; marks their numbers as used.</summary>
    public static List<Annotation> Read(TokenizedText text, bool[] used)
    {
        var reader = new AnnotationReader(text, used);
        for (var i = 0; i < text.Count; i++)
            i = Math.Max(i, reader.At(i));
        return reader._found;
    }

    // Returns the last token of the annotation that begins here, or -1.
    private int At(int i)
    {
        var span = text.Span(i);
        if (text[i].Kind == TokenKind.Word)
        {
            if (span is "CI" or "CIs" || (text.Is(i, "confidence") && text.IsAny(i + 1, "interval", "intervals", "limits")))
                return ReadInterval(i);
            if (span is "p" or "P")
                return ReadPValue(i);
            if (span is "n" or "N" && text.Is(i + 1, '='))
                return ReadNumberOfPatients(i);
            if (text.IsAny(i, "range", "ranging", "IQR"))
                return ReadRange(i);
            if (span is "SD" or "SE" or "SEM")
                return text[i + 1].Kind == TokenKind.Number ? Use(i + 1) : text.Is(i + 1, '=') && text[i + 2].IsNumber ? Use(i + 2) : -1;
            return -1;
        }

        if (text.Is(i, '±') && text[i + 1].IsNumber)
            return Use(i + 1);
        return text.Is(i, '(') || text.Is(i, '[') ? ReadShare(i) : -1;
    }

    private int ReadInterval(int at)
    {
        var first = at;
        double? level = null;
        for (var back = at - 1; back >= Math.Max(0, at - 3); back--)
        {
            if (!text[back].IsNumber)
                continue;
            (level, first) = (text[back].Number, back);
            break;
        }

        var i = at + 1;
        while (i < text.Count && i < at + 8 && !text[i].IsNumber && !IsOpenEnd(i, out _)
            && (text[i].Kind == TokenKind.Symbol || text.IsAny(i, "interval", "intervals", "limits", "CI", "of", "was", "were", "from", "is", "for", "the", "between", "ranging")))
            i++;
        if (!ReadBound(ref i, out var low))
            return -1;
        while (i < text.Count && (text.Is(i, '%') || Units.IsTime(text.Span(i), out _) || text.Is(i, '+')))
            i++;
        if (!(text.Is(i, ',') || text.Is(i, '-') || text.Is(i, '–') || text.Is(i, '—') || text.Is(i, '−') || text.Is(i, ';') || text.Is(i, ':') || text.IsAny(i, "to", "and")))
        {
            // "(-3.2 -1.1)": the second sign was taken for a stroke.
            if (!text[i].IsNumber)
                return -1;
            i--;
        }

        i++;
        if (!ReadBound(ref i, out var high))
            return -1;
        MarkUsed(first, i - 1);
        _found.Add(new Annotation(first, i - 1) { Interval = new Interval(low, high, level) });
        return i - 1;
    }

    private bool ReadBound(ref int i, out double? bound)
    {
        bound = null;
        while (text.Is(i, '≥') || text.Is(i, '>') || text.Is(i, '<'))
            i++;
        if (text[i].IsNumber)
        {
            bound = text[i++].Number;
            if (text.Is(i, '%') || text.Is(i, '+'))
                i++;
            return true;
        }

        if (!IsOpenEnd(i, out var last))
            return false;
        i = last + 1;
        return true;
    }

    /// <summary>True for "NR", "NE", "not reached" and their kin.</summary>
    private bool IsOpenEnd(int i, out int last) => OpenEnds.IsAt(text, i, out last);

    private int ReadPValue(int at)
    {
        var i = at + 1;
        while (i < at + 6 && (text.Is(i, '-') || text.IsAny(i, "value", "values", "of", "was", "is") || text.Is(i, '<') || text.Is(i, '=') || text.Is(i, '>') || text.Is(i, '≤') || text.Is(i, '≥') || text.Is(i, ':')))
            i++;
        if (i == at + 1 || text[i].Kind != TokenKind.Number || text[i].Number is < 0 or > 1)
            return -1;
        MarkUsed(at, i);
        _found.Add(new Annotation(at, i) { PValue = text[i].Number });
        return i;
    }

    private int ReadNumberOfPatients(int at)
    {
        if (!text[at + 2].IsNumber)
            return -1;
        var last = at + 2;
        var note = new Annotation(at, last) { N = text[last].Number };
        if (text.Is(last + 1, '/') && text[last + 2].IsNumber)
        {
            last += 2;
            note = new Annotation(at, last) { Count = text[at + 2].Number, Of = text[last].Number };
        }

        MarkUsed(at, last);
        _found.Add(note);
        return last;
    }

    // "(2 of 71)", "(5/11)", "(8 out of 11 patients)"
    private int ReadShare(int open)
    {
        var i = open + 1;
        if (!text[i].IsNumber)
            return -1;
        if (text[i + 2].IsNumber && (text.Is(i + 3, ')') || text.Is(i + 3, ']')) && (text.Is(i + 1, '-') || text.Is(i + 1, '–') || text.Is(i + 1, "to") || text.Is(i + 1, ',')) && !double.IsNaN(text[i].Number))
        {
            // "9.5 (7.5-16.2) months"
            MarkUsed(i, i + 2);
            // Where an interval was stated before, "(4.1-7.2)" is one too.
            var before = _found.FindLast(n => n.Interval is not null);
            _found.Add(new Annotation(open, i + 3) { Interval = before is null ? null : new Interval(text[i].Number, text[i + 2].Number, before.Interval!.Level) });
            return i + 3;
        }

        var second = Share.SecondNumber(text, i);
        if (second < 0)
            return -1;
        var close = second + 1;
        while (close < second + 5 && !text.Is(close, ')') && !text.Is(close, ']') && !text.Is(close, ';') && !text.Is(close, ','))
        {
            if (!PatientWords.IsNoun(text.Span(close)) && text[close].Kind != TokenKind.Word)
                return -1;
            close++;
        }

        if (close == second + 5 || text[i].Number > text[second].Number)
            return -1;
        MarkUsed(i, second);
        _found.Add(new Annotation(open, text.Is(close, ')') || text.Is(close, ']') ? close : close - 1) { Count = text[i].Number, Of = text[second].Number });
        return second;
    }

    private int ReadRange(int at)
    {
        var i = at + 1;
        while (i < at + 4 && (text.Is(i, ':') || text.Is(i, ',') || text.Is(i, '=') || text.Is(i, ')') || text.Is(i, '(') || text.IsAny(i, "of", "from", "was", "between")))
            i++;
        if (!ReadBound(ref i, out var low) || low is null)
            return -1;
        while (text.Is(i, '+') || text.Is(i, '%') || Units.IsTime(text.Span(i), out _))
            i++;
        if (!(text.Is(i, ',') || text.Is(i, '-') || text.Is(i, '–') || text.Is(i, '—') || text.IsAny(i, "to", "and")))
            return -1;
        i++;
        if (!ReadBound(ref i, out _))
            return -1;
        MarkUsed(at, i - 1);
        _found.Add(new Annotation(at, i - 1));
        return i - 1;
    }

    private int Use(int index)
    {
        used[index] = true;
        _found.Add(new Annotation(index, index));
        return index;
    }

    private void MarkUsed(int first, int last)
    {
        for (var i = first; i <= last && i < used.Length; i++)
            used[i] = true;
    }
}
