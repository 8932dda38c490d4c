using System.Globalization;
using System.Text;

namespace Alerts.Delivery.Wording;

/// <summary>Text from filings made fit to stand in one line of a message.</summary>
internal static class PlainText
{
    /// <summary>
    /// One line without controls, with single blanks, of at most <paramref name="longest"/> UTF-16 units and "…"
    /// where it was cut. Marks that turn the direction of writing go too: they could make a line read as another.
    /// </summary>
    public static string Line(string text, int longest)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest + 2));
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || IsControl(rune))
            {
                gap = line.Length > 0;
                continue;
            }

            if (line.Length + rune.Utf16SequenceLength + (gap ? 1 : 0) > longest)
                return Cut(line, longest);
            if (gap)
                line.Append(' ');
            gap = false;
            line.Append(rune);
        }

        return line.ToString();
    }

    private static bool IsControl(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static string Cut(StringBuilder line, int longest)
    {
        while (line.Length >= longest || (line.Length > 0 && char.IsHighSurrogate(line[^1])))
            line.Length--;
        return line.ToString().TrimEnd() + "…";
    }
}
