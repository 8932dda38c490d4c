using Alerts.Delivery.Wording;
using Alerts.Records;
using Microsoft.AspNetCore.Components;

namespace Alerts.Pages.Feeds;

/// <summary>The content of a feed's entry, as HTML.</summary>
public sealed partial class FeedEntry
{
    /// <summary>What is told.</summary>
    [Parameter]
    [EditorRequired]
    public required News News { get; set; }

    private ChangeList Changes => ChangeList.Of(News.Changes);

    private IEnumerable<ChangeBlock> Shown => Changes.Shown.Select(ChangeBlock.Of);

    private IReadOnlyList<CoverageNote> Notes => News.Filing?.Coverage ?? [];
}
