using System.CommandLine;
using Alerts.Edgar;

namespace Alerts.Local.Commands;

/// <summary>The options of commands that ask EDGAR.</summary>
internal sealed class EdgarSettings
{
    private const string Variable = "ALERTS_USER_AGENT";

    private readonly Option<string?> userAgent = new("--user-agent")
    {
        Description = $"Who asks, as the SEC wants to know it: \"Company contact@example.com\"; else the variable {Variable}",
        HelpName = "TEXT",
    };

    private readonly Option<string?> address = new("--edgar") { Description = "Another base address than EDGAR's own", HelpName = "URL" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(userAgent);
        command.Add(address);
    }

    /// <summary>What was given.</summary>
    /// <exception cref="InputException">Something is missing or wrong; the message says how to set it.</exception>
    public EdgarOptions Read(ParseResult arguments)
    {
        var contact = arguments.GetValue(userAgent) ?? Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrWhiteSpace(contact))
        {
            throw new InputException("The SEC asks every program that reads EDGAR to say who runs it. Set it with "
                + $"--user-agent \"Company contact@example.com\" or the environment variable {Variable}.");
        }

        var options = new EdgarOptions { UserAgent = contact };
        if (arguments.GetValue(address) is { } text)
        {
            if (!Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
                throw new InputException($"--edgar: \"{text}\" is no http address; expected one like http://127.0.0.1:5000/.");
            options = options with { DataAddress = url, ArchiveAddress = url };
        }

        return options.Problems() is { Count: > 0 } problems ? throw new InputException(string.Join(" ", problems)) : options;
    }
}
