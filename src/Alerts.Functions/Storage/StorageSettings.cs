namespace Alerts.Functions.Storage;

/// <summary>Where the storage account is: a connection string, or three addresses and an identity.</summary>
public sealed record StorageSettings
{
    /// <summary>The account's connection string; null where the app's identity opens it.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Address of the blobs.</summary>
    public Uri? BlobAddress { get; init; }

    /// <summary>Address of the queues.</summary>
    public Uri? QueueAddress { get; init; }

    /// <summary>Address of the tables.</summary>
    public Uri? TableAddress { get; init; }

    /// <summary>Client id of the user-assigned identity; null for the developer's own sign-in.</summary>
    public string? ClientId { get; init; }
}
