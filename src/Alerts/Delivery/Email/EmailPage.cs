using System.Text.Encodings.Web;
using System.Text.Unicode;
using Alerts.Pages.Email;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alerts.Delivery.Email;

/// <summary>Renders the HTML of an alert from its component.</summary>
internal static class EmailPage
{
    // Components encode all that they are given. Letters beyond ASCII stay letters: the message is UTF-8.
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    public static async Task<string> RenderAsync(Alert alert, Uri unsubscribe)
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(AlertPage.Alert)] = alert,
            [nameof(AlertPage.Unsubscribe)] = unsubscribe,
        });
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<AlertPage>(parameters)).ToHtmlString());
    }
}
