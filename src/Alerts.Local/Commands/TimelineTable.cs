using System.Globalization;
using Alerts.Filings;
using Alerts.History;
using Alerts.Records;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>A timeline as tables for people: what was guided and what became of it, values over time, figures over time.</summary>
internal static class TimelineTable
{
    /// <summary>Prints a timeline.</summary>
    /// <param name="timeline">The timeline.</param>
    /// <param name="isBrief">Only what moved or came to an end.</param>
    public static void Print(Timeline timeline, bool isBrief = false)
    {
        var kinds = timeline.Lines.ToLookup(line => line.Kind);
        Print("Milestones", ["milestone", "guided", "became"], kinds[ChangeKind.Milestone].Where(line => !isBrief || IsStory(line)), Milestone);
        Print("Results", ["result", "stated"], kinds[ChangeKind.Data].Where(line => !isBrief || Moves(line) > 1), line => [line.Subject, Course(line)]);
        Print("Financial guidance", ["figure", "guided"], kinds[ChangeKind.Financial].Where(line => !isBrief || Moves(line) > 1), line => [line.Subject, Course(line)]);
        if (timeline.Lines.Count == 0)
            AnsiConsole.MarkupLine("[grey]nothing is known of this yet[/]");
    }

    // What was given a date and then moved, came, or was stopped. Silence is told as it is heard.
    private static bool IsStory(TimelineLine line) =>
        line.Course is { } course && (course.Slips > 0 || line.End is TimelineEnd.Achieved or TimelineEnd.Withdrawn);

    private static int Moves(TimelineLine line) => line.Entries.Count(entry => entry.Word != ChangeWord.Reaffirmed);

    private static void Print(string title, string[] columns, IEnumerable<TimelineLine> lines, Func<TimelineLine, string[]> cells)
    {
        var rows = lines.Select(cells).ToList();
        if (rows.Count == 0)
            return;
        var table = new Table { Title = new TableTitle(title, new Style(decoration: Decoration.Bold)), Expand = false }
            .Border(TableBorder.Rounded).ShowRowSeparators().AddColumns(columns);
        foreach (var row in rows)
            table.AddRow(row);
        AnsiConsole.Write(table);
    }

    private static string[] Milestone(TimelineLine line)
    {
        var guided = line.Entries.Where(entry => entry.Word is not (ChangeWord.Reaffirmed or ChangeWord.Achieved or ChangeWord.Withdrawn or ChangeWord.Lapsed or ChangeWord.Omitted));
        return [Markup.Escape(line.Subject), Steps(guided), Became(line)];
    }

    private static string Course(TimelineLine line) => Steps(line.Entries.Where(entry => entry.Word != ChangeWord.Reaffirmed));

    /// <summary>"Q3 2022 (Feb 2021) → early 2023 (May 2022)", with colour for the direction.</summary>
    private static string Steps(IEnumerable<TimelineEntry> entries) => string.Join(
        " [grey]→[/] ",
        entries.Select(entry => $"[{(entry.Word == ChangeWord.New ? "default" : ChangeTable.Colour(entry.Word))}]{Markup.Escape(entry.Says.Length > 0 ? entry.Says : ChangeTable.Code(entry.Word))}[/] [grey]({Month(entry)})[/]"));

    private static string Month(TimelineEntry entry) => EasternTime.From(entry.At).ToString("MMM yyyy", CultureInfo.InvariantCulture);

    private static string Became(TimelineLine line)
    {
        var last = line.Entries[^1];
        var slips = line.Course is { Slips: > 0 } course
            ? string.Create(CultureInfo.InvariantCulture, $" [grey]({course.Slips} slip{(course.Slips == 1 ? "" : "s")}, {course.SlipDays} days)[/]")
            : "";
        return line.End switch
        {
            TimelineEnd.Achieved => $"[green]✓ {Markup.Escape(line.Entries.LastOrDefault(entry => entry.Word == ChangeWord.Achieved)?.Says ?? "done")}[/]{Against(line.Course)}{slips}",
            TimelineEnd.Withdrawn => $"[red]✗ stopped{(last.Word == ChangeWord.Withdrawn ? " " + Month(last) : "")}[/]{slips}",
            TimelineEnd.Lapsed => $"[red]lapsed in silence {Month(last)}[/]{slips}",
            TimelineEnd.Omitted => $"[yellow]no longer mentioned since {Month(last)}[/]{slips}",
            _ => $"open{slips}",
        };
    }

    private static string Against(Course? course) => course?.AgainstFirst switch
    {
        Punctuality.Early => ", early",
        Punctuality.OnTime => ", on time",
        Punctuality.Late => course.AgainstLatest == Punctuality.OnTime ? ", late against the first window" : ", late",
        _ => "",
    };
}
