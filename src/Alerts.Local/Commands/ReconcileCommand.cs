using System.CommandLine;
using System.Text.Json;
using Alerts.Pipeline;
using Alerts.Records;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>reconcile: compares archive, records and deliveries, and makes good what is missing.</summary>
internal static class ReconcileCommand
{
    public static Command Create()
    {
        var (data, json) = (SharedOptions.Data(), SharedOptions.Json());
        var command = new Command("reconcile", "Compare archive, records and deliveries, and make good what is missing") { data, json };
        command.SetAction(async (arguments, cancellation) =>
        {
            await using var services = LocalServices.Open(new LocalSettings { Data = arguments.GetRequiredValue(data) });
            var report = await services.GetRequiredService<Reconcile>().RunAsync(null, cancellation);
            foreach (var missed in report.Missed)
                Console.Error.WriteLine(missed);
            if (arguments.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(report, RecordJson.Options));
            else
                AnsiConsole.MarkupLineInterpolated($"{report}; {report.Repaired} processed now, {report.Requeued} messages sent again");
            return report.Missed.Count == 0 ? 0 : 1;
        });
        return command;
    }
}
