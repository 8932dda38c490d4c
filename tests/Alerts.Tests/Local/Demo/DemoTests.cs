using System.Text.Json;
using Alerts.Delivery;
using Alerts.Local;
using Alerts.Pipeline;
using Alerts.Records;
using Alerts.Tests.Local.Storage;
using Alerts.Tests.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Tests.Local.Demo;

public sealed class DemoTests
{
    // Spread over the hundred and more things that a run reports: archiving, parsing, lapses and deliveries, early and late.
    private static readonly int[] KillPoints = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 21, 25, 29, 33, 38, 43, 48, 54, 60, 66, 72, 78];

    [Fact]
    public async Task Demo_alerts_both_subscribers_of_every_live_filing_with_changes_and_a_second_run_nobody()
    {
        using var folder = new TempFolder();

        var (filings, mails) = await DemoWork.RunAsync(folder.Path);
        var outcome = await OutcomeAsync(folder.Path);
        var again = await DemoWork.RunAsync(folder.Path);

        Assert.Equal(24, filings);
        Assert.InRange(mails, 15, 60);
        Assert.Equal(mails, outcome.Mails.Count);
        Assert.Equal(outcome.Mails.Count, outcome.Webhooks.Count);
        Assert.Equal((0, 0), again);
        Assert.Equal(outcome.Mails, (await OutcomeAsync(folder.Path)).Mails);
    }

    [Fact]
    public async Task Demo_tells_nobody_of_what_lay_before_it_was_watched()
    {
        using var folder = new TempFolder();
        await DemoWork.RunAsync(folder.Path);

        var subjects = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder["webhooks"], "*.json"))
        {
            using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
            subjects.Add(json.RootElement.GetRawText());
        }

        Assert.DoesNotContain(subjects, text => text.Contains("0000855654-00-900001", StringComparison.Ordinal));
        Assert.DoesNotContain(subjects, text => text.Contains("0000855654-03-900001", StringComparison.Ordinal));
        Assert.Contains(subjects, text => text.Contains("0000855654-23-900021", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Demo_that_is_killed_at_any_point_is_finished_by_the_next_start_with_nothing_lost_and_nothing_twice()
    {
        using var whole = new TempFolder();
        await DemoWork.RunAsync(whole.Path);
        var expected = await OutcomeAsync(whole.Path);

        await Parallel.ForEachAsync(KillPoints, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (point, _) =>
        {
            using var folder = new TempFolder();
            await KillAfterAsync(folder.Path, point);

            await DemoWork.RunAsync(folder.Path);

            var outcome = await OutcomeAsync(folder.Path);
            Assert.Equal(expected.Filings, outcome.Filings);
            Assert.Equal(expected.Alerts, outcome.Alerts);
            Assert.Equal(expected.Mails.Count, outcome.Mails.Count);
            Assert.Equal(expected.Webhooks.Count, outcome.Webhooks.Count);
        });
    }

    private static async Task KillAfterAsync(string folder, int lines)
    {
        using var child = ChildProcess.Start(nameof(DemoWork), folder);
        for (var line = 0; line < lines; line++)
            Assert.NotNull(await child.ReadLineAsync());
        await child.KillAsync();
    }

    private static async Task<Outcome> OutcomeAsync(string folder)
    {
        await using var services = LocalServices.Open(new LocalSettings { Data = folder });
        var filings = new List<string>();
        await foreach (var filing in services.GetRequiredService<FilingStore>().ListAsync(Machine.Cik, CancellationToken.None))
            filings.Add($"{filing.Key.Name} {filing.IsLive} {filing.Alerted is not null} {filing.DataPoints} {filing.Guidance}");
        // An alert is one occasion with its changes; a subscriber by webhook has another id in another folder.
        var alerts = new List<string>();
        await foreach (var change in services.GetRequiredService<Alerts.History.HistoryStore>().ChangesAsync(Machine.Cik))
        {
            var occasion = new Occasion(Machine.Cik, change.Filing!, change.Word == ChangeWord.Lapsed ? DateOnly.FromDateTime(change.At!.Value.UtcDateTime) : null);
            await foreach (var delivery in services.GetRequiredService<DeliveryLog>().ListAsync(occasion.ToString(), CancellationToken.None))
                alerts.Add($"{occasion} {delivery.State} {string.Join(' ', delivery.ChangeIds)}");
        }

        return new Outcome(filings, [.. alerts.Distinct().Order(StringComparer.Ordinal)], Files(folder, "outbox", "*"), Files(folder, "webhooks", "*.json"));
    }

    private static List<string> Files(string folder, string name, string pattern) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, name), pattern).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private sealed record Outcome(List<string> Filings, List<string> Alerts, List<string> Mails, List<string> Webhooks);
}
