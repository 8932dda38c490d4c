using System.Globalization;
using Alerts.Filings;
using Alerts.Records;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>Changes as a table for people: when, what happened, in words.</summary>
internal static class ChangeTable
{
    /// <summary>Prints changes in the order given.</summary>
    public static void Print(IReadOnlyList<Change> changes)
    {
        if (changes.Count == 0)
        {
            AnsiConsole.MarkupLine("[grey]no changes[/]");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("date", "change", "what");
        foreach (var column in table.Columns.Take(2))
            column.NoWrap();
        var day = "";
        foreach (var change in changes)
        {
            var next = change.At is { } at ? EasternTime.From(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
            table.AddRow(next == day ? "" : next, $"[{Colour(change.Word)}]{Code(change.Word)}[/]", Markup.Escape(change.Summary));
            day = next;
        }

        AnsiConsole.Write(table);
    }

    /// <summary>The word as the records write it.</summary>
    public static string Code(ChangeWord word) => word.ToString().ToLowerInvariant();

    /// <summary>Good news green, bad news red, the rest in between.</summary>
    public static string Colour(ChangeWord word) => word switch
    {
        ChangeWord.Achieved or ChangeWord.Accelerated or ChangeWord.Raised => "green",
        ChangeWord.Delayed or ChangeWord.Withdrawn or ChangeWord.Lowered or ChangeWord.Lapsed => "red",
        ChangeWord.Omitted or ChangeWord.Corrected or ChangeWord.Widened => "yellow",
        ChangeWord.Reaffirmed => "grey",
        ChangeWord.New => "blue",
        _ => "aqua",
    };
}
