using System.Text;
using Alerts.Delivery.Wording;
using Alerts.Subscriptions;

namespace Alerts.Delivery.Email;

/// <summary>
/// Values of message headers: ASCII only, folded within 78 characters a line, anything else as encoded words
/// (RFC 2047). No value can begin a header of its own: controls never pass.
/// </summary>
internal static class HeaderText
{
    private const int Line = 76;
    private const string WordStart = "=?utf-8?Q?";
    private const string WordEnd = "?=";

    /// <summary>Free text, such as a subject, of any characters.</summary>
    /// <param name="text">The text; what is not one line becomes one.</param>
    /// <param name="used">Columns of the first line that the header's name takes.</param>
    public static string Unstructured(string text, int used)
    {
        var line = PlainText.Line(text, 900);
        // "=?" in plain text would be read as the beginning of an encoded word, and a line can only be folded at a blank.
        var plain = line.All(letter => letter is >= ' ' and <= '~')
            && !line.Contains("=?", StringComparison.Ordinal)
            && line.Split(' ').All(word => word.Length < Line - used);
        return plain ? Fold(line, used) : EncodedWords(line, used);
    }

    /// <summary>"Alerts &lt;alerts@example.com&gt;".</summary>
    /// <exception cref="ArgumentException">It is no address; nothing else may stand in these headers.</exception>
    public static string Address(EmailAddress address)
    {
        if (!EmailAddress.IsValid(address.Address))
            throw new ArgumentException($"\"{PlainText.Line(address.Address, 100)}\" is not an e-mail address.", nameof(address));
        var name = PlainText.Line(address.Name ?? "", 60);
        if (name.Length == 0)
            return address.Address;
        var shown = name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-') ? name : EncodedWords(name, "From: ".Length);
        return $"{shown}\r\n <{address.Address}>";
    }

    /// <summary>The part of an address after the @.</summary>
    public static string HostOf(EmailAddress address) => address.Address[(address.Address.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <summary>An identifier or link as it is.</summary>
    /// <exception cref="ArgumentException">It holds blanks, angle brackets or anything but visible ASCII.</exception>
    public static string Token(string value) => value.All(letter => letter is > ' ' and <= '~' and not '<' and not '>')
        ? value
        : throw new ArgumentException($"\"{PlainText.Line(value, 100)}\" cannot stand in a header.", nameof(value));

    private static string Fold(string text, int used)
    {
        var folded = new StringBuilder();
        var column = used;
        foreach (var word in text.Split(' '))
        {
            if (folded.Length > 0)
            {
                var breaks = column + 1 + word.Length > Line;
                folded.Append(breaks ? "\r\n " : " ");
                column = breaks ? 1 : column + 1;
            }

            folded.Append(word);
            column += word.Length;
        }

        return folded.ToString();
    }

    // All of the text, blanks too: readers drop the blanks between one encoded word and the next. A word has at most
    // 75 characters and never ends within a character.
    private static string EncodedWords(string text, int used)
    {
        var words = new StringBuilder(WordStart);
        var column = used + WordStart.Length;
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var letter = new StringBuilder();
            foreach (var part in bytes[..rune.EncodeToUtf8(bytes)])
                Letter(letter, part);
            if (column + letter.Length + WordEnd.Length > Line)
            {
                words.Append(WordEnd).Append("\r\n ").Append(WordStart);
                column = 1 + WordStart.Length;
            }

            words.Append(letter);
            column += letter.Length;
        }

        return words.Append(WordEnd).ToString();
    }

    // The letters allowed in a display name too, the strictest place (RFC 2047, 5 (3)).
    private static void Letter(StringBuilder word, byte part)
    {
        if (part == ' ')
            word.Append('_');
        else if (char.IsAsciiLetterOrDigit((char)part) || part is (byte)'!' or (byte)'*' or (byte)'+' or (byte)'-' or (byte)'/')
            word.Append((char)part);
        else
            word.Append('=').Append(part.ToString("X2"));
    }
}
