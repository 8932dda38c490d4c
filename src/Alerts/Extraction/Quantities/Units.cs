using System.Collections.Frozen;
using Alerts.Extraction.Language;

namespace Alerts.Extraction.Quantities;

/// <summary>Reads the unit behind a number.</summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, string> Times = Spellings(
        ("months", "month months mo mos"), ("weeks", "week weeks wk wks"), ("days", "day days"), ("years", "year years yr yrs"), ("hours", "hour hours hr hrs h"));

    private static readonly FrozenSet<string> Amounts = new[] { "mg", "mcg", "µg", "μg", "ug", "g", "vg", "iu", "kg", "ng", "pg", "nmol", "mmol", "pmol", "copies", "u", "iu", "ml", "dl", "l", "ml" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Measures = Spellings(
        ("letters", "letter letters"), ("points", "point points pt"), ("log", "log logs log10"), ("mL", "ml milliliters millilitres"), ("µm", "µm μm um micron microns micrometers"),
        ("mm", "mm millimeters"), ("cm", "cm centimeters"), ("meters", "meter meters metres"), ("seconds", "second seconds sec"), ("minutes", "minute minutes min"),
        ("injections", "injection injections"), ("events", "event events"), ("attacks", "attack attacks"), ("seizures", "seizure seizures"), ("episodes", "episode episodes"), ("exacerbations", "exacerbation exacerbations"),
        ("mmHg", "mmhg"), ("kg", "kg kilograms"), ("pounds", "pounds lbs pound"), ("letters", "etdrs"), ("steps", "steps"), ("grades", "grades"), ("nm", "nm"), ("copies", "copies"), ("units", "units"));

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> TimeLookup = Times.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> MeasureLookup = Measures.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AmountLookup = Amounts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the unit that begins at a token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The token behind the number.</param>
    /// <param name="last">The unit's last token.</param>
    public static (QuantityKind Kind, string Unit)? At(TokenizedText text, int index, out int last)
    {
        last = index;
        var word = text.Span(index);
        if (text.Is(index, '%') || text.Is(index, "percent"))
            return (QuantityKind.Percent, "%");
        if (text.Is(index, "percentage") && text.IsAny(index + 1, "point", "points"))
        {
            last = index + 1;
            return (QuantityKind.Percent, "%");
        }

        // "a 14.7 m improvement in the walking distance"
        if (word is "m" && (text.IsAny(index + 1, "improvement", "increase", "decrease", "decline", "difference", "gain") || text.Has(Math.Max(0, index - 30), index, "walk", "walking", "6MWD", "6MWT")))
            return (QuantityKind.Measured, "meters");
        if (word is "L")
            return (QuantityKind.Measured, "L");
        if (text.Is(index, "per") && text.Is(index + 1, "cent"))
        {
            last = index + 1;
            return (QuantityKind.Percent, "%");
        }

        if (text.Is(index, "fold") || text.Is(index, "x") || ((text.Is(index, '-') || text.Is(index, '–')) && text.Is(index + 1, "fold")))
        {
            last = text.Is(index, "fold") || text.Is(index, "x") ? index : index + 1;
            return (QuantityKind.Ratio, "ratio");
        }

        if (TimeLookup.TryGetValue(word, out var time))
            return (QuantityKind.Time, time);
        if (AmountLookup.Contains(word) && Concentration(text, index, ref last) is { } amount)
            return amount;
        if (text.Is(index, "mm") && text.Is(index + 1, "Hg"))
        {
            last = index + 1;
            return (QuantityKind.Measured, "mmHg");
        }

        return MeasureLookup.TryGetValue(word, out var measure) ? (QuantityKind.Measured, measure) : null;
    }

    /// <summary>True for a unit of time, and its spelling in the contract.</summary>
    public static bool IsTime(ReadOnlySpan<char> word, out string unit)
    {
        var found = TimeLookup.TryGetValue(word, out var spelling);
        unit = spelling ?? "";
        return found;
    }

    // "mg/kg", "mg/m2" with its superscript in any state, "mg"; "mg/dL" is a laboratory value.
    private static (QuantityKind, string)? Concentration(TokenizedText text, int index, ref int last)
    {
        var amount = text.Span(index);
        var isMass = amount.Equals("mg", StringComparison.Ordinal) || amount is "mcg" or "µg" or "μg" or "ug" or "g" or "vg" or "IU";
        if (!text.Is(index + 1, '/') || text[index + 2].Kind != TokenKind.Word)
        {
            if (!isMass || amount is "g")
                return null;
            return (QuantityKind.Dose, Spell(amount));
        }

        var per = text.Span(index + 2);
        last = index + 2;
        if (isMass && per is "kg" or "m2" or "m" or "eye" or "day" or "dose")
        {
            if (per is "m" && (text.Is(index + 3, '²') || text.Is(index + 3, "2") || text.Is(index + 3, '^')))
                last = text.Is(index + 3, '^') ? index + 4 : index + 3;
            return (QuantityKind.Dose, Spell(amount) + "/" + (per is "m" ? "m2" : per.ToString()));
        }

        return (QuantityKind.Measured, amount.ToString() + "/" + per.ToString());
    }

    private static string Spell(ReadOnlySpan<char> amount) => amount is "µg" or "μg" or "ug" ? "mcg" : amount.ToString();

    private static FrozenDictionary<string, string> Spellings(params (string Unit, string Words)[] units) =>
        units.SelectMany(u => u.Words.Split(' ').Select(word => (word, u.Unit))).DistinctBy(p => p.word, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(p => p.word, p => p.Unit, StringComparer.OrdinalIgnoreCase);
}
