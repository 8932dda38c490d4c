using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using Alerts.Edgar;
using Alerts.Pipeline;
using Alerts.Records;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>ingest FILE…: files into the archive and into history. Nobody is alerted.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Files as for parse; folders too", Arity = ArgumentArity.OneOrMore };
        var (data, json) = (SharedOptions.Data(), SharedOptions.Json());
        var company = new Option<string?>("--company", "-c") { Description = "CIK of the company, for documents that do not state it", HelpName = "CIK" };
        var command = new Command("ingest", "Add filings from files to the archive and to history; nobody is alerted") { files, data, company, json };
        command.SetAction(async (arguments, cancellation) =>
        {
            var cik = arguments.GetValue(company) switch
            {
                null => null,
                var text when EdgarNames.TryCik(text, out var digits) => digits,
                var text => throw new InputException($"--company: \"{text}\" is no CIK; expected up to ten digits."),
            };
            await using var services = LocalServices.Open(new LocalSettings { Data = arguments.GetRequiredValue(data) });
            return await RunAsync(services, InputFiles.Of(arguments.GetRequiredValue(files)), cik, arguments.GetValue(json), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> files, string? cik, bool json, CancellationToken cancellation)
    {
        var isWhole = true;
        foreach (var file in files)
        {
            try
            {
                var report = await IngestAsync(services, file, cik, cancellation);
                Print(report, file, json);
            }
            catch (InputException error)
            {
                isWhole = false;
                Console.Error.WriteLine(error.Message);
            }
        }

        return isWhole ? 0 : 1;
    }

    private static async Task<ParseReport> IngestAsync(IServiceProvider services, string file, string? cik, CancellationToken cancellation)
    {
        var (read, content) = InputFiles.ReadFiling(file);
        var companies = services.GetRequiredService<CompanyStore>();
        var facts = read.Facts;
        var company = cik ?? facts.Cik ?? await companies.KeyForAsync(facts.Company, cancellation);
        await companies.UpdateAsync(company, known => known with { Name = known.Name ?? facts.Company, Ticker = known.Ticker ?? facts.Ticker }, cancellation);
        // A document without accession is named by its bytes: a better parser finds it under the same name.
        var name = facts.Accession ?? "doc-" + Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12));
        var filing = new ArchivedFiling(company, name, services.GetRequiredService<TimeProvider>().GetUtcNow()) { File = file };
        await services.GetRequiredService<FilingArchive>().CreateAsync(filing, content, cancellation);
        return await services.GetRequiredService<ParseFiling>().RunAsync(new FilingKey(company, name), cancellation)
            ?? throw new IOException($"{file}: the archive lost {filing.BlobName} while it was read.");
    }

    private static void Print(ParseReport report, string file, bool json)
    {
        var filing = report.Filing;
        var changes = report.Changes.Count;
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new { file, company = filing.Key.Company, filing = filing.Key.Name, filing.DataPoints, filing.Guidance, filing.ForReview, changes, filing.Coverage }, RecordJson.Options));
            return;
        }

        AnsiConsole.MarkupLineInterpolated($"[bold]{Path.GetFileName(file)}[/]  {filing.Facts.Company ?? filing.Key.Company}, {filing.Facts.EventDate:yyyy-MM-dd}: {filing.DataPoints} results, {filing.Guidance} statements of guidance, [green]{changes} changes[/]");
        foreach (var note in filing.Coverage)
            AnsiConsole.MarkupLineInterpolated($"  [grey]{note.Document} {note.Reason}[/]");
    }
}
