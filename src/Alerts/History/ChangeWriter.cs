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
        return Written(after, before, after.Filing, new Change
        {
            Id = Id(after.Filing, after, Sort(after.Statement)),
            Kind = key.Kind,
            Word = turn.Verdict.Word,
            By = turn.Verdict.By,
            After = after.Statement,
            Summary = "",
            Course = CourseOf(turn.Strand, before, after),
            IntervalsOverlap = before?.Statement is DataPoint x && after.Statement is DataPoint y ? ValueComparison.Overlap(x, y) : null,
            At = after.Filing.Position.At,
            Confidence = Math.Min(after.Statement.Confidence, before?.Statement.Confidence ?? 1),
        });
    }

    /// <summary>The change that the clock made; it stands with the filing that spoke last.</summary>
    public Change Lapsed(Strand strand, DateOnly on) => Written(strand.Last, strand.Last, strand.Last.Filing, new Change
    {
        Id = Id(strand.Last.Filing, strand.Last, "lapsed " + on.ToString("O")),
        Kind = key.Kind,
        Word = ChangeWord.Lapsed,
        Summary = "",
        Course = CourseOf(strand, strand.Last, null),
        At = new DateTimeOffset(on.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        Confidence = strand.Last.Statement.Confidence,
    });

    /// <summary>The change that a filing made by its silence.</summary>
    public Change Omitted(Strand strand, FilingRef silent, double certainty) => Written(strand.Last, strand.Last, silent, new Change
    {
        Id = Id(silent, strand.Last, "omitted"),
        Kind = key.Kind,
        Word = ChangeWord.Omitted,
        Summary = "",
        Course = CourseOf(strand, strand.Last, null),
        At = silent.Position.At,
        Confidence = Math.Round(strand.Last.Statement.Confidence * certainty, 3),
    });

    /// <summary>What is known of a strand, as the change that it would be had nothing been said before.</summary>
    public static Change Standing(string cik, Strand strand)
    {
        var key = StatementKey.Of(strand.Last.Statement);
        var change = new ChangeWriter(key, cik).Written(strand.Last, null, strand.Last.Filing, new Change
        {
            Id = "",
            Kind = key.Kind,
            Word = ChangeWord.New,
            After = strand.Last.Statement,
            Summary = "",
            At = strand.Last.Filing.Position.At,
            Confidence = strand.Last.Statement.Confidence,
        });
        return change with { Id = ContentHash.Of(cik, change.Filing ?? "", key.ToString(), change.Summary) };
    }

    // What all changes say of their subject, of what was before, and of where it stands.
    private Change Written(Told evidence, Told? before, FilingRef filing, Change change)
    {
        change = change with
        {
            Program = evidence.Statement.Program ?? before?.Statement.Program,
            Trial = evidence.Statement.Trial ?? before?.Statement.Trial,
            Before = before?.Statement,
            BeforeFiling = before?.Filing.Position.Filing,
            BeforeAt = before?.Filing.Position.At,
            Cik = cik,
            Filing = filing.Position.Filing,
            File = filing.File,
            Quote = evidence.Statement.Quote,
            Url = filing.Url(cik),
        };
        return change with { Summary = Summary.Of(change, before?.Filing.Date, filing) };
    }

    private string Id(FilingRef filing, Told told, string sort)
    {
        // The program as the document names it: an alias learned later must not rename changes.
        var own = StatementKey.Of(told.Statement);
        return ContentHash.Of(cik, filing.Position.Filing, own.ToString(), Traits.Of(told.Statement).Text(), Content(told.Statement), sort);
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
