using System.Net;
using Alerts.Pages.Companies;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Alerts.Pages;

/// <summary>A public page: the frame around it, where one can go from it, and what to know before one relies on it.</summary>
/// <param name="canSubscribe">Whether readers may subscribe by themselves.</param>
internal sealed class SitePage(bool canSubscribe)
{
    private readonly string links = $"""<nav class="site" aria-label="Site"><a href="/">Alerts</a>{(canSubscribe ? """<a href="/subscribe">Subscribe</a>""" : "")}<a href="/feeds/all.atom" type="application/atom+xml">Feed</a></nav>""";

    private const string Foot = """<footer class="foot">Read from 8-K filings by rules, which is not complete: read the quote and the filing before you act. Nothing here is investment advice.</footer>""";

    /// <summary>A page of a component.</summary>
    /// <param name="title">The heading; any text.</param>
    /// <param name="feed">The feed of the same.</param>
    /// <param name="parameters">The component's.</param>
    public async Task<WebAnswer> OfAsync<T>(string title, Uri feed, params IReadOnlyList<(string Name, object? Value)> parameters)
        where T : IComponent => Of(
        title,
        await ComponentHtml.OfAsync<T>(parameters),
        $"<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{WebUtility.HtmlEncode(title)}\" href=\"{WebUtility.HtmlEncode(feed.AbsolutePath)}\">",
        StatusCodes.Status200OK);

    /// <summary>There is no such page.</summary>
    public WebAnswer NotFound() =>
        Of("Not here", "<p>There is no such page: the company or program is not known here, or its pages are not shown.</p>", PageFrame.Private, StatusCodes.Status404NotFound);

    private WebAnswer Of(string title, string body, string head, int status) =>
        WebAnswer.Html(PageFrame.Of(title, body + Foot, head, CompanyStyle.Sheet, isWide: true, before: links), status);
}
