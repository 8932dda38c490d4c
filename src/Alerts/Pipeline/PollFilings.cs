using Alerts.Edgar;

namespace Alerts.Pipeline;

/// <summary>
/// Compares EDGAR's lists with the archive and fetches what is missing. It keeps no memory of events: whatever an
/// earlier poll did not get, for whatever reason, this one finds.
/// </summary>
public sealed class PollFilings(EdgarClient edgar, CompanyStore companies, FilingArchive archive, PollStateStore states, TimeProvider time)
{
    /// <summary>Polls every watched company once, one after the other.</summary>
    /// <param name="progress">Told of each filing as it is archived; may be null.</param>
    /// <param name="cancellation">Stops after the filing that is being fetched.</param>
    public async Task<PollReport> RunAsync(IProgress<FilingKey>? progress, CancellationToken cancellation)
    {
        var state = await states.ReadAsync(cancellation);
        if (state.StoppedUntil > time.GetUtcNow())
            return new PollReport { Stop = new EdgarStopException(state.StopReason ?? "The SEC asked for a pause.", state.StoppedUntil.Value) };

        var poll = new Poll(progress);
        EdgarStopException? stop = null;
        try
        {
            await foreach (var company in companies.ListAsync(cancellation))
            {
                if (company.WatchedSince is not null)
                    await PollAsync(company, poll, cancellation);
            }
        }
        catch (EdgarStopException stopped)
        {
            stop = stopped;
        }

        await states.WriteAsync(new PollState(stop is null ? time.GetUtcNow() : state.Completed, stop?.Until, stop?.Message), cancellation);
        return new PollReport { Companies = poll.Companies, Unchanged = poll.Unchanged, Archived = poll.Archived, Failures = poll.Failures, Stop = stop };
    }

    private async Task PollAsync(Company company, Poll poll, CancellationToken cancellation)
    {
        poll.Companies++;
        try
        {
            var (list, validators) = await edgar.ReadListAsync(company.Key, company.Listed, cancellation);
            if (list is null)
            {
                poll.Unchanged++;
                return;
            }

            var filings = await FilingsAsync(company, list, cancellation);
            if (!await FetchAsync(company, filings, poll, cancellation))
                return;
            // Remembered only now: an interrupted poll is answered in full the next time.
            await companies.UpdateAsync(company.Key, known => known with
            {
                Name = list.Name ?? known.Name,
                Ticker = list.Tickers.Count > 0 ? list.Tickers[0] : known.Ticker,
                HasHistory = known.HasHistory || company.WantsHistory,
                Listed = known.WantsHistory == company.WantsHistory ? validators : Validators.None,
            }, cancellation);
        }
        catch (EdgarException failure)
        {
            poll.Failures.Add($"{company.Title}: {failure.Message}");
        }
    }

    /// <summary>The current reports that EDGAR lists, oldest first.</summary>
    private async Task<List<ListedFiling>> FilingsAsync(Company company, SubmissionsList list, CancellationToken cancellation)
    {
        var filings = list.Filings.Recent.CurrentReports.ToList();
        if (company is { WantsHistory: true, HasHistory: false })
        {
            // Pages go back in time.
            foreach (var page in list.Filings.Files)
                filings.InsertRange(0, (await edgar.ReadOlderPageAsync(company.Key, page.Name, cancellation)).CurrentReports);
        }

        return filings;
    }

    /// <summary>Archives what is not there yet; false if something could not be fetched.</summary>
    private async Task<bool> FetchAsync(Company company, List<ListedFiling> filings, Poll poll, CancellationToken cancellation)
    {
        var archived = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var known in archive.ListAsync(company.Key, cancellation))
            archived.Add(known.Name);

        var isComplete = true;
        foreach (var listed in filings)
        {
            if (!archived.Add(listed.Accession))
                continue;
            try
            {
                if (!EdgarNames.IsAccession(listed.Accession))
                    throw new EdgarException($"the list names a filing \"{listed.Accession}\"; expected an accession number such as 0001558370-21-016273.");
                await FetchAsync(company, listed, poll, cancellation);
            }
            catch (EdgarException failure)
            {
                isComplete = false;
                poll.Failures.Add($"{company.Title}, {listed.Form} {listed.Accession}: {failure.Message}");
            }
        }

        return isComplete;
    }

    private async Task FetchAsync(Company company, ListedFiling listed, Poll poll, CancellationToken cancellation)
    {
        var seen = time.GetUtcNow();
        var content = await edgar.ReadSubmissionAsync(company.Key, listed.Accession, cancellation);
        var filing = new ArchivedFiling(company.Key, listed.Accession, seen) { WatchedSince = company.WatchedSince };
        if (!await archive.CreateAsync(filing, content, cancellation))
            return;
        poll.Archived.Add(filing);
        poll.Progress?.Report(filing);
    }

    private sealed class Poll(IProgress<FilingKey>? progress)
    {
        public IProgress<FilingKey>? Progress { get; } = progress;

        public int Companies { get; set; }

        public int Unchanged { get; set; }

        public List<FilingKey> Archived { get; } = [];

        public List<string> Failures { get; } = [];
    }
}
