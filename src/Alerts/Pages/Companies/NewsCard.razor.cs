using Alerts.Delivery.Wording;
using Microsoft.AspNetCore.Components;

namespace Alerts.Pages.Companies;

/// <summary>What one filing changed, or what lapsed on a day.</summary>
public sealed partial class NewsCard
{
    private const int MostShown = 6;

    /// <summary>What is told.</summary>
    [Parameter]
    [EditorRequired]
    public required News News { get; set; }

    // A single one more is shown rather than hidden alone.
    private int ShownCount => News.Changes.Count == MostShown + 1 ? MostShown + 1 : MostShown;

    private IEnumerable<ChangeBlock> Shown => News.Changes.Take(ShownCount).Select(ChangeBlock.Of);

    private IReadOnlyList<string> More => [.. News.Changes.Skip(ShownCount).Select(change => ChangeWording.Of(change).Title)];
}
