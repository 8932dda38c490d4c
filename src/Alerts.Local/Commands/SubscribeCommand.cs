using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using Alerts.Delivery.Webhooks;
using Alerts.Records;
using Alerts.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>subscribe: who is told, by e-mail or webhook, and of what. The operator's word needs no confirmation.</summary>
internal static class SubscribeCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data();
        var email = new Option<string?>("--email") { Description = "E-mail address; messages are put into the outbox of the data folder", HelpName = "ADDRESS" };
        var webhook = new Option<string?>("--webhook") { Description = "Address that takes signed JSON (Standard Webhooks)", HelpName = "URL" };
        var secret = new Option<string?>("--secret") { Description = "The webhook's signing secret, whsec_…; made and shown where none is given", HelpName = "SECRET" };
        var watch = new Option<string[]>("--watch") { Description = "Only these companies, by CIK or ticker", HelpName = "COMPANY", AllowMultipleArgumentsPerToken = true };
        var rule = new Option<string?>("--rule") { Description = "Which changes count: a JSON file", HelpName = "FILE" };
        var digest = new Option<Cadence>("--digest")
        {
            Description = "One e-mail for all that changed in a day or a week, instead of one for each filing: daily or weekly",
            HelpName = "CADENCE",
            CustomParser = ReadCadence,
        };
        var anywhere = new Option<bool>("--allow-local") { Description = "Let the webhook be on this machine or network, and plain http" };
        var command = new Command("subscribe", "Add a subscriber by e-mail or webhook") { email, webhook, secret, watch, rule, digest, anywhere, data };
        command.SetAction(async (arguments, cancellation) =>
        {
            await using var services = LocalServices.Open(new LocalSettings { Data = arguments.GetRequiredValue(data) });
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var (made, fresh) = Make(arguments.GetValue(email), arguments.GetValue(webhook), arguments.GetValue(secret), now);
            var subscriber = made with
            {
                Watchlist = arguments.GetValue(watch) ?? [],
                Rule = arguments.GetValue(rule) is { } file ? RuleFile.Read(file) : new SubscriptionRule(),
                Cadence = arguments.GetValue(digest),
                State = SubscriberState.Confirmed,
            };
            var problems = SubscriberChecks.Problems(subscriber, arguments.GetValue(anywhere) ? TargetPolicy.Anywhere : TargetPolicy.Public);
            if (problems.Count > 0)
                throw new InputException(string.Join(Environment.NewLine, problems));
            var store = services.GetRequiredService<SubscriberStore>();
            if (!await store.AddAsync(subscriber, cancellation))
            {
                // Subscribing again says anew what is wanted, and brings back who had left. A secret stays unless one is given.
                await store.UpdateAsync(
                    subscriber.Id,
                    known => subscriber with { Created = known.Created, Webhook = fresh is null ? subscriber.Webhook : known.Webhook },
                    cancellation);
                fresh = null;
            }

            var digests = subscriber.Cadence == Cadence.Immediate ? "" : $", by {RecordCode.Of(subscriber.Cadence)} digest";
            AnsiConsole.MarkupLineInterpolated($"[bold]{subscriber.Address}[/] is subscribed as {subscriber.Id}{digests}.");
            if (fresh is not null)
                AnsiConsole.MarkupLineInterpolated($"Signing secret, shown only now: [bold]{fresh.Reveal()}[/]");
            return 0;
        });
        return command;
    }

    private static Cadence ReadCadence(ArgumentResult result)
    {
        switch (result.Tokens[0].Value)
        {
            case "daily":
                return Cadence.Daily;
            case "weekly":
                return Cadence.Weekly;
            default:
                result.AddError($"--digest: \"{result.Tokens[0].Value}\" is no cadence; expected daily or weekly.");
                return Cadence.Immediate;
        }
    }

    private static (Subscriber Subscriber, WebhookSecret? Fresh) Make(string? email, string? webhook, string? secret, DateTimeOffset now)
    {
        if ((email is null) == (webhook is null))
            throw new InputException("A subscriber has either --email ADDRESS or --webhook URL.");
        if (email is not null)
            return secret is null ? (Subscriber.ForEmail(email, now), null) : throw new InputException("--secret signs webhooks; an e-mail address has none.");
        if (!Uri.TryCreate(webhook, UriKind.Absolute, out var url))
            throw new InputException($"--webhook: \"{webhook}\" is no absolute address; expected one like https://example.com/alerts.");
        try
        {
            var key = secret is null ? WebhookSecret.FromBytes(RandomNumberGenerator.GetBytes(32)) : WebhookSecret.Parse(secret);
            return (Subscriber.ForWebhook(new WebhookEndpoint(url, [key]), now), secret is null ? key : null);
        }
        catch (FormatException error)
        {
            throw new InputException($"--secret: {error.Message}");
        }
    }
}
