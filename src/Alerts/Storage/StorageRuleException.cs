namespace Alerts.Storage;

/// <summary>A name, key or value that Azure Storage would refuse; the embedded stores refuse it too.</summary>
public sealed class StorageRuleException(string message) : Exception(message);
