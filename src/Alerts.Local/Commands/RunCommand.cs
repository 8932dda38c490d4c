using System.CommandLine;
using System.Globalization;
using Alerts.Delivery.Email;
using Alerts.Delivery.Webhooks;
using Alerts.Local.Web;
using Alerts.Pipeline;
using Alerts.Records;
using Alerts.Signup;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>run: polls EDGAR for the watchlist on an interval and alerts, until stopped.</summary>
internal static class RunCommand
{
    // Other processes may add to the queues of this folder.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var data = SharedOptions.Data();
        var edgar = new EdgarSettings();
        var interval = new Option<int>("--interval") { Description = "Seconds between two polls, 10 or more", HelpName = "SECONDS", DefaultValueFactory = _ => 60 };
        var once = new Option<bool>("--once") { Description = "Poll once, deliver what is due, and end" };
        var days = new Option<double>("--live-days") { Description = "Filings accepted longer ago than this are history", HelpName = "DAYS", DefaultValueFactory = _ => 3 };
        var listen = new Option<string?>("--listen") { Description = "Serve pages, feeds, the form for subscribing and the links of e-mails here", HelpName = "URL" };
        var signups = new Option<int>("--signups-per-hour") { Description = "Most requests for subscriptions taken in an hour; 0 closes the form", HelpName = "NUMBER", DefaultValueFactory = _ => SignupOptions.DefaultPerHour };
        var anywhere = new Option<bool>("--allow-local") { Description = "Deliver to webhooks on this machine or network, and over plain http" };
        var command = new Command("run", "Poll EDGAR for the watchlist and alert subscribers, until stopped") { data, interval, once, days, listen, signups, anywhere };
        edgar.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var seconds = arguments.GetValue(interval);
            if (seconds < 10)
                throw new InputException($"--interval: {seconds} seconds; expected 10 or more.");
            if (arguments.GetValue(days) is not (> 0 and <= 365))
                throw new InputException("--live-days: expected a number of days above 0, up to 365.");
            if (arguments.GetValue(signups) is < 0 or > 10_000)
                throw new InputException("--signups-per-hour: expected a number from 0 to 10000.");
            var address = arguments.GetValue(listen) is { } text ? WebServer.Address(text) : null;
            var screen = new RunScreen();
            var settings = new LocalSettings
            {
                Data = arguments.GetRequiredValue(data),
                Edgar = edgar.Read(arguments),
                Mailed = RunScreen.Mailed,
                Targets = arguments.GetValue(anywhere) ? TargetPolicy.Anywhere : TargetPolicy.Public,
                Signup = new SignupOptions { PerHour = arguments.GetValue(signups) },
                Pipeline = new PipelineOptions { LiveWithin = TimeSpan.FromDays(arguments.GetValue(days)) },
            };
            await using var services = LocalServices.Open(address is null ? settings : settings with { PublicUrl = address });
            await using var server = address is null ? null : await WebServer.StartAsync(address, services, cancellation);
            return await RunAsync(services, screen, arguments.GetValue(once) ? null : TimeSpan.FromSeconds(seconds), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, RunScreen screen, TimeSpan? interval, CancellationToken cancellation)
    {
        var worker = services.GetRequiredService<Worker>();
        var time = services.GetRequiredService<TimeProvider>();
        var (nextPoll, nextReconciliation) = (DateTimeOffset.MinValue, DateTimeOffset.MinValue);
        while (true)
        {
            var now = time.GetUtcNow();
            if (now >= nextReconciliation)
            {
                RunScreen.Print(await services.GetRequiredService<Reconcile>().RunAsync(new Watch<ParseReport>(screen.Parsed), cancellation));
                nextReconciliation = now.AddDays(1);
            }

            var isWhole = true;
            if (now >= nextPoll)
            {
                var report = await worker.PollAsync(screen, cancellation);
                RunScreen.Print(report, now);
                isWhole = report is { Failures.Count: 0, Stop: null };
                nextPoll = report.Stop is { } stop ? stop.Until : now + (interval ?? TimeSpan.Zero);
            }

            var nextMessage = await worker.DrainAsync(screen, cancellation);
            if (interval is null)
                return isWhole ? 0 : 1;
            await worker.WaitAsync(nextMessage < nextPoll ? nextMessage.Value : nextPoll, LongestSleep, cancellation);
        }
    }

    private sealed class RunScreen : IWorkWatch
    {
        public void Archived(FilingKey filing) => AnsiConsole.MarkupLineInterpolated($"[grey]archived[/] {filing.BlobName}");

        public void Parsed(ParseReport report)
        {
            var changes = report.Changes.Count;
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]read[/]     {report.Filing.Facts.Company} {report.Filing.Facts.Form} {report.Filing.Facts.FiledAt:yyyy-MM-dd HH:mm}: {changes} changes{(report.Filing.IsLive ? "" : " (history)")}");
        }

        public void Lapsed(Change change) => AnsiConsole.MarkupLineInterpolated($"[red]lapsed[/]   {change.Summary}");

        public void Failed(string reason) => Console.Error.WriteLine(reason);

        public static void Mailed(EmailMessage message) => AnsiConsole.MarkupLineInterpolated($"[green]mailed[/]   [bold]{message.Subject}[/] to {message.To}");

        public static void Print(ReconcileReport report)
        {
            AnsiConsole.MarkupLineInterpolated($"[grey]reconciled: {report}[/]");
            foreach (var missed in report.Missed)
                Console.Error.WriteLine(missed);
        }

        public static void Print(PollReport report, DateTimeOffset now)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]{now:HH:mm:ss} polled {report.Companies} companies, {report.Unchanged} unchanged, {report.Archived.Count} new filings[/]");
            foreach (var failure in report.Failures)
                Console.Error.WriteLine(failure);
            if (report.Stop is { } stop)
                Console.Error.WriteLine(stop.Message);
        }
    }
}
