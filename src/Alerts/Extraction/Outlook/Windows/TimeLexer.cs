using System.Collections.Frozen;

namespace Alerts.Extraction.Outlook.Windows;

/// <summary>
/// Cuts a text into tokens of time. Letters and digits are cut apart, so that "1Q22", "Q1 2022" and "Q1'22" read alike.
/// </summary>
internal static class TimeLexer
{
    private static readonly FrozenDictionary<string, (TimeWord Word, int Value)> Lexicon = BuildLexicon();

    private static readonly FrozenDictionary<string, (TimeWord Word, int Value)>.AlternateLookup<ReadOnlySpan<char>> Words =
        Lexicon.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the tokens of a text to a list.</summary>
    /// <returns>False where no token can begin a phrase of time, so that nothing needs to be parsed.</returns>
    public static bool Read(ReadOnlySpan<char> text, List<TimeToken> tokens)
    {
        var promising = false;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                var end = i + 1;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                    end++;
                tokens.Add(Number(text, i, end));
                promising |= end - i is 1 or 2 or 4;
                i = OrdinalEnd(text, end, tokens);
            }
            else if (char.IsLetter(c))
            {
                var end = i + 1;
                while (end < text.Length && char.IsLetter(text[end]))
                    end++;
                var token = WordToken(text, i, end);
                promising |= token.Word is TimeWord.Month or TimeWord.Quarter or TimeWord.Half or TimeWord.Year or TimeWord.YearEnd
                    or TimeWord.MidYear or TimeWord.Season or TimeWord.Shortly or TimeWord.Today or TimeWord.Yesterday
                    or TimeWord.Tomorrow or TimeWord.MonthUnit or TimeWord.Week or TimeWord.Day or TimeWord.Period;
                tokens.Add(token);
                // "Sept. 3": the full stop of an abbreviation belongs to it.
                i = token.Word == TimeWord.Month && end < text.Length && text[end] == '.' && end - i <= 4 ? end + 1 : end;
            }
            else
            {
                if (Sign(c) is var sign and not TimeWord.Other)
                    tokens.Add(new(i, i + 1, sign));
                else if (!char.IsWhiteSpace(c))
                    tokens.Add(new(i, i + 1, TimeWord.Other));
                i++;
            }
        }

        return promising;
    }

    private static TimeToken Number(ReadOnlySpan<char> text, int start, int end)
    {
        // "1,200", "3.5", "$12" and "12%" are figures, no days or years.
        var figure = end - start > 4
            || (start > 0 && text[start - 1] is '$' or '€' or '£' or '.' or '#' && !(text[start - 1] == '.' && start > 1 && char.IsLetter(text[start - 2])))
            || (start > 1 && text[start - 1] == ',' && char.IsAsciiDigit(text[start - 2]))
            || (end < text.Length && text[end] == '%')
            || (end + 1 < text.Length && text[end] is '.' or ',' && char.IsAsciiDigit(text[end + 1]));
        return figure ? new(start, end, TimeWord.Other) : new(start, end, TimeWord.Number, int.Parse(text[start..end]));
    }

    /// <summary>"1st", "2nd" become ordinals.</summary>
    private static int OrdinalEnd(ReadOnlySpan<char> text, int end, List<TimeToken> tokens)
    {
        if (end + 2 > text.Length || (end + 2 < text.Length && char.IsLetter(text[end + 2])))
            return end;
        if (text.Slice(end, 2) is not ("st" or "nd" or "rd" or "th") || tokens[^1].Word != TimeWord.Number)
            return end;
        tokens[^1] = tokens[^1] with { End = end + 2, Word = TimeWord.Ordinal };
        return end + 2;
    }

    private static TimeToken WordToken(ReadOnlySpan<char> text, int start, int end)
    {
        var word = text[start..end];
        if (!Words.TryGetValue(word, out var meaning))
            return new(start, end, TimeWord.Other);
        // "may", "march" and "sun" are words too: months and weekdays are capitalised.
        if (meaning.Word is TimeWord.Month or TimeWord.Weekday && !char.IsUpper(word[0]))
            return new(start, end, TimeWord.Other);
        // A single letter counts only beside its number: "Q1", "2H".
        if (meaning.Word is TimeWord.QuarterLetter or TimeWord.HalfLetter && !BesideDigit(text, start, end))
            return new(start, end, TimeWord.Other);
        return new(start, end, meaning.Word, meaning.Value);
    }

    private static bool BesideDigit(ReadOnlySpan<char> text, int start, int end) =>
        (end < text.Length && char.IsAsciiDigit(text[end])) || (start > 0 && char.IsAsciiDigit(text[start - 1]));

    private static TimeWord Sign(char c) => c switch
    {
        ',' => TimeWord.Comma,
        '-' or '–' or '—' or '‑' or '‐' or '−' => TimeWord.Dash,
        '/' => TimeWord.Slash,
        '\'' or '’' or '‘' => TimeWord.Apostrophe,
        ':' => TimeWord.Colon,
        _ => TimeWord.Other,
    };

    private static FrozenDictionary<string, (TimeWord, int)> BuildLexicon()
    {
        var words = new Dictionary<string, (TimeWord, int)>(StringComparer.OrdinalIgnoreCase);
        void Add(TimeWord word, string list, int first = 0, int step = 0)
        {
            foreach (var entry in list.Split(' '))
            {
                foreach (var form in entry.Split('|'))
                    words.Add(form, (word, first));
                first += step;
            }
        }

        Add(TimeWord.Month, "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec", 1, 1);
        Add(TimeWord.Ordinal, "first second third fourth", 1, 1);
        Add(TimeWord.Number, "one two three four five six seven eight nine ten eleven twelve", 1, 1);
        Add(TimeWord.Number, "fifteen", 15);
        Add(TimeWord.Number, "eighteen", 18);
        Add(TimeWord.Number, "twenty", 20);
        Add(TimeWord.Number, "thirty", 30);
        Add(TimeWord.Number, "sixty", 60);
        Add(TimeWord.Number, "ninety", 90);
        Add(TimeWord.Season, "spring summer fall|autumn winter", 1, 1);
        Add(TimeWord.Quarter, "quarter quarters qtr");
        Add(TimeWord.QuarterLetter, "q");
        Add(TimeWord.Half, "half halves");
        Add(TimeWord.HalfLetter, "h");
        Add(TimeWord.Year, "year years yr");
        Add(TimeWord.MonthUnit, "month months");
        Add(TimeWord.Week, "week weeks");
        Add(TimeWord.Day, "day days");
        Add(TimeWord.Weekday, "Monday|Mon Tuesday|Tue|Tues Wednesday|Wed Thursday|Thu|Thurs Friday|Fri Saturday Sunday");
        Add(TimeWord.Fiscal, "fiscal fy");
        Add(TimeWord.Calendar, "calendar cy");
        Add(TimeWord.Full, "full whole entire");
        Add(TimeWord.Early, "early");
        Add(TimeWord.Mid, "mid middle midst");
        Add(TimeWord.Late, "late latter back");
        Add(TimeWord.Later, "later");
        Add(TimeWord.Beginning, "beginning start");
        Add(TimeWord.End, "end close conclusion");
        Add(TimeWord.Rest, "rest remainder balance");
        Add(TimeWord.YearEnd, "yearend");
        Add(TimeWord.MidYear, "midyear");
        Add(TimeWord.This, "this current present");
        Add(TimeWord.Next, "next");
        Add(TimeWord.Coming, "coming upcoming ensuing");
        Add(TimeWord.Last, "last final previous prior");
        Add(TimeWord.Earlier, "earlier");
        Add(TimeWord.Few, "few several couple");
        Add(TimeWord.By, "by");
        Add(TimeWord.Before, "before ahead");
        Add(TimeWord.No, "no");
        Add(TimeWord.Than, "than");
        Add(TimeWord.Until, "until till");
        Add(TimeWord.Through, "through throughout");
        Add(TimeWord.Into, "into");
        Add(TimeWord.In, "in during for");
        Add(TimeWord.Within, "within");
        Add(TimeWord.Over, "over");
        Add(TimeWord.On, "on at");
        Add(TimeWord.Around, "around about approximately roughly nearly circa toward towards near potentially possibly");
        Add(TimeWord.AtLeast, "least");
        Add(TimeWord.As, "as");
        Add(TimeWord.Soon, "soon");
        Add(TimeWord.Not, "not");
        Add(TimeWord.After, "after beyond past since");
        Add(TimeWord.Following, "following");
        Add(TimeWord.Between, "between");
        Add(TimeWord.Or, "or");
        Add(TimeWord.And, "and");
        Add(TimeWord.To, "to");
        Add(TimeWord.Of, "of");
        Add(TimeWord.The, "the");
        Add(TimeWord.A, "a an");
        Add(TimeWord.Part, "part portion");
        Add(TimeWord.Period, "period");
        Add(TimeWord.From, "from");
        Add(TimeWord.Now, "now date");
        Add(TimeWord.Ended, "ended ending ends");
        Add(TimeWord.Turn, "turn");
        Add(TimeWord.Shortly, "shortly imminently");
        Add(TimeWord.Today, "today");
        Add(TimeWord.Yesterday, "yesterday");
        Add(TimeWord.Tomorrow, "tomorrow");
        Add(TimeWord.Same, "same");
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
