using Alerts.Delivery;
using Alerts.Delivery.MailEvents;
using Alerts.Edgar;
using Alerts.Functions.Storage;
using Alerts.Pages;
using Alerts.Pipeline;
using Alerts.Signup;
using Alerts.Subscriptions;
using Microsoft.Extensions.Configuration;

namespace Alerts.Functions.Settings;

/// <summary>All that the operator decides, read and checked once, before anything starts.</summary>
public sealed record AppSettings
{
    /// <summary>The storage account.</summary>
    public required StorageSettings Storage { get; init; }

    /// <summary>How EDGAR is asked.</summary>
    public required EdgarOptions Edgar { get; init; }

    /// <summary>What is news.</summary>
    public required PipelineOptions Pipeline { get; init; }

    /// <summary>Sender, links and targets.</summary>
    public required DeliveryOptions Delivery { get; init; }

    /// <summary>How many may ask for a subscription.</summary>
    public SignupOptions Signup { get; init; } = new();

    /// <summary>What everybody may see.</summary>
    public PublicOptions Public { get; init; } = new();

    /// <summary>SendGrid's key; null where e-mails are stored as blobs.</summary>
    public string? SendGridApiKey { get; init; }

    /// <summary>Whose reports of mails are taken.</summary>
    public MailEventOptions MailEvents { get; init; } = new();

    /// <summary>The longest time between two polls that is no cause for worry.</summary>
    public required TimeSpan StaleAfter { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <returns>The settings, or one sentence for each that is missing or cannot work, naming it.</returns>
    public static (AppSettings? Settings, IReadOnlyList<string> Problems) Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var edgar = ReadEdgar(reader);
        var delivery = ReadDelivery(reader);
        foreach (var schedule in (string[])[SettingNames.PollSchedule, SettingNames.ReconcileSchedule, SettingNames.LapseSchedule, SettingNames.DigestSchedule])
            reader.Schedule(schedule);
        var settings = new AppSettings
        {
            Storage = ReadStorage(reader),
            Edgar = edgar,
            Delivery = delivery,
            Signup = new SignupOptions { PerHour = reader.Number(SettingNames.SignupsPerHour, SignupOptions.DefaultPerHour, 0, 10_000) },
            Pipeline = new PipelineOptions { LiveWithin = TimeSpan.FromDays(reader.Number(SettingNames.LiveWithinDays, 3, 1, 30)) },
            Public = new PublicOptions { IsShown = reader.Switch(SettingNames.PublicPages, true) },
            SendGridApiKey = reader.Optional(SettingNames.SendGridApiKey),
            MailEvents = ReadMailEvents(reader),
            StaleAfter = TimeSpan.FromMinutes(reader.Number(SettingNames.StaleAfterMinutes, 30, 1, 10_000)),
        };
        // What a missing setting stands in for is no second problem.
        if (reader.Problems.Count == 0)
            reader.Problems.AddRange([.. edgar.Problems(), .. delivery.Problems()]);
        return reader.Problems.Count == 0 ? (settings, []) : (null, reader.Problems);
    }

    private static MailEventOptions ReadMailEvents(SettingsReader reader)
    {
        if (reader.Optional(SettingNames.SendGridEventKey) is not { } text)
            return new MailEventOptions();
        if (EventSignature.TryParse(text, out var key))
            return new MailEventOptions { Key = key };
        reader.Problems.Add($"The setting {SettingNames.SendGridEventKey} is no verification key: expected the one of SendGrid's signed event webhook, base64 that begins with MFkwEwYHKoZIzj0.");
        return new MailEventOptions();
    }

    private static StorageSettings ReadStorage(SettingsReader reader)
    {
        if (reader.Optional(SettingNames.Storage) is { } connection)
            return new StorageSettings { ConnectionString = connection };
        return new StorageSettings
        {
            BlobAddress = reader.Address(SettingNames.BlobAddress),
            QueueAddress = reader.Address(SettingNames.QueueAddress),
            TableAddress = reader.Address(SettingNames.TableAddress),
            ClientId = reader.Optional(SettingNames.ClientId),
        };
    }

    private static EdgarOptions ReadEdgar(SettingsReader reader)
    {
        var options = new EdgarOptions { UserAgent = reader.Required(SettingNames.SecUserAgent, "\"Company contact@example.com\", which the SEC asks of every reader") };
        return options with
        {
            DataAddress = reader.Address(SettingNames.EdgarDataAddress, options.DataAddress),
            ArchiveAddress = reader.Address(SettingNames.EdgarArchiveAddress, options.ArchiveAddress),
        };
    }

    private static DeliveryOptions ReadDelivery(SettingsReader reader) => new()
    {
        From = new EmailAddress(reader.Required(SettingNames.SenderAddress, "the e-mail address that alerts come from"), reader.Optional(SettingNames.SenderName)),
        PublicUrl = reader.Address(SettingNames.PublicUrl),
        LinkSecret = reader.Required(SettingNames.LinkSecret, "at least 32 random characters, the same after a restart"),
    };
}
