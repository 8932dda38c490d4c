namespace Alerts.Pages;

/// <summary>What the operator decides about what everybody may see.</summary>
public sealed record PublicOptions
{
    /// <summary>Whether companies' pages, feeds and events are shown at all; where not, they do not exist (404).</summary>
    public bool IsShown { get; init; } = true;
}
