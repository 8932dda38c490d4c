using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Alerts.Tests.Delivery;

/// <summary>Reads .eml files for tests, written against the RFCs and not against the writer.</summary>
internal sealed partial record Eml(IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    public string this[string name] => Headers.Single(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The decoded text of a part without parts.</summary>
    public string Text => Encoding.UTF8.GetString([.. QuotedPrintable(Body)]);

    public static Eml Parse(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var unfolded = Fold().Replace(text[..end], " ");
        return new(
            [.. unfolded.Split("\r\n").Select(line => line.Split(": ", 2)).Select(pair => (pair[0], Words(pair[1])))],
            text[(end + 4)..]);
    }

    /// <summary>The parts of a multipart body.</summary>
    public IReadOnlyList<Eml> Parts()
    {
        var boundary = "--" + Boundary().Match(this["Content-Type"]).Groups[1].Value;
        var pieces = Body.Split(boundary);
        Assert.Equal("", pieces[0]);
        Assert.Equal("--\r\n", pieces[^1]);
        return [.. pieces[1..^1].Select(piece => Parse(piece[2..^2]))];
    }

    // RFC 2047: words next to each other are joined without the blanks between them.
    private static string Words(string value) => EncodedWord().Replace(
        Between().Replace(value, "?==?"),
        match => Encoding.UTF8.GetString([.. QuotedPrintable(match.Groups[1].Value.Replace('_', ' '))]));

    private static IEnumerable<byte> QuotedPrintable(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '=')
            {
                Assert.InRange(text[index], '\0', '\x7f');
                yield return (byte)text[index];
                continue;
            }

            if (!text.AsSpan(index).StartsWith("=\r\n"))
                yield return byte.Parse(text.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            index += 2;
        }
    }

    [GeneratedRegex("\r\n[ \t]+")]
    private static partial Regex Fold();

    [GeneratedRegex("boundary=\"([^\"]+)\"")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex Between();

    [GeneratedRegex(@"=\?utf-8\?Q\?([^?\s]*)\?=")]
    private static partial Regex EncodedWord();
}
