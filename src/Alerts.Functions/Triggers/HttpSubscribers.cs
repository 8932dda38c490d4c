using Alerts.Delivery;
using Alerts.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Triggers;

/// <summary>The subscribers, for the operator: a function key is asked for.</summary>
public sealed class HttpSubscribers(SubscriberStore subscribers, DeliveryOptions options, TimeProvider time)
{
    private const string Route = "manage/subscribers";

    /// <summary>GET /manage/subscribers: all of them; signing secrets are not shown.</summary>
    [Function("ListSubscribers")]
    public async Task<IActionResult> ListAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        var all = new List<object>();
        await foreach (var subscriber in subscribers.ListAsync(cancellation))
            all.Add(Shown(subscriber));
        return new JsonAnswer(all);
    }

    /// <summary>POST /manage/subscribers: adds one who has agreed to it.</summary>
    [Function("AddSubscriber")]
    public async Task<IActionResult> AddAsync([HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        var (subscriber, refusal) = await ReadAsync(request, cancellation);
        if (subscriber is null)
            return refusal!;
        return await AddAsync(subscriber, cancellation)
            ? new JsonAnswer(Shown(subscriber), StatusCodes.Status201Created)
            : JsonAnswer.Refusal(StatusCodes.Status409Conflict, $"{subscriber.Address} is subscribed already.");
    }

    /// <summary>PUT /manage/subscribers: what one who is subscribed wants from now on. Who left stays away; what is collected stays.</summary>
    [Function("ChangeSubscriber")]
    public async Task<IActionResult> ChangeAsync([HttpTrigger(AuthorizationLevel.Function, "put", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        var (subscriber, refusal) = await ReadAsync(request, cancellation);
        if (subscriber is null)
            return refusal!;
        return await subscribers.UpdateAsync(subscriber.Id, Changed, cancellation) is { } changed
            ? new JsonAnswer(Shown(changed))
            : JsonAnswer.Refusal(StatusCodes.Status404NotFound, $"{subscriber.Address} is not subscribed.");

        Subscriber Changed(Subscriber known) => known with
        {
            Webhook = subscriber.Webhook,
            Watchlist = subscriber.Watchlist,
            Rule = subscriber.Rule,
            Cadence = subscriber.Cadence,
        };
    }

    /// <summary>DELETE /manage/subscribers/{id}: forgets one.</summary>
    [Function("RemoveSubscriber")]
    public async Task<IActionResult> RemoveAsync([HttpTrigger(AuthorizationLevel.Function, "delete", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        await subscribers.RemoveAsync(id, cancellation);
        return new NoContentResult();
    }

    // Where somebody asked for the address on the public page and has not confirmed, the operator's word counts instead.
    private async Task<bool> AddAsync(Subscriber subscriber, CancellationToken cancellation)
    {
        if (await subscribers.AddAsync(subscriber, cancellation))
            return true;
        var isTaken = false;
        await subscribers.UpdateAsync(subscriber.Id, known => (isTaken = known.State == SubscriberState.Pending) ? subscriber : known, cancellation);
        return isTaken;
    }

    private async Task<(Subscriber? Subscriber, IActionResult? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (subscriber, problem) = await SubscriberRequest.ReadAsync(request.Body, time.GetUtcNow(), cancellation);
        if (subscriber is null)
            return (null, JsonAnswer.Refusal(StatusCodes.Status400BadRequest, problem!));
        return SubscriberChecks.Problems(subscriber, options.Targets) is { Count: > 0 } problems
            ? (null, JsonAnswer.Refusal(StatusCodes.Status400BadRequest, problems))
            : (subscriber, null);
    }

    private static object Shown(Subscriber subscriber) => new
    {
        subscriber.Id,
        subscriber.Address,
        State = subscriber.State.ToString(),
        subscriber.StateReason,
        subscriber.IsSuppressed,
        subscriber.Watchlist,
        subscriber.Rule,
        subscriber.Cadence,
        subscriber.Created,
    };
}
