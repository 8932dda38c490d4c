using System.Globalization;

namespace Alerts.Extraction.Outlook.Financial;

/// <summary>One number of a text with the sign, currency, scale and unit that stand around it.</summary>
/// <param name="Start">Offset of its first character, currency and parenthesis included.</param>
/// <param name="End">Offset after its last, scale and unit included.</param>
/// <param name="Value">The number in plain units.</param>
/// <param name="Scale">1,000,000 for "million"; 1 where no scale is stated.</param>
/// <param name="Unit"><c>%</c>, <c>bps</c>, an ISO currency code, or null where none is stated.</param>
/// <param name="IsOpen">True for "$100 million+".</param>
internal readonly record struct Figure(int Start, int End, double Value, double Scale, string? Unit, bool IsOpen)
{
    private static readonly (string Text, double Scale)[] Scales =
    [
        ("million", 1e6), ("billion", 1e9), ("thousand", 1e3), ("trillion", 1e12), ("mm", 1e6), ("mn", 1e6), ("bn", 1e9),
        ("m", 1e6), ("b", 1e9), ("k", 1e3),
    ];

    private static readonly (string Text, string Unit)[] Units =
    [
        ("%", AmountReader.Percent), ("percentage points", AmountReader.Percent), ("percent", AmountReader.Percent), ("per cent", AmountReader.Percent),
        ("basis points", AmountReader.BasisPoints), ("basis point", AmountReader.BasisPoints), ("bps", AmountReader.BasisPoints),
        ("cents", "cents"), ("dollars", "USD"), ("euros", "EUR"), ("USD", "USD"), ("EUR", "EUR"), ("GBP", "GBP"), ("CAD", "CAD"), ("RMB", "CNY"), ("CHF", "CHF"),
    ];

    private static readonly (string Text, string Unit)[] Currencies =
    [
        ("US$", "USD"), ("U.S.$", "USD"), ("U.S. $", "USD"), ("NT$", "TWD"), ("HK$", "HKD"), ("AU$", "AUD"), ("NZ$", "NZD"), ("CA$", "CAD"), ("CDN$", "CAD"),
        ("A$", "AUD"), ("C$", "CAD"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("USD", "USD"), ("EUR", "EUR"), ("RMB", "CNY"), ("GBP", "GBP"),
        ("CHF", "CHF"), ("CAD", "CAD"), ("SEK", "SEK"), ("DKK", "DKK"), ("NOK", "NOK"), ("JPY", "JPY"),
    ];

    /// <summary>Reads the number whose first digit stands at an offset; null for digits of a name, date or duration.</summary>
    public static Figure? At(string text, int digits)
    {
        var end = NumberEnd(text, digits);
        if (!double.TryParse(text.AsSpan(digits, end - digits), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value))
            return null;
        var start = digits;
        var opened = start > 0 && text[start - 1] == '(';
        if (opened)
            start--;
        var minus = start > 0 && text[start - 1] is '-' or '−' or '–' && IsMinus(text, start - 1);
        if (minus)
            start--;
        var unit = CurrencyBefore(text, ref start);
        if (unit is not null && start > 0 && text[start - 1] == '(' && ClosesAfter(text, end))
        {
            opened = true;
            start--;
        }

        // "-$5 million"
        if (unit is not null && start > 0 && text[start - 1] is '-' or '−' or '–' && IsMinus(text, start - 1))
        {
            minus = true;
            start--;
        }

        if (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            return null;
        var negative = minus;
        if (opened && ClosesAfter(text, end))
        {
            negative = true;
            end = text.IndexOf(')', end) + 1;
        }
        else if (opened)
        {
            start++;
        }

        var scale = ScaleAt(text, ref end);
        unit = UnitAt(text, ref end) ?? unit;
        if (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '-' && end + 1 < text.Length && char.IsLetter(text[end + 1]))) && unit is null)
            return null;
        var isOpen = end < text.Length && text[end] == '+';
        if (isOpen)
            end++;
        if (unit == "cents")
            (value, unit) = (value / 100, "USD");
        return new(start, end, (negative ? -value : value) * scale, scale, unit, isOpen);
    }

    private static bool ClosesAfter(string text, int end)
    {
        if (end < text.Length && text[end] == '%')
            end++;
        return end < text.Length && text[end] == ')';
    }

    private static bool IsMinus(string text, int at) => at == 0 || char.IsWhiteSpace(text[at - 1]) && (at < 2 || !char.IsDigit(text[at - 2])) || text[at - 1] is '(' or '$';

    private static int NumberEnd(string text, int i)
    {
        while (i < text.Length)
        {
            if (char.IsAsciiDigit(text[i]))
                i++;
            else if (text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && (text[i] == '.' || IsThousands(text, i)))
                i++;
            else
                break;
        }

        return i;
    }

    private static bool IsThousands(string text, int comma) =>
        comma + 3 < text.Length && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3])
        && (comma + 4 >= text.Length || !char.IsAsciiDigit(text[comma + 4]));

    private static string? CurrencyBefore(string text, ref int start)
    {
        var end = start;
        while (end > 0 && text[end - 1] == ' ' && start - end < 2)
            end--;
        foreach (var (sign, unit) in Currencies)
        {
            if (end >= sign.Length && text.AsSpan(end - sign.Length, sign.Length).Equals(sign, StringComparison.Ordinal))
            {
                start = end - sign.Length;
                return unit;
            }
        }

        return null;
    }

    private static double ScaleAt(string text, ref int end)
    {
        var at = end;
        if (at < text.Length && text[at] is ' ' or '-')
            at++;
        foreach (var (word, scale) in Scales)
        {
            // "$5M" but not "5 m"; "$5 million" and "$5million".
            if (word.Length <= 2 && at != end)
                continue;
            if (IsWordAt(text, at, word))
            {
                end = at + word.Length;
                return scale;
            }
        }

        return 1;
    }

    private static string? UnitAt(string text, ref int end)
    {
        var at = end;
        while (at < text.Length && text[at] is ' ' or '-' && at - end < 2)
            at++;
        foreach (var (word, unit) in Units)
        {
            if (word == "%" ? at < text.Length && text[at] == '%' : at != end && IsWordAt(text, at, word))
            {
                end = at + word.Length;
                return unit;
            }
        }

        return null;
    }

    private static bool IsWordAt(string text, int at, string word) =>
        at + word.Length <= text.Length && text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
        && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length]));
}
