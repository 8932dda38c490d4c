namespace Alerts.Filings;

/// <summary>The marks that filers set before the entries of a list.</summary>
internal static class BulletMark
{
    // Outer marks first; the private-use ones are Wingdings and Symbol as Word saves them.
    private const string Outer = "•·●∙⋅■▪◾◼♦◆➢►▶➤✓✔\uf0b7\uf0a7\uf0d8\uf0fc\u0095*§";
    private const string Inner = "○◦▫□‣⁃";

    private static readonly char[] Dashes = ['-', '–', '—', ' '];

    /// <summary>True where the text is nothing but a mark.</summary>
    public static bool IsMark(ReadOnlySpan<char> text) => text switch
    {
        [var c] => IsSymbol(c) || c is 'o' or '-' or '–' or '—',
        ['-', '-'] => true,
        _ => false,
    };

    /// <summary>1 for the marks of an outer list, 2 for those that stand for a list in a list.</summary>
    public static int Level(ReadOnlySpan<char> mark) =>
        mark.Length == 1 && (Inner.Contains(mark[0]) || mark[0] is 'o') ? 2 : 1;

    /// <summary>Takes the mark off "• Enrollment is complete".</summary>
    public static bool TryStrip(string text, out string rest, out int level)
    {
        rest = text;
        level = 0;
        if (text.Length < 3)
            return false;
        var c = text[0];
        if (IsSymbol(c))
        {
            // "*" must stand alone: "**" and "*p<0.05" are no list entries.
            if (c is '*' or '§' && text[1] != ' ')
                return false;
        }
        else if (c is '-' or '–' or '—')
        {
            var dashes = text.AsSpan().IndexOfAnyExcept("-–—");
            if (dashes is < 1 or > 2 || text[dashes] != ' ' || text[^1] is '-' or '–' or '—')
                return false;
            rest = text[dashes..].TrimStart();
            level = 1;
            return rest.Length > 0;
        }
        else if (c != 'o' || text[1] != ' ' || !(char.IsUpper(text[2]) || char.IsAsciiDigit(text[2])))
        {
            return false;
        }

        rest = text[1..].TrimStart();
        level = Level([c]);
        return rest.Length > 0;
    }

    /// <summary>Takes the dashes off a highlight between them: "- Enrollment is complete -".</summary>
    public static bool TryUnwrap(string text, out string rest, out int level)
    {
        rest = text;
        level = 1;
        if (text.Length <= 20 || !IsDash(text[0]) || !IsDash(text[^1]))
            return false;
        rest = text.Trim(Dashes);
        return rest.Length > 16;
    }

    /// <summary>True for a speaker's name behind a quotation: "– David Solomon, Chairman".</summary>
    public static bool IsAttribution(string before, string text) =>
        IsDash(text[0]) && text.Length < 120 && before.Length > 0 && before[^1] is '”' or '"';

    private static bool IsDash(char c) => c is '-' or '–' or '—';

    private static bool IsSymbol(char c) => c > '\u007f' ? Outer.Contains(c) || Inner.Contains(c) : c is '*';
}
