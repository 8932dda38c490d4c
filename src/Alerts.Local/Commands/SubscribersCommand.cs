using System.CommandLine;
using System.Text.Json;
using Alerts.Records;
using Alerts.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>subscribers: who is told of what.</summary>
internal static class SubscribersCommand
{
    public static Command Create()
    {
        var (data, json) = (SharedOptions.Data(), SharedOptions.Json());
        var command = new Command("subscribers", "Show the subscribers") { data, json };
        command.SetAction(async (arguments, cancellation) =>
        {
            await using var services = LocalServices.Open(new LocalSettings { Data = arguments.GetRequiredValue(data) });
            var none = true;
            await foreach (var subscriber in services.GetRequiredService<SubscriberStore>().ListAsync(cancellation))
            {
                none = false;
                if (arguments.GetValue(json))
                {
                    Console.WriteLine(JsonSerializer.Serialize(
                        new { subscriber.Id, subscriber.Email, webhook = subscriber.Webhook?.Url, subscriber.Watchlist, subscriber.Rule, subscriber.Cadence, subscriber.State, subscriber.StateReason, subscriber.Created },
                        RecordJson.Options));
                    continue;
                }

                var watches = subscriber.Watchlist.Count == 0 ? "all companies" : string.Join(", ", subscriber.Watchlist);
                AnsiConsole.MarkupLineInterpolated($"{subscriber.Id}  [bold]{subscriber.Address}[/]  {watches}  {RecordCode.Of(subscriber.Cadence)}  {subscriber.State.ToString().ToLowerInvariant()} {subscriber.StateReason}");
            }

            if (none && !arguments.GetValue(json))
                AnsiConsole.MarkupLine("No subscribers yet: [bold]subscribe --email[/] ADDRESS or [bold]--webhook[/] URL.");
            return 0;
        });
        return command;
    }
}
