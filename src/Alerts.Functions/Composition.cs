using System.Security.Cryptography;
using Alerts.Delivery;
using Alerts.Functions.Email;
using Alerts.Functions.Settings;
using Alerts.Functions.Storage;
using Alerts.Operations;
using Alerts.Pipeline;
using Alerts.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SendGrid.Extensions.DependencyInjection;

namespace Alerts.Functions;

/// <summary>What the app is put together from.</summary>
internal static class Composition
{
    private const string InsightsProvider = "Microsoft.Extensions.Logging.ApplicationInsights.ApplicationInsightsLoggerProvider";

    private static readonly (string Category, LogLevel Level)[] Levels =
    [
        ("Azure", LogLevel.Warning),
        ("Microsoft", LogLevel.Warning),
        ("System", LogLevel.Warning),
        // Says of each exception what Correlation has said with more to it.
        ("Microsoft.Azure.Functions.Worker.FunctionsApplication", LogLevel.None),
    ];

    /// <summary>The library's steps over Azure Storage and SendGrid.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services, AppSettings settings)
    {
        var clients = new StorageClients(settings.Storage);
        services.AddSingleton<ITableStore>(new AzureTableStore(clients.Tables()));
        services.AddSingleton<IBlobStore>(new AzureBlobStore(clients.Blobs()));
        services.AddSingleton<IQueueSender>(new AzureQueueSender(clients.Queues()));
        AddEmail(services, settings.SendGridApiKey);
        return services.AddSteps(settings);
    }

    /// <summary>The library's steps over whatever stores and mail sender are registered.</summary>
    public static IServiceCollection AddSteps(this IServiceCollection services, AppSettings settings) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(settings.Edgar)
        .AddSingleton(settings.Pipeline)
        .AddSingleton(settings.Delivery)
        .AddSingleton(settings.Signup)
        .AddSingleton(settings.MailEvents)
        .AddSingleton(settings.Public)
        .AddAlertsPipeline(Jitter)
        .AddSingleton<FailureLog>()
        .AddSingleton<SelfTest>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<HealthCheck>(provider, settings.StaleAfter));

    /// <summary>Logs and metrics to Application Insights.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        services.AddApplicationInsightsTelemetryWorkerService(options =>
        {
            // The operator's alert rules count messages, so none may be left out; one entry for each request to EDGAR would cost more than all else.
            options.EnableAdaptiveSampling = false;
            options.EnableDependencyTrackingTelemetryModule = false;
        });
        services.ConfigureFunctionsApplicationInsights();
        return services.Configure<LoggerFilterOptions>(options =>
        {
            // The provider brings a rule that drops all below a warning; that polls go well is worth knowing too.
            if (options.Rules.FirstOrDefault(rule => rule.ProviderName == InsightsProvider) is { } rule)
                options.Rules.Remove(rule);
            foreach (var (category, level) in Levels)
                options.Rules.Add(new LoggerFilterRule(InsightsProvider, category, level, filter: null));
        });
    }

    private static void AddEmail(IServiceCollection services, string? apiKey)
    {
        if (apiKey is null)
        {
            services.AddSingleton<IEmailSender, BlobOutbox>();
            return;
        }

        services.AddSendGrid(options => options.ApiKey = apiKey);
        services.AddSingleton<IEmailSender, SendGridSender>();
    }

    // From 0 to 1, for any number of threads.
    private static double Jitter() => RandomNumberGenerator.GetInt32(1 << 30) / (double)(1 << 30);
}
