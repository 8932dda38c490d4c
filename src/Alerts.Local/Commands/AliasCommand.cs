using System.CommandLine;
using System.Text.Json;
using Alerts.History;
using Alerts.Pipeline;
using Alerts.Records;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>alias: the names that are one program, as learned and as the operator says. History is told anew, nobody is alerted.</summary>
internal static class AliasCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("NAME") { Description = "Names of one program; none shows what is known", Arity = ArgumentArity.ZeroOrMore };
        var part = new Option<bool>("--part") { Description = "The two names are of two programs, whatever filings say" };
        var (data, company, json) = (SharedOptions.Data(), SharedOptions.Company(), SharedOptions.Json());
        var command = new Command("alias", "Show, join or part the names of programs") { names, part, company, data, json };
        command.SetAction(async (arguments, cancellation) =>
        {
            await using var services = LocalServices.Open(new LocalSettings { Data = arguments.GetRequiredValue(data) });
            var history = services.GetRequiredService<HistoryStore>();
            var companies = await CompanyFinder.FindAsync(services.GetRequiredService<CompanyStore>(), arguments.GetValue(company), cancellation);
            var given = arguments.GetValue(names) ?? [];
            if (given.Length > 0)
            {
                var one = companies is [var only] ? only : throw new InputException("Names are joined for one company at a time: name it with --company.");
                await ((arguments.GetValue(part), given.Length) switch
                {
                    (true, 2) => history.PartNamesAsync(one.Key, given[0], given[1], cancellation),
                    (true, _) => throw new InputException("--part takes two names."),
                    (false, 1) => throw new InputException($"\"{given[0]}\" is one name; expected two or more of one program."),
                    _ => history.JoinNamesAsync(one.Key, given, cancellation),
                });
            }

            foreach (var known in companies)
            {
                foreach (var group in await history.NamesAsync(known.Key, cancellation))
                {
                    if (arguments.GetValue(json))
                        Console.WriteLine(JsonSerializer.Serialize(new { company = known.Key, names = group }, RecordJson.Options));
                    else
                        AnsiConsole.MarkupLineInterpolated($"[bold]{known.Ticker ?? known.Name ?? known.Key}[/]  {string.Join(" = ", group)}");
                }
            }

            return 0;
        });
        return command;
    }
}
