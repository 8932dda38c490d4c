using System.Text;
using Alerts.Storage;

namespace Alerts.History;

/// <summary>
/// The form of a drug's or trial's name in which two spellings of it are equal: "Gedeptin®" and "Gedeptin",
/// "huC242-DM4" and "huC242 DM4", and the scanner's "GEO-CMO4S1" for "GEO-CM04S1".
/// </summary>
internal static class NameKey
{
    // Of the escaped form: row keys hold a program, a code and a filing.
    private const int MaxLength = 100;

    /// <summary>Lower-case letters and digits alone; empty for null or a name without any.</summary>
    public static string Of(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return "";

        var text = name.Replace("(R)", "", StringComparison.OrdinalIgnoreCase).Replace("(TM)", "", StringComparison.OrdinalIgnoreCase);
        var key = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                key.Append(char.ToLowerInvariant(c));
        }

        for (var i = 0; i < key.Length; i++)
        {
            // Within a code ("CMO4") a letter O beside a digit is a nought.
            if (key[i] == 'o' && (i + 1 < key.Length && char.IsAsciiDigit(key[i + 1])) && i > 0)
                key[i] = '0';
        }

        return Keys.Shorten(key.ToString(), MaxLength);
    }

    /// <summary>The names that one way of writing holds: "mirvetuximab soravtansine (IMGN853)" holds two.</summary>
    public static IReadOnlyList<string> Split(string name)
    {
        var open = name.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : name.IndexOf(')', open);
        if (open <= 0 || close < 0)
            return [name];

        var inner = name[(open + 1)..close].Trim();
        return Of(inner).Length >= 3 && inner.Count(c => c == ' ') <= 2
            ? [name[..open].Trim(), inner]
            : [name];
    }
}
