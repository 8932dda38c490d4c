using System.Text;
using Alerts.Delivery.Wording;

namespace Alerts.Delivery.Email;

/// <summary>An alert as plain text, for mail programs that show no HTML and for people who prefer none.</summary>
internal static class AlertText
{
    public static string Of(Alert alert, Uri unsubscribe)
    {
        var text = new StringBuilder();
        text.Append(alert.Subject).Append("\n\n").Append(FilingWording.Line(alert.Filing)).Append('\n').Append(alert.Url).Append('\n');
        var (shown, listed, left) = ChangeList.Of(alert);
        TextParts.Changes(text, 1, shown, listed, left);
        TextParts.Coverage(text, alert.Coverage, 0);
        TextParts.Foot(text, alert.Why, unsubscribe);
        return text.ToString();
    }
}
