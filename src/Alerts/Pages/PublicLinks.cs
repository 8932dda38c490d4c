using Alerts.Delivery;
using Alerts.Pipeline;

namespace Alerts.Pages;

/// <summary>The addresses of what everybody may see.</summary>
internal sealed class PublicLinks(DeliveryOptions options)
{
    // Names of RFC 4151 hold from a day on which the host was ours; any day will do, as long as it stays.
    private const string TagYear = "2026";

    /// <summary>Ends the name of a feed.</summary>
    public const string FeedSuffix = ".atom";

    /// <summary>Name of the feed of all watched companies.</summary>
    public const string AllFeeds = "all" + FeedSuffix;

    /// <summary>The first page.</summary>
    public Uri Home => Of("/");

    /// <summary>The feed of all watched companies.</summary>
    public Uri AllFeed => Of("/feeds/" + AllFeeds);

    /// <summary>A company's page.</summary>
    public static string Page(string company) => "/companies/" + Uri.EscapeDataString(company);

    /// <summary>A company's program's page.</summary>
    public static string Page(string company, string program) => $"{Page(company)}/programs/{Uri.EscapeDataString(program)}";

    /// <summary>A company's feed.</summary>
    public static string Feed(string company) => $"/feeds/{Uri.EscapeDataString(company)}{FeedSuffix}";

    /// <summary>A company's events.</summary>
    public static string Events(string company) => Page(company) + "/events";

    /// <summary>A path of this installation as an address.</summary>
    public Uri Of(string path) => new(options.PublicUrl.AbsoluteUri.TrimEnd('/') + path);

    /// <summary>The name of a feed, the same for ever.</summary>
    public string FeedTag(string name) => Tag("feeds/" + Uri.EscapeDataString(name));

    /// <summary>The name of an occasion's entry, the same in every feed and for ever.</summary>
    public string EntryTag(Occasion occasion) => Tag(string.Join(':', occasion.ToString().Split(':').Select(Uri.EscapeDataString)));

    private string Tag(string specific) => $"tag:{options.PublicUrl.IdnHost},{TagYear}:{specific}";
}
