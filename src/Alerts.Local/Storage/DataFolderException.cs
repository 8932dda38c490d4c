namespace Alerts.Local.Storage;

/// <summary>The data folder cannot be used; the message names it and says why.</summary>
internal sealed class DataFolderException(string message, Exception? inner) : Exception(message, inner);
