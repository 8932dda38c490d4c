using Alerts.Delivery;
using Alerts.Edgar;
using Alerts.Local;
using Alerts.Local.Web;
using Alerts.Pipeline;
using Alerts.Signup;
using Alerts.Storage;
using Alerts.Subscriptions;
using Alerts.Tests.Delivery;
using Alerts.Tests.Local.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Tests.Signup;

/// <summary>A data folder of a test's own with its pages served on loopback, two companies watched, and a clock that the test sets.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string Address = "ana@example.com";

    public static readonly CancellationToken Never = CancellationToken.None;

    private readonly TempFolder folder = new();
    private readonly LocalSettings settings;
    private readonly ServiceProvider services;
    private readonly WebServer server;
    private readonly HttpClient client;

    private Desk(LocalSettings settings, ServiceProvider services, WebServer server, TempFolder folder)
    {
        (this.settings, this.services, this.server, this.folder) = (settings, services, server, folder);
        client = new HttpClient { BaseAddress = new Uri(server.Addresses.First()) };
    }

    public ManualTime Time => (ManualTime)settings.Time;

    public SubscriberStore Subscribers => Get<SubscriberStore>();

    /// <summary>The mails sent so far, the oldest first.</summary>
    public IReadOnlyList<Eml> Mails => Directory.Exists(settings.Outbox)
        ? [.. Directory.EnumerateFiles(settings.Outbox).Select(file => Eml.Parse(File.ReadAllText(file))).OrderBy(mail => DateTimeOffset.Parse(mail["Date"], System.Globalization.CultureInfo.InvariantCulture))]
        : [];

    public static async Task<Desk> OpenAsync(int perHour = SignupOptions.DefaultPerHour)
    {
        var folder = new TempFolder();
        var settings = new LocalSettings
        {
            Data = folder.Path,
            Time = new ManualTime(new(2022, 8, 3, 9, 20, 0, TimeSpan.Zero)),
            Signup = new() { PerHour = perHour },
            // The worker wants one; nothing here asks EDGAR.
            Edgar = new EdgarOptions { UserAgent = "Tests tests@example.com" },
        };
        var services = LocalServices.Open(settings);
        var companies = services.GetRequiredService<CompanyStore>();
        foreach (var (key, ticker) in new[] { ("0000855654", "IMGN"), ("0001178670", "ALNY") })
            await companies.UpdateAsync(key, company => company with { Ticker = ticker, Name = ticker + ", Inc.", WatchedSince = settings.Time.GetUtcNow() }, Never);
        return new Desk(settings, services, await WebServer.StartAsync(new Uri("http://127.0.0.1:0"), services, Never), folder);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<Subscriber?> KnownAsync(string address = Address) => Subscribers.GetAsync(Subscriber.IdOfEmail(address), Never);

    public async Task<(int Status, string Text)> GetAsync(string path) => await ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative), Never));

    public async Task<(int Status, string Text)> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await PostAsync(path, form);
    }

    public async Task<(int Status, string Text)> PostAsync(string path, HttpContent content) =>
        await ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content, Never));

    /// <summary>Fills in the form and sends it, then works off the queues.</summary>
    public async Task<(int Status, string Text)> SubscribeAsync(string address = Address, params (string Name, string Value)[] fields)
    {
        var answer = await PostAsync("/subscribe", [("email", address), .. fields]);
        await WorkAsync();
        return answer;
    }

    public Task WorkAsync() => Get<Worker>().DrainAsync(new Pipeline.Machine.Silent(), Never);

    /// <summary>The path of the confirmation link in the latest mail.</summary>
    public string Link()
    {
        var text = Mails[^1].Parts()[0].Text;
        var start = text.IndexOf("/c/", StringComparison.Ordinal);
        return text[start..text.IndexOf('\n', start)].Trim();
    }

    public Task<ReconcileReport> ReconcileAsync() => Get<Reconcile>().RunAsync(null, Never);

    public async Task<bool> IsQueuedAsync() => await Get<IQueueReceiver>().NextVisibleAsync(Queues.Deliveries, Never) is not null;

    public async Task<DeliveryEntry?> DeliveryAsync(string address = Address) =>
        await KnownAsync(address) is { Request: { } request } known ? await Get<DeliveryLog>().GetAsync(new(ConfirmationOccasion.Of(request), known.Id), Never) : null;

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        await services.DisposeAsync();
        folder.Dispose();
    }

    private static async Task<(int Status, string Text)> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
            Assert.Contains("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Never));
        }
    }
}
