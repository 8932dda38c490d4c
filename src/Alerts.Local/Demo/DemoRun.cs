using System.Security.Cryptography;
using Alerts.Delivery.Webhooks;
using Alerts.Edgar;
using Alerts.History;
using Alerts.Pipeline;
using Alerts.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Local.Demo;

/// <summary>
/// The whole product over the sample filings: a stand-in for EDGAR, a clock that stops wherever something happens between 2007 and
/// 2024, one subscriber by e-mail and one by webhook. It can be killed at any moment; the next run goes on where it stood.
/// </summary>
internal sealed class DemoRun : IAsyncDisposable
{
    /// <summary>Ticker of the company that the samples are of.</summary>
    public const string Ticker = "IMGN";

    // The samples begin earlier: those of 2000 and 2003 are history to somebody who watches from here on.
    private static readonly DateTimeOffset Start = new(2007, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider services;
    private readonly DemoClock clock;
    private readonly StandInEdgar edgar;
    private readonly WebhookInbox inbox;
    private readonly IDemoWatch watch;

    private DemoRun(ServiceProvider services, DemoClock clock, StandInEdgar edgar, WebhookInbox inbox, IDemoWatch watch)
    {
        (this.services, this.clock, this.edgar, this.inbox, this.watch) = (services, clock, edgar, inbox, watch);
        Company = "";
    }

    /// <summary>CIK of the company.</summary>
    public string Company { get; private set; }

    /// <summary>The steps and stores, for whoever wants to look at the result.</summary>
    public IServiceProvider Services => services;

    /// <summary>Why the subscriber's receiver refused messages; empty where all signatures were right.</summary>
    public IReadOnlyCollection<string> Refused => inbox.Refused;

    /// <summary>Opens the data folder and starts the two servers.</summary>
    public static async Task<DemoRun> OpenAsync(DemoOptions options, IDemoWatch watch, CancellationToken cancellation)
    {
        var clock = new DemoClock(Start);
        var edgar = await StandInEdgar.StartAsync(
            options.Samples, clock, new StandInEdgarOptions { RequestsPerSecond = Math.Max(10, 2 * options.RequestsPerSecond) }, cancellation);
        var settings = new LocalSettings
        {
            Data = options.Data,
            Time = clock,
            Targets = TargetPolicy.Anywhere,
            Mailed = watch.Mailed,
            Edgar = new EdgarOptions
            {
                DataAddress = edgar.BaseAddress,
                ArchiveAddress = edgar.BaseAddress,
                UserAgent = "Alerts demo@example.com",
                RequestsPerSecond = options.RequestsPerSecond,
            },
        };
        ServiceProvider? services = null;
        try
        {
            services = LocalServices.Open(settings);
            var webhook = await WebhookAsync(services, cancellation);
            var inbox = await WebhookInbox.StartAsync(Path.Combine(settings.Data, "webhooks"), webhook.Webhook!.Secrets[0], clock, cancellation);
            await services.GetRequiredService<SubscriberStore>().UpdateAsync(
                webhook.Id, known => known with { Webhook = known.Webhook! with { Url = inbox.Address } }, cancellation);
            return new DemoRun(services, clock, edgar, inbox, watch);
        }
        catch
        {
            if (services is not null)
                await services.DisposeAsync();
            await edgar.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs to the end of the story.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var worker = services.GetRequiredService<Worker>();
        await SubscribeAsync(cancellation);
        // A run that was killed goes on at the stop where it was.
        if ((await services.GetRequiredService<PollStateStore>().ReadAsync(cancellation)).Completed is { } reached)
            clock.Set(reached);
        await services.GetRequiredService<Reconcile>().RunAsync(new Watch<ParseReport>(watch.Parsed), cancellation);
        await StopAsync(worker, cancellation);
        while (await NextStopAsync(cancellation) is { } next)
        {
            clock.Set(next);
            await StopAsync(worker, cancellation);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await inbox.DisposeAsync();
        await edgar.DisposeAsync();
    }

    private async Task StopAsync(Worker worker, CancellationToken cancellation)
    {
        var report = await worker.PollAsync(watch, cancellation);
        foreach (var failure in report.Failures)
            watch.Failed(failure);
        if (report.Stop is { } stop)
            throw stop;
        // What is to be tried again later is tried at once: on this clock nothing else happens in between.
        while (await worker.DrainAsync(watch, cancellation) is { } later)
            clock.Set(later);
    }

    /// <summary>The next moment at which something happens: a filing is accepted, or a window lapses.</summary>
    private async Task<DateTimeOffset?> NextStopAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // Half a minute later, as a poll would come.
        DateTimeOffset? filing = edgar.AcceptanceTimes.Select(at => (DateTimeOffset?)at.ToUniversalTime().AddSeconds(30)).FirstOrDefault(at => at > now);
        if (filing is null)
            return null;
        DateTimeOffset? lapse = await services.GetRequiredService<HistoryStore>().NextLapseAsync(Company, cancellation) is { } day
            ? new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero)
            : null;
        return lapse > now && lapse < filing ? lapse : filing;
    }

    private async Task SubscribeAsync(CancellationToken cancellation)
    {
        Company = await services.GetRequiredService<EdgarClient>().FindCompanyAsync(Ticker, cancellation)
            ?? throw new InvalidDataException($"The samples' list of tickers has no {Ticker}.");
        await services.GetRequiredService<CompanyStore>().WatchAsync(Company, Start, wantsHistory: true, cancellation);
        var reader = Subscriber.ForEmail("you@example.com", Start) with { Watchlist = [Ticker], State = SubscriberState.Confirmed };
        await services.GetRequiredService<SubscriberStore>().AddAsync(reader, cancellation);
    }

    /// <summary>The subscriber by webhook: found, for its port is another at each run, or made.</summary>
    private static async Task<Subscriber> WebhookAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var store = services.GetRequiredService<SubscriberStore>();
        await foreach (var subscriber in store.ListAsync(cancellation))
        {
            if (subscriber.Webhook is not null)
                return subscriber;
        }

        var endpoint = new WebhookEndpoint(new Uri("http://127.0.0.1/alerts"), [WebhookSecret.FromBytes(RandomNumberGenerator.GetBytes(32))]);
        var made = Subscriber.ForWebhook(endpoint, Start) with { Watchlist = [Ticker], State = SubscriberState.Confirmed };
        await store.AddAsync(made, cancellation);
        return await store.GetAsync(made.Id, cancellation) ?? made;
    }
}
