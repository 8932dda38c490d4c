using System.Text;

namespace Alerts.Delivery.Email;

/// <summary>Quoted-printable (RFC 2045, 6.7): any text in lines of at most 76 ASCII characters that transport leaves alone.</summary>
internal static class QuotedPrintable
{
    private const int Line = 76;

    /// <summary>Appends a text, its line feeds as CRLF.</summary>
    public static void Append(StringBuilder output, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (index > 0)
                output.Append("\r\n");
            AppendLine(output, Encoding.UTF8.GetBytes(lines[index]));
        }
    }

    private static void AppendLine(StringBuilder output, byte[] line)
    {
        var column = 0;
        for (var index = 0; index < line.Length; index++)
        {
            var literal = IsLiteral(line, index);
            var width = literal ? 1 : 3;
            // One column stays free for the "=" of a soft line break.
            if (column + width > Line - 1)
            {
                output.Append("=\r\n");
                column = 0;
                literal &= !IsAtRisk(line[index]);
                width = literal ? 1 : 3;
            }

            if (literal)
                output.Append((char)line[index]);
            else
                output.Append('=').Append(line[index].ToString("X2"));
            column += width;
        }
    }

    private static bool IsLiteral(byte[] line, int index)
    {
        var letter = line[index];
        if (letter is (byte)' ' or (byte)'\t')
            return index < line.Length - 1;
        return letter is > 32 and < 127 and not (byte)'=' && (index > 0 || !IsAtRisk(letter));
    }

    // A line that begins with "From " or a full stop is changed by some mail systems on the way.
    private static bool IsAtRisk(byte letter) => letter is (byte)'F' or (byte)'.';
}
