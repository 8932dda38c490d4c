using System.CommandLine;
using Alerts.Local.Web;
using Alerts.Pipeline;
using Alerts.Signup;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>serve: the history of a data folder in a browser, and its feeds, until stopped. Reads only; run beside it polls.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data();
        var listen = new Option<string>("--listen") { Description = "Where to listen", HelpName = "URL", DefaultValueFactory = _ => WebServer.DefaultAddress };
        var command = new Command("serve", "Look at the history in a browser, and serve feeds and events, until stopped") { data, listen };
        command.SetAction(async (arguments, cancellation) =>
        {
            var address = WebServer.Address(arguments.GetRequiredValue(listen));
            // It reads only, so nobody subscribes here: run --listen is for that.
            var settings = new LocalSettings { Data = arguments.GetRequiredValue(data), PublicUrl = address, Signup = new SignupOptions { PerHour = 0 } };
            await using var services = LocalServices.Open(settings);
            await using var server = await WebServer.StartAsync(address, services, cancellation);
            var companies = await CompanyFinder.FindAsync(services.GetRequiredService<CompanyStore>(), null, cancellation);
            foreach (var url in server.Addresses)
                AnsiConsole.MarkupLineInterpolated($"[bold]{url}[/] shows {(companies.Count == 0 ? "no company yet: watch one, or ingest filings" : string.Join(", ", companies.Select(company => company.Title)))}. Ctrl+C ends it.");
            await Task.Delay(Timeout.Infinite, cancellation);
            return 0;
        });
        return command;
    }
}
