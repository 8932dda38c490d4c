using System.CommandLine;
using Alerts.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>unsubscribe: a subscriber gets nothing any more.</summary>
internal static class UnsubscribeCommand
{
    public static Command Create()
    {
        var who = new Argument<string>("SUBSCRIBER") { Description = "The id, e-mail address or webhook address, as subscribers shows it" };
        var data = SharedOptions.Data();
        var command = new Command("unsubscribe", "End a subscription") { who, data };
        command.SetAction(async (arguments, cancellation) =>
        {
            await using var services = LocalServices.Open(new LocalSettings { Data = arguments.GetRequiredValue(data) });
            var store = services.GetRequiredService<SubscriberStore>();
            var name = arguments.GetRequiredValue(who);
            await foreach (var subscriber in store.ListAsync(cancellation))
            {
                if (subscriber.Id != name && !string.Equals(subscriber.Address, name, StringComparison.OrdinalIgnoreCase))
                    continue;
                await store.UpdateAsync(subscriber.Id, known => known.Leave("Ended by the operator."), cancellation);
                AnsiConsole.MarkupLineInterpolated($"[bold]{subscriber.Address}[/] gets nothing any more.");
                return 0;
            }

            throw new InputException($"No subscriber \"{name}\"; the command subscribers shows all of them.");
        });
        return command;
    }
}
