using System.Text.Encodings.Web;

namespace Alerts.Storage;

/// <summary>What the rules of tables, blobs and queues have in common about text.</summary>
internal static class StorageText
{
    private const int ShownLength = 80;

    /// <summary>The value as a message shows it: quoted, unprintable characters escaped, cut where it is long.</summary>
    public static string Shown(string value)
    {
        var start = value[..Math.Min(value.Length, ShownLength)];
        var shown = $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(start)}\"";
        return start.Length < value.Length ? $"{shown}… ({value.Length} characters)" : shown;
    }

    /// <summary>Whether the text survives UTF-8; half a surrogate pair, left by cutting in the middle of one, does not.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    /// <summary>Whether the text has characters beyond U+FFFF, or halves of them.</summary>
    public static bool HasSurrogates(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    /// <summary>3 to 63 lower-case letters, digits and single hyphens between them: the names of containers and queues.</summary>
    public static bool IsDnsName(string name) =>
        name.Length is >= 3 and <= 63
        && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
        && name[0] != '-' && name[^1] != '-'
        && !name.Contains("--", StringComparison.Ordinal);
}
