using Alerts.Delivery.Wording;
using Alerts.Records;
using Microsoft.AspNetCore.Components;

namespace Alerts.Pages.Email;

/// <summary>What all e-mails stand in.</summary>
public sealed partial class EmailFrame
{
    /// <summary>The subject.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>What mail programs show beside the subject in a list.</summary>
    [Parameter]
    public string Preview { get; set; } = "";

    /// <summary>Why the recipient gets this.</summary>
    [Parameter]
    [EditorRequired]
    public required string Why { get; set; }

    /// <summary>The page on which the recipient unsubscribes.</summary>
    [Parameter]
    [EditorRequired]
    public required Uri Unsubscribe { get; set; }

    /// <summary>The message.</summary>
    [Parameter]
    [EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>A preview that says more than the subject again: the quote of the first change.</summary>
    internal static string PreviewOf(Change change) => ChangeBlock.Of(change).Quote is { } quote ? PlainText.Line(quote, 140) : "";
}
