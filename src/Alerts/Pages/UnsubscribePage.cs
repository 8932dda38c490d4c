using System.Net;

namespace Alerts.Pages;

/// <summary>
/// The pages behind the unsubscribe link of e-mails. Opening the link asks; only the form's POST unsubscribes, because mail
/// programs open links on their own (RFC 8058, section 3).
/// </summary>
public static class UnsubscribePage
{
    /// <summary>Asks whether to unsubscribe.</summary>
    /// <param name="code">The last part of the link.</param>
    public static string Ask(string code) => Page(
        "Unsubscribe",
        $"<p>You will get no more mail at this address.</p><form method=\"post\" action=\"/u/{WebUtility.HtmlEncode(Uri.EscapeDataString(code))}\"><button>Unsubscribe</button></form>");

    /// <summary>It is done.</summary>
    public static string Done() => Page("Unsubscribed", "<p>You get no more mail at this address. Nothing else is needed.</p>");

    /// <summary>The link is not one of ours, or the subscriber is gone.</summary>
    public static string Unknown() => Page("Unknown link", "<p>This link was not made here, or the subscription is gone already. Use the link of the latest alert.</p>");

    private static string Page(string title, string body) => PageFrame.Of(title, body, PageFrame.Private);
}
