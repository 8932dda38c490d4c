using System.Text;

namespace Alerts.Subscriptions;

/// <summary>Where a webhook is delivered and what signs it.</summary>
/// <param name="Url">An absolute https address.</param>
/// <param name="Secrets">
/// The signing secret; while a secret is replaced the new and the old one, each of which makes a signature, so that
/// the receiver can change over without losing a delivery.
/// </param>
public sealed record WebhookEndpoint(Uri Url, IReadOnlyList<WebhookSecret> Secrets)
{
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Url = ").Append(Url).Append(", Secrets = ").Append(Secrets.Count);
        return true;
    }
}
