using System.Globalization;
using Alerts.Delivery.Wording;
using Alerts.Subscriptions;

namespace Alerts.Delivery.MailEvents;

/// <summary>
/// Draws the consequences of what SendGrid reports: writes down what became of a delivery, and mails nobody who cannot be reached or does not want
/// it. Handling a batch again changes nothing.
/// </summary>
public sealed class HandleMailEvents(DeliveryLog deliveries, SubscriberStore subscribers)
{
    // SendGrid's clock and ours differ, and its times are of whole seconds.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    /// <summary>Handles a batch, in any order.</summary>
    public async Task<MailEventReport> RunAsync(IReadOnlyList<MailEvent> events, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(events);
        var (delivered, failed, left) = (0, 0, 0);
        foreach (var happened in events)
        {
            if (happened.Kind == MailEventKind.Delivered && await UpdateAsync(happened, Delivered, cancellation))
                delivered++;
            if (happened.Kind is MailEventKind.Bounced or MailEventKind.Refused or MailEventKind.NotSent && await UpdateAsync(happened, Failed, cancellation))
                failed++;
            if (await LeaveAsync(happened, cancellation))
                left++;
        }

        return new MailEventReport(events.Count, delivered, failed, left, events.Count(happened => happened.Kind == MailEventKind.Unknown));
    }

    private async Task<bool> UpdateAsync(MailEvent happened, Func<DeliveryEntry, MailEvent, DeliveryEntry> change, CancellationToken cancellation) =>
        happened.Delivery is { } key && await deliveries.UpdateAsync(key, entry => change(entry, happened), cancellation);

    // A delivery that was sent and not yet written down, as after a crash, is not sent again: SendGrid has it.
    private static DeliveryEntry Delivered(DeliveryEntry entry, MailEvent happened) => (entry.Delivered, entry.State) switch
    {
        (null, DeliveryState.Pending) => entry with { Delivered = happened.At ?? entry.Created, State = DeliveryState.Sent, Sent = happened.At ?? entry.Created, NotBefore = null },
        (null, _) => entry with { Delivered = happened.At ?? entry.Created },
        _ => entry,
    };

    private static DeliveryEntry Failed(DeliveryEntry entry, MailEvent happened) => entry.State is DeliveryState.Pending or DeliveryState.Sent
        ? entry with { State = DeliveryState.Failed, NotBefore = null, LastError = Sentence(happened) }
        : entry;

    private async Task<bool> LeaveAsync(MailEvent happened, CancellationToken cancellation)
    {
        var suppresses = happened.Kind is MailEventKind.Bounced or MailEventKind.Refused or MailEventKind.Complained or MailEventKind.Unsubscribed;
        // A group is of one sender of the account, which may be another than this.
        if (!suppresses && (happened.Kind != MailEventKind.LeftGroup || happened.Delivery is null))
            return false;
        var hasLeft = false;
        await subscribers.UpdateAsync(happened.Delivery?.SubscriberId ?? Subscriber.IdOfEmail(happened.Email), Leave, cancellation);
        return hasLeft;

        Subscriber Leave(Subscriber subscriber)
        {
            hasLeft = subscriber.Email is not null && !IsPast(subscriber, happened)
                && (subscriber.State != SubscriberState.Unsubscribed || subscriber.Request is not null || (suppresses && !subscriber.IsSuppressed));
            return hasLeft ? subscriber.Leave(Sentence(happened)) with { IsSuppressed = subscriber.IsSuppressed || suppresses } : subscriber;
        }
    }

    // Who has confirmed since then has shown that mail reaches them and that they want it; so has the operator who subscribed them anew.
    private static bool IsPast(Subscriber subscriber, MailEvent happened) => happened.At < (subscriber.Confirmed ?? subscriber.Created) - Slack;

    private static string Sentence(MailEvent happened)
    {
        var what = happened.Kind switch
        {
            MailEventKind.Bounced => "the mail came back",
            MailEventKind.Refused => "mail to this address is no longer sent",
            MailEventKind.NotSent => "the mail was not sent or not taken",
            MailEventKind.Complained => "the owner of the address called a mail spam",
            _ => "the owner of the address unsubscribed there",
        };
        var when = happened.At is { } at ? at.UtcDateTime.ToString(" 'on' yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        return PlainText.Line($"SendGrid reported{when}: {what}{(happened.Reason is { Length: > 0 } reason ? ": " + reason : ".")}", 600);
    }
}

/// <summary>What a batch of events changed.</summary>
/// <param name="Events">How many there were.</param>
/// <param name="Delivered">Deliveries that are known to have arrived now.</param>
/// <param name="Failed">Deliveries that are known to have failed now.</param>
/// <param name="Left">Subscribers who are mailed no more from now on.</param>
/// <param name="Unknown">Events of types that are not known here.</param>
public sealed record MailEventReport(int Events, int Delivered, int Failed, int Left, int Unknown);
