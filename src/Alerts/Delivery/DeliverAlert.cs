using Alerts.Delivery.Email;
using Alerts.Delivery.Webhooks;
using Alerts.Delivery.Wording;
using Alerts.Subscriptions;

namespace Alerts.Delivery;

/// <summary>
/// Carries out one delivery: composes the alert, the digest or the confirmation mail from what is stored, sends it, writes down what became of it. Running
/// it again is harmless: what was sent is not sent again, and after a crash between sending and writing it goes out
/// with the same id and the same content, by which receivers know it.
/// </summary>
/// <param name="log">The deliveries.</param>
/// <param name="subscribers">The subscribers.</param>
/// <param name="load">Loads and checks what the alert tells of.</param>
/// <param name="email">Takes the e-mails.</param>
/// <param name="webhooks">Sends the webhooks.</param>
/// <param name="options">Sender, links and targets.</param>
/// <param name="time">The clock.</param>
/// <param name="jitter">Random numbers from 0 to 1 for the retry delays.</param>
public sealed class DeliverAlert(
    DeliveryLog log,
    SubscriberStore subscribers,
    LoadAlertMaterial load,
    IEmailSender email,
    WebhookSender webhooks,
    DeliveryOptions options,
    TimeProvider time,
    Func<double> jitter)
{
    // Longer than an attempt can take. Whoever finds an attempt begun and not ended waits this long before the next.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly AlertEmail alertEmail = new(options);
    private readonly DigestEmail digestEmail = new(options);
    private readonly ConfirmationEmail confirmationEmail = new(options);

    /// <summary>Runs the delivery as far as it goes now.</summary>
    public async Task<DeliveryStep> RunAsync(DeliveryKey key, CancellationToken cancellation)
    {
        if (await log.GetAsync(key, cancellation) is not { State: DeliveryState.Pending } entry)
            return new DeliveryStep.Done();
        var now = time.GetUtcNow();
        if (entry.NotBefore > now)
            return new DeliveryStep.RetryAfter(entry.NotBefore.Value - now);
        if (ConfirmationOccasion.Is(key))
            return await ConfirmAsync(entry, now, cancellation);
        if (await subscribers.GetAsync(key.SubscriberId, cancellation) is not { State: SubscriberState.Confirmed } subscriber)
            return await EndAsync(entry, DeliveryState.Suppressed, "The subscriber left.", cancellation);
        var material = await LoadAsync(entry, cancellation);
        if (material.Count == 0)
            return await EndAsync(entry, DeliveryState.Suppressed, "The evidence no longer stands in the archived filing.", cancellation);
        if (!await BeginAsync(entry, now, cancellation))
            return new DeliveryStep.RetryAfter(Lease);
        var result = entry.Covers.Count > 0
            ? await SendAsync(DigestComposer.Compose(key, subscriber, material, entry.Created), subscriber, cancellation)
            : await SendAsync(AlertOf(entry, subscriber, material[0]), subscriber, cancellation);
        return await RecordAsync(key, subscriber, result, cancellation);
    }

    // Not to a subscriber yet: to whoever owns an address for which something was asked.
    private async Task<DeliveryStep> ConfirmAsync(DeliveryEntry entry, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await subscribers.GetAsync(entry.Key.SubscriberId, cancellation) is not { } subscriber || ConfirmationOccasion.RequestOf(entry.Key, subscriber, now) is not { } request)
            return await EndAsync(entry, DeliveryState.Suppressed, "Nothing is left to confirm.", cancellation);
        if (!await BeginAsync(entry, now, cancellation))
            return new DeliveryStep.RetryAfter(Lease);
        var result = await email.SendAsync(confirmationEmail.Compose(entry.Key, subscriber, request), cancellation);
        return await RecordAsync(entry.Key, subscriber, result, cancellation);
    }

    // False where somebody else began meanwhile.
    private Task<bool> BeginAsync(DeliveryEntry entry, DateTimeOffset now, CancellationToken cancellation) =>
        log.ReplaceAsync(entry with { Attempts = entry.Attempts + 1, NotBefore = now + Lease }, cancellation);

    /// <summary>What can be told: of an alert its filing, of a digest each filing that it took in; none of those whose evidence is gone.</summary>
    private async Task<IReadOnlyList<AlertMaterial>> LoadAsync(DeliveryEntry entry, CancellationToken cancellation)
    {
        var material = new List<AlertMaterial>();
        if (entry.Covers.Count == 0)
            await AddAsync(entry);
        foreach (var occasion in entry.Covers)
        {
            var part = await log.GetAsync(entry.Key with { Occasion = occasion }, cancellation);
            if (part?.Digest == entry.Key.Occasion)
                await AddAsync(part);
        }

        return material;

        async Task AddAsync(DeliveryEntry told)
        {
            if (await load(told, cancellation) is { Changes.Count: > 0 } loaded)
                material.Add(loaded);
        }
    }

    private static Alert AlertOf(DeliveryEntry entry, Subscriber subscriber, AlertMaterial material) =>
        AlertComposer.Compose(entry.Key, subscriber, material.Filing, material.Url, material.Changes, material.Coverage, entry.Created);

    private async Task<DeliveryResult> SendAsync(Alert alert, Subscriber subscriber, CancellationToken cancellation) => subscriber switch
    {
        { Webhook: { } endpoint } => await webhooks.SendAsync(endpoint, alert.Id, AlertPayload.Of(alert).ToUtf8(), cancellation),
        { Email: { } address } => await email.SendAsync(await alertEmail.ComposeAsync(alert, address), cancellation),
        _ => new DeliveryResult.Failed("The subscriber has neither an e-mail address nor a webhook."),
    };

    private async Task<DeliveryResult> SendAsync(Digest digest, Subscriber subscriber, CancellationToken cancellation) => subscriber.Email is { } address
        ? await email.SendAsync(await digestEmail.ComposeAsync(digest, address), cancellation)
        : new DeliveryResult.Failed("The subscriber has no e-mail address, and digests go nowhere else.");

    private async Task<DeliveryStep> RecordAsync(DeliveryKey key, Subscriber subscriber, DeliveryResult result, CancellationToken cancellation)
    {
        if (await log.GetAsync(key, cancellation) is not { State: DeliveryState.Pending } entry)
            return new DeliveryStep.Done();
        switch (result)
        {
            case DeliveryResult.Delivered:
                return await EndAsync(entry with { Sent = time.GetUtcNow() }, DeliveryState.Sent, null, cancellation);
            case DeliveryResult.Retry retry when RetrySchedule.Next(entry.Attempts, retry.After, jitter()) is { } delay:
                var waiting = entry with { NotBefore = time.GetUtcNow() + delay, LastError = Reason(retry.Reason) };
                await log.ReplaceAsync(waiting, cancellation);
                return new DeliveryStep.RetryAfter(delay) { Reason = waiting.LastError };
            case DeliveryResult.Retry retry:
                return await EndAsync(entry, DeliveryState.Failed, $"Given up after {entry.Attempts} attempts. {retry.Reason}", cancellation);
            case DeliveryResult.Gone gone:
                await subscribers.UpdateAsync(subscriber.Id, Leave(gone.Reason), cancellation);
                return await EndAsync(entry, DeliveryState.Failed, gone.Reason, cancellation);
            default:
                return await EndAsync(entry, DeliveryState.Failed, ((DeliveryResult.Failed)result).Reason, cancellation);
        }
    }

    private async Task<DeliveryStep> EndAsync(DeliveryEntry entry, DeliveryState state, string? reason, CancellationToken cancellation)
    {
        var ended = entry with { State = state, NotBefore = null, LastError = reason is null ? null : Reason(reason) };
        // Where somebody else wrote meanwhile, the delivery is looked at once more rather than left half written.
        return await log.ReplaceAsync(ended, cancellation) ? new DeliveryStep.Done(state, ended.LastError) : new DeliveryStep.RetryAfter(Lease);
    }

    private static Func<Subscriber, Subscriber> Leave(string reason) =>
        subscriber => subscriber with { State = SubscriberState.Unsubscribed, StateReason = Reason(reason) };

    private static string Reason(string text) => PlainText.Line(text, 600);
}
