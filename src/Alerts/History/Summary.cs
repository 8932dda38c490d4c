using System.Globalization;
using Alerts.Records;

namespace Alerts.History;

/// <summary>
/// One line for people: "MIRASOL top-line data: Q3 2022 → early 2023 (delayed by about 2 quarters)".
/// </summary>
internal static class Summary
{
    /// <summary>Writes the line of a change.</summary>
    /// <param name="change">The change, all but its summary.</param>
    /// <param name="beforeSaid">The day of the statement before.</param>
    /// <param name="filing">The filing that made the change.</param>
    public static string Of(Change change, DateOnly? beforeSaid, FilingRef filing)
    {
        var line = (change.After ?? change.Before) switch
        {
            Milestone => OfMilestone(change, beforeSaid, filing.Date),
            DataPoint => OfResult(change),
            _ => OfFigure(change, beforeSaid, filing.Date),
        };
        line = SubjectText.Of(change) + ": " + line;
        return filing.Amends && change.Word == ChangeWord.Revised ? line + ", corrected by an amendment" : line;
    }

    private static string OfMilestone(Change change, DateOnly? beforeSaid, DateOnly said)
    {
        var before = Text(change.Before as Milestone, beforeSaid);
        var after = Text(change.After as Milestone, said);
        return change.Word switch
        {
            ChangeWord.New => after == NoDate ? "planned, no date stated" : "expected " + after,
            ChangeWord.Achieved => Achieved((Milestone)change.After!, before, said) + Punctual(change),
            ChangeWord.Withdrawn => before is null or NoDate ? "withdrawn" : $"withdrawn (was expected {before})",
            ChangeWord.Lapsed => $"{before} passed in silence",
            ChangeWord.Omitted => change.After is null ? $"{before} no longer mentioned" : $"still planned, {before} no longer stated",
            ChangeWord.Reaffirmed => "reaffirmed " + (after == NoDate ? "" : after),
            ChangeWord.Delayed when after == NoDate => $"{before} → delayed, no new date",
            _ => $"{before} → {after} ({WordText(change.Word)}{Shifted(change)})",
        };
    }

    private const string NoDate = "no date";

    private static string? Text(Milestone? milestone, DateOnly? said) =>
        milestone is null ? null : WindowText.Of(Window.Of(milestone), said);

    private static string Achieved(Milestone milestone, string? before, DateOnly said)
    {
        var window = Window.Of(milestone);
        // The day of the filing itself says nothing that the filing's date does not.
        var when = window.IsUndated || (window.From == window.To && window.To == said) ? "achieved" : "achieved " + WindowText.Of(window);
        return before is null or NoDate ? when : $"{when}, expected {before}";
    }

    private static string Punctual(Change change)
    {
        if (change.Course is not { AgainstLatest: { } latest } course)
            return "";

        var first = course.AgainstFirst == latest ? "" : course.AgainstFirst switch
        {
            Punctuality.Late => $", late against the first window {First(course)}",
            Punctuality.Early => ", early against the first window",
            _ => "",
        };
        return " (" + RecordCode.Of(latest).Replace('_', ' ') + first + ")";
    }

    // Windows begin with a month; one that does not was a deadline, counted from the day on which it was stated.
    private static string First(Course course) =>
        WindowText.Of(new Window(course.FirstFrom, course.FirstTo), course.FirstFrom is { Day: not 1 } ? course.FirstFrom : null);

    private static string Shifted(Change change) => change.Word switch
    {
        ChangeWord.Delayed or ChangeWord.Accelerated when change.By is { } by and not 0 => " by " + WindowText.Shift(by),
        _ => "",
    };

    private static string OfResult(Change change)
    {
        var after = ValueText.Of((DataPoint)change.After!);
        return change.Word switch
        {
            ChangeWord.Revised => $"{ValueText.Of((DataPoint)change.Before!)} → {after}" + change.IntervalsOverlap switch
            {
                true => "; intervals overlap",
                false => "; intervals do not overlap",
                null => "",
            },
            ChangeWord.Reaffirmed => "reaffirmed " + after,
            _ => after,
        };
    }

    private static string OfFigure(Change change, DateOnly? beforeSaid, DateOnly said)
    {
        var before = change.Before is FinancialGuidance was ? ValueText.Of(was, beforeSaid) : null;
        var after = change.After is FinancialGuidance now ? ValueText.Of(now, said) : null;
        return change.Word switch
        {
            ChangeWord.New => after!,
            ChangeWord.Withdrawn => $"{before} withdrawn",
            ChangeWord.Omitted => $"{before} no longer given",
            ChangeWord.Reaffirmed => "reaffirmed " + after,
            _ => $"{before} → {after} ({WordText(change.Word)}{MovedBy(change)})",
        };
    }

    private static string MovedBy(Change change) =>
        change.Word is not (ChangeWord.Raised or ChangeWord.Lowered) || change.By is not { } by ? ""
        : change.After is FinancialGuidance { Metric: FinancialMetric.CashRunway } ? " by " + WindowText.Shift(by)
        : " by " + ValueText.Amount(Math.Abs(by), (change.After as FinancialGuidance)?.Unit)
            + (change.After is FinancialGuidance { Low: { } low, High: { } high } && low != high ? " at the midpoint" : "");

    private static string WordText(ChangeWord word) => RecordCode.Of(word).ToLower(CultureInfo.InvariantCulture);
}
