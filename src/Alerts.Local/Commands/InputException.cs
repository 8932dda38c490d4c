namespace Alerts.Local.Commands;

/// <summary>What was given on the command line cannot be used; the message names it and says what was expected.</summary>
internal sealed class InputException(string message) : Exception(message);
