using System.Net;
using Alerts.Delivery.Wording;
using Alerts.Subscriptions;

namespace Alerts.Pages;

/// <summary>
/// The pages behind the link of a confirmation mail. Opening the link asks; only the form's POST confirms, because mail programs open links
/// on their own.
/// </summary>
internal static class ConfirmPage
{
    /// <summary>Asks whether to confirm.</summary>
    public static string Ask(string code, Subscriber subscriber, SubscriptionRequest request) => Page(
        "Confirm your subscription",
        $"""
        <p>Alerts for <strong>{Encoded(subscriber.Address)}</strong>: {Encoded(RequestWording.Of(request, namesPrograms: true))}.</p>
        {(subscriber.State == SubscriberState.Confirmed ? "<p>This takes the place of the alerts that you get now.</p>" : "")}
        <form method="post" action="/c/{Encoded(Uri.EscapeDataString(code))}"><button>Confirm</button></form>
        <p>Was it not you? Close this page, and nothing changes.</p>
        """);

    /// <summary>It is done, now or before.</summary>
    public static string Done(Subscriber subscriber) => Page(
        "Subscribed",
        $"""<p>Alerts go to <strong>{Encoded(subscriber.Address)}</strong> from now on. Every mail has a link to leave. To change what you get, <a href="/subscribe">subscribe again</a>.</p>""");

    /// <summary>The link is not one of ours, or its time is over.</summary>
    public static string Unknown() => Page(
        "Nothing to confirm",
        """<p>This link was not made here, is older than 7 days, or was replaced by a later one. If you get no alerts yet, <a href="/subscribe">subscribe again</a>.</p>""");

    private static string Page(string title, string body) => PageFrame.Of(title, body, PageFrame.Private);

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
