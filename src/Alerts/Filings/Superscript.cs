namespace Alerts.Filings;

/// <summary>
/// Raised text. Units, exponents, ordinals, isotopes and marks of trade belong to their word; footnote marks do not and
/// are left out, so that "32.4%¹" stays 32.4%.
/// </summary>
internal static class Superscript
{
    private static readonly string[] Units = ["/m", "mm", "cm", " m", "µm", "μm", "km", "/ft", "nm"];

    /// <summary>Appends raised text to what stands before it.</summary>
    public static void Append(InlineText text, ReadOnlySpan<char> raised)
    {
        raised = raised.Trim();
        if (raised.Length == 0)
            return;
        if (raised.Length > 24 || IsPartOfWord(text.Text, text.Last, raised))
            text.Append(raised);
        else if (IsExponent(text.Text, text.Last, raised))
            text.Append(string.Concat("^", raised));
        else if (!IsFootnoteMark(raised))
            text.Append(raised);
        else
            text.Part();
    }

    private static bool IsPartOfWord(ReadOnlySpan<char> before, char last, ReadOnlySpan<char> raised)
    {
        if (raised is "st" or "nd" or "rd" or "th" or "TM" or "SM" or "®" or "™" or "+" or "-" or "−" or "hi" or "lo" or "high" or "low")
            return true;
        if (raised is "2" or "3")
            return EndsWithUnit(before);
        // An isotope's number stands before its symbol: 177Lu, 225Ac.
        return last is ' ' or '(' or '[' && raised.Length is 2 or 3 && raised.IndexOfAnyExceptInRange('0', '9') < 0 && before.Length > 0;
    }

    private static bool EndsWithUnit(ReadOnlySpan<char> before)
    {
        foreach (var unit in Units)
        {
            if (before.EndsWith(unit, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // "5 x 10⁶", "10⁻⁵": only a ten is raised to a power in filings.
    private static bool IsExponent(ReadOnlySpan<char> before, char last, ReadOnlySpan<char> raised) =>
        last == '0' && before.EndsWith("10") && (before.Length == 2 || !(char.IsAsciiDigit(before[^3]) || before[^3] is '.' or ','))
        && raised.TrimStart("-−–+") is var digits && digits.Length is > 0 and < 4 && digits.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsFootnoteMark(ReadOnlySpan<char> raised)
    {
        var words = 0;
        foreach (var c in raised)
        {
            if (char.IsLetter(c) && ++words > 3)
                return false;
        }

        return raised.Length <= 12;
    }
}
