using Alerts.Delivery.Webhooks;
using Alerts.Edgar;
using Alerts.Local;
using Alerts.Local.Demo;
using Alerts.Pipeline;
using Alerts.Records;
using Alerts.Storage;
using Alerts.Subscriptions;
using Alerts.Tests.Local.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Tests.Pipeline;

/// <summary>The whole product in a folder of a test's own, over the samples, with a clock that the test sets.</summary>
internal sealed class Machine : IAsyncDisposable
{
    public const string Cik = "0000855654";
    public const string ListPath = "/submissions/CIK0000855654.json";

    public static readonly CancellationToken Never = CancellationToken.None;

    private readonly TempFolder folder = new();
    private readonly LocalSettings settings;
    private ServiceProvider services;

    private Machine(DemoClock clock, StandInEdgar edgar)
    {
        (Clock, Edgar) = (clock, edgar);
        settings = new LocalSettings
        {
            Data = folder.Path,
            Time = clock,
            Targets = TargetPolicy.Anywhere,
            Edgar = new EdgarOptions
            {
                UserAgent = "Tests tests@example.com",
                DataAddress = edgar.BaseAddress,
                ArchiveAddress = edgar.BaseAddress,
                RequestsPerSecond = 10_000,
                RetryDelay = TimeSpan.Zero,
            },
        };
        services = LocalServices.Open(settings);
    }

    public DemoClock Clock { get; }

    public StandInEdgar Edgar { get; }

    public string Folder => folder.Path;

    public IReadOnlyList<string> Mails => Directory.Exists(settings.Outbox) ? [.. Directory.EnumerateFiles(settings.Outbox).Order(StringComparer.Ordinal)] : [];

    public static async Task<Machine> StartAsync(string day, StandInEdgarOptions? options = null, string? samples = null)
    {
        var clock = new DemoClock(Day(day));
        var edgar = await StandInEdgar.StartAsync(
            samples ?? Path.Combine(Corpus.Root, "samples"), clock, (options ?? new()) with { RequestsPerSecond = 10_000 }, Never);
        return new Machine(clock, edgar);
    }

    public static DateTimeOffset Day(string day) => DateTimeOffset.Parse(day + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>As if the process had died and been started again.</summary>
    public async Task RestartAsync()
    {
        await services.DisposeAsync();
        services = LocalServices.Open(settings);
    }

    public Task WatchAsync(string cik = Cik, bool history = false) => Get<CompanyStore>().WatchAsync(cik, Clock.GetUtcNow(), history, Never);

    public async Task<Subscriber> SubscribeAsync(string address = "reader@example.com", SubscriptionRule? rule = null)
    {
        var subscriber = Subscriber.ForEmail(address, Clock.GetUtcNow()) with { State = SubscriberState.Confirmed, Rule = rule ?? new() };
        await Get<SubscriberStore>().AddAsync(subscriber, Never);
        return subscriber;
    }

    public Task<PollReport> PollAsync() => Get<PollFilings>().RunAsync(null, Never);

    /// <summary>Polls, parses and delivers all that is due.</summary>
    public async Task<PollReport> WorkAsync()
    {
        var report = await Get<Worker>().PollAsync(new Silent(), Never);
        await Get<Worker>().DrainAsync(new Silent(), Never);
        return report;
    }

    public async Task<List<string>> ArchiveAsync()
    {
        var names = new List<string>();
        await foreach (var key in Get<FilingArchive>().ListAsync(null, Never))
            names.Add(key.Name);
        return names;
    }

    /// <summary>Every row of the tables of records and history, to compare.</summary>
    public async Task<string> RowsAsync()
    {
        var text = new System.Text.StringBuilder();
        foreach (var table in (string[])[FilingStore.Table, RecordStore.DataPoints, RecordStore.Guidance, "History"])
        {
            await foreach (var row in Get<ITableStore>().QueryAsync(table, Cik, null, null, Never))
                text.Append(table).Append(' ').Append(row.Row).Append(' ').AppendJoin(',', row.Values.OrderBy(v => v.Key, StringComparer.Ordinal)).Append('\n');
        }

        return text.ToString();
    }

    public async Task<int> QueuedAsync(string queue)
    {
        var messages = 0;
        while (await Get<IQueueReceiver>().ReceiveAsync(queue, TimeSpan.FromMinutes(1), Never) is not null)
            messages++;
        return messages;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Edgar.DisposeAsync();
        folder.Dispose();
    }

    internal sealed class Silent : IWorkWatch
    {
        public void Archived(FilingKey filing)
        {
        }

        public void Parsed(ParseReport report)
        {
        }

        public void Lapsed(Change change)
        {
        }

        public void Failed(string reason) => Assert.Fail(reason);
    }
}
