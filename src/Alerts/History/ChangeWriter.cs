using Alerts.Records;

namespace Alerts.History;

/// <summary>
/// Writes what the fold found as changes. A change's name is made of its filing and of what the statement is about,
/// so that it stays the same when history before it is filled in.
/// </summary>
internal sealed class ChangeWriter(StatementKey key, string cik)
{
    /// <summary>The change that a statement made.</summary>
    public Change Of(Turn turn, Told after)
    {
        var before = turn.Before;
        var change = new Change
        {
            Id = Id(after.Filing.Position.Filing, after, Sort(after.Statement)),
            Kind = key.Kind,
            Word = turn.Verdict.Word,
            By = turn.Verdict.By,
            Program = after.Statement.Program ?? before?.Statement.Program,
            Trial = after.Statement.Trial ?? before?.Statement.Trial,
            Before = before?.Statement,
            BeforeFiling = before?.Filing.Position.Filing,
            BeforeAt = before?.Filing.Position.At,
            After = after.Statement,
            Summary = "",
            Course = CourseOf(turn.Strand, before, after),
            IntervalsOverlap = before?.Statement is DataPoint x && after.Statement is DataPoint y ? ValueComparison.Overlap(x, y) : null,
            Cik = cik,
            Filing = after.Filing.Position.Filing,
            File = after.Filing.File,
            At = after.Filing.Position.At,
            Quote = after.Statement.Quote,
            Url = after.Filing.Url(cik),
            Confidence = Math.Min(after.Statement.Confidence, before?.Statement.Confidence ?? 1),
        };
        return change with { Summary = Summary.Of(change, before?.Filing.Date, after.Filing) };
    }

    /// <summary>The change that the clock made.</summary>
    public Change Lapsed(Strand strand, DateOnly on)
    {
        var last = strand.Last;
        var change = new Change
        {
            Id = Id(last.Filing.Position.Filing, last, "lapsed " + on.ToString("O")),
            Kind = key.Kind,
            Word = ChangeWord.Lapsed,
            Program = last.Statement.Program,
            Trial = last.Statement.Trial,
            Before = last.Statement,
            BeforeFiling = last.Filing.Position.Filing,
            BeforeAt = last.Filing.Position.At,
            Summary = "",
            Course = CourseOf(strand, last, null),
            Cik = cik,
            Filing = last.Filing.Position.Filing,
            File = last.Filing.File,
            At = new DateTimeOffset(on.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            Quote = last.Statement.Quote,
            Url = last.Filing.Url(cik),
            Confidence = last.Statement.Confidence,
        };
        return change with { Summary = Summary.Of(change, last.Filing.Date, last.Filing) };
    }

    /// <summary>The change that a filing made by its silence.</summary>
    public Change Omitted(Strand strand, FilingRef by, double certainty)
    {
        var last = strand.Last;
        var change = new Change
        {
            Id = Id(by.Position.Filing, last, "omitted"),
            Kind = key.Kind,
            Word = ChangeWord.Omitted,
            Program = last.Statement.Program,
            Trial = last.Statement.Trial,
            Before = last.Statement,
            BeforeFiling = last.Filing.Position.Filing,
            BeforeAt = last.Filing.Position.At,
            Summary = "",
            Course = CourseOf(strand, last, null),
            Cik = cik,
            Filing = by.Position.Filing,
            File = by.File,
            At = by.Position.At,
            Quote = last.Statement.Quote,
            Url = by.Url(cik),
            Confidence = Math.Round(last.Statement.Confidence * certainty, 3),
        };
        return change with { Summary = Summary.Of(change, last.Filing.Date, by) };
    }

    private string Id(string filing, Told told, string sort)
    {
        // The program as the document names it: an alias learned later must not rename changes.
        var own = StatementKey.Of(told.Statement);
        return ContentHash.Of(cik, filing, own.ToString(), Traits.Of(told.Statement).Text(), Content(told.Statement), sort);
    }

    // Two statements of one filing that have all traits in common are told apart by what they say.
    private static string Content(Statement statement) => statement switch
    {
        Milestone milestone => Window.Of(milestone).ToString(),
        DataPoint point => ValueText.Of(point),
        FinancialGuidance figure => ValueText.Of(figure),
        _ => "",
    };

    private static string Sort(Statement statement) =>
        statement is Milestone { Status: MilestoneStatus.Achieved or MilestoneStatus.Withdrawn } milestone ? RecordCode.Of(milestone.Status) : "";

    private static Course? CourseOf(Strand strand, Told? before, Told? after)
    {
        if (strand.First is not { } first)
            return null;

        var achieved = after?.Statement is Milestone { Status: MilestoneStatus.Achieved } milestone ? Window.Of(milestone) : (Window?)null;
        var latest = achieved is null ? strand.Window : before?.Statement is Milestone known ? Window.Of(known) : first;
        var day = achieved?.End ?? (achieved is null ? null : after!.Filing.Date);
        return new Course(
            first.From,
            first.To,
            strand.Slips,
            (latest.End ?? first.End!.Value).DayNumber - first.End!.Value.DayNumber,
            day is { } d ? WindowComparison.Place(d, first) : null,
            day is { } e ? WindowComparison.Place(e, latest) : null);
    }
}
