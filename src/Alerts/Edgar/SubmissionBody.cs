using System.Text;

namespace Alerts.Edgar;

/// <summary>Tells a whole submission from a cut one or from a page that came in its place.</summary>
internal static class SubmissionBody
{
    /// <summary>Says what is wrong with the body; null where it is the whole submission that was asked for.</summary>
    public static string? Fault(ReadOnlyMemory<byte> body, string accession)
    {
        var bytes = body.Span;
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 8192)]);
        if (!head.Contains("<SEC-DOCUMENT>", StringComparison.Ordinal) && !head.Contains("<IMS-DOCUMENT>", StringComparison.Ordinal))
            return "it does not begin as a submission";
        if (!head.Contains(accession, StringComparison.Ordinal))
            return $"it is not {accession}";
        // A cut body still decompresses: only its last line shows that it is whole.
        var tail = Encoding.Latin1.GetString(bytes[^Math.Min(bytes.Length, 512)..]);
        return tail.Contains("</SEC-DOCUMENT>", StringComparison.Ordinal) || tail.Contains("</IMS-DOCUMENT>", StringComparison.Ordinal)
            ? null
            : "it ends before </SEC-DOCUMENT>";
    }
}
