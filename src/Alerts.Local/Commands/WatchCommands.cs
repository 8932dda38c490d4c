using System.CommandLine;
using System.Text.Json;
using Alerts.Edgar;
using Alerts.Pipeline;
using Alerts.Records;
using Alerts.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>watch, unwatch, watchlist: the companies that run polls.</summary>
internal static class WatchCommands
{
    public static Command CreateWatch()
    {
        var companies = new Argument<string[]>("COMPANY") { Description = "CIKs or ticker symbols", Arity = ArgumentArity.OneOrMore };
        var history = new Option<bool>("--history") { Description = "Read all older filings too, not only the last thousand" };
        var data = SharedOptions.Data();
        var edgar = new EdgarSettings();
        var command = new Command("watch", "Put companies onto the watchlist; what they file from now on is news") { companies, history, data };
        edgar.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var names = arguments.GetRequiredValue(companies);
            // Only tickers need EDGAR, to look up their CIKs.
            var options = names.All(name => EdgarNames.TryCik(name, out _)) ? null : edgar.Read(arguments);
            await using var services = LocalServices.Open(new LocalSettings { Data = arguments.GetRequiredValue(data), Edgar = options });
            foreach (var name in names)
            {
                var cik = await CikAsync(services, name, cancellation);
                var company = await services.GetRequiredService<CompanyStore>()
                    .WatchAsync(cik, services.GetRequiredService<TimeProvider>().GetUtcNow(), arguments.GetValue(history), cancellation);
                AnsiConsole.MarkupLineInterpolated($"Watching [bold]{company.Title}[/] since {company.WatchedSince:yyyy-MM-dd HH:mm} UTC.");
            }

            return 0;
        });
        return command;
    }

    public static Command CreateUnwatch()
    {
        var companies = new Argument<string[]>("COMPANY") { Description = "CIKs, tickers or names", Arity = ArgumentArity.OneOrMore };
        var data = SharedOptions.Data();
        var command = new Command("unwatch", "Take companies off the watchlist; what was read stays") { companies, data };
        command.SetAction(async (arguments, cancellation) =>
        {
            await using var services = LocalServices.Open(new LocalSettings { Data = arguments.GetRequiredValue(data) });
            var store = services.GetRequiredService<CompanyStore>();
            foreach (var name in arguments.GetRequiredValue(companies))
            {
                var company = await CompanyFinder.FindOneAsync(store, name, cancellation);
                var was = await store.UnwatchAsync(company.Key, cancellation);
                AnsiConsole.MarkupLineInterpolated($"{company.Title} is {(was ? "no longer" : "not")} watched.");
            }

            return 0;
        });
        return command;
    }

    public static Command CreateWatchlist()
    {
        var (data, json) = (SharedOptions.Data(), SharedOptions.Json());
        var command = new Command("watchlist", "Show the companies that are watched") { data, json };
        command.SetAction(async (arguments, cancellation) =>
        {
            await using var services = LocalServices.Open(new LocalSettings { Data = arguments.GetRequiredValue(data) });
            var watched = (await CompanyFinder.FindAsync(services.GetRequiredService<CompanyStore>(), null, cancellation))
                .Where(company => company.WatchedSince is not null).ToList();
            if (arguments.GetValue(json))
            {
                foreach (var company in watched)
                    Console.WriteLine(JsonSerializer.Serialize(new { cik = company.Key, company.Name, company.Ticker, company.WatchedSince, company.WantsHistory, company.HasHistory }, RecordJson.Options));
                return 0;
            }

            if (watched.Count == 0)
                AnsiConsole.MarkupLine("Nothing is watched yet: [bold]watch[/] CIK or ticker.");
            foreach (var company in watched)
                AnsiConsole.MarkupLineInterpolated($"{company.Key}  [bold]{company.Title}[/]  since {company.WatchedSince:yyyy-MM-dd HH:mm} UTC");
            return 0;
        });
        return command;
    }

    private static async Task<string> CikAsync(IServiceProvider services, string name, CancellationToken cancellation)
    {
        if (EdgarNames.TryCik(name, out var cik))
            return cik;
        if (Watchlist.Normalize(name) is not { } ticker)
            throw new InputException($"\"{name}\" is neither a CIK (up to ten digits) nor a ticker such as IMGN.");
        try
        {
            return await services.GetRequiredService<EdgarClient>().FindCompanyAsync(ticker, cancellation)
                ?? throw new InputException($"EDGAR's list of tickers has no {ticker}; companies that trade no more are watched by CIK.");
        }
        catch (Exception error) when (error is EdgarException or EdgarStopException)
        {
            throw new InputException($"The CIK of {ticker} could not be looked up: {error.Message}");
        }
    }
}
