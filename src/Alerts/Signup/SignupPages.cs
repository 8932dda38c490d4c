using System.Text;
using Alerts.Delivery;
using Alerts.Pages;
using Microsoft.AspNetCore.Http;

namespace Alerts.Signup;

/// <summary>The public pages for subscribing and confirming, the same from every head.</summary>
public sealed class SignupPages(
    RequestSubscription request, ConfirmSubscription confirm, SignupChecks checks, SignupOptions signup, DeliveryOptions delivery, TimeProvider time)
{
    /// <summary>Most bytes of a request.</summary>
    public const int LongestBody = 16 * 1024;

    private const string Form = "application/x-www-form-urlencoded";
    private const string Json = "application/json";
    private const string TooMany = "Too many people ask at the moment; nothing was done. Please try again in an hour.";

    private static WebAnswer Closed { get; } = WebAnswer.Private(SubscribePage.Closed(), StatusCodes.Status404NotFound);

    /// <summary>GET /subscribe: the form.</summary>
    public async Task<WebAnswer> FormAsync(CancellationToken cancellation) =>
        signup.PerHour == 0 ? Closed : await FormAsync(new SignupForm(), [], StatusCodes.Status200OK, cancellation);

    /// <summary>POST /subscribe: takes what the form, or a program in JSON, asks for.</summary>
    public async Task<WebAnswer> SubscribeAsync(HttpRequest http, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (signup.PerHour == 0)
            return Closed;
        var type = http.ContentType?.Split(';')[0].Trim();
        var isForm = string.Equals(type, Form, StringComparison.OrdinalIgnoreCase);
        if (!isForm && !string.Equals(type, Json, StringComparison.OrdinalIgnoreCase))
            return WebAnswer.Refusal(StatusCodes.Status415UnsupportedMediaType, $"\"{type}\" is no type of content that is read here; expected {Form} or {Json}.");
        if (await BodyReader.ReadAsync(http, LongestBody, cancellation) is not { } body)
            return WebAnswer.Refusal(StatusCodes.Status413PayloadTooLarge, $"The request is too large; expected at most {LongestBody} bytes.");
        var text = Encoding.UTF8.GetString(body);
        return isForm ? await SubscribeAsync(SignupForm.Parse(text), cancellation) : await SubscribeAsync(text, cancellation);
    }

    /// <summary>GET /c/{code}: shows what is to be confirmed, with a button.</summary>
    public async Task<WebAnswer> AskAsync(string code, CancellationToken cancellation) => Answer(code, await confirm.ReadAsync(code, cancellation));

    /// <summary>POST /c/{code}: confirms.</summary>
    public async Task<WebAnswer> ConfirmAsync(string code, CancellationToken cancellation) => Answer(code, await confirm.RunAsync(code, cancellation));

    private static WebAnswer Answer(string code, Confirmation found) => found switch
    {
        { State: ConfirmationState.Open, Subscriber: { Request: { } open } subscriber } => WebAnswer.Private(ConfirmPage.Ask(code, subscriber, open)),
        { State: ConfirmationState.Confirmed, Subscriber: { } subscriber } => WebAnswer.Private(ConfirmPage.Done(subscriber)),
        _ => WebAnswer.Private(ConfirmPage.Unknown(), StatusCodes.Status404NotFound),
    };

    private async Task<WebAnswer> SubscribeAsync(SignupForm form, CancellationToken cancellation)
    {
        var (wanted, unread) = form.Read(time.GetUtcNow());
        IReadOnlyList<string> problems = [.. unread, .. await checks.ProblemsAsync(wanted, cancellation)];
        if (problems.Count > 0)
            return await FormAsync(form, problems, StatusCodes.Status400BadRequest, cancellation);
        // Who filled in the field that people do not see is told what everybody is told.
        return form.Website.Length > 0 || await request.RunAsync(wanted, cancellation)
            ? WebAnswer.Private(SubscribePage.Sent(wanted.Email!, delivery.From.Address), StatusCodes.Status202Accepted)
            : await FormAsync(form, [TooMany], StatusCodes.Status429TooManyRequests, cancellation);
    }

    private async Task<WebAnswer> SubscribeAsync(string json, CancellationToken cancellation)
    {
        var (wanted, problem) = SignupJson.Read(json, time.GetUtcNow());
        if (wanted is null)
            return WebAnswer.Refusal(StatusCodes.Status400BadRequest, problem!);
        if (await checks.ProblemsAsync(wanted, cancellation) is { Count: > 0 } problems)
            return WebAnswer.Refusal(StatusCodes.Status400BadRequest, problems);
        return await request.RunAsync(wanted, cancellation)
            ? WebAnswer.Json(new { message = "If the address may be asked, a mail with a link to confirm is on its way. The link works for 7 days." }, StatusCodes.Status202Accepted)
            : WebAnswer.Refusal(StatusCodes.Status429TooManyRequests, TooMany);
    }

    private async Task<WebAnswer> FormAsync(SignupForm form, IReadOnlyList<string> problems, int status, CancellationToken cancellation) =>
        WebAnswer.Private(SubscribePage.Form(form, problems, [.. (await checks.WatchedAsync(cancellation)).Select(company => company.Title)]), status);
}
