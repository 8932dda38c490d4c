using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace Alerts.Pages.Feeds;

/// <summary>Writes news as Atom 1.0 (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    // Filings hold whatever was pasted into them; XML 1.0 cannot carry all of it.
    private const char Replacement = '\uFFFD';

    /// <summary>The feed.</summary>
    /// <param name="head">What the feed is.</param>
    /// <param name="news">Its entries, newest first.</param>
    /// <param name="links">Names and addresses.</param>
    public static async Task<WebAnswer> WriteAsync(FeedHead head, IReadOnlyList<News> news, PublicLinks links)
    {
        using var stream = new MemoryStream();
        await using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, Async = true }))
        {
            await xml.WriteStartDocumentAsync();
            await xml.WriteStartElementAsync(null, "feed", Namespace);
            Text(xml, "id", head.Id);
            Text(xml, "title", head.Title);
            Text(xml, "updated", Moment(news.Count == 0 ? head.Since : news.Max(item => item.At)));
            Link(xml, "self", "application/atom+xml", head.Self.AbsoluteUri);
            Link(xml, "alternate", "text/html", head.Page.AbsoluteUri);
            xml.WriteStartElement("author", Namespace);
            Text(xml, "name", "Alerts");
            await xml.WriteEndElementAsync();
            foreach (var item in news)
                await EntryAsync(xml, item, links);
            await xml.WriteEndElementAsync();
        }

        return new WebAnswer(StatusCodes.Status200OK, "application/atom+xml; charset=utf-8", stream.ToArray())
        {
            LastModified = news.Count == 0 ? null : news.Max(item => item.Known),
        };
    }

    private static async Task EntryAsync(XmlWriter xml, News news, PublicLinks links)
    {
        xml.WriteStartElement("entry", Namespace);
        Text(xml, "id", links.EntryTag(news.Occasion));
        Text(xml, "title", news.Subject);
        Text(xml, "updated", Moment(news.At));
        Link(xml, "alternate", "text/html", news.Url ?? links.Of(PublicLinks.Page(news.Company.Key)).AbsoluteUri);
        foreach (var program in news.Changes.Select(change => change.Program).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", Clean(program));
            await xml.WriteEndElementAsync();
        }

        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        await xml.WriteStringAsync(Clean(await ComponentHtml.OfAsync<FeedEntry>((nameof(FeedEntry.News), news))));
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", Clean(address));
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, Clean(text));

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
            else
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : Replacement);
        }

        return clean.ToString();
    }
}

/// <summary>What a feed is.</summary>
/// <param name="Id">Its name for ever.</param>
/// <param name="Title">What readers call it.</param>
/// <param name="Self">Where it is.</param>
/// <param name="Page">The page that shows the same.</param>
/// <param name="Since">When it began: its last change as long as it is empty.</param>
internal sealed record FeedHead(string Id, string Title, Uri Self, Uri Page, DateTimeOffset Since);
