using System.Text;
using Alerts.Delivery;
using Alerts.Delivery.MailEvents;
using Alerts.Edgar;
using Alerts.Functions.Email;
using Alerts.Functions.Settings;
using Alerts.Functions.Storage;
using Alerts.Functions.Triggers;
using Alerts.Local.Storage;
using Alerts.Pipeline;
using Alerts.Storage;
using Alerts.Subscriptions;
using Alerts.Tests.Local.Storage;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;

namespace Alerts.Functions.Tests.Triggers;

/// <summary>The app as it is put together for Azure, but over the embedded store: its triggers run the real steps.</summary>
internal sealed class App : IDisposable
{
    public const string Company = "0000855654";
    public const string Accession = "0000855654-21-900014";

    private readonly TempFolder folder = new();
    private readonly LocalStorage storage;
    private readonly ServiceProvider services;

    public App(IEmailSender? email = null, EventSignature? eventKey = null)
    {
        storage = LocalStorage.Open(folder["data"], TimeProvider.System);
        var collection = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Information))
            .AddSingleton(storage.Tables)
            .AddSingleton(storage.Blobs)
            .AddSingleton(storage.QueueSender)
            .AddSteps(new AppSettings
            {
                Storage = new StorageSettings(),
                Edgar = new EdgarOptions { UserAgent = "Example you@example.com" },
                Pipeline = new PipelineOptions(),
                Delivery = new DeliveryOptions { From = new EmailAddress("alerts@example.com"), PublicUrl = new Uri("https://alerts.example.com"), LinkSecret = new string('s', 32) },
                MailEvents = new MailEventOptions { Key = eventKey },
                StaleAfter = TimeSpan.FromMinutes(30),
            });
        collection.AddSingleton(email ?? new BlobOutbox(storage.Blobs));
        services = collection.BuildServiceProvider();
    }

    public LogRecorder Log { get; } = new();

    public IBlobStore Blobs => storage.Blobs;

    /// <summary>A trigger class, with what it asks for.</summary>
    public T Trigger<T>() => ActivatorUtilities.CreateInstance<T>(services);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Archives the sample filing as a poll would have, a minute after EDGAR took it.</summary>
    public async Task<BlobClient> ArchiveAsync()
    {
        var seen = new DateTimeOffset(2021, 11, 30, 11, 57, 0, TimeSpan.Zero);
        await using var sample = typeof(Functions.Triggers.HttpSelfTest).Assembly.GetManifestResourceStream("selftest.txt")!;
        using var content = new MemoryStream();
        await sample.CopyToAsync(content);
        var filing = new ArchivedFiling(Company, Accession, seen) { WatchedSince = seen.AddDays(-1) };
        await Get<FilingArchive>().CreateAsync(filing, content.ToArray(), CancellationToken.None);
        return Blob(filing.BlobName);
    }

    /// <summary>What the host binds to a blob trigger.</summary>
    public static BlobClient Blob(string name) => Mock.Of<BlobClient>(blob => blob.Name == name);

    /// <summary>The next message of a queue, taken out of it.</summary>
    public async Task<string?> TakeAsync(string queue)
    {
        if (await storage.QueueReceiver.ReceiveAsync(queue, TimeSpan.FromMinutes(1), CancellationToken.None) is not { } message)
            return null;
        await storage.QueueReceiver.DeleteAsync(queue, message, CancellationToken.None);
        return message.Text;
    }

    public Task<DateTimeOffset?> NextAsync(string queue) => storage.QueueReceiver.NextVisibleAsync(queue, CancellationToken.None);

    public async Task<Subscriber> SubscribeAsync()
    {
        var subscriber = Subscriber.ForEmail("reader@example.org", DateTimeOffset.UnixEpoch) with { State = SubscriberState.Confirmed, Rule = new SubscriptionRule { MinimumConfidence = 0 } };
        await Get<SubscriberStore>().AddAsync(subscriber, CancellationToken.None);
        return subscriber;
    }

    public static HttpRequest Request(string body = "", string query = "")
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Request.QueryString = new QueryString(query);
        return context.Request;
    }

    public static (int? Status, string Text) Answer(IActionResult result) => result switch
    {
        ContentResult content => (content.StatusCode, content.Content ?? ""),
        WebResult web => (web.Answer.Status, Encoding.UTF8.GetString(web.Answer.Body.Span)),
        StatusCodeResult status => (status.StatusCode, ""),
        _ => throw new InvalidOperationException($"Unexpected {result.GetType().Name}"),
    };

    public void Dispose()
    {
        services.Dispose();
        storage.Dispose();
        folder.Dispose();
    }
}
