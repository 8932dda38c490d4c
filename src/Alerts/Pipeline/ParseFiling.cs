using Alerts.Extraction;
using Alerts.Filings;
using Alerts.History;
using Alerts.Records;
using Alerts.Storage;

namespace Alerts.Pipeline;

/// <summary>
/// Reads an archived filing, extracts its records, folds them into the company's history, and asks for alerts where the filing is
/// news. Running it again, or two at once, changes nothing; after a crash running it again completes it.
/// </summary>
public sealed class ParseFiling(
    FilingArchive archive,
    CompanyStore companies,
    RecordStore records,
    HistoryStore history,
    FilingStore filings,
    IQueueSender queues,
    PipelineOptions options)
{
    /// <summary>Processes a filing.</summary>
    /// <param name="key">Its name in the archive.</param>
    /// <param name="cancellation">Stops between two writes.</param>
    /// <returns>What was understood and what it changed; null where the archive holds no such filing.</returns>
    public async Task<ParseReport?> RunAsync(FilingKey key, CancellationToken cancellation)
    {
        if (await archive.ReadAsync(key, cancellation) is not { } stored)
            return null;
        var parsed = FilingExtractor.Extract(FilingReader.Read(stored.Content), stored.Filing.File) with { Name = key.Name };
        var company = await companies.GetAsync(key.Company, cancellation);
        await records.WriteAsync(key, parsed, cancellation);
        var changes = await history.RecordAsync(parsed, key.Company, cancellation);

        // The row comes last: a filing that has one is complete.
        var filing = await filings.PutAsync(Processed(stored.Filing, parsed, company), cancellation);
        if (filing is { IsLive: true, Alerted: null })
            await queues.SendAsync(Queues.Alerts, new Occasion(key.Company, key.Name).ToString(), TimeSpan.Zero, cancellation);
        return new ParseReport(filing, changes);
    }

    private ProcessedFiling Processed(ArchivedFiling archived, ParsedFiling parsed, Company? company) => new()
    {
        Key = new FilingKey(archived.Company, archived.Name),
        // A filing of several registrants is one filing of each of them.
        Facts = parsed.Filing with
        {
            Cik = Edgar.EdgarNames.TryCik(archived.Company, out var cik) ? cik : parsed.Filing.Cik,
            Ticker = parsed.Filing.Ticker ?? company?.Ticker,
            Company = parsed.Filing.Company ?? company?.Name,
        },
        Coverage = parsed.Coverage,
        File = archived.File,
        Seen = archived.Seen,
        IsLive = archived.IsLive(parsed.Filing.FiledAt, options),
        Version = FilingExtractor.Version,
        DataPoints = parsed.DataPoints.Count,
        Guidance = parsed.Guidance.Count,
        ForReview = parsed.DataPoints.Cast<Statement>().Concat(parsed.Guidance).Count(record => record.Confidence < HistoryStore.ReviewBelow),
    };
}

/// <summary>What the processing of a filing brought.</summary>
/// <param name="Filing">The filing.</param>
/// <param name="Changes">What it changed in the company's history.</param>
public sealed record ParseReport(ProcessedFiling Filing, IReadOnlyList<Change> Changes);
