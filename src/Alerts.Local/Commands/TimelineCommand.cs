using System.CommandLine;
using System.Text.Json;
using Alerts.History;
using Alerts.Pipeline;
using Alerts.Records;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>timeline: what was said of each milestone, result and figure over time, and what became of it.</summary>
internal static class TimelineCommand
{
    public static Command Create()
    {
        var (data, company, json) = (SharedOptions.Data(), SharedOptions.Company(), SharedOptions.Json());
        var program = new Option<string?>("--program", "-p") { Description = "Only this program, under any of its names", HelpName = "NAME" };
        var trial = new Option<string?>("--trial", "-t") { Description = "Only this trial", HelpName = "NAME" };
        var svg = new Option<string?>("--svg") { Description = "Draw the milestones as a slip chart", HelpName = "FILE" };
        var since = SharedOptions.Day("--since", "Only what was spoken of on or after this day (UTC)");
        var command = new Command("timeline", "Show windows and values over time, and what became of them") { program, trial, company, since, svg, data, json };
        command.SetAction(async (arguments, cancellation) =>
        {
            await using var services = LocalServices.Open(new LocalSettings { Data = arguments.GetRequiredValue(data) });
            var one = await CompanyFinder.FindOneAsync(services.GetRequiredService<CompanyStore>(), arguments.GetValue(company), cancellation);
            var timeline = await services.GetRequiredService<TimelineReader>().ReadAsync(one.Key, arguments.GetValue(program), arguments.GetValue(trial), cancellation);
            if (SharedOptions.Start(arguments.GetValue(since)) is { } start)
                timeline = timeline with { Lines = [.. timeline.Lines.Where(line => line.Entries[^1].At >= start)] };
            if (arguments.GetValue(svg) is { } file)
            {
                var title = string.Join(", ", new[] { one.Title, arguments.GetValue(program), arguments.GetValue(trial) }.Where(part => part is not null));
                await File.WriteAllTextAsync(file, SlipChart.Svg(timeline, title), cancellation);
                AnsiConsole.MarkupLineInterpolated($"The slip chart lies in {Path.GetFullPath(file)}.");
            }
            else if (arguments.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(timeline, RecordJson.Options));
            }
            else
            {
                AnsiConsole.MarkupLineInterpolated($"[bold]{one.Title}[/]");
                TimelineTable.Print(timeline);
            }

            return 0;
        });
        return command;
    }
}
