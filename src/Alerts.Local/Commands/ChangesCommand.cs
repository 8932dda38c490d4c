using System.CommandLine;
using System.Text;
using System.Text.Json;
using Alerts.History;
using Alerts.Pipeline;
using Alerts.Records;
using Alerts.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>changes: what filings changed against everything said before; with a rule, what it would have alerted.</summary>
internal static class ChangesCommand
{
    public static Command Create()
    {
        var (data, company, json) = (SharedOptions.Data(), SharedOptions.Company(), SharedOptions.Json());
        var since = SharedOptions.Day("--since", "Only what became known on or after this day (UTC)");
        var until = SharedOptions.Day("--until", "Only what became known before this day (UTC)");
        var rule = new Option<string?>("--rule") { Description = "Try a subscriber's rule on the past: a JSON file as subscribe takes it", HelpName = "FILE" };
        var command = new Command("changes", "Show what filings changed against everything said before") { data, company, since, until, rule, json };
        command.SetAction(async (arguments, cancellation) =>
        {
            var chosen = arguments.GetValue(rule) is { } file ? RuleFile.Read(file) : null;
            await using var services = LocalServices.Open(new LocalSettings { Data = arguments.GetRequiredValue(data) });
            var view = new ChangesView(services, arguments.GetValue(json), chosen)
            {
                From = SharedOptions.Start(arguments.GetValue(since)),
                To = SharedOptions.Start(arguments.GetValue(until)),
            };
            await view.PrintAsync(await CompanyFinder.FindAsync(services.GetRequiredService<CompanyStore>(), arguments.GetValue(company), cancellation), cancellation);
            return 0;
        });
        return command;
    }

    private sealed class ChangesView(IServiceProvider services, bool json, SubscriptionRule? rule)
    {
        private readonly FilingStore filings = services.GetRequiredService<FilingStore>();

        public DateTimeOffset? From { get; init; }

        public DateTimeOffset? To { get; init; }

        public async Task PrintAsync(IReadOnlyList<Company> companies, CancellationToken cancellation)
        {
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            var alerts = 0;
            foreach (var company in companies)
            {
                var shown = new List<Change>();
                await foreach (var change in ChangesAsync(company, cancellation))
                {
                    if (json)
                        output.WriteLine(JsonSerializer.Serialize(change, RecordJson.Options));
                    shown.Add(change);
                }

                alerts += shown.Select(change => (change.Filing, change.Word == ChangeWord.Lapsed ? change.At : null)).Distinct().Count();
                if (!json)
                {
                    AnsiConsole.MarkupLineInterpolated($"[bold]{company.Title}[/]");
                    ChangeTable.Print(shown);
                }
            }

            if (rule is not null && !json)
                AnsiConsole.MarkupLineInterpolated($"The rule would have alerted [bold]{alerts}[/] times.");
        }

        private async IAsyncEnumerable<Change> ChangesAsync(Company company, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            var known = new Dictionary<string, FilingFacts?>(StringComparer.Ordinal);
            await foreach (var change in services.GetRequiredService<HistoryStore>().ChangesAsync(company.Key, From, To, cancellation))
            {
                if (rule is null || (rule.Matches(change) && rule.MatchesItems((await FactsAsync(company, change, known, cancellation))?.Items ?? [])))
                    yield return change;
            }

            if (rule is not null)
                yield break;
            await foreach (var correction in services.GetRequiredService<AlertedHistory>().CorrectionsAsync(company.Key, cancellation))
                yield return correction;
        }

        private async Task<FilingFacts?> FactsAsync(Company company, Change change, Dictionary<string, FilingFacts?> known, CancellationToken cancellation)
        {
            var name = change.Filing ?? "";
            if (!known.TryGetValue(name, out var facts))
                known[name] = facts = (await filings.GetAsync(new FilingKey(company.Key, name), cancellation))?.Facts;
            return facts;
        }
    }
}
