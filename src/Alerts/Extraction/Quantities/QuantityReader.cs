using Alerts.Extraction.Language;

namespace Alerts.Extraction.Quantities;

/// <summary>Reads the values of a sentence, each with its unit and what stands in brackets behind it.</summary>
internal sealed class QuantityReader
{
    /// <summary>Between a value and its interval stand at most so many tokens, none of them a word that matters.</summary>
    private const int AnnotationReach = 7;

    private const int PValueReach = 14;

    private readonly TokenizedText _text;
    private readonly bool[] _used;
    private readonly List<Quantity> _found = [];

    private QuantityReader(TokenizedText text)
    {
        _text = text;
        _used = new bool[text.Count];
    }

    /// <summary>The values in order.</summary>
    public static List<Quantity> Read(TokenizedText text)
    {
        var reader = new QuantityReader(text);
        var annotations = AnnotationReader.Read(text, reader._used);
        NotValues.Mark(text, reader._used);
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i].Kind == TokenKind.Word && !reader._used[i] && OpenEnds.IsAt(text, i, out var lastOpen))
            {
                reader._found.Add(new Quantity(QuantityKind.Time, double.NaN, null, i, lastOpen) { IsNotReached = true });
                i = lastOpen;
            }
            else if (text[i].IsNumber && !reader._used[i] && reader.ReadAt(i) is { } quantity)
            {
                reader._found.Add(quantity);
                i = Math.Max(i, quantity.Last);
            }
        }

        reader.Attach(annotations);
        return reader._found;
    }

    private Quantity? ReadAt(int i)
    {
        if (double.IsNaN(_text[i].Number))
            return null;
        if (ReadRange(i) is { } range)
            return range;
        if (ReadShare(i) is { } share)
            return share;
        // "Two of them had a partial response", "three of whom"
        if (_text.Is(i + 1, "of") && _text.IsAny(i + 2, "them", "whom") && double.IsInteger(_text[i].Number))
            return Make(QuantityKind.Patients, i, i + 2, "patients");
        var attribute = ReadAttribute(i);
        if (attribute is not null)
            return attribute;
        var unitAt = _text.Is(i + 1, '+') ? i + 2 : i + 1;
        // "8.3±9.7 mmHg": a mean with its deviation
        if (_text.Is(i + 1, '±') && _text[i + 2].IsNumber && Units.At(_text, i + 3, out var behind) is { } shown)
            return Make(shown.Kind, i, behind, shown.Unit);
        if (Units.At(_text, unitAt, out var last) is { } unit)
            return Make(unit.Kind, i, last, unit.Unit);
        if (_text[i].Number >= 0 && double.IsInteger(_text[i].Number) && PatientWords.NounAfter(_text, i + 1) is var noun and >= 0)
            return Make(QuantityKind.Patients, i, noun, "patients");
        // A number in words alone counts whatever comes next; rules decide.
        return SharedUnit(i) is { } shared && (shared.Kind != QuantityKind.Percent || _text[i].Kind == TokenKind.Number) ? Make(shared.Kind, i, i, shared.Unit) : Make(QuantityKind.Plain, i, i, null);
    }

    // "six to eighteen weeks", "17-45%", "between 5 and 7 months"
    private Quantity? ReadRange(int i)
    {
        var j = i + 1;
        if (Units.At(_text, j, out var firstUnit) is not null)
            j = firstUnit + 1;
        var isStroke = _text.Is(j, '-') || _text.Is(j, '–') || _text.Is(j, '—');
        if (!(isStroke || _text.Is(j, "to") || (_text.Is(j, "and") && _text.Is(i - 1, "between"))) || !_text[j + 1].IsNumber || _used[j + 1])
            return null;
        // "from 10% to 20%" tells two values.
        if (_text.Is(j, "to") && _text.Is(i - 1, "from"))
            return null;
        if (Units.At(_text, j + 2, out var last) is { } unit)
            return Make(unit.Kind, i, last, unit.Unit) with { IsRange = true, Value = _text[j + 1].Number };
        var noun = PatientWords.NounAfter(_text, j + 2);
        return Make(noun < 0 ? QuantityKind.Plain : QuantityKind.Patients, i, noun < 0 ? j + 1 : noun, noun < 0 ? null : "patients") with { IsRange = true, Value = _text[j + 1].Number };
    }

    private Quantity? ReadShare(int i)
    {
        if (_text.IsAny(i - 1, "all") && PatientWords.NounAfter(_text, i + 1) is var all and >= 0 && double.IsInteger(_text[i].Number))
            return Make(QuantityKind.Share, i, all, "patients") with { Of = _text[i].Number };
        var second = Share.SecondNumber(_text, i);
        if (second < 0 || _used[second])
            return null;
        var noun = PatientWords.NounAfter(_text, second + 1);
        if (noun < 0 && _text.Is(i + 1, '/') && !_text.Is(second + 1, '(') && !_text.Is(i - 1, '('))
            return null;
        return Make(QuantityKind.Share, i, noun < 0 ? second : noun, "patients") with { Of = _text[second].Number };
    }

    // "52-week", "10,000-participant"
    private Quantity? ReadAttribute(int i)
    {
        if (!(_text.Is(i + 1, '-') || _text.Is(i + 1, '\u2010') || _text.Is(i + 1, '\u2011')) || _text[i + 1].Start != _text[i].End)
            return null;
        if (Units.IsTime(_text.Span(i + 2), out var time))
            return Make(QuantityKind.Time, i, i + 2, time) with { IsAttribute = true };
        if (PatientWords.IsNoun(_text.Span(i + 2)))
            return Make(QuantityKind.Patients, i, i + 2, "patients") with { IsAttribute = true };
        return Units.At(_text, i + 2, out var last) is { } unit ? Make(unit.Kind, i, last, unit.Unit) with { IsAttribute = unit.Kind is not (QuantityKind.Ratio or QuantityKind.Measured) } : null;
    }

    // "5.6 and 12.3 months", "40, 24 and 12%", "9.5 (7.5-16.2) months": the unit follows the last.
    private (QuantityKind Kind, string Unit)? SharedUnit(int i)
    {
        var depth = 0;
        var numbers = 1;
        var hasBrackets = false;
        for (var j = i + 1; j < Math.Min(_text.Count, i + 24); j++)
        {
            depth += _text.Is(j, '(') || _text.Is(j, '[') ? 1 : _text.Is(j, ')') || _text.Is(j, ']') ? -1 : 0;
            if (depth < 0)
                return null;
            if (depth > 0 || _text.Is(j, ')') || _text.Is(j, ']'))
            {
                hasBrackets = true;
                if (depth == 0 && Units.At(_text, j + 1, out _) is { } behind)
                    return behind;
                continue;
            }

            if (_text[j].IsNumber)
            {
                if (_used[j])
                    return null;
                numbers++;
                // "a median of 3 (range: 1-9), and 72% of patients": two statements, not one list.
                if (Units.At(_text, j + 1, out _) is { } unit)
                    return unit.Kind == QuantityKind.Percent && (hasBrackets || (numbers == 2 && _text.Is(j - 1, "and") && _text.Is(j - 2, ','))) ? null : unit;
                continue;
            }

            if (!(_text.Is(j, ',') || _text.IsAny(j, "and", "or", "versus", "vs") || _text.Is(j, '≥') || _text.Is(j, '>') || _text.Is(j, '<') || _text.Is(j, '≤') || _text.Is(j, '.')))
                return null;
        }

        return null;
    }

    private Quantity Make(QuantityKind kind, int first, int last, string? unit)
    {
        for (var i = first; i <= last && i < _used.Length; i++)
            _used[i] = true;
        return new Quantity(kind, _text[first].Number, unit, first, last) { Precision = PrecisionBehind(last) ?? PrecisionBefore(first) };
    }

    // "30% or greater"
    private Precision? PrecisionBehind(int last)
    {
        if (!_text.Is(last + 1, "or"))
            return null;
        return _text.IsAny(last + 2, "greater", "more", "higher", "better", "above") ? Precision.AtLeast : _text.IsAny(last + 2, "less", "fewer", "lower", "below") ? Precision.AtMost : null;
    }

    private Precision PrecisionBefore(int i)
    {
        var before = _text.IsAny(i - 1, "a", "an", "the") ? i - 2 : i - 1;
        if (_text.IsAny(before, "approximately", "about", "nearly", "almost", "around", "roughly", "approx", "some", "just") || _text.Is(before, '~') || _text.Is(before, '≈'))
            return Precision.About;
        if (_text.IsAny(before, "over", "above", "exceeding", "exceeded") || _text.Is(before, '>') || _text.Is(before, '≥') || (_text.Is(before, "than") && _text.IsAny(before - 1, "more", "greater", "higher", "longer")) || (_text.Is(before, "least") && _text.Is(before - 1, "at")))
            return Precision.AtLeast;
        if (_text.IsAny(before, "below", "under") || _text.Is(before, '<') || _text.Is(before, '≤') || (_text.Is(before, "than") && _text.IsAny(before - 1, "less", "fewer", "lower")) || (_text.Is(before, "to") && _text.Is(before - 1, "up")) || (_text.Is(before, "as") && _text.IsAny(before - 1, "many", "much")))
            return Precision.AtMost;
        return Precision.Exact;
    }

    // Each annotation belongs to the value right before it, through the annotations between.
    private void Attach(List<Annotation> annotations)
    {
        foreach (var note in annotations)
        {
            var index = _found.FindLastIndex(q => q.Last < note.First);
            if (index < 0)
                continue;
            var quantity = _found[index];
            // "21% in the placebo group (p<0.001)": a p-value reaches over the words that describe the figure, which do not become part of it.
            if (note.PValue is not null && quantity.PValue is null && !IsGap(quantity.End + 1, note.First - 1) && IsReach(quantity.End + 1, note.First - 1))
            {
                _found[index] = quantity with { PValue = note.PValue };
                continue;
            }

            // "52% in adolescents (N=29/56)": so does a count that makes the percentage.
            if (note is { Count: { } count, Of: > 0 and var all } && quantity.Kind == QuantityKind.Percent && quantity.Count is null && !IsGap(quantity.End + 1, note.First - 1) && IsReach(quantity.End + 1, note.First - 1)
                && Math.Abs((100 * count / all) - quantity.Value) <= 1)
            {
                _found[index] = quantity with { Count = count, Of = all };
                continue;
            }

            if (!IsGap(quantity.End + 1, note.First - 1))
                continue;
            _found[index] = quantity with
            {
                End = Math.Max(quantity.End, _text.Is(note.Last + 1, ')') || _text.Is(note.Last + 1, ']') ? note.Last + 1 : note.Last),
                Interval = quantity.Interval ?? note.Interval,
                PValue = quantity.PValue ?? note.PValue,
                N = quantity.N ?? note.N,
                Count = quantity.Count ?? (quantity.Kind == QuantityKind.Percent ? note.Count : null),
                Of = quantity.Of ?? (quantity.Kind == QuantityKind.Percent ? note.Of : null),
            };
        }

        FoldPercentages();
    }

    private bool IsReach(int first, int last)
    {
        if (last - first >= PValueReach || !(_text.Is(last, '(') || _text.Is(last, ';') || _text.Is(last, ',')))
            return false;
        for (var i = first; i < last; i++)
        {
            if (_text.Is(i, ';') || _text.Is(i, '.') && char.IsWhiteSpace(_text.Text[Math.Min(_text.Text.Length - 1, _text[i].End)]) || _text.Is(i, '(') || _text.IsAny(i, "and", "while", "but"))
                return false;
        }

        return true;
    }

    // "6 patients (55%)", "5 (45%)", "8 of 11 patients (73%; 95% CI …)": one value, the percentage.
    private void FoldPercentages()
    {
        for (var i = 0; i + 1 < _found.Count; i++)
        {
            var (count, percent) = (_found[i], _found[i + 1]);
            if (percent.Kind != QuantityKind.Percent || percent.First != count.Last + 2 || !_text.Is(count.Last + 1, '(') || !IsCount(count))
                continue;
            var end = _text.Is(percent.End + 1, ')') ? percent.End + 1 : percent.End;
            _found[i] = percent with { First = count.First, End = end, Count = count.Value, Of = count.Of ?? percent.Of, Precision = count.Precision };
            _found.RemoveAt(i + 1);
        }
    }

    private static bool IsCount(Quantity quantity) =>
        quantity.Kind is QuantityKind.Patients or QuantityKind.Share || (quantity.Kind == QuantityKind.Plain && double.IsInteger(quantity.Value) && quantity.Value >= 0);

    private bool IsGap(int first, int last)
    {
        if (last - first >= AnnotationReach)
            return false;
        for (var i = first; i <= last; i++)
        {
            if (_text[i].Kind != TokenKind.Symbol && !_text.IsAny(i, "with", "a", "an", "and", "nominal", "sided", "one", "two", "median", "stratified", "HR", "log", "rank", "of", "the", "exact", "ORR", "cORR", "DCR", "CBR", "response", "rate", "objective", "overall", "confirmed", "range") && !(i > first && _text.IsAny(i, "patients", "participants", "subjects")))
                return false;
            if (_text.Is(i, ')') && i < last && !_text.Is(i + 1, '(') && !_text.Is(i + 1, '[') && !_text.Is(i + 1, ',') && !_text.Is(i + 1, ';') && !_text.Is(i + 1, ')') && !_text.Is(i + 1, ']') && !_text.IsAny(i + 1, "with", "and"))
                return false;
        }

        return true;
    }
}
