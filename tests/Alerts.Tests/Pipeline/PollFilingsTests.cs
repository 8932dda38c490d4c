using Alerts.Local.Demo;
using Alerts.Pipeline;

namespace Alerts.Tests.Pipeline;

public sealed class PollFilingsTests
{
    private const string SorayaPath = "/Archives/edgar/data/855654/000085565421900014/0000855654-21-900014.txt";

    [Fact]
    public async Task Poll_archives_what_is_missing_oldest_first_and_the_next_one_finds_nothing()
    {
        await using var machine = await Machine.StartAsync("2022-01-01");
        await machine.WatchAsync();

        var first = await machine.PollAsync();
        var second = await machine.PollAsync();

        Assert.Equal(16, first.Archived.Count);
        Assert.Equal(["0000855654-00-900001", "0000855654-03-900001"], first.Archived.Take(2).Select(filing => filing.Name));
        Assert.Equal((1, 1, 0), (second.Companies, second.Unchanged, second.Archived.Count));
        Assert.True(machine.Edgar.Requests[^1].Conditional);
    }

    [Fact]
    public async Task Archive_holds_the_submission_byte_for_byte_with_the_time_it_was_seen()
    {
        await using var machine = await Machine.StartAsync("2022-01-01");
        await machine.WatchAsync();
        await machine.PollAsync();

        var (filing, content) = (await machine.Get<FilingArchive>().ReadAsync(new FilingKey(Machine.Cik, "0000855654-21-900014"), Machine.Never))!.Value;

        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Corpus.Root, "samples", "0000855654-21-900014.txt")), content.ToArray());
        Assert.Equal((Machine.Day("2022-01-01"), Machine.Day("2022-01-01")), (filing.Seen, filing.WatchedSince!.Value));
    }

    [Fact]
    public async Task Poll_that_was_interrupted_is_completed_by_the_next_one()
    {
        await using var machine = await Machine.StartAsync("2022-01-01");
        await machine.WatchAsync();
        machine.Edgar.Script(SorayaPath, Enumerable.Repeat(ScriptedAnswer.WithStatus(502), 5));

        var first = await machine.PollAsync();
        var second = await machine.PollAsync();

        Assert.Contains("0000855654-21-900014", Assert.Single(first.Failures), StringComparison.Ordinal);
        Assert.Equal(15, first.Archived.Count);
        Assert.Equal("0000855654-21-900014", Assert.Single(second.Archived).Name);
    }

    [Fact]
    public async Task Stop_ends_the_poll_and_holds_over_a_restart_until_its_time()
    {
        await using var machine = await Machine.StartAsync("2022-01-01");
        await machine.WatchAsync();
        machine.Edgar.Script(SorayaPath, ScriptedAnswer.TrafficLimit());

        var stopped = await machine.PollAsync();
        var asked = machine.Edgar.Requests.Count;
        await machine.RestartAsync();
        var still = await machine.PollAsync();

        Assert.NotNull(stopped.Stop);
        Assert.Equal(stopped.Stop.Until, still.Stop!.Until);
        Assert.Equal(asked, machine.Edgar.Requests.Count);

        machine.Clock.Set(stopped.Stop.Until);
        var later = await machine.PollAsync();

        Assert.Null(later.Stop);
        Assert.Equal(16, (await machine.ArchiveAsync()).Count);
    }

    [Fact]
    public async Task Company_whose_list_is_broken_does_not_keep_the_others_waiting()
    {
        await using var machine = await Machine.StartAsync("2022-01-01");
        await machine.WatchAsync("0000000001");
        await machine.WatchAsync();

        var report = await machine.PollAsync();

        Assert.Contains("0000000001", Assert.Single(report.Failures), StringComparison.Ordinal);
        Assert.Equal(16, report.Archived.Count);
    }

    [Theory]
    [InlineData(false, 5)]
    [InlineData(true, 24)]
    public async Task Older_pages_are_read_when_history_is_asked_for(bool history, int filings)
    {
        await using var machine = await Machine.StartAsync("2024-03-01", new StandInEdgarOptions { RecentFilings = 5 });
        await machine.WatchAsync(history: history);

        var report = await machine.PollAsync();

        Assert.Equal(filings, report.Archived.Count);
        // The samples' accession numbers rise with time.
        Assert.Equal(report.Archived.OrderBy(filing => filing.Name, StringComparer.Ordinal), report.Archived);
    }

    [Fact]
    public async Task History_that_is_asked_for_later_is_read_by_the_next_poll()
    {
        await using var machine = await Machine.StartAsync("2024-03-01", new StandInEdgarOptions { RecentFilings = 5 });
        await machine.WatchAsync();
        await machine.PollAsync();
        await machine.WatchAsync(history: true);

        var report = await machine.PollAsync();

        Assert.Equal(19, report.Archived.Count);
    }

    [Fact]
    public async Task Company_is_named_as_EDGAR_names_it()
    {
        await using var machine = await Machine.StartAsync("2022-01-01");
        await machine.WatchAsync();
        await machine.PollAsync();

        var company = await machine.Get<CompanyStore>().GetAsync(Machine.Cik, Machine.Never);

        Assert.Equal("IMGN", company!.Ticker);
        Assert.Contains("ImmunoGen", company.Name, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Companies_that_are_not_watched_are_not_asked_for()
    {
        await using var machine = await Machine.StartAsync("2022-01-01");
        await machine.WatchAsync();
        await machine.Get<CompanyStore>().UnwatchAsync(Machine.Cik, Machine.Never);

        Assert.Equal(0, (await machine.PollAsync()).Companies);
        Assert.Empty(machine.Edgar.Requests);
    }
}
