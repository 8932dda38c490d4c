using System.Security.Cryptography;
using Alerts.Delivery;
using Alerts.Delivery.Email;
using Alerts.Delivery.Webhooks;
using Alerts.Edgar;
using Alerts.Local.Delivery;
using Alerts.Local.Storage;
using Alerts.Local.Web;
using Alerts.Pipeline;
using Alerts.Signup;
using Alerts.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.Local;

/// <summary>What the local head decides; the rest is the library's.</summary>
internal sealed record LocalSettings
{
    /// <summary>The data folder.</summary>
    public required string Data { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How EDGAR is asked; null where it is not.</summary>
    public EdgarOptions? Edgar { get; init; }

    /// <summary>Where webhooks may go.</summary>
    public TargetPolicy Targets { get; init; } = TargetPolicy.Public;

    /// <summary>Where links in e-mails lead.</summary>
    public Uri PublicUrl { get; init; } = new(WebServer.DefaultAddress);

    /// <summary>Told of each message in the outbox.</summary>
    public Action<EmailMessage>? Mailed { get; init; }

    /// <summary>When a filing is news.</summary>
    public PipelineOptions Pipeline { get; init; } = new();

    /// <summary>How many may ask for a subscription.</summary>
    public SignupOptions Signup { get; init; } = new();

    /// <summary>Folder of the e-mails.</summary>
    public string Outbox => Path.Combine(Path.GetFullPath(Data), "outbox");
}

/// <summary>Opens a data folder and puts the library's steps over it.</summary>
internal static class LocalServices
{
    private const string Sender = "alerts@localhost.localdomain";

    /// <summary>The services over a data folder; dispose them.</summary>
    public static ServiceProvider Open(LocalSettings settings)
    {
        var storage = LocalStorage.Open(settings.Data, settings.Time);
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(new ErrorStreamLogger()).SetMinimumLevel(LogLevel.Warning))
            // Made by a factory, so that disposing the services closes the files.
            .AddSingleton(_ => storage)
            .AddSingleton(provider => provider.GetRequiredService<LocalStorage>().Tables)
            .AddSingleton(provider => provider.GetRequiredService<LocalStorage>().Blobs)
            .AddSingleton(provider => provider.GetRequiredService<LocalStorage>().QueueSender)
            .AddSingleton(provider => provider.GetRequiredService<LocalStorage>().QueueReceiver)
            .AddSingleton<IEmailSender>(settings.Mailed is { } announce ? new AnnouncingSender(new EmlOutbox(settings.Outbox), announce) : new EmlOutbox(settings.Outbox))
            .AddSingleton(settings)
            .AddSingleton(settings.Time)
            .AddSingleton(settings.Pipeline)
            .AddSingleton(settings.Signup)
            .AddSingleton(new DeliveryOptions
            {
                From = new EmailAddress(Sender, "Alerts"),
                PublicUrl = settings.PublicUrl,
                LinkSecret = LinkSecret(storage.Folder),
                Targets = settings.Targets,
            })
            .AddSingleton<Worker>();
        if (settings.Edgar is { } edgar)
            services.AddSingleton(edgar);
#pragma warning disable RS0030 // This is where randomness is passed in.
        services.AddAlertsPipeline(Random.Shared.NextDouble);
#pragma warning restore RS0030
        var provider = services.BuildServiceProvider();
        // Opened above for its errors; from here on the provider owns it.
        _ = provider.GetRequiredService<LocalStorage>();
        return provider;
    }

    /// <summary>The secret behind unsubscribe links: made once, kept in the data folder.</summary>
    private static string LinkSecret(string folder)
    {
        var path = Path.Combine(folder, "link-secret");
        if (!File.Exists(path))
        {
            var temporary = $"{path}.{Environment.ProcessId}.tmp";
            File.WriteAllText(temporary, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            // Another process may have made it meanwhile: the first one counts.
            if (!AtomicFile.MoveNew(temporary, path))
                File.Delete(temporary);
        }

        return File.ReadAllText(path).Trim();
    }
}
