using System.CommandLine;
using Alerts.Local.Commands;
using Alerts.Local.Storage;
using Alerts.Storage;
using Spectre.Console;

// Files and pipes get plain text, and lines that nothing wraps.
if (Console.IsOutputRedirected)
{
    AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
    AnsiConsole.Profile.Width = 160;
}

var root = new RootCommand("Reads companies' 8-K filings as they appear on SEC EDGAR and tells what they changed: clinical data, milestones, guidance.")
{
    DemoCommand.Create(),
    RunCommand.Create(),
    ServeCommand.Create(),
    WatchCommands.CreateWatch(),
    WatchCommands.CreateUnwatch(),
    WatchCommands.CreateWatchlist(),
    ParseCommand.Create(),
    IngestCommand.Create(),
    ChangesCommand.Create(),
    TimelineCommand.Create(),
    AliasCommand.Create(),
    SubscribeCommand.Create(),
    SubscribersCommand.Create(),
    UnsubscribeCommand.Create(),
    ReconcileCommand.Create(),
};

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception error) when (error is InputException or DataFolderException or StorageRuleException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
catch (OperationCanceledException)
{
    // Ctrl+C: what was begun goes on at the next start.
    return 130;
}
