using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Alerts.Storage;

/// <summary>
/// Builds keys from arbitrary text and times. What it builds is printable ASCII that every store takes and compares
/// alike, reads back exactly, and sorts (ordinally) as what it was built from.
/// </summary>
/// <remarks>
/// Text is written in three ways that keep its order. U+0000 to U+0027 (blank # % ' among them): "$" and two hexadecimal digits.
/// ( to }: as they are, but for / ? \ which are written as the character before them and "~~". U+007E and above: "~" and four digits.
/// "!" stands before everything that text is written with, so it separates the parts of a key.
/// </remarks>
public static class Keys
{
    private const char Separator = '!';
    private const int HashLength = 17;
    private const string TimestampFormat = "yyyyMMdd'T'HHmmssfffffff'Z'";

    /// <summary>Any text as part of a key: "FORWARD I" is "FORWARD$20I".</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            _ = character switch
            {
                < '(' => key.Append('$').Append(((int)character).ToString("X2", CultureInfo.InvariantCulture)),
                > '}' => key.Append('~').Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
                '/' or '?' or '\\' => key.Append((char)(character - 1)).Append("~~"),
                _ => key.Append(character),
            };
        }

        return key.ToString();
    }

    /// <summary>The text that <see cref="Escape"/> made this part of a key of.</summary>
    /// <exception cref="FormatException">No text is escaped so.</exception>
    public static string Unescape(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var text = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            switch (key[i])
            {
                case '$':
                    text.Append(Hexadecimal(key, i + 1, 2));
                    i += 2;
                    break;
                case '~' when string.CompareOrdinal(key, i, "~~", 0, 2) == 0 && text.Length > 0:
                    text[^1]++;
                    i++;
                    break;
                case '~':
                    text.Append(Hexadecimal(key, i + 1, 4));
                    i += 4;
                    break;
                default:
                    text.Append(key[i]);
                    break;
            }
        }

        var read = text.ToString();
        return Escape(read) == key ? read : throw NotEscaped(key);
    }

    /// <summary>One key of several texts, sorted by the first, then the second, and so on; "a!b" of a and b.</summary>
    public static string Join(params ReadOnlySpan<string> parts)
    {
        var key = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
            key.Append(i == 0 ? "" : Separator.ToString()).Append(Escape(parts[i]));
        return key.ToString();
    }

    /// <summary>The texts that <see cref="Join"/> made this key of.</summary>
    /// <exception cref="FormatException">No texts are joined so.</exception>
    public static IReadOnlyList<string> Split(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return [.. key.Split(Separator).Select(Unescape)];
    }

    /// <summary>
    /// Text from a filing has no greatest length, a key has. This is the text itself if its escaped form is not longer than that, else
    /// as much of its beginning as fits, "=" and 16 digits of its SHA-256: the same for the same text, another for another.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="length">Characters of the escaped form, 17 or more.</param>
    public static string Shorten(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, HashLength);
        if (EscapedLength(text) <= length)
            return text;
        var end = 0;
        for (var left = length - HashLength; end < text.Length && EscapedLength(text.AsSpan(end, 1)) is var more && more <= left; end++)
            left -= more;
        if (end > 0 && char.IsSurrogatePair(text, end - 1))
            end--;
        return $"{text.AsSpan(0, end)}={Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())))[..(HashLength - 1)]}";
    }

    /// <summary>A moment, in UTC, as 23 characters that sort as moments do: "20211130T1305090000000Z".</summary>
    public static string Timestamp(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(TimestampFormat, CultureInfo.InvariantCulture);

    /// <summary>The moment that <see cref="Timestamp"/> made this text of.</summary>
    /// <exception cref="FormatException">The text is no such timestamp.</exception>
    public static DateTimeOffset ReadTimestamp(string text) =>
        DateTimeOffset.TryParseExact(text, TimestampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new FormatException($"{StorageText.Shown(text)} is no timestamp of a key: expected one like \"{Timestamp(DateTimeOffset.UnixEpoch)}\".");

    /// <summary>
    /// Where the keys that begin with the prefix end: <c>QueryAsync(table, partition, prefix, Keys.PrefixEnd(prefix), …)</c> reads
    /// them and no others. To read what begins with whole parts, let the prefix end with a separator: <c>Keys.Join(a, b, "")</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The prefix is empty, or ends with the last character that there is.</exception>
    public static string PrefixEnd(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        if (prefix[^1] == char.MaxValue)
            throw new ArgumentException($"{StorageText.Shown(prefix)} ends with U+FFFF: expected a prefix that something can follow.", nameof(prefix));
        return prefix[..^1] + (char)(prefix[^1] + 1);
    }

    private static int EscapedLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        foreach (var character in text)
            length += character switch { < '(' or '/' or '?' or '\\' => 3, > '}' => 5, _ => 1 };
        return length;
    }

    private static char Hexadecimal(string key, int start, int digits) =>
        start + digits <= key.Length && int.TryParse(key.AsSpan(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : throw NotEscaped(key);

    private static FormatException NotEscaped(string key) =>
        new($"{StorageText.Shown(key)} is no escaped text: expected what {nameof(Keys)}.{nameof(Escape)} writes.");
}
