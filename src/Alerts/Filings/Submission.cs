using System.Text;

namespace Alerts.Filings;

/// <summary>A full submission taken apart: its header and its documents, not yet decoded.</summary>
/// <param name="Header">The SGML header's text.</param>
/// <param name="Documents">The documents in their order.</param>
internal sealed record Submission(string Header, IReadOnlyList<SubmissionDocument> Documents)
{
    private const int TagReach = 4096;

    /// <summary>True where the bytes hold a submission, or a single document in its <c>&lt;DOCUMENT&gt;</c> wrapper.</summary>
    public static bool Recognise(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, TagReach)];
        return start.IndexOf("<SEC-DOCUMENT>"u8) >= 0 || start.IndexOf("<IMS-DOCUMENT>"u8) >= 0
            || start.IndexOf("<SEC-HEADER>"u8) >= 0 || start.IndexOf("<IMS-HEADER>"u8) >= 0
            || start.IndexOf("<SUBMISSION>"u8) >= 0 || start.IndexOf("<ACCEPTANCE-DATETIME>"u8) >= 0
            || start.IndexOf("<DOCUMENT>"u8) >= 0
            || (start.IndexOf("<TYPE>"u8) is >= 0 and < 64 && start.IndexOf("<TEXT>"u8) >= 0);
    }

    /// <summary>Takes a submission apart. A cut or damaged one gives the documents that are there.</summary>
    public static Submission Read(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        var isPem = span[..Math.Min(span.Length, TagReach)].IndexOf("PRIVACY-ENHANCED MESSAGE"u8) >= 0;
        var first = span.IndexOf("<DOCUMENT>"u8);
        if (first < 0)
            first = span.IndexOf("<TYPE>"u8) is >= 0 and var bare && span.IndexOf("<TEXT>"u8) > bare && bare < 64 ? bare : span.Length;

        var documents = new List<SubmissionDocument>();
        var at = first;
        while (at < span.Length)
        {
            var next = span[(at + 1)..].IndexOf("<DOCUMENT>"u8);
            var end = next < 0 ? span.Length : at + 1 + next;
            documents.Add(SubmissionDocument.Read(bytes[at..end], isPem));
            at = end;
        }

        return new Submission(Encoding.Latin1.GetString(span[..first]), documents);
    }
}
