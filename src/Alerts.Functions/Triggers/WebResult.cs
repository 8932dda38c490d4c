using Alerts.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Alerts.Functions.Triggers;

/// <summary>Sends the library's answer to something public.</summary>
internal sealed class WebResult(WebAnswer answer) : ActionResult
{
    /// <summary>What is sent.</summary>
    public WebAnswer Answer { get; } = answer;

    /// <inheritdoc/>
    public override Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Answer.SendAsync(context.HttpContext);
    }
}
