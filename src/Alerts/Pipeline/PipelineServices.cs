using Alerts.Delivery;
using Alerts.Delivery.MailEvents;
using Alerts.Delivery.Webhooks;
using Alerts.Edgar;
using Alerts.History;
using Alerts.Pages;
using Alerts.Pages.Companies;
using Alerts.Pages.Events;
using Alerts.Signup;
using Alerts.Storage;
using Alerts.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.Pipeline;

/// <summary>Puts the steps together, the same way for every head.</summary>
public static class PipelineServices
{
    /// <summary>
    /// Adds all stores and steps. The head adds what it decides: <see cref="ITableStore"/>, <see cref="IBlobStore"/>,
    /// <see cref="IQueueSender"/>, <see cref="IEmailSender"/>, <see cref="TimeProvider"/>, <see cref="DeliveryOptions"/>,
    /// <see cref="PipelineOptions"/>, <see cref="SignupOptions"/>, <see cref="PublicOptions"/> unless all is shown, logging,
    /// <see cref="MailEventOptions"/> where a mail service reports what became of mails, and where it polls <see cref="EdgarOptions"/>.
    /// </summary>
    /// <param name="services">The head's services.</param>
    /// <param name="random">Numbers from 0 to 1 that spread repeated tries over time.</param>
    public static IServiceCollection AddAlertsPipeline(this IServiceCollection services, Func<double> random) => services
        .AddSingleton<CompanyStore>()
        .AddSingleton<FilingArchive>()
        .AddSingleton<FilingStore>()
        .AddSingleton<RecordStore>()
        .AddSingleton<PollStateStore>()
        .AddSingleton<HistoryStore>()
        .AddSingleton<AlertedHistory>()
        .AddSingleton<TimelineReader>()
        .AddSingleton<SubscriberStore>()
        .AddSingleton<DeliveryLog>()
        .AddSingleton<CollectedNews>()
        .AddSingleton(provider => CreateEdgarClient(provider, random))
        .AddSingleton<PollFilings>()
        .AddSingleton<ParseFiling>()
        .AddSingleton<AlertEvidence>()
        .AddSingleton<SendAlerts>()
        .AddSingleton<SendDigests>()
        .AddSingleton<RaiseLapses>()
        .AddSingleton<Reconcile>()
        .AddSingleton(CreateWebhookSender)
        .AddSingleton(provider => CreateDeliverAlert(provider, random))
        .AddSingleton(provider => new SubscriberTokens(provider.GetRequiredService<DeliveryOptions>().LinkSecret))
        .AddSingleton<Unsubscribe>()
        .AddSingleton<SignupLimits>()
        .AddSingleton<ConfirmationMails>()
        .AddSingleton<RequestSubscription>()
        .AddSingleton<ConfirmSubscription>()
        .AddSingleton<TendRequests>()
        .AddSingleton<SignupChecks>()
        .AddSingleton<SignupPages>()
        .AddSingleton<HandleMailEvents>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<TakeMailEvents>(provider, provider.GetService<MailEventOptions>() ?? new MailEventOptions()))
        .AddSingleton(CreatePublicSite);

    // The handlers recycle their connections, so one client each for the life of the process follows changes of DNS.
    private static EdgarClient CreateEdgarClient(IServiceProvider services, Func<double> random)
    {
        var options = services.GetRequiredService<EdgarOptions>();
        var time = services.GetRequiredService<TimeProvider>();
        return new EdgarClient(
            new HttpClient(EdgarClient.CreateHandler()),
            options,
            new EdgarPace(options.RequestsPerSecond, time),
            time,
            random,
            services.GetRequiredService<ILogger<EdgarClient>>());
    }

    private static WebhookSender CreateWebhookSender(IServiceProvider services)
    {
        var options = services.GetRequiredService<DeliveryOptions>();
        return new WebhookSender(new HttpClient(WebhookConnection.CreateHandler(options.Targets)), options, services.GetRequiredService<TimeProvider>());
    }

    private static DeliverAlert CreateDeliverAlert(IServiceProvider services, Func<double> random) => new(
        services.GetRequiredService<DeliveryLog>(),
        services.GetRequiredService<SubscriberStore>(),
        services.GetRequiredService<AlertEvidence>().LoadAsync,
        services.GetRequiredService<IEmailSender>(),
        services.GetRequiredService<WebhookSender>(),
        services.GetRequiredService<DeliveryOptions>(),
        services.GetRequiredService<TimeProvider>(),
        random);

    private static PublicSite CreatePublicSite(IServiceProvider services)
    {
        var filings = services.GetRequiredService<FilingStore>();
        var log = new ChangeLog(services.GetRequiredService<ITableStore>());
        var time = services.GetRequiredService<TimeProvider>();
        var news = new NewsReader(log, filings, time);
        return new PublicSite(
            services.GetRequiredService<CompanyStore>(),
            news,
            new CompanyReader(news, filings, services.GetRequiredService<TimelineReader>(), time),
            new EventReader(log),
            new SitePage(services.GetRequiredService<SignupOptions>().PerHour > 0),
            new PublicLinks(services.GetRequiredService<DeliveryOptions>()),
            services.GetService<PublicOptions>() ?? new PublicOptions(),
            time);
    }
}
