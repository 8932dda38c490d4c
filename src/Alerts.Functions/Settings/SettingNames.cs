namespace Alerts.Functions.Settings;

/// <summary>The app settings, by name. Each is set in infra/modules/settings.bicep and described in docs/azure.md; a test compares the three.</summary>
public static class SettingNames
{
    /// <summary>Connection string of the storage account; for one machine. On Azure there is no setting of exactly this name.</summary>
    public const string Storage = "AzureWebJobsStorage";

    /// <summary>Address of the blobs.</summary>
    public const string BlobAddress = "AzureWebJobsStorage__blobServiceUri";

    /// <summary>Address of the queues.</summary>
    public const string QueueAddress = "AzureWebJobsStorage__queueServiceUri";

    /// <summary>Address of the tables.</summary>
    public const string TableAddress = "AzureWebJobsStorage__tableServiceUri";

    /// <summary>Client id of the app's user-assigned identity.</summary>
    public const string ClientId = "AzureWebJobsStorage__clientId";

    /// <summary>When EDGAR is polled: six fields, UTC.</summary>
    public const string PollSchedule = "PollSchedule";

    /// <summary>When archive, records and deliveries are compared.</summary>
    public const string ReconcileSchedule = "ReconcileSchedule";

    /// <summary>When windows that went by in silence are looked for.</summary>
    public const string LapseSchedule = "LapseSchedule";

    /// <summary>When digests that are due are looked for.</summary>
    public const string DigestSchedule = "DigestSchedule";

    /// <summary>The User-Agent declared to the SEC: "Company contact@example.com".</summary>
    public const string SecUserAgent = "SecUserAgent";

    /// <summary>Where EDGAR's lists are.</summary>
    public const string EdgarDataAddress = "EdgarDataAddress";

    /// <summary>Where EDGAR's filings are.</summary>
    public const string EdgarArchiveAddress = "EdgarArchiveAddress";

    /// <summary>Days after its acceptance within which a filing is news when it is first seen.</summary>
    public const string LiveWithinDays = "LiveWithinDays";

    /// <summary>Minutes without a poll after which the health page says so.</summary>
    public const string StaleAfterMinutes = "StaleAfterMinutes";

    /// <summary>Sender of the e-mails.</summary>
    public const string SenderAddress = "SenderAddress";

    /// <summary>The name shown for the sender.</summary>
    public const string SenderName = "SenderName";

    /// <summary>Where subscribers reach this installation.</summary>
    public const string PublicUrl = "PublicUrl";

    /// <summary>Most requests for subscriptions that the public page takes in an hour; 0 closes it.</summary>
    public const string SignupsPerHour = "SignupsPerHour";

    /// <summary>Whether companies have pages, feeds and events that everybody may see.</summary>
    public const string PublicPages = "PublicPages";

    /// <summary>Signs the links of e-mails; from the key vault.</summary>
    public const string LinkSecret = "LinkSecret";

    /// <summary>SendGrid's key, from the key vault; without it e-mails are stored as blobs.</summary>
    public const string SendGridApiKey = "SendGridApiKey";

    /// <summary>The key that verifies what SendGrid reports of mails; without it nothing is taken. Public, so no secret.</summary>
    public const string SendGridEventKey = "SendGridEventKey";
}
