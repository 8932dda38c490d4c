using AngleSharp.Dom;

namespace Alerts.Filings;

/// <summary>What the layout needs to know of how text looks; inherited from element to element.</summary>
internal readonly record struct HtmlStyle(
    bool Bold, bool Italic, bool Underline, bool Center, bool Hidden, bool Super, bool Sub, bool Preformatted)
{
    /// <summary>The style inside an element that stands in text of this style.</summary>
    public HtmlStyle Inside(IElement element, string name)
    {
        var style = name switch
        {
            "b" or "strong" or "th" => this with { Bold = true },
            "i" or "em" => this with { Italic = true },
            "u" or "ins" => this with { Underline = true },
            "center" => this with { Center = true },
            "sup" => this with { Super = true },
            "sub" => this with { Sub = true },
            "pre" or "xmp" or "listing" or "plaintext" => this with { Preformatted = true },
            "td" or "tr" or "table" => this with { Center = false },
            _ => this,
        };
        if (element.GetAttribute("align") is { } align)
            style = style with { Center = align.Equals("center", StringComparison.OrdinalIgnoreCase) };
        return element.GetAttribute("style") is { Length: > 0 } css ? style.Apply(css) : style;
    }

    // Reads the few declarations that matter; "font: bold 10pt …" is as common as "font-weight: bold".
    private HtmlStyle Apply(ReadOnlySpan<char> css)
    {
        var style = this;
        foreach (var range in css.Split(';'))
        {
            var declaration = css[range].Trim();
            var colon = declaration.IndexOf(':');
            if (colon < 0)
                continue;
            var name = declaration[..colon].TrimEnd();
            var value = declaration[(colon + 1)..].TrimStart();
            if (Is(name, "font-weight"))
                style = style with { Bold = IsBold(value) };
            else if (Is(name, "font") && (Has(value, "bold") || Has(value, "italic")))
                style = style with { Bold = style.Bold || Has(value, "bold"), Italic = style.Italic || Has(value, "italic") };
            else if (Is(name, "font-style"))
                style = style with { Italic = Has(value, "italic") };
            else if (Is(name, "text-decoration"))
                style = style with { Underline = Has(value, "underline") };
            else if (Is(name, "text-align"))
                style = style with { Center = Has(value, "center") };
            else if (Is(name, "display"))
                style = style with { Hidden = style.Hidden || Is(value, "none") };
            else if (Is(name, "vertical-align"))
                style = style with { Super = style.Super || Has(value, "super"), Sub = style.Sub || Is(value, "sub") };
        }

        return style;
    }

    private static bool IsBold(ReadOnlySpan<char> value) =>
        Has(value, "bold") || (value.Length >= 3 && value[0] is >= '6' and <= '9' && char.IsAsciiDigit(value[1]));

    private static bool Is(ReadOnlySpan<char> value, string word) => value.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool Has(ReadOnlySpan<char> value, string word) => value.Contains(word, StringComparison.OrdinalIgnoreCase);
}
