using System.Globalization;
using Alerts.Delivery.Email;
using Alerts.Filings;
using Alerts.Pipeline;
using Alerts.Records;
using Spectre.Console;

namespace Alerts.Local.Demo;

/// <summary>The demo on a terminal: a line for each filing and each alert as they come.</summary>
internal sealed class DemoScreen : IDemoWatch
{
    /// <summary>Filings that came during this run.</summary>
    public int Filings { get; private set; }

    /// <summary>Messages that went out during this run.</summary>
    public int Mails { get; private set; }

    /// <inheritdoc/>
    public void Archived(FilingKey filing) => Filings++;

    /// <inheritdoc/>
    public void Parsed(ParseReport report)
    {
        var facts = report.Filing.Facts;
        var day = facts.FiledAt is { } filed ? EasternTime.From(filed).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : $"{facts.EventDate:yyyy-MM-dd}      ";
        var changes = report.Changes.Count;
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[grey]{day}[/]  {facts.Form,-5} {string.Join(' ', facts.Items),-18} {report.Filing.DataPoints + report.Filing.Guidance,3} records {changes,3} changes{(report.Filing.IsLive ? "" : "  history")}");
    }

    /// <inheritdoc/>
    public void Lapsed(Change change) => AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]{change.At:yyyy-MM-dd}      [/]  [red]clock[/] {change.Summary}");

    /// <inheritdoc/>
    public void Mailed(EmailMessage message)
    {
        Mails++;
        AnsiConsole.MarkupLineInterpolated($"                  [green]✉[/] [bold]{message.Subject}[/]");
    }

    /// <inheritdoc/>
    public void Failed(string reason) => Console.Error.WriteLine(reason);
}
