using System.Globalization;
using System.Text;

namespace Alerts.Delivery.Email;

/// <summary>
/// Writes an e-mail as the bytes of an .eml file: RFC 5322 headers and a MIME multipart/alternative body (RFC 2046)
/// with the plain text first, because mail programs show the last part that they understand.
/// </summary>
public static class EmlWriter
{
    /// <summary>The message; the same bytes for the same message.</summary>
    public static byte[] Write(EmailMessage message)
    {
        // No quoted-printable line can contain "=_", so a boundary with it cannot stand in a part (RFC 2045, 6.7).
        var boundary = "=_" + message.Id;
        var eml = new StringBuilder();
        foreach (var (name, value) in Headers(message))
            eml.Append(name).Append(": ").Append(value).Append("\r\n");
        eml.Append("MIME-Version: 1.0\r\n");
        eml.Append($"Content-Type: multipart/alternative;\r\n boundary=\"{boundary}\"\r\n\r\n");
        Part(eml, boundary, "text/plain", message.Text);
        Part(eml, boundary, "text/html", message.Html);
        eml.Append($"--{boundary}--\r\n");
        return Encoding.ASCII.GetBytes(eml.ToString());
    }

    /// <summary>The headers of the message besides those of MIME, in order, folded and encoded.</summary>
    private static IEnumerable<(string Name, string Value)> Headers(EmailMessage message)
    {
        var unsubscribe = message.UnsubscribeUrl;
        yield return ("From", HeaderText.Address(message.From));
        yield return ("To", HeaderText.Address(message.To));
        yield return ("Subject", HeaderText.Unstructured(message.Subject, "Subject: ".Length));
        yield return ("Date", message.Date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        yield return ("Message-ID", $"<{HeaderText.Token(message.Id)}@{HeaderText.HostOf(message.From)}>");
        yield return ("List-Unsubscribe", $"<{HeaderText.Token(unsubscribe.AbsoluteUri)}>");
        // One click asks for https; a mail program must not post a person's token over plain http.
        if (unsubscribe.Scheme == Uri.UriSchemeHttps)
            yield return ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        // Keeps vacation notices from answering (RFC 3834).
        yield return ("Auto-Submitted", "auto-generated");
    }

    private static void Part(StringBuilder eml, string boundary, string type, string text)
    {
        eml.Append($"--{boundary}\r\nContent-Type: {type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
        QuotedPrintable.Append(eml, text);
        eml.Append("\r\n");
    }
}
