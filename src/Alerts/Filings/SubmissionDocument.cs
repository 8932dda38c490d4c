using System.Text;

namespace Alerts.Filings;

/// <summary>One document of a submission as EDGAR wrapped it.</summary>
/// <param name="Type">Its type, <c>EX-99.1</c>; empty where the wrapper names none.</param>
/// <param name="FileName">Its file name.</param>
/// <param name="Description">What the filer calls it.</param>
/// <param name="Content">What stands between <c>&lt;TEXT&gt;</c> and <c>&lt;/TEXT&gt;</c>.</param>
/// <param name="IsPem">True inside a Privacy-Enhanced Message, whose lines escape a leading dash as "- -".</param>
internal sealed record SubmissionDocument(
    string Type, string? FileName, string? Description, ReadOnlyMemory<byte> Content, bool IsPem)
{
    /// <summary>Why the document holds no text to read; null where it does.</summary>
    public string? Unreadable
    {
        get
        {
            var type = Type.ToUpperInvariant();
            if (type is "GRAPHIC" or "COVER" or "XML" or "EXCEL" or "ZIP" or "JSON" || type.StartsWith("EX-101", StringComparison.Ordinal))
                return "data or an image";
            var start = Content.Span[..Math.Min(Content.Length, 512)];
            if (type == "PDF" || start.IndexOf("<PDF>"u8) >= 0 || start.IndexOf("%PDF-"u8) >= 0 || HasExtension(".pdf"))
                return "a PDF";
            if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']) || start.StartsWith<byte>([0xff, 0xd8, 0xff])
                || start.StartsWith("GIF8"u8))
                return "an image or a binary file";
            if (start.IndexOf("<?xml"u8) is >= 0 and < 16 && IsData(Content.Span))
                return "XML data";
            if (IsUuencoded(start) || HasExtension(".jpg", ".jpeg", ".gif", ".png", ".bmp"))
                return "an image or a binary file";
            return null;
        }
    }

    /// <summary>True where a reader would miss the document: an exhibit, not a picture or data that belongs to one.</summary>
    public bool IsExhibit => Type.StartsWith("EX-", StringComparison.OrdinalIgnoreCase)
        && !Type.StartsWith("EX-101", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the wrapper from <c>&lt;DOCUMENT&gt;</c> on.</summary>
    public static SubmissionDocument Read(ReadOnlyMemory<byte> bytes, bool isPem)
    {
        var span = bytes.Span;
        var text = span.IndexOf("<TEXT>"u8);
        var head = Encoding.Latin1.GetString(text < 0 ? span[..Math.Min(span.Length, 1024)] : span[..text]);
        var start = text < 0 ? 0 : text + "<TEXT>".Length;
        var end = span[start..].LastIndexOf("</TEXT>"u8);
        var content = end < 0 ? bytes[start..] : bytes.Slice(start, end);
        return new SubmissionDocument(
            Tag(head, "<TYPE>") ?? "", Tag(head, "<FILENAME>"), Tag(head, "<DESCRIPTION>"), content, isPem);
    }

    /// <summary>The content as text, without what the mail wrapper added.</summary>
    public string Decode()
    {
        var text = Charset.Decode(Content.Span);
        return IsPem ? text.Replace("\n- -", "\n-", StringComparison.Ordinal) : text;
    }

    // The value of an SGML tag without an end: up to the next tag or line end.
    private static string? Tag(string head, string tag)
    {
        var at = head.IndexOf(tag, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = head.AsSpan(at + tag.Length);
        var end = value.IndexOfAny('\n', '\r', '<');
        value = (end < 0 ? value : value[..end]).Trim();
        return value.Length == 0 ? null : value.ToString();
    }

    // XHTML is XML too; an XBRL instance holds no page.
    private static bool IsData(ReadOnlySpan<byte> content)
    {
        content = content[..Math.Min(content.Length, 4096)];
        return content.IndexOf("<html"u8) < 0 && content.IndexOf("<HTML"u8) < 0 && content.IndexOf("<body"u8) < 0;
    }

    private static bool IsUuencoded(ReadOnlySpan<byte> start)
    {
        var begin = start.IndexOf("begin "u8);
        return begin >= 0 && begin + 9 < start.Length
            && start.Slice(begin + 6, 3).IndexOfAnyExceptInRange((byte)'0', (byte)'7') < 0
            && start[..begin].IndexOfAnyExcept(" \r\n\t"u8) < 0;
    }

    private bool HasExtension(params ReadOnlySpan<string> extensions)
    {
        foreach (var extension in extensions)
        {
            if (FileName?.EndsWith(extension, StringComparison.OrdinalIgnoreCase) == true)
                return true;
        }

        return false;
    }
}
