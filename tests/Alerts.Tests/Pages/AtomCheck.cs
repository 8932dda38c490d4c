using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Alerts.Tests.Pages;

/// <summary>The rules of RFC 4287 that a feed of ours can break.</summary>
internal static partial class AtomCheck
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly HashSet<string> OfFeed = ["author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights", "subtitle", "title", "updated", "entry"];
    private static readonly HashSet<string> OfEntry = ["author", "category", "content", "contributor", "id", "link", "published", "rights", "source", "summary", "title", "updated"];

    /// <summary>The entries of a feed that keeps all rules.</summary>
    public static IReadOnlyList<XElement> Entries(string text)
    {
        var feed = XDocument.Parse(text).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.All(feed.Elements(), element => Assert.Contains(element.Name.LocalName, OfFeed));
        Assert.All(feed.Descendants(), element => Assert.Equal(Atom, element.Name.Namespace));
        Common(feed);
        Assert.NotEmpty(feed.Elements(Atom + "author").Elements(Atom + "name").Select(name => name.Value));
        Assert.Single(feed.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "self");

        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.All(entries, entry =>
        {
            Assert.All(entry.Elements(), element => Assert.Contains(element.Name.LocalName, OfEntry));
            Common(entry);
            var content = Assert.Single(entry.Elements(Atom + "content"));
            Assert.Equal("html", (string?)content.Attribute("type"));
            Assert.Empty(content.Elements());
        });
        // 4.1.1: entries of one id and moment would be the same entry twice.
        Assert.Equal(entries.Count, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
        return entries;
    }

    public static string Value(this XElement element, string name) => element.Element(Atom + name)!.Value;

    public static string Address(this XElement element, string relation) =>
        (string)element.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == relation).Attribute("href")!;

    private static void Common(XElement element)
    {
        Assert.True(Uri.IsWellFormedUriString(Assert.Single(element.Elements(Atom + "id")).Value, UriKind.Absolute));
        Assert.Matches(Tag(), element.Value("id"));
        Assert.NotEmpty(Assert.Single(element.Elements(Atom + "title")).Value);
        Assert.Matches(Rfc3339(), Assert.Single(element.Elements(Atom + "updated")).Value);
        Assert.All(element.Elements(Atom + "link"), link => Assert.True(Uri.IsWellFormedUriString((string?)link.Attribute("href"), UriKind.Absolute)));
        // 4.1.1, 4.1.2: no two alternates of one type and language.
        Assert.Single(element.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "alternate");
        Assert.All(element.Elements(Atom + "category"), category => Assert.NotEmpty((string)category.Attribute("term")!));
    }

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex Rfc3339();

    // RFC 4151.
    [GeneratedRegex(@"\Atag:[a-z0-9.\-]+,\d{4}(-\d\d(-\d\d)?)?:[\w\-.~!$&'()*+,;=:@/?%]*\z")]
    private static partial Regex Tag();
}
