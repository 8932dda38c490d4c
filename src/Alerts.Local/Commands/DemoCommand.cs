using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Alerts.History;
using Alerts.Local.Demo;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>demo: the main job on the sample filings, offline, in seconds.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data("alerts-demo");
        var command = new Command("demo", "Watch ImmunoGen from 2007 to 2024 in seconds: sample filings, a stand-in for EDGAR, real alerts") { data };
        command.SetAction((arguments, cancellation) => RunAsync(arguments.GetRequiredValue(data), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string data, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var screen = new DemoScreen();
        AnsiConsole.MarkupLine("[bold]Alerts demo.[/] The filings are illustrations written for this project, with ImmunoGen's real figures.");
        AnsiConsole.MarkupLine("A stand-in serves them as EDGAR does; the clock stops wherever something happens.");
        AnsiConsole.WriteLine();
        await using var demo = await DemoRun.OpenAsync(new DemoOptions { Data = data }, screen, cancellation);
        await demo.RunAsync(cancellation);

        AnsiConsole.WriteLine();
        var timeline = await demo.Services.GetRequiredService<TimelineReader>().ReadAsync(demo.Company, null, null, cancellation);
        TimelineTable.Print(timeline, isBrief: true);
        var folder = Path.GetFullPath(data);
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{(screen.Filings == 0 ? "Nothing new" : $"{screen.Filings} filings")}, {(screen.Mails == 0 ? "nobody alerted" : $"{screen.Mails} e-mails, as many webhooks")}, in {watch.Elapsed.TotalSeconds:0.0} seconds.");
        if (demo.Refused.Count > 0)
            AnsiConsole.MarkupLineInterpolated($"[red]The receiver refused {demo.Refused.Count} webhooks: {demo.Refused.First()}[/]");
        foreach (var (what, where) in new[]
        {
            ("e-mails, for any mail program", Path.Combine(folder, "outbox")),
            ("webhooks, their signatures verified", Path.Combine(folder, "webhooks")),
            ("filings as archived", Path.Combine(folder, "blobs", "filings")),
        })
        {
            AnsiConsole.MarkupLineInterpolated($"  {what,-36} {where}");
        }

        AnsiConsole.MarkupLineInterpolated($"Look closer:  serve --data {data}   changes --data {data}   timeline --data {data} --trial MIRASOL");
        return demo.Refused.Count == 0 ? 0 : 1;
    }
}
